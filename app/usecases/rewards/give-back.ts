// The shopper gives a reward back for its points: they come once the code is out of the world.
import { now } from '#app/clock.server.ts';
import { cardOfReward } from '#app/core/discounts/card-reward.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { dayIn } from '#app/core/values/days.ts';
import { memberOfCustomer } from '#app/db/members/member-of-customer.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { lockVoucherOfPerson, type Voucher } from '#app/db/rewards/vouchers.server.ts';
import { changeMember } from '../members/change-member.ts';
import { startRelease } from './start-release.ts';

export type GiveBackRefused =
  /** None of this shop, or another person's: both are the same to whoever asks. */
  | 'unknown'
  | 'used'
  /** Its points are back already. */
  | 'released'
  /** It cost no points, so none would come back. */
  | 'free';

export type GiveBackResult =
  | { ok: true; voucher: Voucher; points: number; today: string; names: ProgramRules['names'] }
  | { ok: false; reason: GiveBackRefused };

/** Safe to repeat: what is on its way back goes on coming back. */
export async function giveBack(
  shopId: number,
  customerId: string,
  voucherId: string,
  at = now(),
): Promise<GiveBackResult> {
  const [program, memberId] = await Promise.all([
    shopProgram(pool(), shopId),
    memberOfCustomer(pool(), shopId, customerId),
  ]);
  if (!program || memberId === null) return { ok: false, reason: 'unknown' };
  return changeMember(shopId, { memberId }, at, async (client, of) => {
    const voucher = of && (await lockVoucherOfPerson(client, shopId, of.member.id, voucherId));
    if (!voucher) return { ok: false, reason: 'unknown' };
    const refused = whyNot(voucher);
    if (refused) return { ok: false, reason: refused };
    const wanted = { ids: [voucherId], survivors: [of.member.id] };
    await startRelease(client, shopId, wanted, { why: 'given-back' });
    const { names } = publishedVersion(program).rules;
    const said = { today: dayIn(program.timeZone, at), names };
    return { ok: true, voucher: { ...voucher, state: 'releasing' }, points: of.member.points, ...said };
  });
}

function whyNot({ state, price, reward }: Voucher): GiveBackRefused | null {
  if (state === 'used') return state;
  // A full card would only be given anew.
  if (price === 0 || cardOfReward(reward.key) !== null) return 'free';
  return state === 'released' ? state : null;
}
