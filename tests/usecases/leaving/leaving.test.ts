// Leaving the program and coming back: what goes, what never comes, and what begins anew.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { readLeaving } from '#app/usecases/leaving/read-leaving.ts';
import { returnToProgram } from '#app/usecases/leaving/return-to-program.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { settleVouchers } from '#app/usecases/rewards/settle-vouchers.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { at, line, nextId, order } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { books, FIVE, memberIdOf, memberWith, outcome, rewardShop, tap } from '#tests/support/rewards.ts';
import { balance, entries, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { holdVoucher, later, orderWith, voucherState } from '#tests/support/vouchers.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const NOTHING = { points: 0, pending: 0, stamps: 0, coming: 0 };
const leave = (shop: TestShop, customerId: string, time = '12:00', key: string = randomUUID()) =>
  leaveProgram(shop.id, customerId, key, new Date(at(time)));
const comeBack = (shop: TestShop, customerId: string, time = '13:00', key: string = randomUUID()) =>
  returnToProgram(shop.id, customerId, key, new Date(at(time)));

async function keptOrdersOf(shop: TestShop, customerId: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from "KeptOrder" k join "Member" m on m.id = k."memberId"
     where m."shopId" = $1 and m."customerId" = $2`,
    [shop.id, customerId],
  );
  return rows[0]?.count ?? -1;
}

test('all goes at once: points, stamps, what is pending, the birthday, and what was bought', async () => {
  const shop = await installedShop();
  const customerId = nextId();
  await tellAndApply(shop, order({ customerId }), order({ customerId, status: 'pending' }));
  await setBirthday(
    shop.id,
    { customerId },
    { month: 5, day: 3, year: null },
    { kind: 'shopper' },
    randomUUID(),
  );
  expect(await balance(shop, customerId)).toEqual({ points: 14, pending: 14, stamps: 1, coming: 1 });
  expect(await readLeaving(shop.id, customerId)).toMatchObject({ leftAt: null, points: 14, stamps: 1 });
  await leave(shop, customerId);
  expect(await balance(shop, customerId)).toEqual(NOTHING);
  expect((await entries(shop, customerId)).map(({ amount }) => Number(amount))).toEqual([14, -14]);
  expect(await keptOrdersOf(shop, customerId)).toBe(0);
  const { rows } = await pool().query(
    'select "birthMonth", "keptOrders", "spentMinor"::int from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  expect(rows).toEqual([{ birthMonth: null, keptOrders: 0, spentMinor: 0 }]);
});

test('C12 what comes later of orders from before moves nothing, while away and once back', async () => {
  const shop = await installedShop();
  const customerId = nextId();
  const paid = order({ customerId });
  const open = order({ customerId, status: 'pending' });
  await tellAndApply(shop, paid, open);
  await leave(shop, customerId);
  await tellAndApply(shop, { ...open, status: 'paid', updatedAt: at('12:10') });
  expect(await balance(shop, customerId)).toEqual(NOTHING);
  await tellAndApply(shop, { ...paid, cancelledAt: at('12:20'), updatedAt: at('12:20') });
  expect(await balance(shop, customerId)).toEqual(NOTHING);
  await comeBack(shop, customerId);
  await tellAndApply(shop, { ...open, cancelledAt: at('13:20'), updatedAt: at('13:20') });
  expect(await balance(shop, customerId)).toEqual(NOTHING);
  expect(await keptOrdersOf(shop, customerId)).toBe(0);
});

test('an order placed while away earns nothing, whenever it is told; from the return on they do', async () => {
  const shop = await installedShop();
  const customerId = nextId();
  await leave(shop, customerId);
  await tellAndApply(shop, order({ customerId, processedAt: at('12:30') }));
  expect(await balance(shop, customerId)).toEqual(NOTHING);
  await comeBack(shop, customerId);
  const late = [at('11:00'), at('12:40'), at('12:59:59')].map((processedAt) =>
    order({ customerId, processedAt }),
  );
  await tellAndApply(shop, ...late);
  expect(await balance(shop, customerId)).toEqual(NOTHING);
  expect(await keptOrdersOf(shop, customerId)).toBe(0);
  await tellAndApply(shop, order({ customerId, processedAt: at('13:00') }));
  expect(await balance(shop, customerId)).toEqual({ points: 14, pending: 0, stamps: 1, coming: 0 });
  expect(await keptOrdersOf(shop, customerId)).toBe(1);
});

test('rewards that are ready go on their way back, and nothing of them comes to the member', async () => {
  const shop = await rewardShop();
  const customerId = await memberWith(shop, 250);
  await tap(shop, customerId);
  await leave(shop, customerId);
  expect(await books(shop, customerId)).toMatchObject({ points: 0, vouchers: ['releasing'] });
  expect(outcome(await tap(shop, customerId))).toBe('excluded');
  const memberId = await memberIdOf(shop, customerId);
  const wanted = { requestKey: randomUUID(), rewardKey: FIVE.key, reason: 'a gift', note: '', madeBy: '42' };
  expect(await giveByHand(shop.id, memberId, wanted)).toMatchObject({ ok: false });
  const more = {
    unit: 'points',
    amount: 5,
    reason: 'x',
    belowZero: true,
    madeBy: '42',
    requestKey: randomUUID(),
  };
  expect(await adjustMember(shop.id, memberId, more)).toMatchObject({ ok: false });
});

test('what was owed is forgotten, and isn’t owed again once they are back', async () => {
  const shop = await rewardShop();
  const customerId = await memberWith(shop, -30);
  await leave(shop, customerId);
  expect((await balance(shop, customerId)).points).toBe(0);
  await comeBack(shop, customerId);
  await tellAndApply(shop, order({ customerId, processedAt: at('13:10') }));
  expect((await balance(shop, customerId)).points).toBe(14);
});

test('C03 a double tap, two at once and a late repetition do it once', async () => {
  const shop = await installedShop();
  const customerId = nextId();
  await tellAndApply(shop, order({ customerId }));
  const [first, second] = [randomUUID(), randomUUID()];
  await Promise.all([leave(shop, customerId, '12:00', first), leave(shop, customerId, '12:00', first)]);
  await Promise.all([
    comeBack(shop, customerId, '13:00', second),
    comeBack(shop, customerId, '13:00', second),
  ]);
  await tellAndApply(shop, order({ customerId, processedAt: at('13:10') }));
  await leave(shop, customerId, '13:20', first);
  await comeBack(shop, customerId, '13:30', second);
  expect((await balance(shop, customerId)).points).toBe(14);
});

test('C36 of two accounts that become one, the one that is kept says whether they take part', async () => {
  const shop = await installedShop();
  const [stays, left, other] = [nextId(), nextId(), nextId()];
  const before = order({ customerId: left });
  await tellAndApply(shop, before, order({ customerId: stays }), order({ customerId: other }));
  await leave(shop, left);
  await merge(shop, stays, left);
  expect((await balance(shop, stays)).points).toBe(14);
  // Shopify names the kept customer on it now.
  await tellAndApply(shop, {
    ...before,
    customerId: stays,
    cancelledAt: at('12:20'),
    updatedAt: at('12:20'),
  });
  expect((await balance(shop, stays)).points).toBe(14);
  await leave(shop, stays, '12:30');
  await merge(shop, stays, other);
  expect(await balance(shop, stays)).toEqual(NOTHING);
});

test('C62 a shop’s member leaves that shop alone', async () => {
  const [one, two] = [await installedShop(), await installedShop()];
  const customerId = nextId();
  await tellAndApply(one, order({ customerId }));
  await tellAndApply(two, order({ customerId, lines: [line()] }));
  await leave(one, customerId);
  expect((await balance(one, customerId)).points).toBe(0);
  expect((await balance(two, customerId)).points).toBe(14);
});

test.each(['releasing', 'released'])(
  'C105 a code that was %s when its order came late takes nothing and brings nothing back, away or back again',
  async (state) => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 250);
    const voucher = await holdVoucher(shop, { price: 100, customerId });
    await leave(shop, customerId);
    expect(await books(shop, customerId)).toMatchObject({ points: 0, vouchers: ['releasing'] });
    if (state === 'released') {
      await pool().query(`update "Voucher" set state = 'released' where id = $1`, [voucher.id]);
      await withTransaction(async (client) => {
        const memberIds = [await memberIdOf(shop, customerId)];
        await settleVouchers(client, shop.id, { voucherIds: [voucher.id], memberIds, at: new Date() });
      });
      expect(await balance(shop, customerId)).toEqual(NOTHING);
    }
    const used = orderWith(voucher, [500], { customerId, processedAt: at('11:50'), updatedAt: at('12:05') });
    await tellAndApply(shop, used);
    expect(await balance(shop, customerId)).toEqual(NOTHING);
    expect((await voucherState(shop, voucher)).uses).toBe(1);
    await comeBack(shop, customerId);
    await tellAndApply(shop, later(used, [0]));
    expect(await balance(shop, customerId)).toEqual(NOTHING);
    expect((await books(shop, customerId)).vouchers).toHaveLength(1);
    // Nor does an order of the time after: its own points come, the code's don't.
    const again = orderWith(voucher, [500], { customerId, processedAt: at('13:30'), updatedAt: at('13:30') });
    await tellAndApply(shop, again, later(again, [0]));
    expect((await balance(shop, customerId)).points).toBe(0);
  },
);

test('C116 a gift that ended with its member isn’t given once more when its order is cancelled', async () => {
  const shop = await rewardShop();
  const customerId = await memberWith(shop, 10);
  const voucher = await holdVoucher(shop, { price: 0, customerId });
  await leave(shop, customerId);
  const used = orderWith(voucher, [500], { customerId, processedAt: at('11:50'), updatedAt: at('12:05') });
  await tellAndApply(shop, used);
  await comeBack(shop, customerId);
  await tellAndApply(shop, later(used, [1], { cancelledAt: at('13:20'), updatedAt: at('13:20') }));
  expect(await books(shop, customerId)).toMatchObject({ points: 0, gifts: [] });
  expect((await books(shop, customerId)).vouchers).toHaveLength(1);
});

test('C36 who came back and gets another account with it follows what becomes of that one’s old orders', async () => {
  const shop = await installedShop();
  const [back, other] = [nextId(), nextId()];
  const old = order({ customerId: other, processedAt: at('09:30'), lines: [line({ quantity: 2 })] });
  const own = order({ customerId: back, processedAt: at('09:30') });
  await tellAndApply(shop, old, own);
  await leave(shop, back);
  await comeBack(shop, back);
  await merge(shop, back, other, new Date(at('14:00')));
  const { points } = await balance(shop, back);
  expect(points).toBeGreaterThan(0);
  const renamed = { ...old, customerId: back };
  await tellAndApply(shop, { ...renamed, cancelledAt: at('14:10'), updatedAt: at('14:10') });
  expect(await balance(shop, back)).toEqual(NOTHING);
  await tellAndApply(shop, { ...own, cancelledAt: at('14:20'), updatedAt: at('14:20') });
  expect(await balance(shop, back)).toEqual(NOTHING);
});

test('an order of somebody else that becomes theirs is theirs from the return on', async () => {
  const shop = await installedShop();
  const [back, other] = [nextId(), nextId()];
  const before = order({ customerId: other, processedAt: at('12:30') });
  const after = order({ customerId: other, processedAt: at('13:30') });
  await tellAndApply(shop, before, after);
  await leave(shop, back);
  await comeBack(shop, back);
  for (const each of [before, after])
    await tellAndApply(shop, { ...each, customerId: back, updatedAt: at('14:10') });
  expect((await balance(shop, back)).points).toBe(14);
  expect(await balance(shop, other)).toEqual(NOTHING);
});

test('S-85 when somebody last ordered is forgotten with the rest, and what they ordered by then never brings it back', async () => {
  const shop = await installedShop();
  const customerId = nextId();
  const lastOrder = async () => {
    const { rows } = await pool().query<{ at: Date | null }>(
      'select "lastOrderAt" as at from "Member" where "shopId" = $1 and "customerId" = $2',
      [shop.id, customerId],
    );
    return rows[0]?.at;
  };
  const before = order({ customerId });
  await tellAndApply(shop, before);
  expect(await lastOrder()).not.toBeNull();
  await leave(shop, customerId);
  expect(await lastOrder()).toBeNull();
  await tellAndApply(shop, order({ customerId, processedAt: at('12:30') }));
  expect(await lastOrder()).toBeNull();
  await comeBack(shop, customerId);
  await tellAndApply(shop, { ...before, cancelledAt: at('13:10'), updatedAt: at('13:10') });
  expect(await lastOrder()).toBeNull();
  await tellAndApply(shop, order({ customerId, processedAt: at('13:20') }));
  expect(await lastOrder()).toEqual(new Date(at('13:20')));
});
