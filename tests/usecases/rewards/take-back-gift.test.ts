// A gift that waits for its code, taken back by the merchant.
import { beforeEach, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { rewardsOfWaitingGifts } from '#app/db/rewards/waiting-gifts.server.ts';
import { readMember } from '#app/usecases/members/read-member.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { serveWaitingGifts } from '#app/usecases/rewards/serve-waiting-gifts.ts';
import { takeBackGift } from '#app/usecases/rewards/take-back-gift.ts';
import { nextId } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import {
  addReadyCodes,
  books,
  FIVE,
  isRung,
  memberIdOf,
  memberWith,
  rewardShop,
} from '#tests/support/rewards.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

let shop: TestShop;
let customerId: string;
let memberId: string;
let cause: string;

beforeEach(async () => {
  shop = await rewardShop({ codes: 0 });
  await begin();
});

async function begin(): Promise<void> {
  customerId = await memberWith(shop, 10);
  memberId = await memberIdOf(shop, customerId);
  const requestKey = nextId().padStart(8, '0');
  cause = `hand/${requestKey}`;
  await giveTo(memberId, requestKey);
}

async function giveTo(id: string, requestKey: string): Promise<void> {
  const wish = { rewardKey: 'five', reason: 'The cup came broken', note: '', requestKey, madeBy: '42' };
  expect(await giveByHand(shop.id, id, wish)).toEqual({ ok: true, waits: true });
}

const back = (of = memberId, more = {}) =>
  takeBackGift(shop.id, of, { cause, reason: ' By mistake ', userId: '43', ...more });
const NOT_HELD = { ok: false, reason: 'refused', problems: [{ field: null, reason: 'not-held' }] };

async function listed() {
  const read = await readMember({ id: shop.id, timeZone: 'Europe/Paris', currency: 'EUR' }, memberId, null);
  if (!read || 'mergedInto' in read) throw new Error('no such page');
  return read.rewards.list;
}

it('is never given a code, and says who took it back and why', async () => {
  expect(await back()).toEqual({ ok: true });
  expect(await back()).toEqual({ ok: true });
  await addReadyCodes(shop, FIVE, 1);
  expect(await serveWaitingGifts(shop.id)).toBe(0);
  expect(await books(shop, customerId)).toMatchObject({ gifts: ['withdrawn'], vouchers: [] });
  expect(await listed()).toMatchObject([
    { id: null, state: 'released', releaseWhy: 'withdrawn', takenBackReason: 'By mistake' },
  ]);
  expect(await isRung(shop, 'sync_members')).toBe(true);
});

it('C183 the value that was there for it alone is needed no more', async () => {
  expect(await rewardsOfWaitingGifts(pool(), shop.id)).toHaveLength(1);
  await back();
  expect(await rewardsOfWaitingGifts(pool(), shop.id)).toEqual([]);
  expect(await isRung(shop, 'sync_discounts')).toBe(true);
});

it('needs a reason, and a gift of this member in this shop', async () => {
  expect(await back(memberId, { reason: ' ' })).toMatchObject({ problems: [{ reason: 'missing' }] });
  const other = await memberIdOf(shop, await memberWith(shop, 10));
  expect(await back(other)).toEqual(NOT_HELD);
  expect(await back(memberId, { cause: 'hand/none' })).toEqual(NOT_HELD);
  const foreign = await rewardShop({ codes: 0 });
  const wish = { cause, reason: 'x', userId: '43' };
  expect(await takeBackGift(foreign.id, memberId, wish)).toEqual(NOT_HELD);
  expect(await books(shop, customerId)).toMatchObject({ gifts: ['waiting'] });
});

it('given its code a moment before, it is on its way back', async () => {
  await addReadyCodes(shop, FIVE, 1);
  await serveWaitingGifts(shop.id);
  expect(await back()).toEqual({ ok: true });
  expect(await books(shop, customerId)).toMatchObject({ gifts: ['given'], vouchers: ['releasing'] });
  expect(await back()).toEqual({ ok: true });
});

it('beside whoever gives it its code it ends one way or the other, and is held by nobody', async () => {
  for (let time = 0; time < 12; time += 1) {
    await pool().query(`update "RewardCode" set state = 'burnt' where "shopId" = $1 and state = 'ready'`, [
      shop.id,
    ]);
    if (time > 0) await begin();
    await addReadyCodes(shop, FIVE, 1);
    const [done] = await Promise.all([back(), serveWaitingGifts(shop.id), serveWaitingGifts(shop.id)]);
    expect(done).toEqual({ ok: true });
    const { gifts, vouchers } = await books(shop, customerId);
    const [ended] = gifts;
    expect([ended, vouchers]).toEqual(ended === 'withdrawn' ? ['withdrawn', []] : ['given', ['releasing']]);
  }
});

it('C36 of a merged customer it is taken back on the page of whoever they became', async () => {
  const kept = await memberWith(shop, 10);
  await merge(shop, kept, customerId);
  expect(await back()).toEqual(NOT_HELD);
  expect(await back(await memberIdOf(shop, kept))).toEqual({ ok: true });
});

it.each(['kept', 'gone'])(
  'C36 of two under one cause it is the one that waits, the %s customer’s',
  async (which) => {
    const [done, waiting] = [await memberWith(shop, 10), await memberWith(shop, 10)];
    const [doneId, waitingId] = [await memberIdOf(shop, done), await memberIdOf(shop, waiting)];
    const requestKey = nextId().padStart(8, '0');
    const under = { cause: `hand/${requestKey}` };
    await giveTo(doneId, requestKey);
    await back(doneId, under);
    await giveTo(waitingId, requestKey);
    await (which === 'kept' ? merge(shop, waiting, done) : merge(shop, done, waiting));
    expect(await back(which === 'kept' ? waitingId : doneId, under)).toEqual({ ok: true });
    expect(await books(shop, waiting)).toMatchObject({ gifts: ['withdrawn'] });
  },
);

it('C36 the reason goes when the customer is erased', async () => {
  await back();
  await redact(shop, customerId);
  const { rows } = await pool().query(
    'select "takenBackReason" as reason, "takenBackBy" as by from "Gift" where "memberId" = $1',
    [memberId],
  );
  expect(rows).toEqual([{ reason: null, by: '43' }]);
});
