// What a choice would bring, before the shopper makes it: nothing is locked, and nothing given.
import { now } from '#app/clock.server.ts';
import { decideChoice } from '#app/core/choosing/decide-choice.ts';
import { dayIn } from '#app/core/values/days.ts';
import { choicesBy } from '#app/db/choosing/choices.server.ts';
import { memberOfCustomer } from '#app/db/members/member-of-customer.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import type { ChooseResult, WantedChoice } from './choose-gift.ts';

const unknown = { ok: false, refusal: { reason: 'unknown' } } as const;

/** That somebody is left out is said once they choose. */
export async function lookAtChoice(
  shopId: number,
  customerId: string,
  { cause, offer }: WantedChoice,
  at: Date = now(),
): Promise<ChooseResult> {
  const [program, memberId] = await Promise.all([
    shopProgram(pool(), shopId),
    memberOfCustomer(pool(), shopId, customerId),
  ]);
  if (!program) return { ...unknown, names: null };
  const { names } = publishedVersion(program).rules;
  const gifts = memberId === null ? [] : await choicesBy(pool(), shopId, memberId, cause);
  const today = dayIn(program.timeZone, at);
  const decision = decideChoice(gifts, offer, { blocked: false, today });
  if (decision.do === 'refuse') return { ok: false, refusal: decision.refusal, names };
  return { ok: true, gift: decision.gift, waits: false, names };
}
