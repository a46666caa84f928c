// A shopper's own history, as the shop's pages show it: the newest events first, in parts.
import { now } from '#app/clock.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { dayIn } from '#app/core/values/days.ts';
import { memberOfCustomer } from '#app/db/members/member-of-customer.server.ts';
import { memberEntries, type MemberEntry } from '#app/db/members/member-page.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

export type HistoryEvent = {
  /** Its number, behind which the history goes on. */
  id: string;
  /** Of what one cause moved at one time, at least one. */
  entries: readonly [MemberEntry, ...MemberEntry[]];
};

export type ReadHistory = {
  events: HistoryEvent[];
  hasMore: boolean;
  timeZone: string;
  /** In the shop's calendar. */
  today: string;
  /** This and the cards: of the published program; null where there is no such shop. */
  names: ProgramRules['names'] | null;
  cards: ProgramRules['cards'];
};

const NOTHING = { events: [], hasMore: false };

/** @param before id of the event that the history goes on behind; null for the newest */
export async function readHistory(
  shopId: number,
  customerId: string,
  before: string | null,
  at = now(),
): Promise<ReadHistory> {
  const [program, memberId] = await Promise.all([
    shopProgram(pool(), shopId),
    memberOfCustomer(pool(), shopId, customerId),
  ]);
  if (!program) return { ...NOTHING, timeZone: 'UTC', today: dayIn('UTC', at), names: null, cards: [] };
  const { names, cards } = publishedVersion(program).rules;
  const { timeZone } = program;
  const said = { timeZone, today: dayIn(timeZone, at), names, cards };
  if (memberId === null) return { ...NOTHING, ...said };
  const { entries, hasMore } = await memberEntries(pool(), shopId, memberId, before);
  return { events: eventsOf(entries), hasMore, ...said };
}

function eventsOf(entries: readonly MemberEntry[]): HistoryEvent[] {
  const ids = [...new Set(entries.map(({ event }) => event))];
  return ids.flatMap((id) => {
    const [first, ...rest] = entries.filter(({ event }) => event === id);
    return first ? [{ id, entries: [first, ...rest] }] : [];
  });
}
