// Members of whom Shopify, asked every day, has had no customer for long.
import type { Queryable } from '../pool.server.ts';

export type GoneMember = { shopId: number; customerId: string };

/**
 * Since that instant or longer, of shops that Shopify can be asked for. Who is due to be asked about isn't among them: whoever
 * hasn't been answered for a year, as of a shop that is frozen, has one old answer against them and no more.
 */
export async function membersGoneSince(
  db: Queryable,
  { since, at }: { since: Date; at: Date },
  limit: number,
): Promise<GoneMember[]> {
  const { rows } = await db.query<GoneMember>(
    `select s.id as "shopId", m."customerId"::text from "Shop" s join "Member" m on m."shopId" = s.id
     where s."uninstalledAt" is null and s."needsReopenSince" is null
       and (m."goneAt" is not null or m."lostOrderAt" is not null) and m."goneAt" <= $1 and m."syncTryAt" > $3
       and m."mergedIntoId" is null and m."erasedAt" is null
     order by s.id, m.id limit $2`,
    [since, limit, at],
  );
  return rows;
}

/** The member must be locked: whoever is found again meanwhile isn't gone. */
export async function isGoneSince(
  db: Queryable,
  { shopId, customerId }: GoneMember,
  { since, at }: { since: Date; at: Date },
): Promise<boolean> {
  const { rows } = await db.query(
    'select 1 from "Member" where "shopId" = $1 and "customerId" = $2 and "goneAt" <= $3 and "syncTryAt" > $4',
    [shopId, customerId, since, at],
  );
  return rows.length > 0;
}
