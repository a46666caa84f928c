import type { Queryable } from '../pool.server.ts';

/** So many of the shop's members after one, by their ids, merged ones among them. */
export async function membersAfter(
  db: Queryable,
  shopId: number,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select m.id::text from "Member" m where m."shopId" = $1 and m.id > $2::bigint order by m.id limit $3',
    [shopId, after, limit],
  );
  return rows.map(({ id }) => id);
}
