// What Shopify's copy lacks: members whose `syncedRev` is behind their `rev`, and the program's version.
import type { MemberState } from '#app/core/project-member.ts';
import type { Queryable } from './pool.server.ts';

export type UnsyncedMember = MemberState & { id: string; customerId: string };

type Row = {
  id: string;
  customerId: string;
  points: string;
  pendingPoints: string;
  blocked: boolean;
  rev: number;
  cards: MemberState['cards'];
};

/** Members that changed since Shopify was told, oldest id first. */
export async function unsyncedMembers(
  db: Queryable,
  shopId: number,
  limit: number,
): Promise<UnsyncedMember[]> {
  const { rows } = await db.query<Row>({
    name: 'unsynced-members',
    text: `select m.id::text, m."customerId"::text, m.points::text, m."pendingPoints"::text, m.blocked, m.rev,
        coalesce((select json_agg(json_build_object('key', c."cardKey", 'stamps', c.stamps, 'coming', c.coming,
          'size', c.size)) from "MemberCard" c where c."memberId" = m.id), '[]') as cards
      from "Member" m where m."shopId" = $1 and m."syncedRev" < m.rev and m."goneAt" is null and m."mergedIntoId" is null and m."erasedAt" is null
      order by m.id limit $2`,
    values: [shopId, limit],
  });
  return rows.map((row) => ({
    ...row,
    points: Number(row.points),
    pendingPoints: Number(row.pendingPoints),
  }));
}

/** Never backwards: a member that changed meanwhile stays behind, and is synced again. */
export async function markSynced(
  db: Queryable,
  members: readonly { id: string; rev: number }[],
): Promise<void> {
  await db.query({
    name: 'mark-synced',
    text: `update "Member" set "syncedRev" = greatest("syncedRev", r) from unnest($1::bigint[], $2::int[]) as s(m, r)
      where id = m`,
    values: [members.map(({ id }) => id), members.map(({ rev }) => rev)],
  });
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
