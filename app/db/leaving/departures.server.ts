// Who left the program and who came back. Members must be locked.
import { toSecond } from '#app/core/values/to-second.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type Departure = { memberId: string; requestKey: string; what: 'left' | 'returned'; at: Date };

/** The same request again adds nothing. Returns whether it is new. */
export async function addDeparture(db: Queryable, shopId: number, departure: Departure): Promise<boolean> {
  const { memberId, requestKey, what, at } = departure;
  const { rowCount } = await db.query(
    `insert into "Departure" ("shopId", "memberId", "requestKey", what, at) values ($1, $2, $3, $4, $5)
     on conflict ("memberId", "requestKey") do nothing`,
    [shopId, memberId, requestKey, what, at],
  );
  return rowCount === 1;
}

/** The member and those who were merged into it. */
export async function idsOfPerson(db: Queryable, shopId: number, memberId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>('select id::text from person_of($1, $2)', [
    shopId,
    memberId,
  ]);
  return rows.map(({ id }) => id);
}

/** What they have by now moves nothing any more. Orders are locked in the order in which webhooks lock them. */
export async function closeWhatIsTheirs(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<void> {
  await db.query(
    `with own as (
       select o."orderId" from "Order" o where ${ofShop('o', '$1')} and o."memberId" = any($2::bigint[])
         and (not o.closed or o.pending <> '{}') order by o."orderId" for update
     )
     update "Order" o set closed = true, pending = '{}' from own where o."shopId" = $1 and o."orderId" = own."orderId"`,
    [shopId, memberIds],
  );
  await db.query(
    `update "Voucher" v set closed = true where ${ofShop('v', '$1')} and v."memberId" = any($2::bigint[]) and not v.closed`,
    [shopId, memberIds],
  );
}

export async function setLeft(db: Queryable, shopId: number, memberId: string, at: Date): Promise<void> {
  await db.query(
    `update "Member" set "leftAt" = coalesce("leftAt", $3), "lookFrom" = null, "lookAgain" = false, "lastOrderAt" = null,
       rev = rev + 1
     where "shopId" = $1 and id = $2`,
    [shopId, memberId, toSecond(at)],
  );
}

export async function setReturned(db: Queryable, shopId: number, memberId: string, at: Date): Promise<void> {
  await db.query(
    `update "Member" set "leftAt" = null, "returnedAt" = $3, rev = rev + 1 where "shopId" = $1 and id = $2`,
    [shopId, memberId, toSecond(at)],
  );
}

export async function forgetDepartures(
  db: Queryable,
  { shopId, memberIds }: { shopId: number; memberIds: readonly string[] },
): Promise<void> {
  await db.query('delete from "Departure" where "shopId" = $1 and "memberId" = any($2::bigint[])', [
    shopId,
    memberIds,
  ]);
}
