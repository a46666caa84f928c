// A held reward is given back, taken back, or its last day passes: from then on it is on its way back, once.
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { shopsToRelease } from '#app/db/rewards/releases.server.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { dayIn } from '#app/core/values/days.ts';
import { followDays } from '#app/usecases/rewards/follow-days.ts';
import { takeBack } from '#app/usecases/rewards/take-back.ts';
import { nextId } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { books, FIVE, isRung, memberIdOf, memberWith, rewardShop, tap } from '#tests/support/rewards.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function held(options: Parameters<typeof rewardShop>[0] = {}, at = new Date('2026-11-21T10:00:00Z')) {
  const shop = await rewardShop(options);
  const customerId = await memberWith(shop, 300);
  const [of = FIVE] = options.rewards ?? [];
  const taken = await tap(shop, customerId, { of, at });
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return { shop, customerId, voucherId: taken.voucher.id };
}

async function released(shop: TestShop): Promise<unknown[]> {
  const { rows } = await pool().query<object>(
    `select state, "releaseWhy" as why, "takenBackBy" as by, "takenBackReason" as reason from "Voucher"
     where "shopId" = $1 order by id`,
    [shop.id],
  );
  return rows;
}

/** What the job does first, at an instant. */
const follow = (shop: TestShop, at: Date) => followDays(shop.id, dayIn('Europe/Paris', at));

const revOf = async (shop: TestShop, customerId: string) => {
  const { rows } = await pool().query<{ rev: number }>(
    'select rev from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  return rows[0]!.rev;
};

describe('given back by the shopper', () => {
  it('is on its way back, pages hear of it, and its points come later', async () => {
    const { shop, customerId, voucherId } = await held();
    const rev = await revOf(shop, customerId);
    const back = await giveBack(shop.id, customerId, voucherId);
    expect(back).toMatchObject({ ok: true, points: 200, voucher: { state: 'releasing' } });
    expect(await released(shop)).toEqual([{ state: 'releasing', why: 'given-back', by: null, reason: null }]);
    expect(await revOf(shop, customerId)).toBe(rev + 1);
    expect([await isRung(shop, 'release_vouchers'), await isRung(shop, 'sync_members')]).toEqual([
      true,
      true,
    ]);
    expect((await books(shop, customerId)).points).toBe(200);
  });

  it('twice and at once is given back once', async () => {
    const { shop, customerId, voucherId } = await held();
    const rev = await revOf(shop, customerId);
    const all = await Promise.all(Array.from({ length: 8 }, () => giveBack(shop.id, customerId, voucherId)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await revOf(shop, customerId)).toBe(rev + 1);
  });

  it.each(['used', 'released'] as const)('isn’t, once it is %s', async (state) => {
    const { shop, customerId, voucherId } = await held();
    await pool().query('update "Voucher" set state = $2 where id = $1', [voucherId, state]);
    expect(await giveBack(shop.id, customerId, voucherId)).toEqual({ ok: false, reason: state });
  });

  it('C62 isn’t by another member, in another shop, or where there is none', async () => {
    const { shop, customerId, voucherId } = await held();
    const [other, stranger] = [await rewardShop(), await memberWith(shop, 10)];
    await memberWith(other, 10, customerId);
    const unknown = { ok: false, reason: 'unknown' };
    expect(await giveBack(shop.id, stranger, voucherId)).toEqual(unknown);
    expect(await giveBack(other.id, customerId, voucherId)).toEqual(unknown);
    expect(await giveBack(shop.id, customerId, '999999999')).toEqual(unknown);
    expect(await released(shop)).toMatchObject([{ state: 'held' }]);
  });

  it('a gift isn’t: nothing would come back', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 10);
    const wish = { rewardKey: 'five', reason: 'x', note: '', requestKey: nextId(), madeBy: '42' };
    await giveByHand(shop.id, await memberIdOf(shop, customerId), wish);
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Voucher" where "shopId" = $1',
      [shop.id],
    );
    expect(await giveBack(shop.id, customerId, rows[0]!.id)).toEqual({ ok: false, reason: 'free' });
  });

  it('C36 is, by whom its owner was merged into', async () => {
    const { shop, customerId, voucherId } = await held();
    const kept = await memberWith(shop, 10);
    await merge(shop, kept, customerId);
    expect(await giveBack(shop.id, kept, voucherId)).toMatchObject({ ok: true });
  });
});

describe('taken back by the merchant', () => {
  it('is on its way back, with who did it and why, and twice is once', async () => {
    const { shop, customerId, voucherId } = await held();
    const id = await memberIdOf(shop, customerId);
    const wish = { voucherId, reason: 'Given by mistake', userId: '42' };
    expect(await takeBack(shop.id, id, wish)).toEqual({ ok: true });
    expect(await takeBack(shop.id, id, wish)).toEqual({ ok: true });
    const withdrawn = { state: 'releasing', why: 'withdrawn', by: '42', reason: 'Given by mistake' };
    expect(await released(shop)).toEqual([withdrawn]);
  });

  it('needs a reason, and a held one of this very member', async () => {
    const { shop, customerId, voucherId } = await held();
    const [id, other] = [
      await memberIdOf(shop, customerId),
      await memberIdOf(shop, await memberWith(shop, 1)),
    ];
    const wish = { voucherId, reason: 'x', userId: '42' };
    expect(await takeBack(shop.id, id, { ...wish, reason: ' ' })).toMatchObject({
      problems: [{ field: 'reason', reason: 'missing' }],
    });
    expect(await takeBack(shop.id, id, { ...wish, reason: 'x'.repeat(201) })).toMatchObject({
      problems: [{ field: 'reason', reason: 'too-long' }],
    });
    const notHeld = { problems: [{ field: null, reason: 'not-held' }] };
    expect(await takeBack(shop.id, other, wish)).toMatchObject(notHeld);
    expect(await takeBack((await rewardShop()).id, id, wish)).toMatchObject(notHeld);
    await pool().query(`update "Voucher" set state = 'used' where id = $1`, [voucherId]);
    expect(await takeBack(shop.id, id, wish)).toMatchObject(notHeld);
  });
});

describe('C45 past its last day', () => {
  // Taken on the 21st in Paris, for one day more: the 22nd is its last.
  const oneDay = { ...FIVE, lastsDays: 1 };

  it('is on its way back, by the shop’s calendar, and a bell rings for it', async () => {
    const { shop, customerId } = await held({ rewards: [oneDay] });
    const [last, over] = [new Date('2026-11-22T22:59:59Z'), new Date('2026-11-22T23:00:00Z')];
    expect(await shopsToRelease(pool(), last)).not.toContain(shop.id);
    await follow(shop, last);
    expect(await released(shop)).toMatchObject([{ state: 'held' }]);
    expect(await shopsToRelease(pool(), over)).toContain(shop.id);
    await Promise.all([follow(shop, over), follow(shop, over)]);
    expect(await released(shop)).toMatchObject([{ state: 'releasing', why: 'lapsed' }]);
    expect(await isRung(shop, 'sync_members')).toBe(true);
    expect((await books(shop, customerId)).points).toBe(200);
  });

  it('one that was used meanwhile stays used', async () => {
    const { shop, voucherId } = await held({ rewards: [oneDay] });
    await pool().query(`update "Voucher" set state = 'used' where id = $1`, [voucherId]);
    await follow(shop, new Date('2026-12-22T23:00:00Z'));
    expect(await released(shop)).toMatchObject([{ state: 'used' }]);
  });
});

it('on its first day pages show its code: a bell rings, and the member is told anew, once', async () => {
  const { shop, customerId } = await held({ rewards: [{ ...FIVE, usable: 'next-day' }] });
  const rev = await revOf(shop, customerId);
  const [before, begun] = [new Date('2026-11-21T22:59:59Z'), new Date('2026-11-21T23:00:00Z')];
  expect(await shopsToRelease(pool(), before)).not.toContain(shop.id);
  expect(await shopsToRelease(pool(), begun)).toContain(shop.id);
  for (let time = 0; time < 2; time += 1) await follow(shop, begun);
  expect(await revOf(shop, customerId)).toBe(rev + 1);
  expect(await shopsToRelease(pool(), begun)).not.toContain(shop.id);
});

it('C114 of an erased customer it is on its way back, to the row that is nobody’s', async () => {
  const { shop, customerId } = await held();
  await redact(shop, customerId);
  expect(await released(shop)).toMatchObject([{ state: 'releasing', why: 'erased' }]);
  expect(await isRung(shop, 'release_vouchers')).toBe(true);
});
