// After a merge Shopify's one customer may have what it was told of both: the survivor takes over what is known of it.
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import type { Queryable } from '../pool.server.ts';

export async function followTold(db: Queryable, { shopId, from, to }: MergedPair): Promise<void> {
  await db.query(
    `update "Member" m set "tagsTold" = array(select unnest(m."tagsTold" || l."tagsTold") as tag group by 1 order by 1),
       "numbersTold" = array(select unnest(m."numbersTold" || l."numbersTold") as key group by 1 order by 1)
     from "Member" l where m."shopId" = $1 and m.id = $3 and l."shopId" = $1 and l.id = $2
       and (l."tagsTold" <> '{}' or l."numbersTold" <> '{}')`,
    [shopId, from, to],
  );
}
