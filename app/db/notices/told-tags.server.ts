// Members whose tags at Shopify aren't what they should be.
import type { MemberTag } from '#app/core/notices/member-tags.ts';
import type { Queryable } from '../pool.server.ts';
import { TAGS_DIFFER } from '../storefront/sync.server.ts';

export type TagsOfMember = { id: string; customerId: string; wanted: MemberTag[]; told: MemberTag[] };

/** Above `after`; null where there is nobody. One who changed since is written first, and comes again. */
export async function nextWithTags(
  db: Queryable,
  shopId: number,
  after: string,
): Promise<TagsOfMember | null> {
  const { rows } = await db.query<TagsOfMember>({
    name: 'next-with-tags',
    text: `select m.id::text, m."customerId"::text, m."tagsWanted" as wanted, m."tagsTold" as told
      from "Member" m where m."shopId" = $1 and ${TAGS_DIFFER} and m.id > $2 order by m.id limit 1`,
    values: [shopId, after],
  });
  return rows[0] ?? null;
}

/** What a merge has brought meanwhile stays to be taken away. */
export async function setTagsTold(
  db: Queryable,
  shopId: number,
  { id, told, wanted }: TagsOfMember,
): Promise<void> {
  await db.query({
    name: 'set-tags-told',
    text: `update "Member" m set "tagsTold" = array(
        select tag from (select unnest(m."tagsTold") as tag except select unnest($3::text[])) as others
        union select unnest($4::text[]) order by 1)
      where m."shopId" = $1 and m.id = $2`,
    values: [shopId, id, told, wanted],
  });
}
