// Members' birthdays as they were told: the date on the member's row, and the log of who set it when.
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import type { LoggedBirthday } from '#app/core/moments/change-limit.ts';
import type { Birthday } from '#app/core/moments/parse-birthday.ts';
import type { Queryable } from '../pool.server.ts';

/** `madeBy` of what no merchant set. */
export const BY_SHOPPER = 'shopper';
export const BY_SHOPIFY = 'shopify';

/** `setOn` is the day, in the shop's calendar, on which the date was told or last changed. */
export type SetBirthday = Birthday & { setOn: string };

export type LoggedRequest = LoggedBirthday & {
  requestKey: string;
  requestHash: string;
  date: Birthday | null;
};

export type StoredBirthday = { birthday: SetBirthday | null; log: LoggedRequest[] };

export type BirthdayRow = {
  month: number | null;
  day: number | null;
  year: number | null;
  setOn: string | null;
  log: (Omit<LoggedRequest, 'date' | 'byShopper'> & {
    month: number | null;
    day: number | null;
    year: number | null;
    madeBy: string;
  })[];
};

function dateOf({ month, day, year }: Pick<BirthdayRow, 'month' | 'day' | 'year'>): Birthday | null {
  return month === null || day === null ? null : { month, day, year };
}

/** Columns of a member `m` of a shop `s`; the log oldest first. */
export const BIRTHDAY_COLUMNS = `m."birthMonth" as month, m."birthDay" as day, m."birthYear" as year,
  m."birthdaySetOn"::text as "setOn",
  coalesce((select json_agg(json_build_object('requestKey', b."requestKey", 'requestHash', b."requestHash",
      'month', b.month, 'day', b.day, 'year', b.year, 'madeBy', b."madeBy",
      'madeOn', (b."madeAt" at time zone s."timeZone")::date) order by b."madeAt", b."requestKey")
    from "BirthdayChange" b where b."shopId" = m."shopId" and b."memberId" = m.id), '[]') as log`;

export function birthdayOfRow(row: BirthdayRow): StoredBirthday {
  const date = dateOf(row);
  const log = row.log.map(({ requestKey, requestHash, madeBy, madeOn, ...told }) => {
    return { requestKey, requestHash, madeOn, byShopper: madeBy === BY_SHOPPER, date: dateOf(told) };
  });
  return { birthday: date && { ...date, setOn: row.setOn ?? '' }, log };
}

/** By member; the log oldest first. */
export async function birthdaysOf(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<Map<string, StoredBirthday>> {
  const { rows } = await db.query<BirthdayRow & { memberId: string }>({
    name: 'birthdays-of',
    text: `select m.id::text as "memberId", ${BIRTHDAY_COLUMNS}
      from "Member" m join "Shop" s on s.id = m."shopId" where m."shopId" = $1 and m.id = any($2::bigint[])`,
    values: [shopId, memberIds],
  });
  return new Map(rows.map((row) => [row.memberId, birthdayOfRow(row)]));
}

export type BirthdayToSet = {
  memberId: string;
  /** Null removes. */
  birthday: SetBirthday | null;
  requestKey: string;
  requestHash: string;
  madeBy: string;
  reason: string | null;
};

/**
 * The date, its line in the log, and the wish that the next sweep looks at the member from that day on. The members must
 * be locked, and each request key be new to its member.
 */
export async function setBirthdays(
  db: Queryable,
  shopId: number,
  changes: readonly BirthdayToSet[],
  madeAt: Date,
): Promise<void> {
  const rows = changes.map(({ memberId, birthday, ...request }) => ({
    m: memberId,
    ...birthday,
    ...request,
  }));
  await db.query({
    name: 'set-birthdays',
    text: `with told as (
        select * from jsonb_to_recordset($2::jsonb) as r(m bigint, month smallint, day smallint, year smallint,
          "setOn" date, "requestKey" text, "requestHash" text, "madeBy" text, reason text)
      ), logged as (
        insert into "BirthdayChange" ("shopId", "memberId", "requestKey", "requestHash", month, day, year, "madeBy",
          reason, "madeAt")
        select $1, m, "requestKey", "requestHash", month, day, year, "madeBy", reason, $3 from told
      )
      update "Member" set "birthMonth" = month, "birthDay" = day, "birthYear" = year, "birthdaySetOn" = "setOn",
        "lookFrom" = least("lookFrom", ($3 at time zone s."timeZone")::date), "lookAgain" = true, rev = rev + 1
      from told, "Shop" s where s.id = $1 and "shopId" = $1 and "Member".id = m`,
    values: [shopId, JSON.stringify(rows), madeAt],
  });
}

/**
 * The loser's date where the survivor has none, and the loser's log; the sweep looks at the survivor again, from the day
 * of the merge or the loser's own. Both must be locked. A request key that both used stays the survivor's.
 */
export async function moveBirthday(db: Queryable, { shopId, from, to, toldAt }: MergedPair): Promise<void> {
  await db.query(
    `update "Member" m set "birthMonth" = l."birthMonth", "birthDay" = l."birthDay", "birthYear" = l."birthYear",
       "birthdaySetOn" = l."birthdaySetOn"
     from "Member" l where m."shopId" = $1 and m.id = $3 and l."shopId" = $1 and l.id = $2
       and m."birthMonth" is null and l."birthMonth" is not null`,
    [shopId, from, to],
  );
  await db.query(
    `update "BirthdayChange" b set "memberId" = $3, "requestKey" = case when exists (
         select 1 from "BirthdayChange" o where o."shopId" = $1 and o."memberId" = $3 and o."requestKey" = b."requestKey"
       ) then b."requestKey" || '/' || b."memberId" else b."requestKey" end
     where b."shopId" = $1 and b."memberId" = $2`,
    [shopId, from, to],
  );
  await db.query(
    `update "Member" m set "lookFrom" = least(m."lookFrom", l."lookFrom", ($4 at time zone s."timeZone")::date),
       "lookAgain" = true
     from "Member" l, "Shop" s where s.id = $1 and m."shopId" = $1 and m.id = $3 and l."shopId" = $1 and l.id = $2`,
    [shopId, from, to, toldAt],
  );
  await db.query(
    `update "Member" set "birthMonth" = null, "birthDay" = null, "birthYear" = null, "birthdaySetOn" = null,
       "lookFrom" = null, "lookAgain" = false where "shopId" = $1 and id = $2`,
    [shopId, from],
  );
}

/** The dates, who told them when, and the wish to look for gifts. The members must be locked. */
export async function forgetBirthdays(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await db.query(
    `update "Member" set "birthMonth" = null, "birthDay" = null, "birthYear" = null, "birthdaySetOn" = null,
       "lookFrom" = null, "lookAgain" = false where "shopId" = $1 and id = any($2::bigint[])`,
    [shopId, memberIds],
  );
  await db.query('delete from "BirthdayChange" where "shopId" = $1 and "memberId" = any($2::bigint[])', [
    shopId,
    memberIds,
  ]);
}
