// The seals of the sessions' tokens. Sessions themselves are written by Shopify's storage, so they carry the domain; here a
// seal is replaced by another over the same token, and nothing else. What is sealed names its key after its second point.
import type { Queryable } from '../pool.server.ts';

type Seals = { accessToken: string; refreshToken: string | null };
export type SealedRow = Seals & { id: string; shop: string };

/** Leaves alone what somebody has stored meanwhile. @returns whether the seals were replaced */
export async function replaceSeals(db: Queryable, id: string, from: Seals, to: Seals): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'replace-seals',
    text: `update "Session" set "accessToken" = $4, "refreshToken" = $5
      where id = $1 and "accessToken" = $2 and "refreshToken" is not distinct from $3`,
    values: [id, from.accessToken, from.refreshToken, to.accessToken, to.refreshToken],
  });
  return rowCount === 1;
}

/** Of a session's access token that lasts longer than until then; null where it has none. */
export async function sealOfToken(db: Queryable, id: string, lastsTo: Date): Promise<string | null> {
  const { rows } = await db.query<{ seal: string }>({
    name: 'seal-of-token',
    text: `select "accessToken" as seal from "Session"
      where id = $1 and "accessToken" <> '' and (expires is null or expires > $2::timestamptz at time zone 'UTC')`,
    values: [id, lastsTo],
  });
  return rows[0]?.seal ?? null;
}

/** Those whose tokens another key sealed than the named one, or none that is named, in the order of their ids. */
export async function sessionsNotUnder(
  db: Queryable,
  keyId: string,
  after: string,
  limit: number,
): Promise<SealedRow[]> {
  const { rows } = await db.query<SealedRow>(
    `select id, shop, "accessToken", "refreshToken" from "Session"
     where id > $2 and (("accessToken" <> '' and split_part("accessToken", '.', 3) <> $1)
       or ("refreshToken" is not null and split_part("refreshToken", '.', 3) <> $1))
     order by id limit $3`,
    [keyId, after, limit],
  );
  return rows;
}

/** How many sessions have tokens under each key; '' where the seal names none. */
export async function countByKey(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ key: string; count: number }>(
    `select split_part(coalesce(nullif("accessToken", ''), "refreshToken"), '.', 3) as key, count(*)::int as count
     from "Session" where "accessToken" <> '' or "refreshToken" is not null group by 1`,
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** A few of those under that key. */
export async function someUnder(db: Queryable, keyId: string, limit: number): Promise<SealedRow[]> {
  const { rows } = await db.query<SealedRow>(
    `select id, shop, "accessToken", "refreshToken" from "Session"
     where split_part(coalesce(nullif("accessToken", ''), "refreshToken"), '.', 3) = $1
       and ("accessToken" <> '' or "refreshToken" is not null) limit $2`,
    [keyId, limit],
  );
  return rows;
}

/** For a key that is lost: its tokens go, and their shops wait for the merchant's next visit. @returns how many sessions */
export async function forgetTokensUnder(db: Queryable, keyId: string, at: Date): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `with forgotten as (
       update "Session" set "accessToken" = '', "refreshToken" = null, "refreshTokenExpires" = null
       where ("accessToken" <> '' or "refreshToken" is not null)
         and split_part(coalesce(nullif("accessToken", ''), "refreshToken"), '.', 3) = $1 returning shop),
     marked as (
       update "Shop" s set "needsReopenSince" = $2 from forgotten f
       where s.domain = f.shop and s."needsReopenSince" is null)
     select count(*)::int as count from forgotten`,
    [keyId, at],
  );
  return rows[0]?.count ?? 0;
}
