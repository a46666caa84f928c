// By which ways a shop's customers hear, and what went out by them of late.
import { now } from '#app/clock.server.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { countNotices, kindsByFlow } from '#app/db/notices/notices.server.ts';
import { toldSwitches, type ToldSwitches } from '#app/db/notices/told-switches.server.ts';
import { pool } from '#app/db/pool.server.ts';

const SHOWN_MS = 30 * 24 * 3_600_000;
const SENT = ['told', 'telling', 'unsure'];

export type ReadHearing = {
  saved: ToldSwitches & { flow: NoticeKind[] };
  counts: Partial<Record<NoticeKind, { sent: number; refused: number }>>;
};

/** Throws when there is no such shop. */
export async function readHearing(shopId: number): Promise<ReadHearing> {
  const since = new Date(now().getTime() - SHOWN_MS);
  const [switches, flow, counted] = await Promise.all([
    toldSwitches(pool(), shopId),
    kindsByFlow(pool(), shopId),
    countNotices(pool(), shopId, since),
  ]);
  if (!switches) throw new Error(`shop ${shopId} is missing`);
  const counts: ReadHearing['counts'] = {};
  for (const { kind, state, count } of counted) {
    const of = (counts[kind] ??= { sent: 0, refused: 0 });
    if (SENT.includes(state)) of.sent += count;
    if (state === 'refused') of.refused += count;
  }
  return { saved: { flow, ...switches }, counts };
}
