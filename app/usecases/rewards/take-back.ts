// The merchant takes back a reward that a member holds. What it cost comes back to the member, once the code is out of the world.
import { now } from '#app/clock.server.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { takeBackProblem, type TakeBackProblem } from '#app/core/rewards/take-back.ts';
import { lockStateOfVoucher } from '#app/db/rewards/vouchers.server.ts';
import { changeMember } from '../members/change-member.ts';
import { startRelease } from './start-release.ts';

export type TakeBackResult = { ok: true } | { ok: false; reason: 'refused'; problems: TakeBackProblem[] };

const refuse = (problem: TakeBackProblem): TakeBackResult => ({
  ok: false,
  reason: 'refused',
  problems: [problem],
});

export async function takeBack(
  shopId: number,
  memberId: string,
  { voucherId, reason, userId }: { voucherId: string; reason: string; userId: string },
  at = now(),
): Promise<TakeBackResult> {
  const problem = takeBackProblem(reason);
  if (problem) return refuse(problem);
  return changeMember(shopId, { memberId }, at, async (client, of) => {
    const isGone = !of || of.named.mergedIntoId !== null || isErasedCustomer(of.named.customerId);
    const state = isGone ? null : await lockStateOfVoucher(client, shopId, memberId, voucherId);
    // Done twice it is done once.
    if (state === 'releasing') return { ok: true };
    if (state !== 'held') return refuse({ field: null, reason: 'not-held' });
    const wanted = { ids: [voucherId], survivors: [memberId] };
    await startRelease(client, shopId, wanted, {
      why: 'withdrawn',
      by: { userId, reason: reason.trim() },
    });
    return { ok: true };
  });
}
