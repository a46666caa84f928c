// Rows of a file that would be brought in, each with what its member has.
import type { Queryable } from '../pool.server.ts';

export type ReadyRow = { line: number; points: number; has: number };

export async function readyRows(
  db: Queryable,
  shopId: number,
  id: string,
  { after, limit }: { after: number; limit: number },
): Promise<ReadyRow[]> {
  const { rows } = await db.query<ReadyRow>(
    `select r.line, r.points::float8 as points, coalesce(s.points, m.points, 0)::float8 as has
     from "MovingInRow" r left join "Member" m on m."shopId" = $1 and m."customerId" = r."customerId"
       left join "Member" s on s."shopId" = $1 and s.id = m."mergedIntoId"
     where r."shopId" = $1 and r."movingId" = $2 and r.problem is null and r."customerId" is not null and r.line > $3
     order by r.line limit $4`,
    [shopId, id, after, limit],
  );
  return rows;
}
