// A shopper leaves the program on the page about their data, or comes back. Only once the app knows all of their orders, and where none
// was ever taken off them: whether an order was still theirs when they left isn't told by how it is in the end (decision 051).
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import type { TortureEvent } from './torture-event.ts';

/** What is on its way has mostly come by then; what was lost comes with the next reconciliation. */
const MOST_TRIES = 15;
const AGAIN_MS = 200;

export const leaveProgram: TortureEvent = {
  name: 'leaving the program',
  weight: 0.8,
  draw(random, history, { merchant, shopper }) {
    const { shop, customers } = history;
    const whole = customers.filter((id) => !history.unmergeable.has(id) && !history.lostOrders.has(id));
    if (history.away || whole.length < 5) return null;
    const customerId = random.pick(whole);
    return async () => {
      const own = [...shop.orders.values()].filter((order) => order.customerId === customerId);
      const isKnown = async () =>
        (await merchant.memberWhoseOrdersAreKnown(shop.domain, customerId, own)) !== null;
      for (let tries = 1; !(await isKnown()); tries += 1) {
        if (tries === MOST_TRIES) return false;
        await sleep(AGAIN_MS);
      }
      const body = { requestKey: randomUUID() };
      const { ok } = await shopper.answered({ domain: shop.domain, customerId, action: 'leave', body });
      if (!ok) return false;
      history.leave(customerId);
      return true;
    };
  },
};

export const returnToProgram: TortureEvent = {
  name: 'coming back to the program',
  weight: 0.8,
  draw(random, history, { shopper }) {
    const { shop } = history;
    const gone = [...history.departed].filter(([, returnedAt]) => returnedAt === null).map(([id]) => id);
    if (history.away || gone.length === 0) return null;
    const customerId = random.pick(gone);
    return async () => {
      // In a second in which nothing else happens in the shop: what is ordered in it counts.
      await sleep(1_000 - (shop.now().getTime() % 1_000));
      const body = { requestKey: randomUUID() };
      const { ok } = await shopper.answered({ domain: shop.domain, customerId, action: 'return', body });
      if (!ok) return false;
      history.comeBack(customerId, wholeSecond(shop.now()));
      return true;
    };
  },
};
