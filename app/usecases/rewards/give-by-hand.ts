// The merchant gives a member a reward. Where no code is ready it waits, and whoever fills the pool serves it.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { noteOf } from '#app/core/ledger/adjustment.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { handCause } from '#app/core/rewards/cause.ts';
import { giftProblems, type GiftProblem, type WantedGift } from '#app/core/rewards/hand-gift.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { shortHash } from '#app/core/rewards/reward-value.ts';
import { MOST_HELD } from '#app/core/rewards/voucher.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { giftOfPerson } from '#app/db/rewards/gifts.server.ts';
import { heldByPerson } from '#app/db/rewards/vouchers.server.ts';
import { changeMember } from '../members/change-member.ts';
import { noticeOfGift } from '../notices/notice-of-gift.ts';
import { writeNotices } from '../notices/write-notices.ts';
import { give } from './give.ts';

export type GiveResult =
  /** `waits`: it gets its code as soon as one is ready. */
  { ok: true; waits: boolean } | { ok: false; reason: 'refused'; problems: GiftProblem[] };

const NO_REWARD: GiftProblem = { field: 'reward', reason: 'no-reward' };

const refuse = (...problems: GiftProblem[]): GiveResult => ({ ok: false, reason: 'refused', problems });

type Request = {
  shopId: number;
  wanted: WantedGift;
  /** Null where the program has none of this key. */
  reward: Reward | null;
  programVersion: number;
  requestHash: string;
  today: string;
  at: Date;
};

/** Safe to run twice and in parallel: the request key is the cause. */
export async function giveByHand(
  shopId: number,
  memberId: string,
  wanted: WantedGift,
  at = now(),
): Promise<GiveResult> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return refuse({ field: null, reason: 'no-member' });
  const { number, rules } = publishedVersion(program);
  const reward = rules.rewards?.find(({ key }) => key === wanted.rewardKey) ?? null;
  const problems = giftProblems(wanted);
  if (problems.length > 0) return refuse(...(reward ? [] : [NO_REWARD]), ...problems);
  const requestHash = shortHash(
    JSON.stringify([wanted.rewardKey, wanted.reason.trim(), noteOf(wanted.note)]),
  );
  const today = dayIn(program.timeZone, at);
  const request = { shopId, wanted, reward, programVersion: number, requestHash, today, at };
  return changeMember(shopId, { memberId }, at, async (client, of) => {
    // Whoever was merged or erased, or left, is given nothing on their own page.
    const isGone =
      !of || of.named.mergedIntoId !== null || of.member.isLeft || isErasedCustomer(of.named.customerId);
    return isGone ? refuse({ field: null, reason: 'no-member' }) : carryOut(client, request, of.member);
  });
}

async function carryOut(client: PoolClient, request: Request, member: LockedMember): Promise<GiveResult> {
  const { shopId, wanted, reward, programVersion, requestHash, today, at } = request;
  const cause = handCause(wanted.requestKey);
  const before = await giftOfPerson(client, shopId, member.id, { cause, requestHash });
  if (before && before.requestHash !== requestHash) return refuse({ field: null, reason: 'other-request' });
  if (before) return { ok: true, waits: before.state === 'waiting' };
  if (!reward) return refuse(NO_REWARD);
  if ((await heldByPerson(client, shopId, member.id)) >= MOST_HELD) {
    return refuse({ field: null, reason: 'too-many-held' });
  }
  const by = { madeBy: wanted.madeBy, reason: wanted.reason.trim(), note: noteOf(wanted.note) };
  const what = {
    member,
    cause,
    gives: reward,
    programVersion,
    givenAt: at,
    asked: { by, hash: requestHash },
  };
  const { given, waiting } = await give(client, shopId, [what], { today, at });
  await writeNotices(
    client,
    shopId,
    [...given, ...waiting].map((each) => noticeOfGift(each, today)),
    at,
  );
  return { ok: true, waits: waiting.length > 0 };
}
