// The states of health as SQL, once for whoever looks at one shop and for whoever counts over all of them: the merchant's
// home page and an operator's metrics never disagree about what is behind. Each looks at an index of what is in that state.
import { UNREADABLE, type HealthItem } from '#app/core/shop/health.ts';
import { ofShop } from './of-shop.server.ts';
import { HAS_MOMENTS } from '../moments/sweep-mark.server.ts';
import { isWaiting } from '../orders/set-aside.server.ts';

/** Where it is looked: `of` bounds a column to the shop, or to all shops that can be worked for. The others are instants and days. */
export type Scope = { of: (shopId: string) => string; at: string; overdue: string; today: string };

const member = ({ of }: Scope): string =>
  `from "Member" m where ${of('m."shopId"')} and m."mergedIntoId" is null and m."erasedAt" is null`;

export type RowState = Extract<
  HealthItem,
  | 'orders'
  | 'setAside'
  | 'sync'
  | 'refused'
  | 'unreadable'
  | 'gone'
  | 'stamps'
  | 'requests'
  | 'gifts'
  | 'waitingRewards'
  | 'returning'
>;

/** One row each for what is in the state, with `since`. */
export const ROW_STATES: Readonly<Record<RowState, (scope: Scope) => string>> = {
  orders: ({ of, at }) => `select o."dueSince" as since from "Order" o where ${of('o."shopId"')}
    and o."appliedRevision" < o.revision and not ${isWaiting('o', 'apply', at)}`,
  setAside: ({ of }) => `select min(a.since) as since, nullif(min(o.name), '') as name from "SetAsideOrder" a
    left join "Order" o on o."shopId" = a."shopId" and o."orderId" = a."orderId"
    where ${of('a."shopId"')} group by a."shopId", a."orderId"`,
  sync: (
    scope,
  ) => `select m."behindSince" as since ${member(scope)} and m."syncedRev" < m.rev and m."goneAt" is null
    and m."refusedSince" is null`,
  refused: (scope) =>
    `select m."refusedSince" as since, m.refusal ${member(scope)} and m."refusedSince" is not null
     and m.refusal is distinct from '${UNREADABLE}'`,
  unreadable: (scope) => `select m."refusedSince" as since ${member(scope)} and m."refusedSince" is not null
    and m.refusal = '${UNREADABLE}'`,
  gone: (scope) =>
    `select m."goneAt" as since ${member(scope)} and m."syncTryAt" is not null and m."goneAt" is not null`,
  stamps: (scope) => `select m."stampsUntil" as since ${member(scope)} and m."goneAt" is null
    and m."stampsUntil" < ${scope.overdue} and m."stampsUntil" > '1970-01-01'`,
  requests: ({ of }) => `select r."requestedAt" as since from "PeopleRequest" r
    where ${of('r."shopId"')} and r."doneAt" is null and r.kind in ('merge', 'redact')`,
  // A day that wasn't swept to its end, or a member who was to be looked at again on one; where no moment runs, nobody is.
  gifts: ({ of, today }) => `select (least(case when s."sweptThrough" < ${today} then s."sweptThrough" end,
      (select min(m."lookFrom") from "Member" m where m."shopId" = s.id and m."lookFrom" < ${today})) + 1)::timestamp
      at time zone 'UTC' as since
    from "Shop" s join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
    where ${of('s.id')} and s."uninstalledAt" is null and (s."sweptThrough" < ${today}
        or s.id in (select m."shopId" from "Member" m where ${of('m."shopId"')} and m."lookFrom" < ${today}))
      and ${HAS_MOMENTS} and v.rules->'paused' is null`,
  waitingRewards: ({ of }) =>
    `select g."givenAt" as since from "Gift" g where ${of('g."shopId"')} and g.state = 'waiting'
     union all
     select coalesce(v."missingSince", v."heldAt") from "ShopDiscount" d
     join "Voucher" v on v.id = split_part(d.owner, '/', 2)::bigint and ${ofShop('v', 'd."shopId"')} and v.owner = d.owner
     where ${of('d."shopId"')} and d.owner like 'voucher/%' and d."discountId" is null and v.state = 'held'`,
  returning: ({ of }) =>
    `select v."releasingSince" as since from "Voucher" v where ${of('v."shopId"')} and v.state = 'releasing'`,
};

export type ShopState = Extract<HealthItem, 'token' | 'program' | 'discounts' | 'currency'>;

const PUBLISHED = `(select greatest(v."publishedAt", s."installedAt") from "ProgramVersion" v
  where v."shopId" = s.id and v.number = s."publishedVersion")`;

/** What a shop `s` is in or not. */
export const SHOP_STATES: Readonly<Record<ShopState, { isSo: string; since: string }>> = {
  token: { isSo: 's."needsReopenSince" is not null', since: 's."needsReopenSince"' },
  program: { isSo: 's."syncedVersion" < s."publishedVersion"', since: PUBLISHED },
  discounts: { isSo: 's."discountsVersion" < s."publishedVersion"', since: PUBLISHED },
  currency: { isSo: 's."newCurrency" is not null', since: 's."newCurrencySince"' },
};

/** Every order updated before is known. */
export const RECONCILED = 'coalesce(s."reconciledAt", s."reconciledThrough")';
