// An amount that is ready to use is raised or lowered in place: its code stays, and points go the way that the difference says.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { decideAmount, type AmountRefusal } from '#app/core/rewards/decide-amount.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { memberOfCustomer } from '#app/db/members/member-of-customer.server.ts';
import { touchMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { changeOwnDiscounts } from '#app/db/rewards/own-discounts.server.ts';
import {
  changeAmount as writeAmount,
  lockVoucherOfPerson,
  type Voucher,
} from '#app/db/rewards/vouchers.server.ts';
import { changeMember, type MemberToChange } from '../members/change-member.ts';
import { inTurn } from '../members/in-turn.ts';
import { saidOf, type Said } from './redeem.ts';
import { settleVouchers } from './settle-vouchers.ts';

export type ChangeRefused =
  | AmountRefusal
  /** None of this shop, another person's, or none whose amount was chosen: all are the same to whoever asks. */
  | { reason: 'unknown' }
  | { reason: 'used' }
  /** It is on its way back, or back. */
  | { reason: 'given-back' };

export type ChangeResult =
  ({ ok: true; voucher: Voucher; points: number } & Said) | ({ ok: false; refusal: ChangeRefused } & Said);

export type AmountWish = {
  voucherId: string;
  /** What it shall take off, in minor units of the shop's currency. */
  minor: number;
};

/** Safe to repeat: what is asked for is the amount, and never a difference. */
export async function changeAmount(
  shopId: number,
  customerId: string,
  { voucherId, minor }: AmountWish,
  at = now(),
): Promise<ChangeResult> {
  const [program, memberId] = await Promise.all([
    shopProgram(pool(), shopId),
    memberOfCustomer(pool(), shopId, customerId),
  ]);
  const said = saidOf(program, at);
  if (!program || memberId === null) return { ok: false, refusal: { reason: 'unknown' }, ...said };
  const { rules } = publishedVersion(program);
  const act = async (client: PoolClient, of: MemberToChange | null): Promise<Outcome> => {
    const voucher = of && (await lockVoucherOfPerson(client, shopId, of.member.id, voucherId));
    const refused = whyNot(voucher);
    if (refused || !of || !voucher) return { ok: false, refusal: refused ?? { reason: 'unknown' } };
    const published = rules.rewards?.find(({ key }) => key === voucher.reward.key) ?? null;
    const { points, blocked } = of.member;
    const decided = decideAmount(
      { ...voucher, published, points, excluded: blocked, today: said.today },
      minor,
    );
    if (!decided.ok) return decided;
    const changed = { ...voucher, price: decided.price, faceMinor: minor };
    if (minor !== voucher.faceMinor) await write(client, shopId, of.member, changed, at);
    return { ok: true, voucher: changed, points: points + voucher.price - decided.price };
  };
  const turn = () => changeMember(shopId, { memberId }, at, act);
  return { ...(await inTurn(`${shopId}/${customerId}`, turn)), ...said };
}

type Outcome = { ok: true; voucher: Voucher; points: number } | { ok: false; refusal: ChangeRefused };

function whyNot(voucher: Voucher | null): ChangeRefused | null {
  // A gift's amount was chosen by whoever gave it.
  if (!voucher || voucher.reward.gives.kind !== 'any-amount' || voucher.price === 0)
    return { reason: 'unknown' };
  if (voucher.state === 'held') return null;
  return { reason: voucher.state === 'used' ? 'used' : 'given-back' };
}

/** The settlement takes or gives back what the new price says, as lots of the same days. */
async function write(
  client: PoolClient,
  shopId: number,
  member: LockedMember,
  { id, price, faceMinor }: Voucher & { faceMinor: number },
  at: Date,
): Promise<void> {
  await writeAmount(client, shopId, { id, price, faceMinor });
  if (await changeOwnDiscounts(client, shopId, [id])) await enqueue(client, 'own_discounts', { shopId });
  await settleVouchers(client, shopId, { voucherIds: [id], memberIds: [member.id], at });
  await touchMembers(client, shopId, [member.id]);
  await enqueue(client, 'sync_members', { shopId });
}
