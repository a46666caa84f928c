import { describe, expect, it } from 'vitest';
import { adjustmentProblems, noteOf } from '#app/core/ledger/adjustment.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { at, line, nextId, order } from '#tests/support/factories.ts';
import { delivery, merge } from '#tests/support/people.ts';
import { balance, entries, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffees = (quantity: number) => [line({ lineId: '11', priceMinor: 1_000, quantity })];

async function memberOf(shop: TestShop, customerId = '9001'): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  return rows[0]!.id;
}

async function shopWithMember() {
  const shop = await installedShop();
  await tellAndApply(shop, order({ lines: coffees(3) }));
  return { shop, memberId: await memberOf(shop) };
}

const wanted = (amount: number, changes: object = {}) => ({
  unit: 'points',
  amount,
  reason: 'a broken cup',
  requestKey: nextId(),
  madeBy: '42',
  belowZero: false,
  ...changes,
});

describe('an adjustment by hand', () => {
  it('gives and takes, with who did it and why', async () => {
    const { shop, memberId } = await shopWithMember();
    expect(await adjustMember(shop.id, memberId, wanted(20))).toEqual({ ok: true, balanceAfter: 50 });
    expect(await adjustMember(shop.id, memberId, wanted(-5))).toEqual({ ok: true, balanceAfter: 45 });
    const stamp = wanted(2, { unit: 'stamps/coffee' });
    expect(await adjustMember(shop.id, memberId, stamp)).toEqual({ ok: true, balanceAfter: 5 });
    expect(await balance(shop)).toMatchObject({ points: 45, stamps: 5 });
    const { rows } = await pool().query('select reason, "madeBy" from "Adjustment" where "memberId" = $1', [
      memberId,
    ]);
    expect(rows).toContainEqual({ reason: 'a broken cup', madeBy: '42' });
  });

  it('C03 sent twice, or ten times at once, it adjusts once and gets the same answer', async () => {
    const { shop, memberId } = await shopWithMember();
    const once = wanted(20);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => adjustMember(shop.id, memberId, once)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":true,"balanceAfter":50}']),
    );
    expect(await entries(shop)).toHaveLength(2);
    const other = await adjustMember(shop.id, memberId, { ...once, amount: 30 });
    expect(other).toMatchObject({ ok: false, problems: [{ field: null, reason: 'other-request' }] });
  });

  it('another sentence to the customer under the same key is another request, so that nobody thinks it was said', async () => {
    const { shop, memberId } = await shopWithMember();
    const once = wanted(20, { note: 'Sory for the cup' });
    await adjustMember(shop.id, memberId, once);
    const corrected = await adjustMember(shop.id, memberId, { ...once, note: 'Sorry for the cup' });
    expect(corrected).toMatchObject({ ok: false, problems: [{ field: null, reason: 'other-request' }] });
    const same = await adjustMember(shop.id, memberId, { ...once, note: ' Sory  for the cup\n' });
    expect(same).toEqual({ ok: true, balanceAfter: 50 });
  });

  it.each(['\u200b\u200b', '\u202e \u2066', '\u00ad\n\ufeff'])(
    'a sentence of signs that nobody sees is none, and such a reason is missing (%j)',
    async (unseen) => {
      expect(noteOf(unseen)).toBeNull();
      expect(noteOf(`👩‍🍳${unseen}`)).not.toBeNull();
      const problems = adjustmentProblems({ ...wanted(5), reason: unseen });
      expect(problems).toEqual([{ field: 'reason', reason: 'missing' }]);
    },
  );

  it('goes below zero only when that is wanted, and the next order repays it', async () => {
    const { shop, memberId } = await shopWithMember();
    const taking = wanted(-50);
    expect(await adjustMember(shop.id, memberId, taking)).toEqual({
      ok: false,
      reason: 'refused',
      problems: [{ field: 'amount', reason: 'below-zero', balanceAfter: -20 }],
    });
    expect(await balance(shop)).toMatchObject({ points: 30 });
    await adjustMember(shop.id, memberId, { ...taking, belowZero: true });
    expect(await balance(shop)).toMatchObject({ points: -20 });
    await tellAndApply(shop, order({ lines: coffees(3) }));
    expect(await balance(shop)).toMatchObject({ points: 10 });
  });

  it.each([
    [wanted(0), ['amount']],
    [wanted(NaN), ['amount']],
    [wanted(1.5, { reason: '' }), ['amount', 'reason']],
    [wanted(1_000_001), ['amount']],
    [wanted(5, { reason: '   ' }), ['reason']],
    [wanted(5, { reason: 'x'.repeat(201) }), ['reason']],
    [wanted(5, { unit: 'stamps/gone' }), ['unit']],
    [wanted(5, { unit: "points'; drop" }), ['unit']],
  ])('refuses %j beside its fields, and changes nothing', async (asked, fields) => {
    const { shop, memberId } = await shopWithMember();
    const answer = await adjustMember(shop.id, memberId, asked);
    expect(answer.ok ? [] : answer.problems.map(({ field }) => field)).toEqual(fields);
    expect(await entries(shop)).toHaveLength(1);
  });

  it('C62 touches no member of another shop', async () => {
    const [{ shop }, other] = [await shopWithMember(), await shopWithMember()];
    const answer = await adjustMember(shop.id, other.memberId, wanted(20));
    expect(answer).toMatchObject({ ok: false, problems: [{ reason: 'no-member' }] });
    expect(await blockMember(shop.id, other.memberId, true)).toMatchObject({ ok: false });
    expect(await balance(other.shop)).toMatchObject({ points: 30 });
  });

  it('C36 is refused for a member who was merged', async () => {
    const { shop, memberId } = await shopWithMember();
    await merge(shop, '1', '9001');
    const answer = await adjustMember(shop.id, memberId, wanted(20));
    expect(answer).toMatchObject({ ok: false, problems: [{ reason: 'no-member' }] });
  });
});

describe('a member left out by hand', () => {
  it('C67 earns nothing from new orders, keeps what there was, and may come back', async () => {
    const { shop, memberId } = await shopWithMember();
    await blockMember(shop.id, memberId, true, new Date(at('10:30')));
    await tellAndApply(shop, order({ processedAt: at('10:45'), lines: coffees(1) }));
    expect(await balance(shop)).toMatchObject({ points: 30 });
    await blockMember(shop.id, memberId, false, new Date(at('11:00')));
    await tellAndApply(shop, order({ processedAt: at('11:15'), lines: coffees(1) }));
    expect(await balance(shop)).toMatchObject({ points: 40 });
  });

  it('C77 reaches the storefront, once', async () => {
    const { shop, memberId } = await shopWithMember();
    const revOf = async () =>
      (await pool().query<{ rev: number }>('select rev from "Member" where id = $1', [memberId])).rows[0]!
        .rev;
    const before = await revOf();
    await blockMember(shop.id, memberId, true);
    await blockMember(shop.id, memberId, true);
    expect(await revOf()).toBe(before + 1);
  });
});

describe('customers/data_request', () => {
  it('C63 makes a file of all that is stored, and the request is answered', async () => {
    const { shop, memberId } = await shopWithMember();
    await adjustMember(shop.id, memberId, wanted(20));
    await recordPrivacyRequest(delivery(shop, 'customers/data_request'), {
      customerId: '9001',
      orderIds: [],
    });
    const file = await exportCustomerData(shop, '9001');
    expect(file).toMatchObject({
      customerId: '9001',
      members: [{ customerId: '9001', points: 50 }],
      cards: [{ card: 'coffee', stamps: 3 }],
      adjustments: [{ amount: 20, reason: 'a broken cup' }],
      orders: [{ order: { name: '#1001' } }],
    });
    const { rows } = await pool().query<{ open: number }>(
      'select count(*)::int as open from "PeopleRequest" where "shopId" = $1 and "doneAt" is null',
      [shop.id],
    );
    expect(rows).toEqual([{ open: 0 }]);
  });

  it('C36 C63 holds the history of those who were merged into the customer', async () => {
    const { shop } = await shopWithMember();
    await tellAndApply(shop, order({ customerId: '1' }));
    await merge(shop, '1', '9001');
    const file = await exportCustomerData(shop, '1');
    expect(file).toMatchObject({ members: [{ points: 0 }, { points: 44 }] });
  });

  it('C62 C63 knows nothing of another shop’s customer', async () => {
    const [{ shop }] = [await installedShop().then((empty) => ({ shop: empty })), await shopWithMember()];
    expect(await exportCustomerData(shop, '9001')).toMatchObject({ members: [], orders: [], entries: [] });
  });
});
