// The gaps in Shopify's copy: members whose `syncedRev` is behind their `rev`, or whose stamps need a later last day; and
// the program's version. Members whom Shopify refuses stand in refused-members.server.ts.
import type { MemberNumber } from '#app/core/notices/member-numbers.ts';
import type { MemberTag } from '#app/core/notices/member-tags.ts';
import { renewBefore } from '#app/core/storefront/stamps-until.ts';
import { dayAfterHours } from '#app/core/values/days.ts';
import type { MemberState } from '#app/core/storefront/project-member.ts';
import { LIFE_DATES, readLifeDate, type LifeDateRow } from '../life-dates/life-dates.server.ts';
import { SHOWN_MOMENTS, shownMoments, type ShownMoments } from '../moments/shown-moments.server.ts';
import { SHOWN_CHOICES, shownChoices, type ShownChoices } from '../choosing/shown-choices.server.ts';
import { SHOWN_ORDERS, shownOrders, type ShownOrders } from '../moments/shown-orders.server.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { shopsHaving } from '../upkeep/shops-having.server.ts';
import { SHOWN_NOTE, shownNote, type ShownNote } from '../ledger/shown-note.server.ts';
import {
  SHOWN_REWARD_NEWS,
  shownRewardNews,
  type ShownRewardNews,
} from '../rewards/shown-reward-news.server.ts';
import { SHOWN_VOUCHERS, shownVouchers, type ShownVouchers } from '../rewards/shown-vouchers.server.ts';
import { SHOWN_CARDS, shownCards, type ShownCards } from '../stamps/shown-cards.server.ts';
import { SHOWN_SAVED, shownSaved, type ShownSaved } from '../stamps/shown-saved.server.ts';
import { SHOWN_POINTS, shownPoints, type ShownPoints } from './shown-points.server.ts';

export type UnsyncedMember = {
  id: string;
  customerId: string;
  rev: number;
  /** Shopify's code, where it has refused the metafields so far. */
  refusal: string | null;
  /** Shopify has amounts of theirs. */
  amountsTold: boolean;
  /** Numbers that Shopify has of them, and the shop's switches. */
  numbersTold: MemberNumber[];
  toldNumbers: MemberNumber[];
  toldTags: MemberTag[];
  /** What is shown of them; throws where what is stored can't be read, which is that member's matter alone. */
  state: () => MemberState;
};

type Row = Omit<UnsyncedMember, 'state'> & { blocked: boolean; isLeft: boolean } & ShownPoints &
  ShownCards &
  ShownMoments &
  ShownChoices & { lifeDates: LifeDateRow[] | null } & ShownVouchers &
  ShownRewardNews &
  ShownSaved &
  ShownOrders &
  ShownNote;

/** The parts of a member `m` of a shop `s` that are shown: one line a feature, all read in one statement. */
const SHOWN = [
  ...[
    SHOWN_POINTS,
    SHOWN_CARDS,
    SHOWN_MOMENTS,
    SHOWN_CHOICES,
    `${LIFE_DATES} as "lifeDates"`,
    SHOWN_VOUCHERS,
  ],
  ...[SHOWN_REWARD_NEWS, SHOWN_SAVED, SHOWN_ORDERS, SHOWN_NOTE],
].join(', ');

function memberOf(row: Row, today: string): UnsyncedMember {
  const { id, customerId, blocked, isLeft, rev, refusal, amountsTold } = row;
  const { numbersTold, toldNumbers, toldTags } = row;
  const state = () => ({
    blocked,
    isLeft,
    rev,
    ...shownPoints(row),
    ...shownCards(row),
    ...shownMoments(row, today),
    ...shownChoices(row),
    lifeDates: new Map((row.lifeDates ?? []).map((told) => [told.momentKey, readLifeDate(told)])),
    ...shownVouchers(row, today),
    ...shownRewardNews(row),
    ...shownSaved(row),
    ...shownOrders(row),
    ...shownNote(row, today),
  });
  return { id, customerId, rev, refusal, amountsTold, numbersTold, toldNumbers, toldTags, state };
}

/**
 * The members' shop with its calendar. `mayRenew`, `mayAskForGone`: whether any of them may need it, wherever the shop's day
 * begins; most times nobody does.
 */
export type PlaceOfShop = {
  id: number;
  domain: string;
  timeZone: string;
  mayRenew: boolean;
  mayAskForGone: boolean;
};

/**
 * As the index of last days has it. Whether one is near is asked of the nearest alone: for "is there one before", the planner
 * expects a third of the members, and reads them all to find that there is none.
 */
const HAS_LAST_DAY = `m."stampsUntil" is not null and m."goneAt" is null and m."mergedIntoId" is null and m."erasedAt" is null`;

/** Null for a shop that is gone. */
export async function placeOfShop(db: Queryable, shopId: number, at: Date): Promise<PlaceOfShop | null> {
  const { rows } = await db.query<PlaceOfShop>({
    name: 'place-of-shop',
    text: `select id, domain, "timeZone", coalesce((
          select min(m."stampsUntil") from "Member" m where m."shopId" = s.id and ${HAS_LAST_DAY}) < $3::date, false
        ) as "mayRenew", exists (select 1 from "Member" m where m."shopId" = s.id and m."goneAt" is not null
          and m."syncTryAt" <= $2 and m."mergedIntoId" is null and m."erasedAt" is null) as "mayAskForGone"
      from "Shop" s where id = $1`,
    values: [shopId, at, renewBefore(dayAfterHours(at, 14))],
  });
  return rows[0] ?? null;
}

/** As the index of those whose tags differ at Shopify has it, of whoever can be told there. */
export const TAGS_DIFFER = `m."tagsWanted" <> m."tagsTold" and m."goneAt" is null and m."mergedIntoId" is null and m."erasedAt" is null
  and m."syncTryAt" is null`;

/** Shops with members to tell Shopify of, or to ask it for. A last day counts once it is too near in every time zone. */
export async function shopsBehindMembers(db: Queryable, at: Date): Promise<number[]> {
  const earliestDay = dayAfterHours(at, -12);
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-behind-members',
    text: `select id from (
        ${shopsHaving('Member', 'm', `m."syncedRev" < m.rev and m."goneAt" is null and m."syncTryAt" is null`)}
        union ${shopsHaving('Member', 'm', `m."syncTryAt" <= $1 and m."mergedIntoId" is null and m."erasedAt" is null`)}
        union ${shopsHaving('Member', 'm', TAGS_DIFFER)}
        union select s.id from ${shopsHaving('Member', 'm', HAS_LAST_DAY)} as s
          where (select min(m."stampsUntil") from "Member" m where m."shopId" = s.id
            and ${HAS_LAST_DAY} and m."syncTryAt" is null) < $2::date) as behind order by id`,
    values: [at, renewBefore(earliestDay)],
  });
  return rows.map(({ id }) => id);
}

/** A moment, and its day in the shop's calendar. */
export type SyncMoment = { at: Date; today: string };

const READ = `select m.id::text, m."customerId"::text, m.blocked or m."leftAt" is not null as blocked, m."leftAt" is not null as "isLeft",
  m.rev, m.refusal, m."amountsTold", m."numbersTold", s."toldNumbers", s."toldTags", ${SHOWN}
  from "Member" m join "Shop" s on s.id = m."shopId"`;

/** Not gone, and not waiting for another try. */
const WRITABLE = `m."goneAt" is null and m."mergedIntoId" is null and m."erasedAt" is null
  and (m."syncTryAt" is null or m."syncTryAt" <= $3)`;

/** Members that changed since Shopify was told, oldest id first. */
export async function unsyncedMembers(
  db: Queryable,
  shopId: number,
  limit: number,
  { at, today }: SyncMoment,
): Promise<UnsyncedMember[]> {
  const { rows } = await db.query<Row>({
    name: 'unsynced-members',
    text: `${READ} where m."shopId" = $1 and m."syncedRev" < m.rev and ${WRITABLE} order by m.id limit $2`,
    values: [shopId, limit, at],
  });
  return rows.map((row) => memberOf(row, today));
}

/** Members whose stamps need a later last day, the nearest first. */
export async function membersToRenew(
  db: Queryable,
  shopId: number,
  limit: number,
  { at, today }: SyncMoment,
): Promise<UnsyncedMember[]> {
  const { rows } = await db.query<Row>({
    name: 'members-to-renew',
    text: `${READ} where m."shopId" = $1 and m."stampsUntil" < $4::date and ${WRITABLE}
      order by m."stampsUntil", m.id limit $2`,
    values: [shopId, limit, at, renewBefore(today)],
  });
  return rows.map((row) => memberOf(row, today));
}

/**
 * Of those, the ones who hold no stamps need no day: Shopify shows none of theirs. One batch.
 * @returns how many there were
 */
export async function forgetDaysWithoutStamps(
  db: Queryable,
  shopId: number,
  limit: number,
  today: string,
): Promise<number> {
  const { rowCount } = await db.query({
    name: 'forget-days-without-stamps',
    text: `${ownInOrder(`m."shopId" = $1 and m.id in (
        select m.id from "Member" m where m."shopId" = $1 and m."stampsUntil" < $3::date and m."syncedRev" >= m.rev
          and m."goneAt" is null and m."mergedIntoId" is null and m."erasedAt" is null
          and not exists (select 1 from "MemberCard" c where c."shopId" = $1 and c."memberId" = m.id and c.stamps > 0)
        limit $2)`)}
      update "Member" m set "stampsUntil" = null from own where m."shopId" = $1 and m.id = own.id`,
    values: [shopId, limit, renewBefore(today)],
  });
  return rowCount ?? 0;
}

export type WhoseNews = { shopId: number; customerId: string };

/** A voucher that stands alone waits for its discount, where there is one. */
const WAITS = `exists (select 1 from person_of(w."shopId", m.id) as o
  cross join lateral (
    select v.owner from "Voucher" v where ${ofShop('v', 'w."shopId"')} and v."memberId" = o.id and v.state = 'held' offset 0
  ) as v
  join "ShopDiscount" d on d."shopId" = w."shopId" and d.owner = v.owner and d.owner like 'voucher/%' and d."doneRev" < d.rev)`;

/** Of these, the customers of whom Shopify has the newest state, and all that they hold; a merged one's is the survivor's. One statement for all. */
export async function toldOf(db: Queryable, whose: readonly WhoseNews[]): Promise<WhoseNews[]> {
  const { rows } = await db.query<WhoseNews>({
    name: 'told-of',
    text: `select w."shopId", w."customerId"::text from unnest($1::int[], $2::bigint[]) as w ("shopId", "customerId")
      join "Member" c on c."shopId" = w."shopId" and c."customerId" = w."customerId"
      cross join lateral (
        select c.id where c."mergedIntoId" is null
        union all
        select l.id from survivors_of(w."shopId", c."mergedIntoId") as l where c."mergedIntoId" is not null and l."mergedIntoId" is null
      ) as p
      join "Member" m on m."shopId" = w."shopId" and m.id = p.id
      where m."syncedRev" >= m.rev and not ${WAITS}`,
    values: [whose.map(({ shopId }) => shopId), whose.map(({ customerId }) => customerId)],
  });
  return rows;
}

/**
 * @property stampsUntil the last day that Shopify was told with the member's stamps
 * @property amountsTold whether it was told any amounts
 * @property numbersTold the numbers that it has now
 * @property tagsWanted the tags that it should have
 */
export type SyncedMember = {
  id: string;
  rev: number;
  stampsUntil: string | null;
  amountsTold: boolean;
  numbersTold: readonly MemberNumber[];
  tagsWanted: readonly MemberTag[];
};

/**
 * A member that changed meanwhile stays behind, and is synced again. So is one that somebody marked further meanwhile:
 * what we wrote may have landed last.
 * @returns whether any stays behind
 */
export async function markSynced(
  db: Queryable,
  shopId: number,
  members: readonly SyncedMember[],
): Promise<boolean> {
  const { rows } = await db.query<{ behind: boolean }>({
    name: 'mark-synced',
    text: `${ownInOrder('m."shopId" + 0 = $4 and m.id = any($1::bigint[])')}
      update "Member" m set "syncedRev" = case when m."syncedRev" > r then 0 else r end, "stampsUntil" = u, "amountsTold" = a,
        "numbersTold" = string_to_array(n, ','), "tagsWanted" = string_to_array(t, ','),
        "goneAt" = case when m."mergedIntoId" is null and m."erasedAt" is null then null else m."goneAt" end,
        "syncTryAt" = null, "refusedSince" = null, refusal = null, refusals = 0
      from own join unnest($1::bigint[], $2::int[], $3::date[], $5::boolean[], $6::text[], $7::text[])
        as s(id, r, u, a, n, t) on s.id = own.id
      where m."shopId" = $4 and m.id = own.id returning m."syncedRev" < m.rev as behind`,
    values: [
      members.map(({ id }) => id),
      members.map(({ rev }) => rev),
      members.map(({ stampsUntil }) => stampsUntil),
      shopId,
      members.map(({ amountsTold }) => amountsTold),
      members.map(({ numbersTold }) => numbersTold.join(',')),
      members.map(({ tagsWanted }) => tagsWanted.join(',')),
    ],
  });
  return rows.some(({ behind }) => behind);
}

export async function markProgramSynced(db: Queryable, shopId: number, version: number): Promise<void> {
  await db.query('update "Shop" set "syncedVersion" = greatest("syncedVersion", $2) where id = $1', [
    shopId,
    version,
  ]);
}

/** Shops that Shopify can be asked for, and whose published version it doesn't have yet. */
export async function shopsBehindProgram(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from "Shop" where "syncedVersion" < "publishedVersion" and "uninstalledAt" is null
       and "needsReopenSince" is null order by id`,
  );
  return rows.map(({ id }) => id);
}

/** Those whose published program gives a product for nothing: pages find it by its handle, which nobody tells when it changes. */
export async function shopsWithFreeProducts(db: Queryable, shopIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s
     join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
     where s.id = any($1::int[]) and s."uninstalledAt" is null and s."needsReopenSince" is null
       and jsonb_path_exists(v.rules, '$.rewards[*].gives.kind ? (@ == "product")')
     order by s.id`,
    [shopIds],
  );
  return rows.map(({ id }) => id);
}
