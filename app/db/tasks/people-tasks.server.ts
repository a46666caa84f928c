// Tasks for people who are merged, who leave, or who are forgotten.
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import type { Queryable } from '../pool.server.ts';

/** One task for each cause: what both have stays the survivor's, unless that one is gone. */
export async function moveTasks(db: Queryable, { shopId, from, to }: MergedPair): Promise<void> {
  const pair = [shopId, from, to];
  await db.query(
    `delete from "Task" s using "Task" l where s."shopId" = $1 and s."memberId" = $3 and s.state = 'gone'
       and l."shopId" = $1 and l."memberId" = $2 and l.cause = s.cause`,
    pair,
  );
  await db.query(
    `delete from "Task" l using "Task" s where l."shopId" = $1 and l."memberId" = $2
       and s."shopId" = $1 and s."memberId" = $3 and s.cause = l.cause`,
    pair,
  );
  await db.query('update "Task" set "memberId" = $3 where "shopId" = $1 and "memberId" = $2', pair);
}

/** Who leaves is owed nothing more. */
export async function endTasks(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await db.query(
    `update "Task" set state = 'gone' where "shopId" = $1 and "memberId" = any($2::bigint[])
       and state in ('open', 'missed')`,
    [shopId, memberIds],
  );
}

export async function forgetTasks(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await db.query('delete from "Task" where "shopId" = $1 and "memberId" = any($2::bigint[])', [
    shopId,
    memberIds,
  ]);
}
