// "100 points are 5.00: use as many as you like": taken, raised, lowered, used, to the last point.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { setBlocked } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { changeAmount, type ChangeResult } from '#app/usecases/rewards/change-amount.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { nextId, reward, rules } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { books, memberIdOf, memberWith, outcome, rewardShop, tally } from '#tests/support/rewards.ts';
import { addVersion, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { later, orderWith, voucherState } from '#tests/support/vouchers.ts';

useDatabase();

const ANY = reward({
  key: 'any',
  minimumMinor: null,
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: 5_000, sharePercent: 100 },
});

const anyShop = (of = ANY) => rewardShop({ rewards: [of] });

const take = (shop: TestShop, customerId: string, minor: number | undefined, of: Reward = ANY) =>
  redeem(shop.id, customerId, { requestKey: randomUUID(), rewardKey: of.key, shown: shownHash(of), minor });

async function held(shop: TestShop, customerId: string, minor: number, of?: Reward) {
  const taken = await take(shop, customerId, minor, of);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.voucher;
}

const change = (shop: TestShop, customerId: string, voucherId: string, minor: number) =>
  changeAmount(shop.id, customerId, { voucherId, minor });

const changed = (result: ChangeResult) => (result.ok ? result.points : result.refusal.reason);

describe('an amount', () => {
  it('C100 costs its points to the last one, with cents left over or without', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 120);
    expect(await take(shop, customerId, 600)).toMatchObject({ ok: true, points: 0, voucher: { price: 120 } });
    const other = await memberWith(shop, 120);
    // 3.51 are 70.2 points: 71 are taken.
    expect(await take(shop, other, 351)).toMatchObject({
      ok: true,
      points: 49,
      voucher: { price: 71, faceMinor: 351 },
    });
  });

  it('is refused below the least, above the most, beyond the balance, and without a number', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 200);
    const results = [];
    for (const minor of [99, 5_001, 1_001, undefined])
      results.push(outcome(await take(shop, customerId, minor)));
    expect(results).toEqual(['amount', 'amount', 'not-enough', 'changed']);
    expect(await books(shop, customerId)).toMatchObject({ points: 200, vouchers: [], entries: [] });
  });

  it('C07 of a hundred tries at one balance, as many are taken as it pays for', async () => {
    const shop = await rewardShop({ rewards: [ANY], codes: 100 });
    const customerId = await memberWith(shop, 120);
    const all = await Promise.all(Array.from({ length: 100 }, () => take(shop, customerId, 100)));
    expect(tally(all.map(outcome))).toEqual({ taken: 6, 'not-enough': 94 });
    expect(await books(shop, customerId)).toMatchObject({ points: 0 });
  });

  it('C03 a key that was sent for another amount is refused', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 200);
    const wish = { requestKey: randomUUID(), rewardKey: 'any', shown: shownHash(ANY) };
    const first = await redeem(shop.id, customerId, { ...wish, minor: 300 });
    expect(await redeem(shop.id, customerId, { ...wish, minor: 300 })).toEqual(first);
    expect(outcome(await redeem(shop.id, customerId, { ...wish, minor: 400 }))).toBe('other-contents');
  });
});

describe('an amount that changes', () => {
  it('C100 goes up and down in place: the same code, and the difference in points', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 120);
    const { id, code } = await held(shop, customerId, 600);
    const lower = await change(shop, customerId, id, 350);
    expect(lower).toMatchObject({ ok: true, points: 50, voucher: { code, price: 70, faceMinor: 350 } });
    expect(await change(shop, customerId, id, 350)).toEqual(lower);
    expect(await change(shop, customerId, id, 500)).toMatchObject({ ok: true, points: 20 });
    expect(await books(shop, customerId)).toMatchObject({ points: 20, entries: [-120, 50, -30] });
  });

  it('is refused beyond the balance and the bounds, and nothing moves', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 120);
    const { id } = await held(shop, customerId, 500);
    const tries = [];
    for (const minor of [601, 5_001, 99]) tries.push(changed(await change(shop, customerId, id, minor)));
    expect(tries).toEqual(['not-enough', 'amount', 'amount']);
    expect(await books(shop, customerId)).toMatchObject({ points: 20, entries: [-100] });
  });

  it('of another customer, another shop, none, or what is no such reward, is unknown', async () => {
    const shop = await anyShop();
    const owner = await memberWith(shop, 500);
    const { id } = await held(shop, owner, 500);
    const stranger = await memberWith(shop, 500);
    const elsewhere = await anyShop();
    await memberWith(elsewhere, 500, owner);
    const all = [
      await change(shop, stranger, id, 100),
      await change(shop, nextId(), id, 100),
      await change(elsewhere, owner, id, 100),
      await change(shop, owner, '999999999', 100),
    ];
    expect(all.map(changed)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('goes up only while the reward is offered just so, and down for as long as it is held', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 500);
    const { id } = await held(shop, customerId, 500);
    await addVersion(shop.id, 2, rules({ rewards: [{ ...ANY, cost: 200 }] }), '2026-11-21T12:00:00Z');
    expect(changed(await change(shop, customerId, id, 600))).toBe('changed');
    expect(changed(await change(shop, customerId, id, 400))).toBe(420);
  });

  it('C79 of somebody who is left out goes down only', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 500);
    const { id } = await held(shop, customerId, 500);
    await setBlocked(pool(), shop.id, await memberIdOf(shop, customerId), true);
    expect(changed(await change(shop, customerId, id, 600))).toBe('excluded');
    expect(changed(await change(shop, customerId, id, 400))).toBe(420);
  });

  it('ends once it is used, or on its way back', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 500);
    const used = await held(shop, customerId, 500);
    await tellAndApply(shop, { ...orderWith(used, [500]), customerId });
    const back = await held(shop, customerId, 500);
    await giveBack(shop.id, customerId, back.id);
    expect(changed(await change(shop, customerId, used.id, 100))).toBe('used');
    expect(changed(await change(shop, customerId, back.id, 100))).toBe('given-back');
  });

  it('C62 is the survivor’s after a merge', async () => {
    const shop = await anyShop();
    const [one, other] = [await memberWith(shop, 200), await memberWith(shop, 100)];
    const { id } = await held(shop, one, 500);
    await merge(shop, one, other);
    expect(await change(shop, other, id, 1_000)).toMatchObject({ ok: true, points: 100 });
  });

  it('C100 a hundred times, one after the other or at once, leaves the balance right to the point', async () => {
    const shop = await anyShop();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 90, max: 1_100 }), { minLength: 100, maxLength: 100 }),
        async (all) => {
          const customerId = await memberWith(shop, 200);
          const { id } = await held(shop, customerId, 500);
          for (const minor of all.slice(0, 50)) await change(shop, customerId, id, minor);
          await Promise.all(all.slice(50).map((minor) => change(shop, customerId, id, minor)));
          const { rows } = await pool().query<{ price: number; face: number }>(
            'select price::int, "faceMinor"::int as face from "Voucher" where id = $1',
            [id],
          );
          const { price, face } = rows[0]!;
          expect(price).toBe(Math.ceil((face * 100) / 500));
          expect((await books(shop, customerId)).points).toBe(200 - price);
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

describe('an order that used it', () => {
  it('C100 C116 of a cart that shrank gives back what it didn’t take', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 120);
    const voucher = await held(shop, customerId, 600);
    await tellAndApply(shop, { ...orderWith(voucher, [350]), customerId });
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 70 });
  });

  it('C100 paid while its amount was being lowered costs what the order took off', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 120);
    const voucher = await held(shop, customerId, 600);
    await change(shop, customerId, voucher.id, 350);
    const order = { ...orderWith(voucher, [600]), customerId };
    await tellAndApply(shop, order);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 120 });
    await tellAndApply(shop, later(order, [0]));
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 0 });
  });

  it('C103 of a guest or another customer takes nothing beyond its points', async () => {
    const shop = await anyShop();
    const customerId = await memberWith(shop, 120);
    const voucher = await held(shop, customerId, 600);
    const theirs = { ...orderWith(voucher, [700]), customerId: nextId() };
    await tellAndApply(shop, theirs);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 120, flag: 'beyond' });
  });
});
