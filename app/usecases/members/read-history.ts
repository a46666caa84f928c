// A shopper's own history, as the shop's pages show it: the newest events first, in parts.
import { now } from '#app/clock.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { dayIn } from '#app/core/values/days.ts';
import { memberOfCustomer } from '#app/db/members/member-of-customer.server.ts';
import { memberEntries, type MemberEntry } from '#app/db/members/member-page.server.ts';
import { giftsOfHistory, whenWritten, type GiftOfHistory } from '#app/db/rewards/gifts-of-history.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

export type HistoryEvent = {
  /** Its number, behind which the history goes on. */
  id: string;
  /** Of what one cause moved at one time, at least one. */
  entries: readonly [MemberEntry, ...MemberEntry[]];
};

/** The newest first, what was given among what moved. */
export type ToldEvent = HistoryEvent | { gift: GiftOfHistory };

export type ReadHistory = {
  events: ToldEvent[];
  /** The number behind which the history goes on; null at its end. */
  next: string | null;
  timeZone: string;
  /** In the shop's calendar. */
  today: string;
  /** This and the cards: of the published program; null where there is no such shop. */
  names: ProgramRules['names'] | null;
  cards: ProgramRules['cards'];
};

const NOTHING = { events: [], next: null };

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
  const moved = eventsOf(entries);
  const last = moved.at(-1);
  const between = {
    from: hasMore && last ? writtenAt(last) : null,
    before: before === null ? null : await whenWritten(pool(), shopId, memberId, before),
  };
  const isElsewhere = before !== null && between.before === null;
  const gifts = isElsewhere ? [] : await giftsOfHistory(pool(), shopId, memberId, between);
  return { events: inOrder(moved, gifts), next: hasMore && last ? last.id : null, ...said };
}

/** That of the entry whose number the event has. */
function writtenAt({ id, entries: [first, ...rest] }: HistoryEvent): Date {
  return (rest.find((entry) => entry.id === id) ?? first).recordedAt;
}

function inOrder(moved: readonly HistoryEvent[], gifts: readonly GiftOfHistory[]): ToldEvent[] {
  const at = (event: ToldEvent) => ('gift' in event ? event.gift.at : writtenAt(event)).getTime();
  return [...moved, ...gifts.map((gift) => ({ gift }))].sort((one, other) => at(other) - at(one));
}

function eventsOf(entries: readonly MemberEntry[]): HistoryEvent[] {
  const ids = [...new Set(entries.map(({ event }) => event))];
  return ids.flatMap((id) => {
    const [first, ...rest] = entries.filter(({ event }) => event === id);
    return first ? [{ id, entries: [first, ...rest] }] : [];
  });
}
