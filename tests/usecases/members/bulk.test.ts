// Several members at once: each by itself, once however often it is asked, and back again.
import { beforeEach, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { adjustMembers } from '#app/usecases/members/adjust-members.ts';
import { blockMembers } from '#app/usecases/members/block-members.ts';
import { undoAdjustments } from '#app/usecases/members/undo-adjustments.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { balance, entries, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const CUSTOMERS = ['1', '2', '3'];
let shop: TestShop;
let ids: string[];

async function memberIds(of: TestShop): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 order by "customerId"',
    [of.id],
  );
  return rows.map(({ id }) => id);
}

/** Customers with 10, 20 and 30 points, and as many stamps as tens. */
beforeEach(async () => {
  shop = await installedShop();
  for (const customerId of CUSTOMERS) {
    const lines = [line({ lineId: '11', priceMinor: 1_000, quantity: Number(customerId) })];
    await tellAndApply(shop, order({ customerId, lines }));
  }
  ids = await memberIds(shop);
});

const wanted = (amount: number, changes: object = {}) => ({
  unit: 'points',
  amount,
  reason: 'a power cut',
  requestKey: `key-${nextId()}`,
  madeBy: '42',
  ...changes,
});
const points = () => Promise.all(CUSTOMERS.map(async (customer) => (await balance(shop, customer)).points));
const done = (some: string[]) => ({ ok: true, done: some, failed: [] });

describe('adjusting several members', () => {
  it('gives to each, with one reason, and the undoing says the same reason', async () => {
    const giving = wanted(5);
    expect(await adjustMembers(shop.id, ids, giving)).toEqual(done(ids));
    expect(await points()).toEqual([15, 25, 35]);
    expect(await undoAdjustments(shop.id, ids, { ...giving, madeBy: '43' })).toEqual(done(ids));
    expect(await points()).toEqual([10, 20, 30]);
    const { rows } = await pool().query(
      'select amount::int, reason, "madeBy" from "Adjustment" where "memberId" = $1 order by "madeAt", amount desc',
      [ids[0]],
    );
    expect(rows).toEqual([
      { amount: 5, reason: 'a power cut', madeBy: '42' },
      { amount: -5, reason: 'a power cut', madeBy: '43' },
    ]);
  });

  it('takes stamps of a card from each, and gives them back', async () => {
    const taking = wanted(-1, { unit: 'stamps/coffee' });
    expect(await adjustMembers(shop.id, ids, taking)).toEqual(done(ids));
    expect((await balance(shop, '3')).stamps).toBe(2);
    await undoAdjustments(shop.id, ids, taking);
    expect((await balance(shop, '3')).stamps).toBe(3);
  });

  it('C03 sent twice, or six times at once, each is adjusted once and undone once', async () => {
    const giving = wanted(5);
    const sixTimes = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 6 }, act));
    for (const answer of await sixTimes(() => adjustMembers(shop.id, ids, giving))) {
      expect(answer).toEqual(done(ids));
    }
    expect(await points()).toEqual([15, 25, 35]);
    for (const answer of await sixTimes(() => undoAdjustments(shop.id, [...ids, ...ids], giving))) {
      expect(answer).toEqual(done(ids));
    }
    expect(await points()).toEqual([10, 20, 30]);
    expect(await entries(shop, '1')).toHaveLength(3);
  });

  it('brings nobody below zero, says whom it left, and undoes only what it did', async () => {
    const taking = wanted(-15);
    expect(await adjustMembers(shop.id, ids, taking)).toEqual({
      ok: true,
      done: ids.slice(1),
      failed: [{ memberId: ids[0], reason: 'below-zero' }],
    });
    expect(await points()).toEqual([10, 5, 15]);
    expect(await undoAdjustments(shop.id, ids, taking)).toMatchObject({
      failed: [{ memberId: ids[0], reason: 'nothing-to-undo' }],
    });
    expect(await points()).toEqual([10, 20, 30]);
  });

  it('what was spent since isn’t taken back: the undoing leaves that member, and says so', async () => {
    const giving = wanted(5);
    await adjustMembers(shop.id, ids, giving);
    await adjustMembers(shop.id, [ids[0]!], wanted(-12));
    expect(await undoAdjustments(shop.id, ids, giving)).toMatchObject({
      done: ids.slice(1),
      failed: [{ memberId: ids[0], reason: 'below-zero' }],
    });
    expect(await points()).toEqual([3, 20, 30]);
  });

  it('a debt that was there before comes back with the undoing, and no deeper one', async () => {
    await adjustMember(shop.id, ids[0]!, { ...wanted(-14), belowZero: true });
    const giving = wanted(7);
    await adjustMembers(shop.id, ids, giving);
    expect(await points()).toEqual([3, 27, 37]);
    expect(await undoAdjustments(shop.id, ids, giving)).toEqual(done(ids));
    expect(await points()).toEqual([-4, 20, 30]);
    const again = wanted(7);
    await adjustMembers(shop.id, ids, again);
    await adjustMembers(shop.id, [ids[0]!], wanted(-1));
    expect(await undoAdjustments(shop.id, ids, again)).toMatchObject({
      failed: [{ memberId: ids[0], reason: 'below-zero' }],
    });
    expect(await points()).toEqual([2, 20, 30]);
  });

  it('a wish that is wrong by itself changes nobody', async () => {
    expect(await adjustMembers(shop.id, ids, wanted(0, { reason: ' ' }))).toMatchObject({
      ok: false,
      problems: [{ field: 'amount' }, { field: 'reason' }],
    });
    expect(await points()).toEqual([10, 20, 30]);
  });

  it('C36 whoever was merged, or has no such card, is left and named', async () => {
    await merge(shop, '3', '1');
    expect(await adjustMembers(shop.id, ids, wanted(1))).toMatchObject({
      done: ids.slice(1),
      failed: [{ memberId: ids[0], reason: 'no-member' }],
    });
    const other = wanted(1, { unit: 'stamps/tea' });
    const { failed } = (await adjustMembers(shop.id, ids.slice(1), other)) as { failed: object[] };
    expect(failed).toEqual(ids.slice(1).map((memberId) => ({ memberId, reason: 'no-card' })));
  });

  it('C62 nobody of another shop is changed', async () => {
    const other = await installedShop();
    const giving = wanted(5);
    const answer = await adjustMembers(other.id, ids, giving);
    expect(answer).toMatchObject({ done: [], failed: ids.map((memberId) => ({ memberId })) });
    await adjustMembers(shop.id, ids, giving);
    expect(await undoAdjustments(other.id, ids, giving)).toMatchObject({ done: [] });
    expect(await blockMembers(other.id, ids, true)).toMatchObject({ done: [] });
    expect(await points()).toEqual([15, 25, 35]);
  });
});

it('several members are excluded, by two at once as well, and included again', async () => {
  const blocked = async () => {
    const { rows } = await pool().query('select id from "Member" where "shopId" = $1 and blocked', [shop.id]);
    return rows.length;
  };
  const both = await Promise.all([blockMembers(shop.id, ids, true), blockMembers(shop.id, ids, true)]);
  // Who was it already is done too, and not one more time: what is undone later is one's own.
  expect(both.map((answer) => answer.done)).toEqual([ids, ids]);
  expect(both.flatMap(({ already = [] }) => already).sort()).toEqual([...ids].sort());
  expect(await blocked()).toBe(3);
  expect(await blockMembers(shop.id, [...ids, '999999999'], false)).toEqual({
    ok: true,
    done: ids,
    failed: [{ memberId: '999999999', reason: 'no-member' }],
  });
  expect(await blocked()).toBe(0);
});
