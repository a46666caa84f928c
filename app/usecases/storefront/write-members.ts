// Writes members to Shopify, as many as one call takes. A call is atomic: where Shopify refuses some, nobody is written,
// so those are noted, each alone, and the rest is written by the next call. So it is with one whom we can't read, and one
// for whom Shopify fails.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { SYNC_LEASE, withLease } from '#app/db/lease.server.ts';
import { pool, type Queryable } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { tryAgainNow, type RefusedMember } from '#app/db/storefront/refused-members.server.ts';
import { markSynced, type SyncMoment, type UnsyncedMember } from '#app/db/storefront/sync.server.ts';
import { AdminRefused, AdminUnavailable, type Failure } from '#app/errors.ts';
import { membersSynced } from '#app/metrics/work-metrics.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import {
  codesByElement,
  setMetafields,
  UNKNOWN_CODE,
  type MetafieldError,
} from '#app/shopify/admin-api/set-metafields.ts';
import { dropNumbers } from '../notices/drop-numbers.ts';
import { noteRefused } from './note-refused.ts';
import { projectMembers, type Projected } from './project-members.ts';

/** Shopify's limit of one `metafieldsSet`. */
const MOST_METAFIELDS = 25;
/** Most have two; where some have more, or numbers are switched on, fewer go into one call. */
export const MEMBERS_A_CALL = Math.floor(MOST_METAFIELDS / 2);
/** So many refused in a row, and nobody written, is a matter of the shop: it isn't worth asking about the others now. */
const MOST_IN_A_ROW = 2 * MEMBERS_A_CALL;

export type SyncedShop = { id: number; domain: string; timeZone: string };

type Find = (db: Queryable, shopId: number, limit: number, moment: SyncMoment) => Promise<UnsyncedMember[]>;

/** `behind`: somebody stays to be written. `unnamed`: Shopify refuses some and doesn't say whom, or `failure`. */
type Outcome = {
  behind: boolean;
  refused: readonly RefusedMember[];
  unnamed: boolean;
  failure?: Failure;
};
const NOBODY: Outcome = { behind: false, refused: [], unnamed: false };

/** Writes whoever `find` finds, until there is nobody left or `mostCalls` were made. Throws Failures. */
export async function writeMembers(shop: SyncedShop, find: Find, mostCalls = Infinity): Promise<void> {
  let limit = MEMBERS_A_CALL;
  let inARow = 0;
  for (let calls = 0; calls < mostCalls; calls += 1) {
    const { behind, refused, unnamed, failure } = await writeNext(shop, find, limit);
    // Whether that is one member's or everybody's is told by another question, which throws where Shopify answers nobody.
    if (failure) await callAdmin(shop.domain, appInstallationId, {});
    inARow = refused.length === 0 && !unnamed ? 0 : inARow + (await noteRefused(shop, refused));
    if (inARow > MOST_IN_A_ROW) throw new AdminRefused(shop.domain, `metafieldsSet: ${refused[0]?.code}`);
    if (!behind) return;
    // One by one they tell who it is.
    limit = unnamed ? 1 : MEMBERS_A_CALL;
  }
}

/** The program is read after the members: of a publish in between, they show the new and stay behind. */
function writeNext(shop: SyncedShop, find: Find, limit: number): Promise<Outcome> {
  return withLease(SYNC_LEASE, { key: shop.id, domain: shop.domain }, async () => {
    const at = now();
    const today = dayIn(shop.timeZone, at);
    const members = await find(pool(), shop.id, limit, { at, today });
    const program = members.length > 0 ? await shopProgram(pool(), shop.id) : null;
    if (!program) return NOBODY;
    const { cards } = publishedVersion(program).rules;
    const { batch, unreadable } = projectMembers(shop, members, { cards, today });
    if (unreadable.length > 0) return { behind: true, refused: unreadable, unnamed: false };
    const taken = asManyAsFit(batch);
    const outcome = await writeBatch(shop, taken, limit);
    const isMore = members.length === limit || taken.length < batch.length;
    return { ...outcome, behind: outcome.behind || isMore };
  });
}

/** Each with all that is written of them, and what is taken away by the call that follows. */
function asManyAsFit(batch: readonly Projected[]): Projected[] {
  let left = MOST_METAFIELDS;
  const over = batch.findIndex(
    ({ metafields, droppedNumbers }) => (left -= metafields.length + droppedNumbers.length) < 0,
  );
  return batch.slice(0, over === -1 ? batch.length : over);
}

/** One atomic call: Shopify writes all or none. */
async function writeBatch(shop: SyncedShop, batch: readonly Projected[], limit: number): Promise<Outcome> {
  const errors = await refusalsOf(shop, batch);
  if (!Array.isArray(errors)) return failed(batch, errors, limit);
  const [first] = errors;
  if (first) return refusedIn(batch, errors, first.code);
  await dropNumbers(shop, batch);
  const marks = batch.map(({ member: { id, rev }, ...told }) => ({ ...told, id, rev }));
  const behind = await markSynced(pool(), shop.id, marks);
  membersSynced.inc(marks.length);
  const codes = batch.flatMap(({ member }) => member.refusal ?? []);
  if (codes.length > 0) await tryAgainNow(pool(), shop.id, codes);
  return { behind: behind || codes.length > 0, refused: [], unnamed: false };
}

/** What Shopify refuses of them; a failure where it refuses or fails to answer at all, which may be because of one. */
async function refusalsOf(
  shop: SyncedShop,
  batch: readonly Projected[],
): Promise<MetafieldError[] | Failure> {
  try {
    const metafields = batch.flatMap((each) => each.metafields);
    return (await callAdmin(shop.domain, setMetafields, { metafields })).metafieldsSet.userErrors;
  } catch (error) {
    if (error instanceof AdminRefused || error instanceof AdminUnavailable) return error;
    throw error;
  }
}

/** Who fails alone as well is that one; a batch of more tells by being written one by one. */
function failed(batch: readonly Projected[], failure: Failure, limit: number): Outcome {
  const alone = limit === 1 ? batch : [];
  const refused = alone.map(({ member: { id, customerId } }) => ({ id, customerId, code: failure.code }));
  return { behind: true, refused, unnamed: refused.length === 0, failure };
}

function refusedIn(
  batch: readonly Projected[],
  errors: readonly MetafieldError[],
  code: string | null,
): Outcome {
  const codes = codesByElement(errors);
  const alone = batch.length === 1;
  let place = 0;
  const refused = batch.flatMap(({ member: { id, customerId }, metafields }) => {
    const own = metafields.map(() => codes.get(place++));
    const said = own.find((one) => one !== undefined) ?? (alone ? (code ?? UNKNOWN_CODE) : undefined);
    return said === undefined ? [] : [{ id, customerId, code: said }];
  });
  return { behind: true, refused, unnamed: refused.length === 0 };
}
