import type { Queryable } from '../pool.server.ts';

/**
 * All members whom a file's rows are about, and whom they were merged into, in the order of their ids and before anything is written:
 * whoever writes balances holds figures of the day afterwards, for which others wait who may hold one of these members.
 */
export async function lockMembersOfFile(db: Queryable, shopId: number, id: string): Promise<void> {
  await db.query(
    `with named as materialized (
       select m.id, m."mergedIntoId" from "MovingInRow" r join "Member" m on m."shopId" = $1 and m."customerId" = r."customerId"
       where r."shopId" = $1 and r."movingId" = $2 and r.problem is null and r."customerId" is not null
     ), wanted as materialized (
       select id from named
       union select s.id from named n cross join lateral survivors_of($1, n."mergedIntoId") as s where n."mergedIntoId" is not null
     )
     select count(*) from (
       select 1 from "Member" m where m."shopId" = $1 and m.id in (select id from wanted) order by m.id for update
     ) as locked`,
    [shopId, id],
  );
}
