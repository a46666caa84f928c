// Vouchers whose last day is over, and those that are being released: by when each is to be looked at. Times are the database's.
import { cardRewardKey } from '#app/core/discounts/card-reward.ts';
import { ANSWER_MS } from '#app/core/rewards/decide-release.ts';
import { ALONE_KINDS } from '#app/core/rewards/kinds/kind-of.ts';
import { dayAfterHours } from '#app/core/values/days.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** Zones are within 14 hours of UTC. */
const FARTHEST_HOURS = 14;

/** Of a shop `s`: the last day is over in its calendar. */
const OVER = `v.state = 'held' and v."validUntil" < ($1::timestamptz at time zone s."timeZone")::date`;

/** Its first day has begun. */
const BEGUN = `v.opens and v."validFrom" <= ($1::timestamptz at time zone s."timeZone")::date`;

/** Shops where a voucher's last day is over, or its first has begun, or one that is being released, or shown as used, is due. */
export async function shopsToRelease(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s where s."uninstalledAt" is null and s."needsReopenSince" is null and s.id in (
       select v."shopId" from "Voucher" v join "Shop" s on s.id = v."shopId" where v."validUntil" < $2::date and ${OVER}
       union all
       select v."shopId" from "Voucher" v join "Shop" s on s.id = v."shopId" where v."validFrom" <= $2::date and ${BEGUN}
       union all
       select v."shopId" from "Voucher" v where v.state = 'releasing' and v."lookAt" <= now()
       union all
       select v."shopId" from "Voucher" v where v.state = 'held' and v."lookAt" <= now()
     ) order by s.id`,
    [at, dayAfterHours(at, FARTHEST_HOURS)],
  );
  return rows.map(({ id }) => id);
}

export type NamedVoucher = { id: string; memberId: string };

/** Held ones past their last day. */
export async function lapsedVouchers(
  db: Queryable,
  shopId: number,
  today: string,
  limit: number,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(
    `select v.id::text, v."memberId"::text from "Voucher" v
     where v."shopId" = $1 and v.state = 'held' and v."validUntil" < $2::date order by v.id limit $3`,
    [shopId, today, limit],
  );
  return rows;
}

/** Held ones whose discount Shopify runs no more. */
const STOPPED = `select v.id::text, v."memberId"::text from "ShopDiscount" d
  join "Voucher" v on v."shopId" = d."shopId" and v."rewardKey" = split_part(d.owner, '/', 2) and v.owner = d.owner
  where d."shopId" = $1 and d.owner like 'reward/%' and d.problem = 'functions-not-available' and v.state = 'held'`;

/** Each can have a discount of its own: RewardKind.standsAlone. */
const STANDS_ALONE = `v.gives->'gives'->>'kind' = any($3::text[])`;

export async function heldAndStopped(db: Queryable, shopId: number, limit: number): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(`${STOPPED} and ${STANDS_ALONE} order by v.id limit $2`, [
    shopId,
    limit,
    ALONE_KINDS,
  ]);
  return rows;
}

/** Those that cost something, and can't have one. */
export async function boughtAndStopped(
  db: Queryable,
  shopId: number,
  limit: number,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(
    `${STOPPED} and v.price > 0 and not ${STANDS_ALONE} order by v.id limit $2`,
    [shopId, limit, ALONE_KINDS],
  );
  return rows;
}

/** Codes of full cards whose products are gone. They can't be given back, and would take nothing off for ever. */
export async function cardCodesOfNothing(
  db: Queryable,
  shopId: number,
  limit: number,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(
    `select v.id::text, v."memberId"::text from "ShopDiscount" d
     join "Voucher" v on v."shopId" = d."shopId" and v."rewardKey" = split_part(d.owner, '/', 2) and v.owner = d.owner
     where d."shopId" = $1 and starts_with(d.owner, $2) and d.problem = 'products-gone' and v.state = 'held'
     order by v.id limit $3`,
    [shopId, `reward/${cardRewardKey('')}`, limit],
  );
  return rows;
}

/** Shops with any: whoever began to give them back was cut off. */
export async function shopsWithStoppedRewards(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-with-stopped-rewards',
    text: `select s.id from "Shop" s where s."uninstalledAt" is null and s."needsReopenSince" is null
      and s.id in (select d."shopId" from "ShopDiscount" d where d.problem = 'functions-not-available' and d.owner like 'reward/%'
        and exists (select from "Voucher" v where v."shopId" = d."shopId" and v."rewardKey" = split_part(d.owner, '/', 2)
          and v.state = 'held' and v.owner = d.owner
          and (v.price > 0 or v.gives->'gives'->>'kind' = any($1::text[])))) order by s.id`,
    values: [ALONE_KINDS],
  });
  return rows.map(({ id }) => id);
}

/** Those whose first day has begun, and whose pages don't show their code yet. */
export async function openingVouchers(
  db: Queryable,
  shopId: number,
  today: string,
  limit: number,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(
    `select v.id::text, v."memberId"::text from "Voucher" v
     where v."shopId" = $1 and v.opens and v."validFrom" <= $2::date order by v.id limit $3`,
    [shopId, today, limit],
  );
  return rows;
}

/** Their first day has begun. Their members must be locked. */
export async function openVouchers(db: Queryable, shopId: number, ids: readonly string[]): Promise<void> {
  await db.query(
    `update "Voucher" v set opens = false where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) and v.opens`,
    [shopId, ids],
  );
}

export type ShopToRelease = {
  id: number;
  domain: string;
  timeZone: string;
  reconciledThrough: Date;
  /** By the database's clock. */
  now: Date;
  /** The merchant lets the app read orders older than 60 days. */
  allOrders: boolean;
};

/** Null for a shop that is gone, or whose token is dead: its vouchers wait until it is back. */
export async function shopToRelease(db: Queryable, shopId: number): Promise<ShopToRelease | null> {
  const { rows } = await db.query<ShopToRelease>(
    `select id, domain, "timeZone", least("reconciledThrough", now()) as "reconciledThrough", now() as now,
       exists (select 1 from "Session" n where n.shop = domain and not n."isOnline"
         and 'read_all_orders' = any(regexp_split_to_array(n.scope, '\\s*,\\s*'))) as "allOrders"
     from "Shop" where id = $1 and "uninstalledAt" is null and "needsReopenSince" is null`,
    [shopId],
  );
  return rows[0] ?? null;
}

/** A batch whose end isn't known may still make the code of voucher `v`. */
export const OPEN_BATCH = `exists (select 1 from "RewardCode" c join "CodeBatch" b on b."shopId" = c."shopId" and b.id = c."batchId"
  where c."shopId" = v."shopId" and c.code = v.code and b."closedAt" is null)`;

export type DueRelease = NamedVoucher & {
  code: string;
  /** Shopify's ids, as last seen; null where they aren't known. */
  discountId: string | null;
  codeId: string | null;
  /** It has a discount of its own: when Shopify was last asked to make it. */
  isOwn: boolean;
  askedAt: Date | null;
  releasingSince: Date;
  goneSince: Date | null;
  openBatch: boolean;
  heldAt: Date;
  /** When Shopify's counts of uses were last read of its discount. */
  countedAt: Date | null;
  /** Null where no count shows it as used. */
  shownUsedAt: Date | null;
  usedAfter: Date | null;
};

/** As ANSWER_MS says. */
const ANSWER = `interval '${ANSWER_MS} milliseconds'`;

/** Those that wait longest first. */
export async function dueReleases(db: Queryable, shopId: number, limit: number): Promise<DueRelease[]> {
  const { rows } = await db.query<DueRelease>(
    `select v.id::text, v."memberId"::text, v.code, d."discountId"::text, c."codeId"::text, v."releasingSince", v."goneSince",
       v.owner like 'voucher/%' as "isOwn", d."askedAt",
       ${OPEN_BATCH} as "openBatch", v."heldAt", d."countedAt", v."shownUsedAt", v."usedAfter"
     from "Voucher" v
     left join "ShopDiscount" d on d."shopId" = v."shopId" and d.owner = v.owner
     left join "RewardCode" c on c."shopId" = v."shopId" and c.code = v.code
     where v."shopId" = $1 and v.state = 'releasing' and v."lookAt" <= now() order by v."lookAt", v.id limit $2`,
    [shopId, limit],
  );
  return rows;
}

/** When it is looked at next, and since when its code is gone. */
export async function noteLook(
  db: Queryable,
  shopId: number,
  id: string,
  { goneSince, lookAt }: { goneSince: Date | null; lookAt: Date },
): Promise<void> {
  await db.query(
    `update "Voucher" v set "goneSince" = $3, "lookAt" = $4
     where ${ofShop('v', '$1')} and v.id = $2 and v.state = 'releasing'`,
    [shopId, id, goneSince, lookAt],
  );
}

/**
 * The last look, with the member locked: released, unless it was used meanwhile, an order that isn't applied yet names its code,
 * or the code may still be made. Returns whether it was.
 */
export async function endRelease(
  db: Queryable,
  shopId: number,
  { id, goneSince }: Pick<DueRelease, 'id' | 'goneSince'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update "Voucher" v set state = 'released', "releasedAt" = now(), "lookAt" = null
     where ${ofShop('v', '$1')} and v.id = $2 and v.state = 'releasing' and v."goneSince" = $3 and not ${OPEN_BATCH}
       and not exists (select 1 from "ShopDiscount" d where d."shopId" = v."shopId" and d.owner = v.owner
         and v.owner like 'voucher/%' and d."discountId" is null and d."askedAt" > now() - ${ANSWER})
       and not exists (select 1 from "Order" o where o."shopId" = v."shopId" and o.codes <> '{}'
         and o.codes @> array[lower(v.code)] and o."appliedRevision" < o.revision)`,
    [shopId, id, goneSince],
  );
  return rowCount === 1;
}
