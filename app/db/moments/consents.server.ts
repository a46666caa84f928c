// Days on which members consented to the newsletter: the first that Shopify tells stays, whatever they say later. Of who had consented
// before it is the day on which they became members.
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';

/** How far customers were read; null before the first time, and for a shop that can't be asked. */
export async function consentsReadTo(db: Queryable, shopId: number): Promise<{ readTo: Date | null } | null> {
  const { rows } = await db.query<{ readTo: Date | null }>(
    `select "consentsReadTo" as "readTo" from "Shop"
     where id = $1 and "uninstalledAt" is null and "needsReopenSince" is null`,
    [shopId],
  );
  return rows[0] ?? null;
}

/** Never backwards. */
export async function moveConsentsReading(db: Queryable, shopId: number, to: Date): Promise<void> {
  await db.query(
    `update "Shop" set "consentsReadTo" = greatest("consentsReadTo", $2::timestamptz) where id = $1`,
    [shopId, to],
  );
}

type NewMember = { id: string; customerId: string; joinedAt: Date };

/** Who became a member after that instant, by the index of when members joined; who consented already isn't asked for again. */
export async function newMembers(
  db: Queryable,
  shopId: number,
  after: { at: Date; id: string },
  limit: number,
): Promise<NewMember[]> {
  const { rows } = await db.query<NewMember>(
    `select id::text, "customerId"::text, "joinedAt" from "Member" m
     where m."shopId" = $1 and (m."joinedAt", m.id) > ($2, $3::bigint) and coalesce(m."mergedIntoId", 0) = 0
       and m."erasedAt" is null and m."leftAt" is null and m."newsletterOn" is null
     order by m."joinedAt", m.id limit $4`,
    [shopId, after.at, after.id, limit],
  );
  return rows;
}

export type Consent = { customerId: string; on: string };

/** Members among them who hadn't consented are looked at by the next sweep. Returns how many there are. */
export async function saveConsents(
  db: Queryable,
  shopId: number,
  consents: readonly Consent[],
  today: string,
): Promise<number> {
  const { rowCount } = await db.query(
    `${ownInOrder(`m."shopId" = $1 and m."customerId" = any($2::bigint[]) and m."newsletterOn" is null
        and m."mergedIntoId" is null and m."erasedAt" is null and m."leftAt" is null`)}
     update "Member" m set "newsletterOn" = greatest(c.day, m."joinedOn"), "lookFrom" = least(m."lookFrom", $4::date), "lookAgain" = true
     from own, unnest($2::bigint[], $3::date[]) as c(customer, day)
     where m."shopId" = $1 and m.id = own.id and m."customerId" = c.customer`,
    [shopId, consents.map(({ customerId }) => customerId), consents.map(({ on }) => on), today],
  );
  return rowCount ?? 0;
}

/** The earlier of the two days is the survivor's. Both must be locked. */
export async function moveConsent(db: Queryable, { shopId, from, to }: MergedPair): Promise<void> {
  await db.query(
    `update "Member" m set "newsletterOn" = least(m."newsletterOn", l."newsletterOn") from "Member" l
     where m."shopId" = $1 and m.id = $3 and l."shopId" = $1 and l.id = $2 and l."newsletterOn" is not null`,
    [shopId, from, to],
  );
  await db.query('update "Member" set "newsletterOn" = null where "shopId" = $1 and id = $2', [shopId, from]);
}

/** Of `shopIds` those whose published program thanks for the newsletter. */
export async function shopsWithNewsletter(db: Queryable, shopIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s
     join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
     where s.id = any($1::int[]) and v.rules->'moments' @> '[{"kind": "newsletter"}]' order by s.id`,
    [shopIds],
  );
  return rows.map(({ id }) => id);
}

/** Whether one shop's does. */
export async function thanksForNewsletter(db: Queryable, shopId: number): Promise<boolean> {
  return (await shopsWithNewsletter(db, [shopId])).length > 0;
}
