// Whatever a merchant does to an order at the desk, the points end at what the rules give for the order as it is:
// told by webhook, reduced and evaluated by the app's own code after every step.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import { isPaid } from '#app/core/snapshots/order-snapshot.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { orderTarget } from '#app/core/orders/order-target.ts';
import { at, rules } from '#tests/support/factories.ts';
import { actAtDesk, deskOrder, deskStart, deskStep } from './desk-actions.ts';
import type { DeskStep } from './desk-actions.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import { canBePaid } from '#tests/local-shopify/shop/order-payments.ts';
import { balanceMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { OrderRequest } from '#tests/local-shopify/shop/types.ts';
import { tellAll } from './tell-all.ts';
import { viaAdmin, viaWebhook } from './told-twice.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';

/** Hundreds of changes, each told twice over: slow where the machine is busy. */
const LIMIT_MS = 90_000;

let world: InMemory;
let nowMs = Date.parse(at('10:00'));

beforeAll(async () => {
  world = await inMemory({ clock: () => new Date(nowMs) });
  world.shopify.throttle(world.shop.domain).configure(100_000);
});
afterAll(() => world.stop());

async function story(first: OrderRequest, actions: DeskStep[], stepMs: number) {
  const order = await world.shop.placeOrder(first);
  const told = [viaWebhook(world, order)];
  for (const action of actions) {
    nowMs += stepMs;
    const before = structuredClone(order);
    // What is refused has changed nothing.
    if (!(await actAtDesk(world.shop, order, action))) expect(order).toEqual(before);
    told.push(viaWebhook(world, order));
  }
  return { order, told };
}

/** What the rules give, all at once, for the order as it is now. */
function worthNow(told: readonly OrderSnapshot[], deleted = false) {
  const paid = told.findLast((snapshot) => isPaid(snapshot)) ?? null;
  const state = { newest: told.at(-1) ?? null, paid, deleted };
  const { amounts, pending } = orderTarget(state, rules(), NO_FACTS);
  return { points: amounts.points ?? 0, pending: pending.points ?? 0 };
}

const stories = [deskStart, fc.array(deskStep, { minLength: 1, maxLength: 8 })] as const;
/** A place for each telling, twice. */
const dice = fc.array(fc.nat(), { minLength: 18, maxLength: 18 });

test(
  'C09 C10 C13 C66 any story of the desk, told in any order and twice, ends at what the order is worth',
  async () => {
    const property = fc.asyncProperty(...stories, dice, fc.boolean(), async (...given) => {
      const [first, actions, places, deleted] = given;
      const { order, told } = await story(deskOrder(world.shop, first), actions, 1000);
      const wanted = worthNow(told, deleted);
      expect(tellAll(told, deleted)).toMatchObject(wanted);
      const mixed = [...told, ...told]
        .map((snapshot, index) => ({ snapshot, place: places[index] ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ snapshot }) => snapshot);
      expect(tellAll(mixed, deleted)).toMatchObject(wanted);
      expect(await viaAdmin(world, order)).toEqual(told.at(-1));
    });
    await fc.assert(property, { numRuns: 50 });
  },
  LIMIT_MS,
);

test(
  'C12 steps of one second are told as tied, or end at what the order is worth',
  async () => {
    const property = fc.asyncProperty(...stories, async (first, actions) => {
      nowMs += 1000;
      const { order, told } = await story(deskOrder(world.shop, first), actions, 0);
      const { points, tied } = tellAll(told);
      // A tie makes the app ask: what it reads then is the order as it is.
      const { points: read } = tellAll([await viaAdmin(world, order)]);
      const now = worthNow(told).points;
      if (isPaid(viaWebhook(world, order))) expect(read).toBe(now);
      if (!tied) expect(points).toBe(now);
    });
    await fc.assert(property, { numRuns: 30 });
  },
  LIMIT_MS,
);

const TOTALS = `query Totals($id: ID!) {
  order(id: $id) {
    displayFinancialStatus
    currentTotalPriceSet { shopMoney { amount } }
    currentSubtotalPriceSet { shopMoney { amount } }
    currentTotalDiscountsSet { shopMoney { amount } }
    currentTotalTaxSet { shopMoney { amount } }
    totalPriceSet { shopMoney { amount } }
    totalTaxSet { shopMoney { amount } }
    totalOutstandingSet { shopMoney { amount } }
  }
}`;
type Told = Record<string, { shopMoney: { amount: string } } | string>;

const snake = (name: string): string =>
  name.replace(/Set$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test(
  'C13 after any story payload and Admin API tell the same sums, and paying what is outstanding settles it',
  async () => {
    const property = fc.asyncProperty(...stories, async (first, actions) => {
      const { order } = await story(deskOrder(world.shop, first), actions, 1000);
      const { body } = await world.admin(TOTALS, { id: `gid://shopify/Order/${order.id}` });
      const { displayFinancialStatus, ...sums } = body.data?.['order'] as Told;
      const payload = orderPayload(world.shop, order);
      expect(displayFinancialStatus).toBe(String(payload['financial_status']).toUpperCase());
      for (const [name, set] of Object.entries(sums))
        expect([name, payload[snake(name)]]).toEqual([
          name,
          typeof set === 'string' ? '' : set.shopMoney.amount,
        ]);
      if (!canBePaid(order)) return;
      await world.shop.payOrder(order.id);
      expect(balanceMinor(order)).toBe(0);
      expect(['paid', 'partially_refunded']).toContain(order.financialStatus);
    });
    await fc.assert(property, { numRuns: 40 });
  },
  LIMIT_MS,
);
