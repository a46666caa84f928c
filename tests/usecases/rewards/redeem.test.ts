// Points for a reward: both or neither, once per tap, and never more than the balance pays for.
import { randomUUID } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { setBlocked } from '#app/db/members/members.server.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { nextId, reward, rules } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import {
  addReadyCodes,
  books,
  FIVE,
  isRung,
  memberIdOf,
  memberWith,
  outcome,
  rewardShop,
  tally,
  tap,
} from '#tests/support/rewards.ts';
import { addVersion, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { later, orderWith, voucherState } from '#tests/support/vouchers.ts';

useDatabase();

const many = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

describe('a tap', () => {
  it('takes the price, gives a code until its last day, and has the member’s page told', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 120);
    await pool().query('delete from graphile_worker._private_jobs');
    const taken = await tap(shop, customerId, { at: new Date('2026-11-21T10:00:00Z') });
    expect(taken).toMatchObject({ ok: true, points: 20, voucher: { state: 'held', price: 100 } });
    expect(taken).toMatchObject({ voucher: { validFrom: '2026-11-21', validUntil: '2026-12-21' } });
    const kept = { points: 20, vouchers: ['held'], gifts: ['given'], codes: ['taken'], entries: [-100] };
    expect(await books(shop, customerId)).toEqual(kept);
    expect(await isRung(shop, 'sync_members')).toBe(true);
  });

  it('C03 with the same key gets the same answer, one after the other and twenty at once', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 1_000);
    const requestKey = randomUUID();
    const first = await tap(shop, customerId, { requestKey });
    const again = await many(20, () => tap(shop, customerId, { requestKey: requestKey.toUpperCase() }));
    expect(again).toEqual(Array.from({ length: 20 }, () => first));
    const another = randomUUID();
    const atOnce = await many(20, () => tap(shop, customerId, { requestKey: another }));
    expect(new Set(atOnce.map((each) => each.ok && each.voucher.code)).size).toBe(1);
    expect(await books(shop, customerId)).toMatchObject({ points: 800, vouchers: ['held', 'held'] });
  });

  it('with a key that was used for something else is refused', async () => {
    const ten = reward({ key: 'ten', cost: 200, gives: { kind: 'amount', minor: 1_000 } });
    const shop = await rewardShop({ rewards: [FIVE, ten] });
    const customerId = await memberWith(shop, 1_000);
    const requestKey = randomUUID();
    await tap(shop, customerId, { requestKey });
    expect(outcome(await tap(shop, customerId, { requestKey, of: ten }))).toBe('other-contents');
    expect(await books(shop, customerId)).toMatchObject({ points: 900, vouchers: ['held'] });
  });

  it('C72 of somebody who is no member takes nothing, and makes no member of them', async () => {
    const shop = await rewardShop();
    await memberWith(shop, 1_000);
    const stranger = nextId();
    expect(await tap(shop, stranger)).toMatchObject({ refusal: { reason: 'not-enough', missing: 100 } });
    const { rowCount } = await pool().query('select 1 from "Member" where "customerId" = $1', [stranger]);
    expect(rowCount).toBe(0);
  });

  it('C79 of somebody who is left out takes nothing', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 1_000);
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Member" where "customerId" = $1',
      [customerId],
    );
    await setBlocked(pool(), shop.id, rows[0]!.id, true);
    expect(outcome(await tap(shop, customerId))).toBe('excluded');
  });

  it('C62 in another shop takes nothing of this one', async () => {
    const [shop, other] = [await rewardShop(), await rewardShop()];
    const customerId = await memberWith(shop, 1_000);
    expect(outcome(await tap(other, customerId))).toBe('not-enough');
    expect(await books(shop, customerId)).toMatchObject({ points: 1_000, vouchers: [], codes: [] });
  });
});

describe('C107 what was shown is what is taken', () => {
  it('or it is refused, with what it costs now', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 1_000);
    await addVersion(shop.id, 2, rules({ rewards: [{ ...FIVE, cost: 120 }] }), '2026-11-21T12:00:00Z');
    expect(await tap(shop, customerId)).toMatchObject({ refusal: { reason: 'changed', cost: 120 } });
    expect(await books(shop, customerId)).toMatchObject({ points: 1_000, vouchers: [], gifts: [] });
  });

  it('C74 a value that was replaced isn’t given any more, though its codes are there', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 1_000);
    const dearer = { ...FIVE, gives: { kind: 'amount', minor: 600 } as const };
    await addVersion(shop.id, 2, rules({ rewards: [dearer] }), '2026-11-21T12:00:00Z');
    expect(outcome(await tap(shop, customerId))).toBe('changed');
    expect(outcome(await tap(shop, customerId, { of: dearer }))).toBe('sold-out');
    await addReadyCodes(shop, dearer, 1);
    expect(await tap(shop, customerId, { of: dearer })).toMatchObject({ voucher: { reward: dearer } });
  });

  it('C108 a reward that was removed is unknown', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 1_000);
    await addVersion(shop.id, 2, rules(), '2026-11-21T12:00:00Z');
    expect(outcome(await tap(shop, customerId))).toBe('unknown');
  });

  it('another title is the same reward', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 1_000);
    const renamed = { ...FIVE, title: { en: 'Five off', fr: 'Cinq de moins' } };
    await addVersion(shop.id, 2, rules({ rewards: [renamed] }), '2026-11-21T12:00:00Z');
    expect(outcome(await tap(shop, customerId))).toBe('taken');
  });
});

describe('C75 C106 an empty pool', () => {
  it('refuses, takes nothing, and the same tap works once there are codes', async () => {
    const shop = await rewardShop({ codes: 0 });
    const customerId = await memberWith(shop, 100);
    const requestKey = randomUUID();
    expect(outcome(await tap(shop, customerId, { requestKey }))).toBe('sold-out');
    const untouched = { points: 100, vouchers: [], gifts: [], codes: [], entries: [] };
    expect(await books(shop, customerId)).toEqual(untouched);
    await addReadyCodes(shop, FIVE, 1);
    expect(outcome(await tap(shop, customerId, { requestKey }))).toBe('taken');
  });

  it('gives its last codes to as many as there are, each one of its own', async () => {
    const shop = await rewardShop({ codes: 7 });
    const customers = await many(20, () => memberWith(shop, 100));
    const results = await Promise.all(customers.map((customerId) => tap(shop, customerId)));
    expect(tally(results.map(outcome))).toEqual({ taken: 7, 'sold-out': 13 });
    expect(new Set(results.flatMap((each) => (each.ok ? [each.voucher.code] : []))).size).toBe(7);
  });
});

describe('as many as the balance pays for', () => {
  it('C02 two taps for the whole balance at once: one has it, the other is told why not', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 100);
    const results = await many(2, () => tap(shop, customerId));
    expect(tally(results.map(outcome))).toEqual({ taken: 1, 'not-enough': 1 });
  });

  it('a hundred at once, for a balance of seven', async () => {
    const shop = await rewardShop({ codes: 100 });
    const customerId = await memberWith(shop, 799);
    const results = await many(100, () => tap(shop, customerId));
    expect(tally(results.map(outcome))).toEqual({ taken: 7, 'not-enough': 93 });
    const { points, vouchers, codes } = await books(shop, customerId);
    expect([points, vouchers.length, codes.length]).toEqual([99, 7, 7]);
  });

  it(
    'a thousand at once on one member: none is refused for being one of many',
    { timeout: 120_000 },
    async () => {
      const shop = await rewardShop({ codes: 60 });
      const customerId = await memberWith(shop, 4_000);
      const results = await many(1_000, () => tap(shop, customerId));
      expect(tally(results.map(outcome))).toEqual({ taken: 40, 'not-enough': 960 });
    },
  );

  it('fifty held are the most', async () => {
    const shop = await rewardShop({ codes: 60 });
    const customerId = await memberWith(shop, 6_000);
    const results = await many(60, () => tap(shop, customerId));
    expect(tally(results.map(outcome))).toEqual({ taken: 50, 'too-many-held': 10 });
  });

  it('gifts that wait for their code are among the fifty', async () => {
    const gift = reward({ key: 'gift', gives: { kind: 'amount', minor: 700 } });
    const shop = await rewardShop({ rewards: [FIVE, gift] });
    await pool().query(`delete from "RewardCode" where "shopId" = $1 and owner like 'reward/gift/%'`, [
      shop.id,
    ]);
    const customerId = await memberWith(shop, 1_000);
    const memberId = await memberIdOf(shop, customerId);
    for (let given = 0; given < 49; given += 1) {
      const hand = { rewardKey: 'gift', reason: 'x', note: '', requestKey: randomUUID(), madeBy: '1' };
      expect((await giveByHand(shop.id, memberId, hand)).ok).toBe(true);
    }
    expect(outcome(await tap(shop, customerId))).toBe('taken');
    expect(outcome(await tap(shop, customerId))).toBe('too-many-held');
  });
});

describe('C109 limits, at once', () => {
  const limited = (limits: Partial<typeof FIVE.limits>) => ({
    ...FIVE,
    limits: { ...FIVE.limits, ...limits },
  });

  it('per person', async () => {
    const of = limited({ perPerson: 2 });
    const shop = await rewardShop({ rewards: [of] });
    const customerId = await memberWith(shop, 1_000);
    const results = await many(10, () => tap(shop, customerId, { of }));
    expect(tally(results.map(outcome))).toEqual({ taken: 2, 'limit-person': 8 });
  });

  it('in all, from many members', async () => {
    const of = limited({ inAll: 10 });
    const shop = await rewardShop({ rewards: [of], codes: 40 });
    const customers = await many(40, () => memberWith(shop, 100));
    const results = await Promise.all(customers.map((customerId) => tap(shop, customerId, { of })));
    expect(tally(results.map(outcome))).toEqual({ taken: 10, 'limit-all': 30 });
  });

  it('what an order used counts no more once it was cancelled and all points are back', async () => {
    const of = limited({ perPerson: 1, inAll: 1 });
    const shop = await rewardShop({ rewards: [of] });
    const customerId = await memberWith(shop, 1_000);
    const taken = await tap(shop, customerId, { of });
    if (!taken.ok) throw new Error(outcome(taken));
    const bought = orderWith(taken.voucher, [500], { customerId });
    await tellAndApply(shop, bought);
    expect(outcome(await tap(shop, customerId, { of }))).toBe('limit-person');
    await tellAndApply(shop, later(bought, [1], { cancelledAt: '2026-11-21T12:00:00Z' }));
    expect(outcome(await tap(shop, customerId, { of }))).toBe('taken');
  });

  it('what was released counts no more, what is on its way back does', async () => {
    const of = limited({ perPerson: 1, inAll: 1 });
    const shop = await rewardShop({ rewards: [of] });
    const customerId = await memberWith(shop, 1_000);
    await tap(shop, customerId, { of });
    const become = (state: string) =>
      pool().query('update "Voucher" set state = $2 where "shopId" = $1', [shop.id, state]);
    await become('releasing');
    expect(outcome(await tap(shop, customerId, { of }))).toBe('limit-person');
    await become('released');
    expect(outcome(await tap(shop, customerId, { of }))).toBe('taken');
  });

  it('what was used after its points came back counts again, for the person, the day and all', async () => {
    const others = { perPerson: null, perPeriod: null, inAll: null };
    const perPeriod = { count: 1, period: 'day' } as const;
    for (const limits of [{ perPerson: 1 }, { perPeriod }, { inAll: 1 }]) {
      const of = limited({ ...others, ...limits });
      const shop = await rewardShop({ rewards: [of] });
      const customerId = await memberWith(shop, 1_000);
      const first = await tap(shop, customerId, { of });
      if (!first.ok) throw new Error(first.refusal.reason);
      await pool().query(
        `update "Voucher" set state = 'released', "releasedAt" = now() where "shopId" = $1`,
        [shop.id],
      );
      await tellAndApply(shop, orderWith(first.voucher, [500], { customerId }));
      expect(await voucherState(shop, first.voucher)).toMatchObject({ state: 'used', flag: 'used-late' });
      expect(outcome(await tap(shop, customerId, { of }))).toMatch(/^limit-/);
    }
  });

  test.each([
    ['day', '2026-11-21T22:59:59Z', '2026-11-21T23:00:00Z'],
    ['month, from June to July', '2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z'],
    ['week, over the clock change', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
    ['year', '2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z'],
  ])(
    'C37 per %s of the shop’s calendar: the last second and the first are two',
    async (name, last, first) => {
      const [period] = name.split(',') as ['day' | 'week' | 'month' | 'year'];
      const of = limited({ perPeriod: { count: 1, period } });
      const shop = await rewardShop({ rewards: [of] });
      const customerId = await memberWith(shop, 1_000);
      const at = (instant: string) => ({ of, at: new Date(instant) });
      expect(outcome(await tap(shop, customerId, at(last)))).toBe('taken');
      expect(outcome(await tap(shop, customerId, at(last)))).toBe('limit-period');
      expect(outcome(await tap(shop, customerId, at(first)))).toBe('taken');
      expect(outcome(await tap(shop, customerId, at(first)))).toBe('limit-period');
    },
  );
});

describe('C36 merged customers', () => {
  it('have one key: a tap of before is answered as it was, whoever asks', async () => {
    const shop = await rewardShop();
    const [kept, gone] = [await memberWith(shop, 300), await memberWith(shop, 300)];
    const requestKey = randomUUID();
    const before = await tap(shop, gone, { requestKey });
    await merge(shop, kept, gone);
    for (const customerId of [kept, gone]) {
      const after = await tap(shop, customerId, { requestKey });
      expect(after).toMatchObject({ ok: true, points: 500, voucher: before.ok && { ...before.voucher } });
    }
    expect(await books(shop, kept)).toMatchObject({ points: 500, vouchers: [] });
  });

  it('that both used one key before are answered, each tap with what it took', async () => {
    const shipping = reward({ key: 'shipping', gives: { kind: 'free-shipping', upToMinor: null } });
    const shop = await rewardShop({ rewards: [FIVE, shipping] });
    const [kept, gone] = [await memberWith(shop, 300), await memberWith(shop, 300)];
    const requestKey = randomUUID();
    const taps = [
      { of: FIVE, requestKey },
      { of: shipping, requestKey },
    ];
    const before = [await tap(shop, kept, taps[0]), await tap(shop, gone, taps[1])];
    await merge(shop, kept, gone);
    for (const [index, sent] of taps.entries()) {
      const { voucher } = before[index] as { voucher: object };
      expect(await tap(shop, kept, sent)).toMatchObject({ ok: true, points: 400, voucher });
    }
  });

  it('C02 from both accounts at once they pay with one balance', async () => {
    const shop = await rewardShop();
    const [kept, gone] = [await memberWith(shop, 300), await memberWith(shop, 400)];
    await merge(shop, kept, gone);
    const results = await many(20, (index) => tap(shop, index % 2 === 0 ? kept : gone));
    expect(tally(results.map(outcome))).toEqual({ taken: 7, 'not-enough': 13 });
    expect((await books(shop, kept)).points).toBe(0);
  });

  it('C109 have one limit', async () => {
    const of = { ...FIVE, limits: { ...FIVE.limits, perPerson: 1 } };
    const shop = await rewardShop({ rewards: [of] });
    const [kept, gone] = [await memberWith(shop, 300), await memberWith(shop, 300)];
    await tap(shop, gone, { of });
    await merge(shop, kept, gone);
    expect(outcome(await tap(shop, kept, { of }))).toBe('limit-person');
  });
});

it('a shop that isn’t there has nothing', async () => {
  const wish = { requestKey: randomUUID(), rewardKey: 'five', shown: shownHash(FIVE) };
  expect(await redeem(0, '1', wish)).toMatchObject({ refusal: { reason: 'unknown' } });
});
