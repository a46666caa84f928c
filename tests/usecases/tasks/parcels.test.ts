// Parcels' tasks follow the orders: paid, sent, cancelled, moved, merged, left and forgotten.
import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { pool } from '#app/db/pool.server.ts';
import { setBlocked } from '#app/db/members/members.server.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { doTasks, undoTasks } from '#app/usecases/tasks/do-tasks.ts';
import { readTasks } from '#app/usecases/tasks/read-tasks.ts';
import { at, line, nextId, order } from '#tests/support/factories.ts';
import { packingMoment, packingShop, tasksOf, tellOrderCount } from '#tests/support/packing.ts';
import { merge, redact } from '#tests/support/people.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import { tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const JAR = packingMoment('jar', { n: 1 });
const SENT = {
  fulfillmentStatus: 'fulfilled' as const,
  fulfillments: [{ createdAt: at('12:00'), status: 'success' }],
};

let minute = 0;
/** Placed one minute after the one before. */
function placed(overrides: Partial<OrderSnapshot> = {}): OrderSnapshot {
  minute += 1;
  const time = new Date(Date.parse(at('10:00')) + minute * 60_000).toISOString().replace('.000Z', 'Z');
  return order({ processedAt: time, updatedAt: time, ...overrides });
}
const later = (one: OrderSnapshot, change: Partial<OrderSnapshot>): OrderSnapshot => {
  minute += 1;
  const time = new Date(Date.parse(at('12:00')) + minute * 60_000).toISOString().replace('.000Z', 'Z');
  return { ...one, ...change, updatedAt: time };
};
const statesOf = async (shop: TestShop) =>
  (await tasksOf(shop)).map(({ cause, state }) => `${cause} ${state}`);

/** A first order that waits for its jar. */
async function firstOrder(moments = [JAR]) {
  const shop = await packingShop(...moments);
  const first = placed();
  await tellAndApply(shop, first);
  await tellOrderCount(shop, 1);
  return { shop, first, memberId: await memberIdOf(shop, '9001') };
}

describe('S-12 S-65 what goes into a parcel', () => {
  it('C155 waits for Shopify’s count: a customer of years gets no jar', async () => {
    const { shop, first } = await firstOrder();
    expect(await tasksOf(shop)).toEqual([
      { customer: '9001', cause: 'jar/1', order: first.orderId, state: 'open' },
    ]);
    const old = await packingShop(JAR);
    await tellAndApply(old, placed());
    expect(await tasksOf(old)).toEqual([]);
    await tellOrderCount(old, 40);
    expect(await tasksOf(old)).toEqual([]);
    const unknown = await packingShop(JAR);
    await tellAndApply(unknown, placed());
    await tellOrderCount(unknown, null);
    expect(await statesOf(unknown)).toEqual(['jar/1 open']);
  });

  it('is due once the order is paid, and not before the merchant’s own publish', async () => {
    const shop = await packingShop(JAR);
    const unpaid = placed({ status: 'pending' });
    await tellAndApply(shop, placed({ processedAt: at('08:30'), customerId: '9002' }), unpaid);
    await tellOrderCount(shop, 1);
    await tellOrderCount(shop, 1, '9002');
    expect(await tasksOf(shop)).toEqual([]);
    await tellAndApply(shop, later(unpaid, { status: 'paid' }));
    expect(await tasksOf(shop)).toMatchObject([{ customer: '9001', order: unpaid.orderId }]);
  });

  it('C141 goes with every third order, and with one that counts as it once another is cancelled', async () => {
    const { shop, first } = await firstOrder([packingMoment('recipe', { n: 2, every: true })]);
    const more = [placed(), placed(), placed()];
    await tellAndApply(shop, ...more);
    expect(await tasksOf(shop)).toMatchObject([
      { cause: 'recipe/2', order: more[0]!.orderId },
      { cause: 'recipe/4', order: more[2]!.orderId },
    ]);
    await tellAndApply(shop, later(more[0]!, { cancelledAt: at('12:00') }));
    // The third is the second now, and what the cancelled one didn't take goes with it.
    expect(await tasksOf(shop)).toMatchObject([
      { cause: 'recipe/2', order: more[1]!.orderId, state: 'open' },
      { cause: 'recipe/4', order: more[2]!.orderId, state: 'open' },
    ]);
    expect(first.orderId).not.toBe(more[0]!.orderId);
  });

  it('C152 is ticked off by two people alike, and the tick is taken back', async () => {
    const { shop, memberId } = await firstOrder();
    const names = [{ memberId, cause: 'jar/1' }];
    const both = await Promise.all([doTasks(shop.id, names, '42'), doTasks(shop.id, names, '43')]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await doTasks(shop.id, names, '44')).toEqual({ ok: true });
    expect(await statesOf(shop)).toEqual(['jar/1 done']);
    await undoTasks(shop.id, names);
    expect(await statesOf(shop)).toEqual(['jar/1 open']);
    const other = await packingShop(JAR);
    expect(await doTasks(other.id, names, '42')).toEqual({ ok: false, reason: 'gone' });
    expect(await statesOf(shop)).toEqual(['jar/1 open']);
  });

  it('C154 C152 goes with its order: cancelled, refunded whole, cancelled once it was packed', async () => {
    const { shop, first, memberId } = await firstOrder();
    await tellAndApply(shop, later(first, { status: 'refunded' }));
    expect(await statesOf(shop)).toEqual(['jar/1 gone']);
    expect(await doTasks(shop.id, [{ memberId, cause: 'jar/1' }], '42')).toEqual({
      ok: false,
      reason: 'gone',
    });
    const packed = await firstOrder();
    await doTasks(packed.shop.id, [{ memberId: packed.memberId, cause: 'jar/1' }], '42');
    await tellAndApply(packed.shop, later(packed.first, { cancelledAt: at('12:00') }));
    expect(await statesOf(packed.shop)).toEqual(['jar/1 gone']);
    const { takeOut, parcels } = await readTasks({ id: packed.shop.id, timeZone: 'Europe/Paris' });
    expect([takeOut.length, parcels.length]).toEqual([1, 0]);
  });

  it('C154 is missed where the parcel left without it, also before it was heard of; a tick says that it was in', async () => {
    const { shop, first, memberId } = await firstOrder();
    const inTwo = { ...SENT, fulfillmentStatus: 'partial' } as const;
    await tellAndApply(shop, later(first, inTwo));
    expect(await statesOf(shop)).toEqual(['jar/1 open']);
    await tellAndApply(shop, later(first, SENT));
    expect(await statesOf(shop)).toEqual(['jar/1 missed']);
    const names = [{ memberId, cause: 'jar/1' }];
    await doTasks(shop.id, names, '42');
    expect(await statesOf(shop)).toEqual(['jar/1 done']);
    await undoTasks(shop.id, names);
    expect(await statesOf(shop)).toEqual(['jar/1 missed']);
    const late = await firstOrder([packingMoment('recipe', { n: 2, every: true })]);
    await tellAndApply(late.shop, placed(SENT), placed(), placed({ source: 'pos' }));
    expect(await statesOf(late.shop)).toEqual(['recipe/2 missed']);
  });

  it('C154 stays where the order is edited, moves with it to another customer, and to the survivor', async () => {
    const { shop, first } = await firstOrder();
    await tellAndApply(shop, later(first, { lines: [...first.lines, line()] }));
    expect(await statesOf(shop)).toEqual(['jar/1 open']);
    await tellAndApply(shop, later(first, { customerId: '9002' }));
    await tellOrderCount(shop, 1, '9002');
    expect(await tasksOf(shop)).toMatchObject([
      { customer: '9001', state: 'gone' },
      { customer: '9002', order: first.orderId, state: 'open' },
    ]);
    await merge(shop, '9001', '9002');
    expect(await tasksOf(shop)).toMatchObject([{ customer: '9001', order: first.orderId, state: 'open' }]);
  });

  it('goes with who leaves, and is forgotten with who is erased; who is left out gets none', async () => {
    const { shop, memberId } = await firstOrder();
    await leaveProgram(shop.id, '9001', nextId(), new Date(at('13:00')));
    expect(await statesOf(shop)).toEqual(['jar/1 gone']);
    await redact(shop, '9001');
    expect(await tasksOf(shop)).toEqual([]);
    const other = await firstOrder([]);
    await setBlocked(pool(), other.shop.id, other.memberId, true);
    await tellAndApply(other.shop, placed());
    expect(await tasksOf(other.shop)).toEqual([]);
    expect(memberId).not.toBe(other.memberId);
  });

  it('C154 forty in a day are forty lines, the oldest order first', async () => {
    const shop = await packingShop(JAR);
    const customers = Array.from({ length: 40 }, (_, index) => String(9_100 + index));
    const orders = customers.map((customerId, index) => placed({ customerId, name: `#${2_000 + index}` }));
    await tellAndApply(shop, ...orders);
    for (const customerId of customers) await tellOrderCount(shop, 1, customerId);
    const { parcels, hasMore } = await readTasks(shop);
    expect(parcels.map(({ orderName }) => orderName)).toEqual(orders.map(({ name }) => name));
    expect(hasMore).toBe(false);
  });

  it('C154 is nothing where an order is digital, and leaves with the last line that was to be sent', async () => {
    const download = line({ requiresShipping: false });
    const digital = await packingShop(JAR);
    await tellAndApply(digital, placed({ lines: [download] }));
    await Promise.all([tellOrderCount(digital, 1), tellOrderCount(digital, 1)]);
    const [sent, mixed] = [placed({ lines: [download], ...SENT }), placed({ customerId: '9002' })];
    await tellAndApply(digital, sent, later(mixed, { lines: [download, ...mixed.lines] }));
    await tellOrderCount(digital, 1, '9002');
    expect(await tasksOf(digital)).toMatchObject([{ customer: '9002', cause: 'jar/1', state: 'open' }]);
    const { shop, first, memberId } = await firstOrder();
    const edited = first.lines.map((one) => ({ ...one, currentQuantity: 0 }));
    const without = later(first, { lines: [...edited, download] });
    await Promise.all([tellAndApply(shop, without), tellAndApply(shop, without)]);
    expect(await statesOf(shop)).toEqual(['jar/1 gone']);
    await tellAndApply(shop, later(first, { lines: [...first.lines, download] }));
    expect(await statesOf(shop)).toEqual(['jar/1 open']);
    await doTasks(shop.id, [{ memberId, cause: 'jar/1' }], '42');
    await tellAndApply(shop, later(first, { lines: [...edited, download] }));
    expect((await readTasks({ id: shop.id, timeZone: 'Europe/Paris' })).takeOut).toHaveLength(1);
  });

  it('C154 is told as missed where the parcel left before Shopify’s count was known', async () => {
    const shop = await packingShop(JAR);
    const first = placed();
    await tellAndApply(shop, first);
    await tellAndApply(shop, later(first, SENT));
    expect(await tasksOf(shop)).toEqual([]);
    await Promise.all([tellOrderCount(shop, 1), tellOrderCount(shop, 1)]);
    await tellOrderCount(shop, 1);
    expect(await statesOf(shop)).toEqual(['jar/1 missed']);
    const old = await packingShop(JAR);
    const long = placed();
    await tellAndApply(old, long);
    await tellAndApply(old, later(long, SENT));
    await pool().query(`update "KeptOrder" set "handledOn" = "handledOn" - 8 where "shopId" = $1`, [old.id]);
    await tellOrderCount(old, 1);
    expect(await statesOf(old)).toEqual([]);
  });

  it('is for those whom the rule is about', async () => {
    const who = { conditions: [{ kind: 'birthday-month' as const, month: 5 }] };
    const { shop } = await firstOrder([packingMoment('month', { n: 1 }, { who })]);
    expect(await tasksOf(shop)).toEqual([]);
  });
});
