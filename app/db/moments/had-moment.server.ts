// Who was given a moment of the list before, whatever brought it, by whoever was merged into them as well.
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** Whom the lot held out was given nothing. $1 is the shop. */
export const hadMoment = (memberId: string, momentKey: string): string => `exists (
  select 1 from person_of($1, ${memberId}) as p cross join lateral (
    select 1 from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g."momentKey" = ${momentKey}
      and g.state <> 'held-out' offset 0
  ) as before)`;

/** Those of these members, who must be locked, who had it by another cause than this, and nothing by this one. */
export async function hadBefore(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  { momentKey, cause }: { momentKey: string; cause: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>({
    name: 'had-before',
    text: `select r.id::text from unnest($2::bigint[]) as r(id) where ${hadMoment('r.id', '$3')}
      and not exists (
        select 1 from person_of($1, r.id) as p cross join lateral (
          select 1 from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g.cause = $4 offset 0
        ) as own)`,
    values: [shopId, memberIds, momentKey, cause],
  });
  return new Set(rows.map(({ id }) => id));
}
