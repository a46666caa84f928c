// Notices: what members are to be told. The row comes with what it is about, in the same transaction; telling is a job's.
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { NoticeFacts } from '#app/core/notices/notice-kind.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { NOTICES_OF_MOMENTS } from '#app/core/notices/notice-of-moment.ts';
import type { Unit } from '#app/core/values/units.ts';
import type { Queryable } from '../pool.server.ts';
import { shopsHaving } from '../upkeep/shops-having.server.ts';

export type NewNotice = { memberId: string; kind: NoticeKind; cause: string; facts: NoticeFacts };

/**
 * Once for a member, a kind and a cause. Those of kinds that nobody outside the shop is sent are done at once. Written in the order in which
 * members are locked: a new row of theirs waits for whoever holds them. Returns how many wait.
 */
export async function addNotices(
  db: Queryable,
  shopId: number,
  notices: readonly NewNotice[],
  at: Date,
): Promise<number> {
  const { rows } = await db.query<{ waits: boolean }>({
    name: 'add-notices',
    text: `insert into "Notice" ("shopId", "memberId", kind, cause, facts, state, "dueAt", "madeAt")
      select $1, r."memberId", r.kind, r.cause, r.facts,
        case when r.kind = any(s."toldByFlow") then 'waiting' else 'in-shop' end,
        case when r.kind = any(s."toldByFlow") then $3::timestamptz end, $3
      from jsonb_to_recordset($2::jsonb) as r("memberId" bigint, kind text, cause text, facts jsonb), "Shop" s
      where s.id = $1 order by r."memberId" on conflict do nothing returning "dueAt" is not null as waits`,
    values: [shopId, JSON.stringify(notices), at],
  });
  return rows.filter(({ waits }) => waits).length;
}

export async function shopsWithDueNotices(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from ${shopsHaving('Notice', 'n', 'n."dueAt" <= $1')} as due order by id`,
    [at],
  );
  return rows.map(({ id }) => id);
}

export async function hasDueNotices(db: Queryable, shopId: number, at: Date): Promise<boolean> {
  const { rows } = await db.query('select 1 from "Notice" where "shopId" = $1 and "dueAt" <= $2 limit 1', [
    shopId,
    at,
  ]);
  return rows.length > 0;
}

/** A notice by its key. */
export type NoticeName = { memberId: string; kind: NoticeKind; cause: string };

export type DueNotice = NoticeName & {
  state: 'waiting' | 'telling';
  facts: NoticeFacts;
  /** Whoever the member is by now. */
  toldId: string;
  customerId: string;
  /** They don't take part any more. */
  out: boolean;
  lastOfferAt: Date | null;
  lastOrderAt: Date | null;
};

const SURVIVOR = (member: string) =>
  `(select l.id from survivors_of($1, ${member}) as l where l."mergedIntoId" is null offset 0)`;

export type LockedNotices = {
  /** How many were due when somebody looked. */
  looked: number;
  names: NoticeName[];
};

const DUE = `n."shopId" = $1 and n."dueAt" <= $2`;
const IN_TURN = `n."dueAt", n."memberId", n.kind, n.cause`;

/**
 * Locked for this transaction: first whom they are about, by their ids, as everybody does who writes of members, so that two offers to one
 * member are told one after the other; then those that are due still and that no other process holds.
 */
export async function lockDueNotices(
  db: Queryable,
  shopId: number,
  { at, limit }: { at: Date; limit: number },
): Promise<LockedNotices> {
  const { rows: due } = await db.query<NoticeName>({
    name: 'due-notices',
    text: `select n."memberId"::text, n.kind, n.cause from "Notice" n where ${DUE} order by ${IN_TURN} limit $3`,
    values: [shopId, at, limit],
  });
  if (due.length === 0) return { looked: 0, names: [] };
  const of = <K extends keyof NoticeName>(key: K) => due.map((name) => name[key]);
  await db.query({
    name: 'lock-told-members',
    text: `select m.id from "Member" m where m."shopId" = $1 and m.id = any(
      select distinct s.id from unnest($2::bigint[]) as n(id) cross join lateral ${SURVIVOR('n.id')} as s) order by m.id for update`,
    values: [shopId, of('memberId')],
  });
  const { rows: names } = await db.query<NoticeName>({
    name: 'lock-due-notices',
    text: `select n."memberId"::text, n.kind, n.cause from unnest($3::bigint[], $4::text[], $5::text[]) as r(member, kind, cause)
      join "Notice" n on n."memberId" = r.member and n.kind = r.kind and n.cause = r.cause
      where ${DUE} order by ${IN_TURN} for update of n skip locked`,
    values: [shopId, at, of('memberId'), of('kind'), of('cause')],
  });
  return { looked: due.length, names };
}

/** @param offers kinds that are offers */
export async function readNotices(
  db: Queryable,
  shopId: number,
  names: readonly NoticeName[],
  offers: readonly NoticeKind[],
): Promise<DueNotice[]> {
  const { rows } = await db.query<DueNotice>({
    name: 'read-notices',
    text: `select n."memberId"::text, n.kind, n.cause, n.state, n.facts, s.id::text as "toldId", s."customerId"::text,
        s.blocked or s."leftAt" is not null or s."erasedAt" is not null or s."goneAt" is not null as out,
        (select max(o."toldAt") from person_of($1, s.id) as p join "Notice" o on o."memberId" = p.id
          where o."shopId" = $1 and o.kind = any($5) and o.state in ('telling', 'told', 'unsure')) as "lastOfferAt", s."lastOrderAt"
      from unnest($2::bigint[], $3::text[], $4::text[]) with ordinality as r(member, kind, cause, place)
      join "Notice" n on n."shopId" = $1 and n."memberId" = r.member and n.kind = r.kind and n.cause = r.cause
      cross join lateral ${SURVIVOR('n."memberId"')} as l
      join "Member" s on s."shopId" = $1 and s.id = l.id
      order by r.place`,
    values: [
      shopId,
      names.map(({ memberId }) => memberId),
      names.map(({ kind }) => kind),
      names.map(({ cause }) => cause),
      offers,
    ],
  });
  return rows;
}

export type Become = NoticeName & {
  state: string;
  dueAt?: Date | null;
  toldAt?: Date | null;
  why?: string | null;
};

/** What became of some. */
export async function setNotices(db: Queryable, shopId: number, changes: readonly Become[]): Promise<void> {
  if (changes.length === 0) return;
  await db.query({
    name: 'set-notices',
    text: `update "Notice" n set state = r.state, "dueAt" = r."dueAt", "toldAt" = coalesce(r."toldAt", n."toldAt"), why = r.why
      from jsonb_to_recordset($2::jsonb) as r("memberId" bigint, kind text, cause text, state text, "dueAt" timestamptz,
        "toldAt" timestamptz, why text)
      where n."shopId" = $1 and n."memberId" = r."memberId" and n.kind = r.kind and n.cause = r.cause`,
    values: [shopId, JSON.stringify(changes)],
  });
}

/** They were certainly not sent. What was settled meanwhile, because its kind was switched off, stays so. */
export async function putBackNotices(
  db: Queryable,
  shopId: number,
  names: readonly NoticeName[],
  at: Date,
): Promise<void> {
  await db.query({
    name: 'put-back-notices',
    text: `update "Notice" n set state = 'waiting', "dueAt" = $5
      from unnest($2::bigint[], $3::text[], $4::text[]) as r(member, kind, cause)
      where n."shopId" = $1 and n."memberId" = r.member and n.kind = r.kind and n.cause = r.cause and n.state in ('telling', 'unsure')`,
    values: [
      shopId,
      names.map(({ memberId }) => memberId),
      names.map(({ kind }) => kind),
      names.map(({ cause }) => cause),
      at,
    ],
  });
}

/** An entry of an order that filled cards, or took points. */
export type ToldEntry = {
  memberId: string;
  unit: Unit;
  seq: number;
  amount: number;
  filled: number;
  orderId: string;
};

/** Of these orders, those written since. */
export async function entriesToTell(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
  since: Date,
): Promise<ToldEntry[]> {
  const { rows } = await db.query<ToldEntry>({
    name: 'entries-to-tell',
    text: `select e."memberId"::text, e.unit, e.seq, e.amount::float8 as amount, e.filled, e."orderId"::text from "LedgerEntry" e
      where e."shopId" = $1 and e."orderId" = any($2::bigint[]) and e.kind in ('order', 'free-unit') and e."recordedAt" >= $3
        and (e.filled > 0 or (e.unit = 'points' and e.amount < 0)) order by e."memberId", e.seq`,
    values: [shopId, orderIds, since],
  });
  return rows;
}

/** Which kinds Shopify Flow is sent. */
export async function kindsByFlow(db: Queryable, shopId: number): Promise<NoticeKind[]> {
  const { rows } = await db.query<{ kinds: NoticeKind[] }>(
    'select "toldByFlow" as kinds from "Shop" where id = $1',
    [shopId],
  );
  return rows[0]?.kinds ?? [];
}

/** Those that wait of a kind that is switched off are told nobody any more. */
export async function setKindsByFlow(
  db: Queryable,
  shopId: number,
  kinds: readonly NoticeKind[],
): Promise<void> {
  await db.query('update "Shop" set "toldByFlow" = $2 where id = $1', [shopId, kinds]);
  await db.query(
    `update "Notice" set state = 'in-shop', "dueAt" = null where "shopId" = $1 and "dueAt" is not null and kind <> all($2)`,
    [shopId, kinds],
  );
}

export type NoticeCount = { kind: NoticeKind; state: string; count: number };

export async function countNotices(db: Queryable, shopId: number, since: Date): Promise<NoticeCount[]> {
  const { rows } = await db.query<NoticeCount>(
    `select kind, state, count(*)::int as count from "Notice" where "shopId" = $1 and "madeAt" >= $2 group by 1, 2 order by 1, 2`,
    [shopId, since],
  );
  return rows;
}

export type MomentNoticeCount = { key: string; state: string; count: number };

/** By the moment's key, with which its causes begin. */
export async function countNoticesByMoment(
  db: Queryable,
  shopId: number,
  since: Date,
): Promise<MomentNoticeCount[]> {
  const { rows } = await db.query<MomentNoticeCount>(
    `select split_part(cause, '/', 1) as key, state, count(*)::int as count from "Notice"
     where "shopId" = $1 and "madeAt" >= $2 and kind = any($3) group by 1, 2 order by 1, 2`,
    [shopId, since, NOTICES_OF_MOMENTS],
  );
  return rows;
}

export async function forgetNotices(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await db.query('delete from "Notice" where "shopId" = $1 and "memberId" = any($2::bigint[])', [
    shopId,
    memberIds,
  ]);
}

/** A voucher `v` ends within so many days, and was there when it were as many: what nobody told on that day is told late. */
const LAPSES = (today: string, days: string) => `v."validUntil" between ${today} and ${today} + ${days}::int
  and (v."heldAt" at time zone s."timeZone")::date <= v."validUntil" - ${days}::int`;

/** Of a voucher `v` nothing was said yet. */
const UNSAID = `not exists (select 1 from "Notice" n where n."shopId" = v."shopId" and n."memberId" = v."memberId"
  and n.kind = 'reward-lapsing' and n.cause = 'voucher/' || v.id)`;

export type LapsingReward = { id: string; memberId: string; gives: unknown; validUntil: string };

export async function lapsingRewards(
  db: Queryable,
  shopId: number,
  { today, days, limit }: { today: string; days: number; limit: number },
): Promise<LapsingReward[]> {
  const { rows } = await db.query<LapsingReward>({
    name: 'lapsing-rewards',
    text: `select v.id::text, v."memberId"::text, v.gives, to_char(v."validUntil", 'YYYY-MM-DD') as "validUntil" from "Shop" s
      join "Voucher" v on v."shopId" = $1 and v.state = 'held' and ${LAPSES('$2::date', '$3')} and ${UNSAID}
      where s.id = $1 order by v.id limit $4`,
    values: [shopId, today, days, limit],
  });
  return rows;
}

/** The same of an open gift `g`; one of that day itself was told of already. */
const ENDS = (today: string, days: string) => `g."openUntil" between ${today} and ${today} + ${days}::int
  and (g."givenAt" at time zone s."timeZone")::date < g."openUntil" - ${days}::int`;

const REMINDED = `n."shopId" = g."shopId" and n.kind = 'choose-gift' and n.cause = g.cause || '/reminder'`;

/** Of an open gift `g` nobody was reminded, nor whoever had it before a merge: that is asked where the first, which is quick, says so. */
const UNREMINDED = `not exists (select 1 from "Notice" n where n."memberId" = g."memberId" and ${REMINDED})
  and not exists (select 1 from person_of(g."shopId", g."memberId") as p join "Notice" n on n."memberId" = p.id where ${REMINDED})`;

export type LapsingChoice = { memberId: string; cause: string; momentKey: string | null; openUntil: string };

/** Gifts that wait to be chosen for no more than so many days. */
export async function lapsingChoices(
  db: Queryable,
  shopId: number,
  { today, days, limit }: { today: string; days: number; limit: number },
): Promise<LapsingChoice[]> {
  const { rows } = await db.query<LapsingChoice>({
    name: 'lapsing-choices',
    text: `select g."memberId"::text, g.cause, g."momentKey", to_char(g."openUntil", 'YYYY-MM-DD') as "openUntil" from "Shop" s
      join "Gift" g on g."shopId" = $1 and g.state = 'open' and ${ENDS('$2::date', '$3')} and ${UNREMINDED}
      where s.id = $1 order by g."memberId", g.cause limit $4`,
    values: [shopId, today, days, limit],
  });
  return rows;
}

/** Shops where a reward lapses so soon, or a gift is still to be chosen, of those that tell it. */
export async function shopsWithLapsing(db: Queryable, at: Date, days: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-with-lapsing',
    text: `select s.id from "Shop" s cross join lateral (select ($1::timestamptz at time zone s."timeZone")::date as today) as d
      where 'reward-lapsing' = any(s."toldByFlow") and exists (select 1 from "Voucher" v
          where v."shopId" = s.id and v.state = 'held' and ${LAPSES('d.today', '$2')} and ${UNSAID})
        or 'choose-gift' = any(s."toldByFlow") and exists (select 1 from "Gift" g
          where g."shopId" = s.id and g.state = 'open' and ${ENDS('d.today', '$2')} and ${UNREMINDED})
      order by s.id`,
    values: [at, days],
  });
  return rows.map(({ id }) => id);
}
