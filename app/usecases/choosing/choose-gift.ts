// A shopper chooses one of the gifts that a moment offers: it is given in the same transaction, as it was offered, whatever became of
// the program. Chosen once, the same again is answered the same.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { decideChoice, type ChoiceRefusal } from '#app/core/choosing/decide-choice.ts';
import type { MomentExplanation } from '#app/core/moments/moment-explanation.ts';
import { isTask, type OfferedGift } from '#app/core/moments/moment-gift.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { isPoints } from '#app/core/rewards/gift.ts';
import { dayIn } from '#app/core/values/days.ts';
import { choicesBy, setChosen, type Choice } from '#app/db/choosing/choices.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { callWorkers } from '#app/db/upkeep/call-workers.server.ts';
import { changeMember, type MemberToChange } from '../members/change-member.ts';
import { giveBegun, type Giving } from '../rewards/give.ts';

/** `offer` is counted from 0, as the gift offers them. */
export type WantedChoice = { cause: string; offer: number };

/** `waits`: it is theirs, and its code is still being made. */
export type ChooseResult = { names: ProgramRules['names'] | null } & (
  { ok: true; gift: OfferedGift; waits: boolean } | { ok: false; refusal: ChoiceRefusal }
);

type Outcome = { ok: true; gift: OfferedGift; waits: boolean } | { ok: false; refusal: ChoiceRefusal };

const unknown: Outcome = { ok: false, refusal: { reason: 'unknown' } };

/** Safe to run twice and in parallel. */
export async function chooseGift(
  shopId: number,
  customerId: string,
  wanted: WantedChoice,
  at: Date = now(),
): Promise<ChooseResult> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return { ...unknown, names: null };
  const act = (client: PoolClient, of: MemberToChange | null) =>
    of ? choose(client, { shopId, program, wanted, at }, of.member) : Promise.resolve(unknown);
  // Whoever has nothing here has nothing to choose: no member is made of them.
  const outcome = await changeMember(shopId, { customerId, onlyKnown: true }, at, act);
  if (outcome.ok) await callWorkers();
  return { ...outcome, names: publishedVersion(program).rules.names };
}

type Request = { shopId: number; program: ShopProgram; wanted: WantedChoice; at: Date };

async function choose(client: PoolClient, request: Request, member: LockedMember): Promise<Outcome> {
  const { shopId, program, wanted, at } = request;
  const gifts = await choicesBy(client, shopId, member.id, wanted.cause);
  const today = dayIn(program.timeZone, at);
  const decision = decideChoice(gifts, wanted.offer, { blocked: member.blocked, today });
  if (decision.do === 'refuse') return { ok: false, refusal: decision.refusal };
  const { from, gift } = decision;
  if (decision.do === 'again') return { ok: true, gift, waits: from.state === 'waiting' };
  const chosen = { memberId: member.id, cause: wanted.cause, chosen: wanted.offer, gift, at };
  await setChosen(client, shopId, chosen);
  const waits = await bring(client, request, member, { from, gift });
  return { ok: true, gift, waits };
}

type Chosen = { from: Choice; gift: OfferedGift };

/** Whether its code has to be waited for. */
async function bring(
  client: PoolClient,
  request: Request,
  member: LockedMember,
  { from, gift }: Chosen,
): Promise<boolean> {
  const { shopId, program, wanted, at } = request;
  if (isTask(gift)) {
    await touchMembers(client, shopId, [member.id]);
    await enqueue(client, 'sync_members', { shopId });
    return false;
  }
  const { programVersion, momentKey } = from;
  const of = { momentKey: momentKey ?? '' };
  const because = { member, cause: wanted.cause, programVersion, givenAt: at, of };
  const giving: Giving = isPoints(gift)
    ? { ...because, gives: gift, explanation: explanationOf(from, gift.points, program) }
    : { ...because, gives: gift };
  const { waiting } = await giveBegun(client, shopId, [giving], { today: dayIn(program.timeZone, at), at });
  return waiting.length > 0;
}

/** The moment as its version has it. */
function explanationOf(from: Choice, points: number, { versions }: ShopProgram): MomentExplanation {
  const { programVersion: version, momentKey, on, openUntil } = from;
  const rules = versions.find(({ number }) => number === version)?.rules;
  const rule = rules?.moments?.find(({ key }) => key === momentKey);
  if (!rule) throw new Error(`version ${version} has no moment ${momentKey}`);
  return {
    v: 1,
    moment: rule.key,
    kind: rule.kind,
    title: rule.title,
    on,
    until: openUntil ?? on,
    points,
    version,
  };
}
