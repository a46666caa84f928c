import type { Queryable } from '../pool.server.ts';

/** Shopify's ids of these members and of whom they were merged into. */
export async function customerIdsOf(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ customerId: string }>(
    `select m."customerId"::text as "customerId" from "Member" m where m."shopId" = $1 and m.id = any($2::bigint[])
     union select s."customerId"::text from "Member" m cross join lateral survivors_of($1, m."mergedIntoId") as v
       join "Member" s on s."shopId" = $1 and s.id = v.id
     where m."shopId" = $1 and m.id = any($2::bigint[]) and m."mergedIntoId" is not null`,
    [shopId, memberIds],
  );
  return rows.map(({ customerId }) => customerId);
}
