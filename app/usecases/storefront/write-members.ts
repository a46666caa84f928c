// Writes members to Shopify, as many as one call takes, and as many calls at once as the shop's bucket pays for. A call is atomic: where
// Shopify refuses some, nobody of it is written, so those are noted, each alone, and the rest is written by the next call. So it is with
// one whom we can't read, and one for whom Shopify fails.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { SYNC_LEASE, withLease } from '#app/db/lease.server.ts';
import { pool, type Queryable } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import type { SyncMoment, UnsyncedMember } from '#app/db/storefront/sync.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { Pacing } from '#app/shopify/admin-api/pacing.ts';
import { noteRefused } from './note-refused.ts';
import { projectMembers, type Projected } from './project-members.ts';
import { NOBODY, together, writeBatch, type Outcome } from './write-batch.ts';

/** Shopify's limit of one `metafieldsSet`. */
const MOST_METAFIELDS = 25;
/** Most have two; where some have more, or numbers are switched on, fewer go into one call. */
export const MEMBERS_A_CALL = Math.floor(MOST_METAFIELDS / 2);
/** So many refused in a row, and nobody written, is a matter of the shop: it isn't worth asking about the others now. */
const MOST_IN_A_ROW = 2 * MEMBERS_A_CALL;
/** At once: until they are answered and marked the largest plan's bucket gains as many. */
const MOST_CALLS = 12;

export type SyncedShop = { id: number; domain: string; timeZone: string };

type Find = (db: Queryable, shopId: number, limit: number, moment: SyncMoment) => Promise<UnsyncedMember[]>;
/** `limit` members a call. */
type Size = { limit: number; calls: number };

type Within = { mostCalls?: number; stop: AbortSignal | undefined };

/** Writes whoever `find` finds, until there is nobody left or `mostCalls` were made. Throws Failures. */
export async function writeMembers(
  shop: SyncedShop,
  find: Find,
  { mostCalls = Infinity, stop }: Within,
): Promise<void> {
  const size: Size = { limit: MEMBERS_A_CALL, calls: 1 };
  const pacing = new Pacing(MOST_CALLS, stop);
  let inARow = 0;
  for (let made = 0; made < mostCalls;) {
    const { wrote, behind, refused, unnamed, failure, ...said } = await writeNext(shop, find, size);
    made += size.calls;
    // Whether that is one member's or everybody's is told by another question, which throws where Shopify answers nobody.
    if (failure) await callAdmin(shop.domain, appInstallationId, {});
    const noted = await noteRefused(shop, refused);
    inARow = wrote || (refused.length === 0 && !unnamed) ? 0 : inARow + noted;
    if (inARow > MOST_IN_A_ROW) throw new AdminRefused(shop.domain, `metafieldsSet: ${refused[0]?.code}`);
    if (!behind) return;
    // One by one they tell who it is.
    size.limit = unnamed ? 1 : MEMBERS_A_CALL;
    // Without the lease, and without a call that would only be refused.
    await pacing.hear(shop.domain, said);
    size.calls = Math.min(pacing.calls, mostCalls - made);
  }
}

/** The program is read after the members: of a publish in between, they show the new and stay behind. */
function writeNext(shop: SyncedShop, find: Find, size: Size): Promise<Outcome> {
  return withLease(SYNC_LEASE, { key: shop.id, domain: shop.domain }, async () => {
    const at = now();
    const today = dayIn(shop.timeZone, at);
    const most = size.limit * size.calls;
    const members = await find(pool(), shop.id, most, { at, today });
    const program = members.length > 0 ? await shopProgram(pool(), shop.id) : null;
    if (!program) return NOBODY;
    const { cards } = publishedVersion(program).rules;
    const { batch, unreadable } = projectMembers(shop, members, { cards, today });
    if (unreadable.length > 0) return { ...NOBODY, behind: true, refused: unreadable };
    const calls = inCalls(batch, size);
    const outcome = together(await allOf(calls.map((some) => writeBatch(shop, some, size.limit))));
    const isMore = members.length === most || calls.flat().length < batch.length;
    return { ...outcome, behind: outcome.behind || isMore };
  });
}

/** The lease lasts until each is answered, also where another one throws. */
async function allOf(calls: readonly Promise<Outcome>[]): Promise<Outcome[]> {
  await Promise.allSettled(calls);
  return Promise.all(calls);
}

/** As many calls as may be made, each as large as it may be. */
function inCalls(batch: readonly Projected[], size: Size): Projected[][] {
  const calls: Projected[][] = [];
  for (let start = 0; start < batch.length && calls.length < size.calls;) {
    const call = asManyAsFit(batch.slice(start, start + size.limit));
    calls.push(call);
    start += call.length;
  }
  return calls;
}

/** Each with all that is written of them, and what is taken away by the call that follows. */
function asManyAsFit(batch: readonly Projected[]): Projected[] {
  let left = MOST_METAFIELDS;
  const over = batch.findIndex(
    ({ metafields, droppedNumbers }) => (left -= metafields.length + droppedNumbers.length) < 0,
  );
  return batch.slice(0, over === -1 ? batch.length : over);
}
