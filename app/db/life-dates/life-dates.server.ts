// Dates of life as members told them, one of each moment that asks for one; and the log of who set which when.
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import type { LoggedBirthday } from '#app/core/moments/change-limit.ts';
import type { Birthday } from '#app/core/moments/parse-birthday.ts';
import { BY_SHOPPER, type SetBirthday } from '../moments/birthdays.server.ts';
import type { Queryable } from '../pool.server.ts';

export type LoggedLifeDate = LoggedBirthday & {
  requestKey: string;
  requestHash: string;
  date: Birthday | null;
};

export type StoredLifeDate = {
  date: SetBirthday | null;
  /** Of the words to which whoever told it agreed; null where the merchant entered it, or nothing is told. */
  consentHash: string | null;
  log: LoggedLifeDate[];
};

type LogRow = Omit<LoggedLifeDate, 'date' | 'byShopper'> & {
  month: number | null;
  day: number | null;
  year: number | null;
  madeBy: string;
};
type Row = Pick<StoredLifeDate, 'date' | 'consentHash'> & {
  memberId: string;
  momentKey: string;
  log: LogRow[];
};

/** By the moment's key, of those that a member `m` of a shop `s` told or took away; the log oldest first. */
export const LIFE_DATES = `(select json_agg(json_build_object('momentKey', k.key, 'date', case when d.month is not null then
      json_build_object('month', d.month, 'day', d.day, 'year', d.year, 'setOn', d."setOn") end, 'consentHash', d."consentHash",
    'log', (select coalesce(json_agg(json_build_object('requestKey', c."requestKey", 'requestHash', c."requestHash",
        'month', c.month, 'day', c.day, 'year', c.year, 'madeBy', c."madeBy",
        'madeOn', (c."madeAt" at time zone s."timeZone")::date) order by c."madeAt", c."requestKey"), '[]'::json)
      from "MemberDateChange" c where c."shopId" = m."shopId" and c."memberId" = m.id and c."momentKey" = k.key)))
  from (select d."momentKey" as key from "MemberDate" d where d."shopId" = m."shopId" and d."memberId" = m.id
    union select c."momentKey" from "MemberDateChange" c where c."shopId" = m."shopId" and c."memberId" = m.id) as k
  left join "MemberDate" d on d."shopId" = m."shopId" and d."memberId" = m.id and d."momentKey" = k.key)`;

export type LifeDateRow = Omit<Row, 'memberId'>;

export function readLifeDate({ date, consentHash, log }: LifeDateRow): StoredLifeDate {
  return {
    date,
    consentHash,
    log: log.map(({ month, day, year, madeBy, ...line }) => ({
      ...line,
      byShopper: madeBy === BY_SHOPPER,
      date: month === null || day === null ? null : { month, day, year },
    })),
  };
}

/** By the moment's key. */
export async function lifeDatesOf(
  db: Queryable,
  shopId: number,
  memberId: string,
): Promise<Map<string, StoredLifeDate>> {
  const { rows } = await db.query<{ dates: LifeDateRow[] | null }>({
    name: 'life-dates-of',
    text: `select ${LIFE_DATES} as dates from "Member" m join "Shop" s on s.id = m."shopId"
      where m."shopId" = $1 and m.id = $2`,
    values: [shopId, memberId],
  });
  return new Map((rows[0]?.dates ?? []).map((row) => [row.momentKey, readLifeDate(row)]));
}

export type LifeDateToSet = {
  memberId: string;
  momentKey: string;
  /** Null removes. */
  date: SetBirthday | null;
  /** Of the words to which the shopper agreed. */
  consentHash: string | null;
  requestKey: string;
  requestHash: string;
  madeBy: string;
  reason: string | null;
};

/** The date, its line in the log, and the wish that the next sweep looks at the member. The member must be locked. */
export async function setLifeDate(
  db: Queryable,
  shopId: number,
  { memberId, momentKey, date, consentHash, ...request }: LifeDateToSet,
  madeAt: Date,
): Promise<void> {
  const { month = null, day = null, year = null, setOn = null } = date ?? {};
  const { requestKey, requestHash, madeBy, reason } = request;
  await db.query(
    `insert into "MemberDateChange" ("shopId", "memberId", "momentKey", "requestKey", "requestHash", month, day, year, "madeBy",
       reason, "consentHash", "madeAt") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      shopId,
      memberId,
      momentKey,
      requestKey,
      requestHash,
      month,
      day,
      year,
      madeBy,
      reason,
      consentHash,
      madeAt,
    ],
  );
  if (date === null) {
    await db.query('delete from "MemberDate" where "shopId" = $1 and "memberId" = $2 and "momentKey" = $3', [
      shopId,
      memberId,
      momentKey,
    ]);
  } else {
    await db.query(
      `insert into "MemberDate" ("shopId", "memberId", "momentKey", month, day, year, "setOn", "consentHash")
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict ("memberId", "momentKey") do update
       set month = excluded.month, day = excluded.day, year = excluded.year, "setOn" = excluded."setOn",
         "consentHash" = excluded."consentHash"`,
      [shopId, memberId, momentKey, month, day, year, setOn, consentHash],
    );
  }
  await db.query(
    `update "Member" m set "lookFrom" = least(m."lookFrom", ($3 at time zone s."timeZone")::date), "lookAgain" = true,
       rev = m.rev + 1 from "Shop" s where s.id = $1 and m."shopId" = $1 and m.id = $2`,
    [shopId, memberId, madeAt],
  );
}

/** The loser's dates where the survivor has none of that moment, and the loser's log. Both must be locked. */
export async function moveLifeDates(db: Queryable, { shopId, from, to }: MergedPair): Promise<void> {
  await db.query(
    `update "MemberDate" d set "memberId" = $3 where d."shopId" = $1 and d."memberId" = $2 and not exists (
       select 1 from "MemberDate" o where o."shopId" = $1 and o."memberId" = $3 and o."momentKey" = d."momentKey")`,
    [shopId, from, to],
  );
  await db.query('delete from "MemberDate" where "shopId" = $1 and "memberId" = $2', [shopId, from]);
  await db.query(
    `update "MemberDateChange" c set "memberId" = $3, "requestKey" = case when exists (
         select 1 from "MemberDateChange" o where o."shopId" = $1 and o."memberId" = $3 and o."momentKey" = c."momentKey"
           and o."requestKey" = c."requestKey"
       ) then c."requestKey" || '/' || c."memberId" else c."requestKey" end
     where c."shopId" = $1 and c."memberId" = $2`,
    [shopId, from, to],
  );
}

/** The dates, and who told them when. The members must be locked. */
export async function forgetLifeDates(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  const values = [shopId, memberIds];
  await db.query('delete from "MemberDate" where "shopId" = $1 and "memberId" = any($2::bigint[])', values);
  await db.query(
    'delete from "MemberDateChange" where "shopId" = $1 and "memberId" = any($2::bigint[])',
    values,
  );
}
