// The merchant takes back a gift that waits for its code: it never gets one. Where it was given one a moment before, that is taken
// back, as any other reward.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { takeBackProblem } from '#app/core/rewards/take-back.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers } from '#app/db/members/members.server.ts';
import { giftToTakeBack, withdrawGift } from '#app/db/rewards/taken-back-gifts.server.ts';
import { changeMember } from '../members/change-member.ts';
import { startRelease } from './start-release.ts';
import type { TakeBackResult } from './take-back.ts';

type Wish = { cause: string; reason: string; userId: string };

/** Safe to run twice, and beside whoever serves gifts that wait: both lock the member. */
export async function takeBackGift(
  shopId: number,
  memberId: string,
  wish: Wish,
  at = now(),
): Promise<TakeBackResult> {
  const problem = takeBackProblem(wish.reason);
  if (problem) return { ok: false, reason: 'refused', problems: [problem] };
  return changeMember(shopId, { memberId }, at, async (client, of) => {
    const isGone = !of || of.named.mergedIntoId !== null || isErasedCustomer(of.named.customerId);
    const isBack = !isGone && (await carryOut(client, { shopId, memberId, ...wish }));
    if (isBack) return { ok: true };
    return { ok: false, reason: 'refused', problems: [{ field: null, reason: 'not-held' }] };
  });
}

/** Returns whether it is back, or on its way. */
async function carryOut(
  client: PoolClient,
  { shopId, memberId, cause, reason, userId }: Wish & { shopId: number; memberId: string },
): Promise<boolean> {
  const gift = await giftToTakeBack(client, shopId, memberId, cause);
  const by = { userId, reason: reason.trim() };
  switch (gift?.state) {
    case 'waiting':
      await withdrawGift(client, shopId, { memberId: gift.memberId, cause }, by);
      await touchMembers(client, shopId, [memberId]);
      await enqueue(client, 'sync_members', { shopId });
      // A value that is published no more was there for it alone.
      await enqueue(client, 'sync_discounts', { shopId });
      return true;
    case 'held':
      await startRelease(
        client,
        shopId,
        { ids: [gift.voucherId], survivors: [memberId] },
        { why: 'withdrawn', by },
      );
      return true;
    // Done twice it is done once.
    case 'taken-back':
      return true;
    case undefined:
      return false;
  }
}
