// A member's dates of life as the member's page shows them: those that the program asks for, those told before, and the words to which
// the member agreed, as they were then.
import { consentHash, lifeDateRules } from '#app/core/life-dates/life-date-request.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { Birthday } from '#app/core/moments/parse-birthday.ts';
import { UnreadableRules } from '#app/core/program/unreadable-rules.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { lifeDateLog, type LifeDateLine } from '#app/db/life-dates/life-date-log.server.ts';
import { lifeDatesOf } from '#app/db/life-dates/life-dates.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

/** `words`: to which the shopper agreed with it; null where nobody did, or the words are nowhere any more. */
export type MemberDateLine = Omit<LifeDateLine, 'momentKey' | 'consentHash'> & { words: Localized | null };

export type MemberLifeDate = {
  key: string;
  /** Null where no version has it any more. */
  title: Localized | null;
  /** The published program asks for it. */
  asked: boolean;
  date: Birthday | null;
  log: MemberDateLine[];
};

/** Those that are asked for first. */
export async function readMemberDates(shopId: number, memberId: string): Promise<MemberLifeDate[]> {
  const [{ asked, ever }, told, log] = await Promise.all([
    rulesOf(shopId),
    lifeDatesOf(pool(), shopId, memberId),
    lifeDateLog(pool(), shopId, memberId),
  ]);
  const keys = new Set([...asked.map(({ key }) => key), ...told.keys()]);
  return [...keys].map((key) => {
    const ofKey = [...ever].reverse().filter((rule) => rule.key === key);
    return {
      key,
      title: (asked.find((rule) => rule.key === key) ?? ofKey[0])?.title ?? null,
      asked: asked.some((rule) => rule.key === key),
      date: dateOf(told.get(key)?.date ?? null),
      log: log.filter(({ momentKey }) => momentKey === key).map((line) => lineOf(line, ofKey)),
    };
  });
}

const dateOf = (date: Birthday | null): Birthday | null =>
  date && { month: date.month, day: date.day, year: date.year };

function lineOf({ momentKey: _, consentHash: agreed, ...line }: LifeDateLine, rules: readonly MomentRule[]) {
  const rule = agreed === null ? null : rules.find((each) => consentHash(each) === agreed);
  return { ...line, words: rule?.consent ?? null };
}

/** Of all versions, the oldest first. Rules that can't be read name nothing, and what was told is shown all the same. */
async function rulesOf(shopId: number): Promise<{ asked: MomentRule[]; ever: MomentRule[] }> {
  try {
    const program = await shopProgram(pool(), shopId);
    if (!program) return { asked: [], ever: [] };
    const ever = program.versions.flatMap(({ rules }) => lifeDateRules(rules.moments));
    return { asked: lifeDateRules(publishedVersion(program).rules.moments), ever };
  } catch (error) {
    if (error instanceof UnreadableRules) return { asked: [], ever: [] };
    throw error;
  }
}
