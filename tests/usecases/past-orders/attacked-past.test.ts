// Past orders while their members leave, are erased and merged, and while orders change hands: nobody gets what they may not, and the
// merchant sees what will be.
import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { changePastOrders } from '#app/db/past-orders/past-orders.server.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { returnToProgram } from '#app/usecases/leaving/return-to-program.ts';
import { merge, redact } from '#tests/support/people.ts';
import { award, count, day, rowOf, say, seenOf, shopWithPast, undo, work } from '#tests/support/past-shop.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import { balance, entries, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

// Looks follow each other at once: what is waited for is done by the test itself.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

useDatabase();

const leave = (shop: TestShop, customerId = '9001') =>
  leaveProgram(shop.id, customerId, randomUUID(), new Date('2026-11-21T12:00:00Z'));
const comeBack = (shop: TestShop, customerId = '9001') =>
  returnToProgram(shop.id, customerId, randomUUID(), new Date('2026-11-21T13:00:00Z'));

it('C133 who left isn’t counted, and is given nothing, whether they are back or not', async () => {
  const shop = await shopWithPast(
    day('2026-03-01', 2_000),
    day('2026-03-01', 3_000, '9002'),
    day('2026-03-01', 4_000, '9003'),
  );
  await leave(shop);
  await leave(shop, '9002');
  await comeBack(shop, '9002');
  expect(await count(shop)).toMatchObject({ orders: 1, earning: 1, members: 1, points: 40 });
  await say(shop, { do: 'award', seen: await seenOf(shop) });
  await work(shop);
  for (const customerId of ['9001', '9002']) {
    expect((await balance(shop, customerId)).points).toBe(0);
    expect(await entries(shop, customerId)).toEqual([]);
  }
  expect((await balance(shop, '9003')).points).toBe(40);
});

it('C133 a past order that is first told after the return is from before it', async () => {
  const shop = await shopWithPast(day('2026-03-01', 2_000, '9002'));
  await leave(shop);
  await comeBack(shop);
  await tellAndApply(shop, day('2026-03-05', 1_000));
  expect(await count(shop)).toMatchObject({ orders: 1, points: 20 });
});

it('C133 who left or was erased since has spent nothing of it', async () => {
  const shop = await shopWithPast(
    day('2026-03-01', 2_000),
    day('2026-03-01', 3_000, '9002'),
    day('2026-03-01', 4_000, '9003'),
  );
  await award(shop);
  await leave(shop);
  await redact(shop, '9002');
  expect(await undo(shop)).toMatchObject({ step: 'undone', spentMembers: 0 });
  expect((await balance(shop, '9003')).points).toBe(0);
  expect((await balance(shop)).points).toBe(0);
});

it('S-85 whom Shopify asks to forget, and who leaves, isn’t named among those who get the most', async () => {
  const shop = await shopWithPast(day('2026-03-01', 2_000), day('2026-03-01', 3_000, '9002'));
  await count(shop);
  await redact(shop, '9002');
  expect((await rowOf(shop))!.counted!.largest.map(({ customerId }) => customerId)).toEqual(['9001']);
  await leave(shop);
  expect((await rowOf(shop))!.counted!.largest).toEqual([]);
});

it('C133 what has changed since it was worked out isn’t given', async () => {
  const shop = await shopWithPast(day('2026-03-01', 2_000));
  await count(shop);
  const seen = await seenOf(shop);
  await tellAndApply(shop, day('2026-03-02', 90_000));
  expect(await say(shop, { do: 'award', seen })).toEqual({ ok: false, refused: 'changed' });
  expect(await count(shop)).toMatchObject({ orders: 2, points: 920 });
  expect(await say(shop, { do: 'award', seen: await seenOf(shop) })).toEqual({ ok: true });
});

it('C133 a stopped count is begun anew by other rules', async () => {
  const shop = await shopWithPast(day('2026-03-01', 2_000), day('2026-05-01', 2_000));
  await say(shop, { do: 'count', version: 1, awardsFrom: null });
  expect(await say(shop, { do: 'stop' })).toEqual({ ok: true });
  expect(await count(shop, '2026-04-01')).toMatchObject({ orders: 1 });
});

it.each(['awarding', 'undoing'] as const)(
  'C36 C133 whose orders become those of a member who is done with aren’t passed over while %s',
  async (step) => {
    const shop = await shopWithPast(day('2026-03-01', 2_000), day('2026-03-01', 3_000, '9002'));
    await count(shop);
    const seen = await seenOf(shop);
    if (step === 'undoing') await award(shop);
    else {
      await say(shop, { do: 'award', seen });
      await letOneEarn(shop);
    }
    if (step === 'undoing') await undoOne(shop);
    await merge(shop, '9001', '9002');
    await say(shop, { do: 'go-on' });
    await work(shop);
    expect((await balance(shop)).points).toBe(step === 'awarding' ? 50 : 0);
    expect(await rowOf(shop)).toMatchObject({ step: step === 'awarding' ? 'awarded' : 'undone' });
  },
);

/** As if it had been stopped behind the first member. */
async function stopBehindFirst(shop: TestShop, step: 'awarding' | 'undoing'): Promise<void> {
  const afterMember = await memberIdOf(shop, '9001');
  const { step: from } = (await rowOf(shop))!;
  await changePastOrders(pool(), shop.id, from, { step: 'stopped', goesOnWith: step, afterMember });
}

async function letOneEarn(shop: TestShop): Promise<void> {
  await pool().query(
    `update "Order" set "programVersion" = 1, "awardedOn" = '2026-11-21', facts = null, revision = revision + 1
     where "shopId" = $1 and "memberId" = $2`,
    [shop.id, await memberIdOf(shop, '9001')],
  );
  await stopBehindFirst(shop, 'awarding');
}

async function undoOne(shop: TestShop): Promise<void> {
  await pool().query(
    `update "Order" set "programVersion" = null, "awardedOn" = null, facts = null, revision = revision + 1
     where "shopId" = $1 and "memberId" = $2`,
    [shop.id, await memberIdOf(shop, '9001')],
  );
  await stopBehindFirst(shop, 'undoing');
  await work(shop);
}

const askedAt = async (shop: TestShop) => {
  const { rows } = await pool().query<{ customerId: string; asked: boolean }>(
    `select "customerId"::text, "ordersAskedAt" is not null as asked from "Member" where "shopId" = $1 order by 1`,
    [shop.id],
  );
  return Object.fromEntries(rows.map(({ customerId, asked }) => [customerId, asked]));
};

it('C155 whose order turns out to be somebody else’s is counted at Shopify once more, and so is the other', async () => {
  const moved = day('2026-11-21', 1_000);
  const shop = await shopWithPast(moved, day('2026-11-21', 1_000, '9002'), day('2026-11-21', 1_000, '9003'));
  await pool().query(
    `update "Member" set "ordersAtShopify" = 1, "ordersAskedAt" = '2026-11-22' where "shopId" = $1`,
    [shop.id],
  );
  await tellAndApply(shop, { ...moved, customerId: '9002', updatedAt: '2026-11-23T10:00:00Z' });
  expect(await askedAt(shop)).toEqual({ '9001': false, '9002': false, '9003': true });
});
