// Parcels under whatever happens to their orders while two people tick tasks off: nothing is packed for an order that is gone, nothing
// lies in one parcel twice, and a tick is lost by nobody but who takes it back.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { pool } from '#app/db/pool.server.ts';
import { doTasks, undoTasks } from '#app/usecases/tasks/do-tasks.ts';
import { readTasks } from '#app/usecases/tasks/read-tasks.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { packingMoment, packingShop, tellOrderCount } from '#tests/support/packing.ts';
import { tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const MOMENTS = [packingMoment('jar', { n: 1 }), packingMoment('recipe', { n: 2, every: true })];
const ORDERS = 4;

type Change = (one: OrderSnapshot) => Partial<OrderSnapshot>;
const CHANGES: Record<string, Change> = {
  pay: () => ({ status: 'paid' }),
  cancel: () => ({ cancelledAt: at('12:00') }),
  refund: () => ({ status: 'refunded' }),
  partly: () => ({ status: 'partially_refunded' }),
  send: () => ({
    fulfillmentStatus: 'fulfilled',
    fulfillments: [{ createdAt: at('12:00'), status: 'success' }],
  }),
  'send-partly': () => ({
    fulfillmentStatus: 'partial',
    fulfillments: [{ createdAt: at('12:00'), status: 'success' }],
  }),
  'take-back': () => ({ fulfillmentStatus: null, fulfillments: [] }),
  digital: ({ lines }) => ({ lines: lines.map((each) => ({ ...each, requiresShipping: false })) }),
  edit: ({ lines }) => ({ lines: [...lines, line()] }),
};

const step = fc.oneof(
  fc.record({
    do: fc.constantFrom(...Object.keys(CHANGES)),
    order: fc.nat(ORDERS - 1),
    beside: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('done', 'undo'), order: fc.constant(0), beside: fc.boolean() }),
);

type Row = { memberId: string; cause: string; orderId: string; state: string; isDone: boolean };
const rowsOf = async (shop: TestShop) => {
  const { rows } = await pool().query<Row>(
    `select "memberId"::text, cause, "orderId"::text, state, "doneAt" is not null as "isDone" from "Task" where "shopId" = $1`,
    [shop.id],
  );
  return rows;
};

it('C152 C154 whatever happens to orders beside whoever packs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const shop = await packingShop(...MOMENTS);
      let minute = 0;
      const time = () => {
        minute += 1;
        return new Date(Date.parse(at('10:00')) + minute * 60_000).toISOString().replace('.000Z', 'Z');
      };
      const orders = Array.from({ length: ORDERS }, () => {
        const placed = time();
        return order({ processedAt: placed, updatedAt: placed, status: 'pending' });
      });
      await tellAndApply(shop, ...orders);
      await tellOrderCount(shop, ORDERS);
      for (const { do: what, order: nr, beside } of steps) {
        const names = (await rowsOf(shop)).map(({ memberId, cause }) => ({ memberId, cause }));
        const tick = async () => {
          if (names.length > 0) await doTasks(shop.id, [...names, ...names.slice(0, 1)], '42');
        };
        if (what === 'done') await tick();
        else if (what === 'undo') await undoTasks(shop.id, names);
        else {
          const change = CHANGES[what]!(orders[nr]!);
          orders[nr] = { ...orders[nr]!, ...change, updatedAt: time() };
          await Promise.all([tellAndApply(shop, orders[nr]), ...(beside ? [tick(), tick()] : [])]);
        }
        await expectSound(shop, orders);
      }
    }),
    { numRuns: 8 },
  );
});

async function expectSound(shop: TestShop, orders: readonly OrderSnapshot[]): Promise<void> {
  const rows = await rowsOf(shop);
  const there = rows.filter(({ state }) => state !== 'gone');
  const places = there.map(({ cause, orderId }) => `${cause.split('/')[0]} ${orderId}`);
  expect(new Set(places).size).toBe(places.length);
  for (const { state, orderId, isDone } of rows) {
    const { cancelledAt, status, fulfillmentStatus, lines } = orders.find((one) => one.orderId === orderId)!;
    const isKept = cancelledAt === null && status !== 'pending' && status !== 'refunded';
    const ships = lines.some(({ requiresShipping }) => requiresShipping !== false);
    if (state === 'open')
      expect([isKept, ships, fulfillmentStatus === 'fulfilled', isDone]).toEqual([true, true, false, false]);
    if (state === 'missed') expect([isKept, isDone]).toEqual([true, false]);
    if (state === 'done') expect(isDone).toBe(true);
  }
  const page = await readTasks({ id: shop.id, timeZone: 'Europe/Paris' });
  expect(page.parcels).toHaveLength(rows.filter(({ state }) => state === 'open').length);
}
