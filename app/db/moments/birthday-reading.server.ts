// Dates of birth: how far Shopify was asked for them, and who still lacks one. Whoever ever had a date, also one that
// was taken away, isn't asked about again.
import type { Queryable } from '../pool.server.ts';

export type BirthdayReading = {
  /** Members up to this id have been asked. */
  askedTo: string;
  /** Customers changed before this instant have been asked, too; null before the first time. */
  readTo: Date | null;
};

/** Null for a shop that is gone, or whose token is dead. */
export async function birthdayReading(db: Queryable, shopId: number): Promise<BirthdayReading | null> {
  const { rows } = await db.query<BirthdayReading>(
    `select "birthdaysAskedTo"::text as "askedTo", "birthdaysReadTo" as "readTo" from "Shop"
     where id = $1 and "uninstalledAt" is null and "needsReopenSince" is null`,
    [shopId],
  );
  return rows[0] ?? null;
}

/** Shops of `shopIds` whose published program gives something on birthdays. */
export async function shopsWithBirthdays(db: Queryable, shopIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s
     join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
     where s.id = any($1::int[]) and v.rules->'occasions' @> '[{"kind": "birthday"}]' order by s.id`,
    [shopIds],
  );
  return rows.map(({ id }) => id);
}

export type UndatedMember = { memberId: string; customerId: string };

const UNDATED = `m."shopId" = $1 and m."birthMonth" is null and m."mergedIntoId" is null and m."erasedAt" is null
  and m."leftAt" is null and m."returnedAt" is null
  and not exists (select 1 from "BirthdayChange" b where b."shopId" = $1 and b."memberId" = m.id)`;

/** With ids above `after`, in their order. */
export async function undatedMembersAfter(
  db: Queryable,
  shopId: number,
  after: string,
  limit: number,
): Promise<UndatedMember[]> {
  const { rows } = await db.query<UndatedMember>(
    `select m.id::text as "memberId", m."customerId"::text from "Member" m
     where ${UNDATED} and m.id > $2 order by m.id limit $3`,
    [shopId, after, limit],
  );
  return rows;
}

export async function undatedMembersOf(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
): Promise<UndatedMember[]> {
  const { rows } = await db.query<UndatedMember>(
    `select m.id::text as "memberId", m."customerId"::text from "Member" m
     where ${UNDATED} and m."customerId" = any($2::bigint[])`,
    [shopId, customerIds],
  );
  return rows;
}

/** The newest member's id; "0" without members. */
export async function newestMemberId(db: Queryable, shopId: number): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select id::text from "Member" where "shopId" = $1 and "mergedIntoId" is null and "erasedAt" is null
     order by "Member".id desc limit 1`,
    [shopId],
  );
  return rows[0]?.id ?? '0';
}

/** Never backwards. */
export async function moveBirthdayReading(
  db: Queryable,
  shopId: number,
  to: Partial<BirthdayReading>,
): Promise<void> {
  await db.query(
    `update "Shop" set "birthdaysAskedTo" = greatest("birthdaysAskedTo", $2::bigint),
       "birthdaysReadTo" = greatest("birthdaysReadTo", $3::timestamptz) where id = $1`,
    [shopId, to.askedTo ?? null, to.readTo ?? null],
  );
}
