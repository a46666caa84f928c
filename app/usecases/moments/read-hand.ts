// What the page of a moment by hand tells: how many members it is for, and how far the lists are that were given it.
import { now } from '#app/clock.server.ts';
import type { HandList } from '#app/core/moments/hand-list.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { dayIn } from '#app/core/values/days.ts';
import { listsOf, type ListProgress } from '#app/db/moments/moment-lists.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { countAmong } from '#app/db/who/members-among.server.ts';
import { waitingFor } from '../who/waiting-rules.ts';

const LISTS = 5;

/** @param rule as it is published */
export async function readHand(
  shop: { id: number; timeZone: string },
  rule: MomentRule | null,
): Promise<{ among: number; waits: boolean; lists: HandList[] } | null> {
  if (rule?.kind !== 'by-hand') return null;
  const { among } = await countAmong(pool(), shop.id, rule.who, dayIn(shop.timeZone, now()));
  const lists = await listsOf(pool(), shop.id, rule.key, LISTS);
  const waiting = await waitingFor(pool(), shop.id, rule.who);
  return {
    among: waiting.length > 0 ? 0 : among,
    waits: waiting.length > 0,
    lists: lists.map(handList),
  };
}

function handList({ requestKey, total, done, given, had, reason, finishedAt }: ListProgress): HandList {
  const finished = finishedAt !== null;
  const rest = { others: Math.max(0, done - given - had), unreached: finished ? total - done : 0 };
  return { key: requestKey, total, done, given, had, ...rest, reason, finished };
}
