import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { customersOf, merge, pointsOfShop, redact, tellMerge } from '#tests/support/people.ts';
import { installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const CUSTOMERS = 4;
const ORDERS = 5;
const customer = fc.integer({ min: 1, max: CUSTOMERS });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('order' as const),
      which: fc.integer({ min: 0, max: ORDERS - 1 }),
      customer,
      kept: fc.integer({ min: 0, max: 4 }),
      paid: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), kept: customer, deleted: customer }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      customer,
      amount: fc.integer({ min: -60, max: 60 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redact' as const), customer }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Story = {
  shop: TestShop;
  orderIds: string[];
  customers: string[];
  adjusted: number;
  worth: Map<string, number>;
};

async function play(story: Story, each: Step, second: number): Promise<void> {
  const { shop, customers } = story;
  switch (each.kind) {
    case 'order': {
      const orderId = story.orderIds[each.which]!;
      const told = order({
        orderId,
        customerId: customers[each.customer - 1]!,
        updatedAt: new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString().replace('.000Z', 'Z'),
        status: each.paid ? 'paid' : 'voided',
        lines: [line({ lineId: '1', priceMinor: 1_000, quantity: 4, currentQuantity: each.kept })],
      });
      await tell(shop, told);
      // A voided order keeps the smaller of what it is worth and was worth when it was paid.
      const paid = each.paid
        ? each.kept * 10
        : Math.min(each.kept * 10, story.worth.get(`${orderId}/paid`) ?? 0);
      if (each.paid) story.worth.set(`${orderId}/paid`, each.kept * 10);
      story.worth.set(orderId, paid);
      // Left for later now and then, so that merges and adjustments come between.
      if (each.kept % 2 === 0) await applyToldOrders(shop.id);
      return;
    }
    case 'merge':
      if (each.kept === each.deleted) return;
      if (each.kept > each.deleted)
        return tellMerge(shop, customers[each.kept - 1]!, customers[each.deleted - 1]!);
      return merge(shop, customers[each.kept - 1]!, customers[each.deleted - 1]!);
    case 'adjust':
      return adjust(story, customers[each.customer - 1]!, each.amount);
    case 'redact':
      return redact(shop, customers[each.customer - 1]!, [], '09:59');
  }
}

async function adjust(story: Story, customerId: string, amount: number): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [story.shop.id, customerId],
  );
  if (!rows[0]) return;
  const wanted = { unit: 'points', amount, reason: 'why not', belowZero: true, madeBy: '42' };
  const once = { ...wanted, requestKey: nextId() };
  const [one, other] = await Promise.all([1, 2].map(() => adjustMember(story.shop.id, rows[0]!.id, once)));
  expect(other).toEqual(one);
  if (one?.ok) story.adjusted += amount;
}

it('C01 C05 C36 C63 orders, refunds, adjustments, merges and erasures in any order: every number agrees', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const shop = await installedShop();
      const story: Story = {
        shop,
        adjusted: 0,
        worth: new Map(),
        orderIds: Array.from({ length: ORDERS }, nextId),
        customers: Array.from({ length: CUSTOMERS }, nextId),
      };
      for (const [second, each] of steps.entries()) await play(story, each, second);
      await Promise.all([applyToldOrders(shop.id), carryOutRequests(shop.id)]);
      await applyToldOrders(shop.id);
      expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
      expect(await figureMismatches(pool(), shop.id)).toEqual([]);
      const orders = story.orderIds.reduce((sum, orderId) => sum + (story.worth.get(orderId) ?? 0), 0);
      expect(await pointsOfShop(shop)).toBe(orders + story.adjusted);
      const before = await pointsOfShop(shop);
      for (const customerId of await customersOf(shop)) await redact(shop, customerId);
      expect(await pointsOfShop(shop)).toBe(before);
    }),
    { numRuns: 25 },
  );
}, 180_000);
