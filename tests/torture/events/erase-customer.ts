// A customer asks to be forgotten: the sums stay, and nothing happens to their orders any more. Only once the app knows all of
// them: an order that is told for the first time afterwards makes no member (decision 010), so what came first would decide.
import { balanceMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { TortureEvent } from './torture-event.ts';

export const eraseCustomer: TortureEvent = {
  name: 'erasure',
  weight: 0.3,
  draw(random, history, { merchant }) {
    const { shop, customers, orders, erased } = history;
    const whole = customers.filter((id) => !history.unmergeable.has(id));
    if (history.away || whole.length < 5) return null;
    const customerId = random.pick(whole);
    return async () => {
      const own = [...shop.orders.values()].filter((order) => order.customerId === customerId);
      // What is still to be paid of an edited order is paid in the end, and nothing may happen to these any more.
      if (own.some((order) => balanceMinor(order) > 0)) return false;
      const memberId = await merchant.memberWhoseOrdersAreKnown(shop.domain, customerId, own);
      if (memberId === null) return false;
      erased.set(memberId, customerId);
      for (const one of history.rewards) if (one.customerId === customerId) one.ended = true;
      history.tell(`${customerId} is erased`, [customerId]);
      customers.splice(customers.indexOf(customerId), 1);
      const gone = new Set(own.map(({ id }) => id));
      for (const placed of orders.filter(({ id }) => gone.has(id))) history.drop(placed);
      merchant.requestErasure(shop.domain, customerId);
      return true;
    };
  },
};
