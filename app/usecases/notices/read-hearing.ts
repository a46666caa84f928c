// By which ways a shop's customers hear, and what went out by them of late.
import { now } from '#app/clock.server.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { countNotices, countNoticesByMoment, kindsByFlow } from '#app/db/notices/notices.server.ts';
import { toldSwitches, type ToldSwitches } from '#app/db/notices/told-switches.server.ts';
import { pool } from '#app/db/pool.server.ts';

const SHOWN_MS = 30 * 24 * 3_600_000;
const SENT = ['told', 'telling', 'unsure'];

type Counts = { sent: number; refused: number };

export type ReadHearing = {
  saved: ToldSwitches & { flow: NoticeKind[] };
  counts: Partial<Record<NoticeKind, Counts>>;
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
  const counts = summed(counted.map(({ kind, ...rest }) => ({ name: kind, ...rest })));
  return { saved: { flow, ...switches }, counts };
}

/** How customers hear of what moments bring: which kinds go to Flow, and what went out, by the moment's key. */
export type MomentHearing = { flow: NoticeKind[]; heard: Record<string, Counts> };

export async function readMomentHearing(shopId: number): Promise<MomentHearing> {
  const since = new Date(now().getTime() - SHOWN_MS);
  const [flow, counted] = await Promise.all([
    kindsByFlow(pool(), shopId),
    countNoticesByMoment(pool(), shopId, since),
  ]);
  return { flow, heard: summed(counted.map(({ key, ...rest }) => ({ name: key, ...rest }))) };
}

function summed(counted: readonly { name: string; state: string; count: number }[]): Record<string, Counts> {
  const counts: Record<string, Counts> = {};
  for (const { name, state, count } of counted) {
    const of = (counts[name] ??= { sent: 0, refused: 0 });
    if (SENT.includes(state)) of.sent += count;
    if (state === 'refused') of.refused += count;
  }
  return counts;
}
