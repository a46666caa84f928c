// Points become a reward: the debit and the code in one transaction, or neither. The request key is made once per tap, so that a
// double click or a repeated request takes once and gets the same answer, whatever has become of it since.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { calendarPeriod } from '#app/core/rewards/calendar-period.ts';
import { redeemCause } from '#app/core/rewards/cause.ts';
import {
  decideRedeem,
  priceOf,
  type RedeemDecision,
  type RedeemRefusal,
} from '#app/core/rewards/decide-redeem.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash, shortHash } from '#app/core/rewards/reward-value.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import type { VoucherExplanation } from '#app/core/rewards/voucher-explanation.ts';
import { dayIn } from '#app/core/values/days.ts';
import { POINTS } from '#app/core/values/units.ts';
import { callWorkers } from '#app/db/upkeep/call-workers.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { writeLedger } from '#app/db/ledger/ledger.server.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { lookBeforeRedeeming, type RedeemKnown } from '#app/db/rewards/redeeming.server.ts';
import { countTakenInAll } from '#app/db/rewards/reward-counts.server.ts';
import { redeemVoucher, type Voucher } from '#app/db/rewards/vouchers.server.ts';
import { stopWaiting } from '#app/db/storefront/refused-members.server.ts';
import { changeMember, type MemberToChange } from '../members/change-member.ts';
import { inTurn } from '../members/in-turn.ts';
import { takeOwnCode } from './own/take-own-code.ts';

export type RedeemWish = {
  requestKey: string;
  rewardKey: string;
  /** `shownHash` of the reward as the page showed it. */
  shown: string;
  /** Of any amount: the one that the shopper chose, in minor units of the shop's currency. */
  minor?: number | undefined;
};

export type RedeemResult =
  ({ ok: true; voucher: Voucher; points: number } & Said) | ({ ok: false; refusal: RedeemRefused } & Said);

/** What an answer needs to be said: the shop's day and currency, and how its points are called; null where there is no such shop. */
export type Said = { today: string; currency: string; names: ProgramRules['names'] | null };

export type RedeemRefused =
  | RedeemRefusal
  /** No such shop, or the program has no such reward any more. */
  | { reason: 'unknown' }
  /** It isn't what the page showed. `cost` is what it costs now. */
  | { reason: 'changed'; cost: number }
  /** No code is ready. */
  | { reason: 'sold-out' }
  /** The same key was used for something else. */
  | { reason: 'other-contents' };

type Request = {
  shopId: number;
  cause: string;
  requestHash: string;
  /** Null where the program has none of this key. */
  reward: Reward | null;
  shown: string;
  minor: number | undefined;
  programVersion: number;
  timeZone: string;
  today: string;
  at: Date;
};

/** Everything that was done before is undone. */
class NoCodeReady extends Error {}

export async function redeem(
  shopId: number,
  customerId: string,
  wish: RedeemWish,
  at = now(),
): Promise<RedeemResult> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return { ok: false, refusal: { reason: 'unknown' }, ...saidOf(null, at) };
  const { number, rules } = publishedVersion(program);
  const said = saidOf(program, at);
  const { today } = said;
  const reward = rules.rewards?.find(({ key }) => key === wish.rewardKey) ?? null;
  const cause = redeemCause(wish.requestKey);
  const { shown, minor } = wish;
  const requestHash = shortHash(
    JSON.stringify([wish.rewardKey, shown, ...(minor === undefined ? [] : [minor])]),
  );
  const { timeZone } = program;
  const wanted = { cause, requestHash, reward, shown, minor };
  const request = { shopId, ...wanted, programVersion: number, timeZone, today, at };
  const outcome = await inTurn(`${shopId}/${customerId}`, () => redeemOf(request, customerId));
  if (outcome.ok) await callWorkers();
  return { ...outcome, ...said };
}

/** Where there is no such shop, no money is said. */
export function saidOf(program: ShopProgram | null, at: Date): Said {
  const names = program && publishedVersion(program).rules.names;
  return { today: dayIn(program?.timeZone ?? 'UTC', at), currency: program?.currency ?? 'EUR', names };
}

type Outcome = { ok: true; voucher: Voucher; points: number } | { ok: false; refusal: RedeemRefused };

async function redeemOf(request: Request, customerId: string): Promise<Outcome> {
  const { shopId, at } = request;
  try {
    const act = (client: PoolClient, of: MemberToChange | null) =>
      of ? carryOut(client, request, of.member) : Promise.resolve(refuse(withoutPoints(request)));
    // Whoever has nothing here has nothing to take: no member is made of them.
    return await changeMember(shopId, { customerId, onlyKnown: true }, at, act, 'once');
  } catch (error) {
    if (!(error instanceof NoCodeReady)) throw error;
    await withTransaction((client) => enqueue(client, 'fill_codes', { shopId }));
    return refuse({ reason: 'sold-out' });
  }
}

const refuse = (refusal: RedeemRefused): Outcome => ({ ok: false, refusal });

function withoutPoints(request: Request): RedeemRefused {
  const { reward, minor } = request;
  if (!reward) return { reason: 'unknown' };
  return whatChanged(reward, request) ?? { reason: 'not-enough', missing: priceOf(reward, minor ?? null) };
}

/** An amount is chosen where any can be had, and nowhere else. */
function whatChanged(reward: Reward, { shown, minor }: Request): RedeemRefused | null {
  const isChosen = reward.gives.kind === 'any-amount';
  const isSame = shownHash(reward) === shown && isChosen === (minor !== undefined);
  return isSame ? null : { reason: 'changed', cost: reward.cost };
}

async function carryOut(client: PoolClient, request: Request, member: LockedMember): Promise<Outcome> {
  const { shopId, cause, requestHash, reward, timeZone, today } = request;
  const period = reward?.limits.perPeriod?.period ?? 'day';
  const periodFrom = calendarPeriod(period, today).from;
  const asked = { shopId, memberId: member.id, cause, requestHash, rewardKey: reward?.key ?? '' };
  const look = { ...asked, timeZone, periodFrom };
  const { perPerson = null, perPeriod = null } = reward?.limits ?? {};
  const counts = perPerson !== null || perPeriod !== null;
  const known = await lookBeforeRedeeming(client, { ...look, counts });
  if (known.before) return again(known.before, request, member);
  if (!reward) return refuse({ reason: 'unknown' });
  const changed = whatChanged(reward, request);
  if (changed) return refuse(changed);
  const decision = decideRedeem(reward, await stateOf(client, request, reward, member, known), request.minor);
  if (!decision.ok) return decision;
  const voucher = await take(client, { ...request, reward }, member, known.voucherId, decision);
  return { ok: true, voucher, points: member.points };
}

/** The same key: the same answer, with what has become of it. */
function again(
  before: NonNullable<RedeemKnown['before']>,
  { requestHash }: Request,
  { points }: LockedMember,
): Outcome {
  const { voucher } = before;
  if (before.requestHash !== requestHash || !voucher) return refuse({ reason: 'other-contents' });
  return { ok: true, voucher, points };
}

async function stateOf(
  client: PoolClient,
  { shopId, today }: Request,
  { key, limits }: Reward,
  { points, blocked }: LockedMember,
  known: RedeemKnown,
) {
  const { inAll } = limits;
  const takenInAll = inAll === null ? 0 : await countTakenInAll(client, shopId, key, inAll);
  return { ...known, today, excluded: blocked, points, takenInAll };
}

type Accepted = Extract<RedeemDecision, { ok: true }>;

/**
 * The code first: without one everything is rolled back, and nothing was taken. What is debited is a figure of the shop's day as
 * well, for which others of the shop wait until the commit: that comes last.
 */
async function take(
  client: PoolClient,
  request: Request & { reward: Reward },
  member: LockedMember,
  id: string,
  accepted: Accepted,
): Promise<Voucher> {
  const { shopId, cause, requestHash, reward, programVersion, today, at } = request;
  const { price, faceMinor, validFrom, validUntil } = accepted;
  const memberId = member.id;
  const voucher = { id, memberId, cause, reward, price, faceMinor, validFrom, validUntil };
  const value = `reward/${reward.key}/${rewardValueHash(reward)}/`;
  const terms = { programVersion, heldAt: at, heldOn: today };
  const wanted = { ...voucher, ...terms, value };
  const given =
    (await redeemVoucher(client, shopId, wanted, requestHash)) ??
    (await takeOwnCode(client, shopId, wanted, requestHash));
  if (!given) throw new NoCodeReady();
  // The shopper is there, so Shopify has the customer after all.
  if (member.waits) await stopWaiting(client, shopId, [memberId]);
  await debit(client, request, member, id, price);
  return { ...voucher, ...given, state: 'held' };
}

async function debit(
  client: PoolClient,
  { shopId, reward, programVersion, at }: Request & { reward: Reward },
  member: LockedMember,
  voucherId: string,
  price: number,
): Promise<void> {
  const { title } = reward;
  const explanation: VoucherExplanation = { v: 1, title, why: 'redeemed', price, used: price, orders: [] };
  const source = { kind: 'redeem', sourceKey: `voucher/${voucherId}/1`, orderId: null } as const;
  const what = { unit: POINTS, cardSize: null, amount: -price, programVersion, explanation } as const;
  const posting = { member, ...source, ...what, voucherId, voucherIsNew: true, occurredAt: at } as const;
  await writeLedger(client, shopId, { postings: [posting], pending: [], rings: 'sync_members' }, at);
}
