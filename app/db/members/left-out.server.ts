// The times for which members were left out by hand. Cut to the second, as Shopify's times of orders are.
import type { BlockedMember } from '#app/core/members/blocked-member.ts';
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { toSecond } from '#app/core/values/to-second.ts';
import type { Queryable } from '../pool.server.ts';

/** Since when a member was left out whom a process of the release before left out: it kept no time. */
const SINCE_EVER = new Date(0);

/** The member must be locked, and not have been so before. An open time of somebody who was included again is none. */
export async function keepTimeLeftOut(
  db: Queryable,
  { shopId, memberId, blocked, at }: BlockedMember,
): Promise<void> {
  const values = [shopId, memberId, toSecond(at)];
  if (blocked) {
    await db.query('delete from "LeftOut" where "shopId" = $1 and "memberId" = $2 and until is null', [
      shopId,
      memberId,
    ]);
    await db.query(
      `insert into "LeftOut" ("shopId", "memberId", "from") values ($1, $2, $3)
       on conflict ("memberId", "from") do update set until = null`,
      values,
    );
    return;
  }
  const { rowCount } = await db.query(
    'update "LeftOut" set until = $3 where "shopId" = $1 and "memberId" = $2 and until is null',
    values,
  );
  if (rowCount !== 0) return;
  await db.query(
    `insert into "LeftOut" ("shopId", "memberId", "from", until)
     select $1, $2, coalesce((select max(until) from "LeftOut" where "shopId" = $1 and "memberId" = $2), $4), $3
     on conflict ("memberId", "from") do update set until = excluded.until`,
    [...values, SINCE_EVER],
  );
}

/**
 * Who was left out stays left out, since the merge: the survivor's own orders of before keep what they earn, and the loser's
 * own times stay with the loser, for orders that name them. Before `blocked` is handed over. Both must be locked.
 */
export async function leaveSurvivorOut(
  db: Queryable,
  { shopId, from, to, toldAt }: MergedPair,
): Promise<void> {
  await db.query(
    `insert into "LeftOut" ("shopId", "memberId", "from")
     select $1, s.id, $4 from "Member" s join "Member" l on l."shopId" = $1 and l.id = $2
     where s."shopId" = $1 and s.id = $3 and l.blocked and not s.blocked
     on conflict ("memberId", "from") do update set until = null`,
    [shopId, from, to, toSecond(toldAt)],
  );
}

export async function forgetTimesLeftOut(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await db.query('delete from "LeftOut" where "shopId" = $1 and "memberId" = any($2::bigint[])', [
    shopId,
    memberIds,
  ]);
}
