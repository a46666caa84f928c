// What the merchant says about past orders: begin, stop, go on, count, let them earn, undo. Each only where it makes sense by now.
import { now } from '#app/clock.server.ts';
import {
  goOnFrom,
  isWorking,
  may,
  type PastAnswer,
  type PastCommand,
} from '#app/core/past-orders/past-step.ts';
import { dayIn, startOfDay } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { countThoseThatCouldEarn } from '#app/db/past-orders/past-members.server.ts';
import {
  beginPastOrders,
  changePastOrders,
  lockPastOrders,
  type PastChange,
  type PastOrdersRow,
} from '#app/db/past-orders/past-orders.server.ts';
import { withTransaction, type Queryable } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { cancelBulk } from '#app/shopify/admin-api/bulk-operations.ts';
import { log } from '#app/log.server.ts';

/** Under which rules, from which day, and what that came to. */
export type SeenCount = { version: number; awardsFrom: string | null; orders: number; points: number };

export type SaidAboutPast =
  /** `sinceDay` is the first day that is read; null: as far back as may be. */
  | { do: 'read'; sinceDay: string | null }
  | { do: 'count'; version: number; awardsFrom: string | null }
  /** What the merchant saw: what they agree to is what they looked at. */
  | { do: 'award'; seen: SeenCount }
  | { do: 'stop' | 'go-on' | 'undo' };

/** Safe to repeat: what is begun already isn't begun again. */
export async function sayAboutPast(
  shop: { id: number; domain: string },
  said: SaidAboutPast,
  askedBy: string,
): Promise<PastAnswer> {
  let bulkId: string | null = null;
  const answer = await withTransaction(async (client): Promise<PastAnswer> => {
    const row = await lockPastOrders(client, shop.id);
    if (isDoneAlready(row, said.do)) return { ok: true };
    if (!may(row?.step ?? null, said.do, row?.goesOnWith)) return { ok: false, refused: 'not-now' };
    if (said.do === 'read') {
      await beginPastOrders(client, shop.id, { sinceDay: said.sinceDay, askedBy, at: now() });
    } else if (row) {
      const program = await shopProgram(client, shop.id);
      if (said.do === 'count' && !program?.versions.some(({ number }) => number === said.version))
        return { ok: false, refused: 'no-version' };
      if (said.do === 'award' && !isWhatWasSeen(row, said.seen))
        return { ok: false, refused: 'counted-again' };
      if (said.do === 'award' && !(await isStillSo(client, shop.id, row, program?.timeZone ?? 'UTC')))
        return { ok: false, refused: 'changed' };
      if (said.do === 'stop' && row.step === 'made') bulkId = row.bulkId;
      const today = dayIn(program?.timeZone ?? 'UTC', now());
      await changePastOrders(client, shop.id, row.step, changeOf(row, said, today));
    }
    await enqueue(client, 'past_orders', { shopId: shop.id });
    return { ok: true };
  });
  if (bulkId !== null)
    await cancelBulk(shop.domain, bulkId).catch((error: unknown) => {
      // It ends by itself, and nobody reads its file.
      log.info({ err: error, shopId: shop.id }, 'a bulk operation could not be called off');
    });
  return answer;
}

function isWhatWasSeen({ version, awardsFrom, counted }: PastOrdersRow, seen: SeenCount): boolean {
  const isSame = counted?.orders === seen.orders && counted.points === seen.points;
  return isSame && version === seen.version && awardsFrom === seen.awardsFrom;
}

/** Orders that came, went or were moved since it was worked out would be given something else than what was agreed to. */
async function isStillSo(
  db: Queryable,
  shopId: number,
  { awardsFrom, counted }: PastOrdersRow,
  timeZone: string,
): Promise<boolean> {
  const from = awardsFrom === null ? null : startOfDay(timeZone, awardsFrom);
  const looked = counted?.looked;
  return looked === undefined || looked === (await countThoseThatCouldEarn(db, shopId, from));
}

/** A second click, or a second tab. */
function isDoneAlready(row: PastOrdersRow | null, command: PastCommand): boolean {
  if (!row) return false;
  const { step } = row;
  const at: Partial<Record<PastCommand, readonly string[]>> = {
    award: ['awarding', 'settling-awards', 'awarded'],
    undo: ['undoing', 'undone'],
    stop: ['stopped'],
    count: ['counting'],
  };
  if (command === 'go-on') return isWorking(step);
  return at[command]?.includes(step) ?? false;
}

function changeOf(
  row: PastOrdersRow,
  said: Exclude<SaidAboutPast, { do: 'read' }>,
  today: string,
): PastChange {
  const start = { dueAt: now(), afterMember: '0', goesOnWith: null, why: null } as const;
  switch (said.do) {
    case 'count':
      return {
        ...start,
        step: 'counting',
        version: said.version,
        awardsFrom: said.awardsFrom,
        counted: null,
      };
    case 'award':
      return { ...start, step: 'awarding', awardedOn: today, spentMembers: 0 };
    case 'undo':
      return { ...start, step: 'undoing', spentMembers: 0 };
    case 'stop':
      return { step: 'stopped', goesOnWith: isWorking(row.step) ? goOnFrom(row.step) : null, dueAt: null };
    case 'go-on':
      return { step: row.goesOnWith ?? 'asked', goesOnWith: null, why: null, dueAt: now() };
  }
}
