// Which notices are told now: marked in one transaction, so that two jobs never tell one both; the others are put off, or told nobody.
import { now } from '#app/clock.server.ts';
import { NOTICE_KINDS, noticeKind } from '#app/core/notices/notice-kinds.ts';
import { whenToTell } from '#app/core/notices/when-to-tell.ts';
import {
  lockDueNotices,
  readNotices,
  setNotices,
  type Become,
  type DueNotice,
  type NoticeName,
} from '#app/db/notices/notices.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';

/** Of one transaction. */
export const CLAIMED_AT_ONCE = 50;
/** So long an answer is waited for before nobody knows. */
const UNSURE_MS = 10 * 60_000;
const OFFERS = NOTICE_KINDS.filter((kind) => noticeKind(kind).class === 'offer');

type Claimed = { looked: number; toTell: DueNotice[] };

export function claimNotices(shopId: number, program: ShopProgram): Promise<Claimed> {
  return withTransaction(async (client) => {
    const at = now();
    const { looked, names } = await lockDueNotices(client, shopId, { at, limit: CLAIMED_AT_ONCE });
    const due = await readNotices(client, shopId, names, OFFERS);
    const decided = decideAll(due, program, at);
    await setNotices(
      client,
      shopId,
      decided.map(({ become }) => become),
    );
    return {
      looked,
      toTell: decided.flatMap(({ notice, become }) => (become.state === 'telling' ? [notice] : [])),
    };
  });
}

type Decided = { notice: DueNotice; become: Become };

/** In their order: what one is told counts for the next one to the same person. */
function decideAll(due: readonly DueNotice[], { timeZone }: ShopProgram, at: Date): Decided[] {
  const offeredAt = new Map<string, Date>();
  return due.map((notice): Decided => {
    const { memberId, kind, cause, toldId } = notice;
    const name: NoticeName = { memberId, kind, cause };
    if (notice.state === 'telling') {
      return { notice, become: { ...name, state: 'unsure', dueAt: null } };
    }
    if (notice.out) return { notice, become: { ...name, state: 'skipped', dueAt: null, why: 'out' } };
    const of = noticeKind(kind).class;
    const lastOfferAt = offeredAt.get(toldId) ?? notice.lastOfferAt;
    const when = whenToTell(of, { at, timeZone, lastOfferAt, lastOrderAt: notice.lastOrderAt });
    if (when > at) return { notice, become: { ...name, state: 'waiting', dueAt: when } };
    if (of === 'offer') offeredAt.set(toldId, at);
    const dueAt = new Date(at.getTime() + UNSURE_MS);
    return { notice, become: { ...name, state: 'telling', dueAt, toldAt: at } };
  });
}
