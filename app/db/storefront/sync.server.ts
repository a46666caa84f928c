// The gaps in Shopify's copy: members whose `syncedRev` is behind their `rev`, and the program's version.
import type { MemberState } from '#app/core/storefront/project-member.ts';
import { SHOWN_MOMENTS, shownMoments, type ShownMoments } from '../moments/shown-moments.server.ts';
import type { Queryable } from '../pool.server.ts';
import { SHOWN_CARDS, shownCards, type ShownCards } from '../stamps/shown-cards.server.ts';
import { SHOWN_POINTS, shownPoints, type ShownPoints } from './shown-points.server.ts';

export type UnsyncedMember = MemberState & { id: string; customerId: string };

type Own = { id: string; customerId: string; blocked: boolean; rev: number };
type Row = Own & ShownPoints & ShownCards & ShownMoments;

/** The parts of a member `m` of a shop `s` that are shown: one line a feature, all read in one statement. */
const SHOWN = [SHOWN_POINTS, SHOWN_CARDS, SHOWN_MOMENTS].join(', ');

function stateOf(row: Row, today: string): UnsyncedMember {
  const { id, customerId, blocked, rev } = row;
  return {
    id,
    customerId,
    blocked,
    rev,
    ...shownPoints(row),
    ...shownCards(row),
    ...shownMoments(row, today),
  };
}

/** The members' shop, and its calendar. Null for a shop that is gone. */
export async function placeOfShop(
  db: Queryable,
  shopId: number,
): Promise<{ id: number; domain: string; timeZone: string } | null> {
  const { rows } = await db.query<{ id: number; domain: string; timeZone: string }>({
    name: 'place-of-shop',
    text: 'select id, domain, "timeZone" from "Shop" where id = $1',
    values: [shopId],
  });
  return rows[0] ?? null;
}

/** Shops with a member that changed since Shopify was told. */
export async function shopsBehindMembers(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-behind-members',
    text: `select s.id from "Shop" s where exists (select 1 from "Member" m
      where m."shopId" = s.id and m."syncedRev" < m.rev and m."goneAt" is null) order by s.id`,
  });
  return rows.map(({ id }) => id);
}

/** Members that changed since Shopify was told, oldest id first. `today` is a day of the shop's calendar. */
export async function unsyncedMembers(
  db: Queryable,
  shopId: number,
  limit: number,
  today: string,
): Promise<UnsyncedMember[]> {
  const { rows } = await db.query<Row>({
    name: 'unsynced-members',
    text: `select m.id::text, m."customerId"::text, m.blocked, m.rev, ${SHOWN}
      from "Member" m join "Shop" s on s.id = m."shopId" where m."shopId" = $1 and m."syncedRev" < m.rev and m."goneAt" is null
        and m."mergedIntoId" is null and m."erasedAt" is null
      order by m.id limit $2`,
    values: [shopId, limit],
  });
  return rows.map((row) => stateOf(row, today));
}

/**
 * A member that changed meanwhile stays behind, and is synced again. So is one that somebody marked further meanwhile:
 * what we wrote may have landed last.
 * @returns whether any stays behind
 */
export async function markSynced(
  db: Queryable,
  members: readonly { id: string; rev: number }[],
): Promise<boolean> {
  const { rows } = await db.query<{ behind: boolean }>({
    name: 'mark-synced',
    text: `update "Member" set "syncedRev" = case when "syncedRev" > r then 0 else r end from unnest($1::bigint[], $2::int[]) as s(m, r)
      where id = m returning "syncedRev" < rev as behind`,
    values: [members.map(({ id }) => id), members.map(({ rev }) => rev)],
  });
  return rows.some(({ behind }) => behind);
}

/** Shopify has no such customer any more: left alone until a reinstall asks again. */
export async function markGone(db: Queryable, memberId: string, at: Date): Promise<void> {
  await db.query('update "Member" set "goneAt" = $2 where id = $1', [memberId, at]);
}

export async function markProgramSynced(db: Queryable, shopId: number, version: number): Promise<void> {
  await db.query('update "Shop" set "syncedVersion" = greatest("syncedVersion", $2) where id = $1', [
    shopId,
    version,
  ]);
}

/** Shops that Shopify can be asked for, and whose published version it doesn't have yet. */
export async function shopsBehindProgram(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from "Shop" where "syncedVersion" < "publishedVersion" and "uninstalledAt" is null
       and "needsReopenSince" is null order by id`,
  );
  return rows.map(({ id }) => id);
}
