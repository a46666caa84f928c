// Shops whose program has moments of the list, members with purchases, and what they were given.
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { keepHistoryCaches } from '#app/db/history/kept-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { nextId, rules } from './factories.ts';
import type { OccasionShop } from './occasions.ts';
import { addVersion, installedShop, type TestShop } from './shops.ts';

type Options = { timeZone?: string; publishedAt?: string; rules?: Partial<ProgramRules> };

/** Its program began in 2026, and has had these moments since `publishedAt`, when it was swept last. */
export async function momentShop(
  moments: MomentRule[],
  { timeZone = 'Europe/Paris', publishedAt = '2027-01-01T12:00:00Z', ...more }: Options = {},
): Promise<OccasionShop> {
  const shop = await installedShop({ rules: rules(more.rules) });
  await pool().query(
    `update "Shop" set "timeZone" = $2, "earnsFrom" = '2026-01-01', "installedAt" = '2026-01-01',
       "sweptThrough" = ($3::timestamptz at time zone $2)::date - 1 where id = $1`,
    [shop.id, timeZone, publishedAt],
  );
  await addVersion(shop.id, 2, rules({ ...more.rules, moments }), publishedAt);
  return { ...shop, timeZone };
}

type Parcel = { promisedOn?: string; deliveredOn?: string; unread?: boolean };

/** Orders that are kept, one on each of these days. Returns their ids. */
export async function bought(
  shop: TestShop,
  memberId: string,
  days: readonly string[],
  parcel: Parcel = {},
): Promise<string[]> {
  const ids = days.map(() => nextId());
  const { promisedOn = null, deliveredOn = null, unread = false } = parcel;
  await pool().query(
    `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "promisedOn", "deliveredOn", "deliveryDueAt")
     select $1, o, $2, d, 1000, $5::date, $6::date, case when $7 then '2026-01-01'::timestamptz end
     from unnest($3::bigint[], $4::date[]) as t(o, d)`,
    [shop.id, memberId, ids, days, promisedOn, deliveredOn, unread],
  );
  await keepHistoryCaches(pool(), shop.id, [memberId]);
  return ids;
}

/** Whoever has the orders now: a merge hands them on. */
export async function giveBack(shop: TestShop, orderIds: readonly string[]): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    'delete from "KeptOrder" where "shopId" = $1 and "orderId" = any($2::bigint[]) returning "memberId"::text as id',
    [shop.id, orderIds],
  );
  await keepHistoryCaches(pool(), shop.id, [...new Set(rows.map(({ id }) => id))]);
}

/** As Shopify counts, asked after all that we know. */
export async function counted(shop: TestShop, memberId: string, atShopify: number): Promise<void> {
  await pool().query(
    `update "Member" set "ordersAtShopify" = $3, "ordersAskedAt" = now() where "shopId" = $1 and id = $2`,
    [shop.id, memberId, atShopify],
  );
}

export const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** One after another. */
export async function sweepOn(shop: TestShop, ...days: string[]): Promise<void> {
  for (const day of days) await sweepMoments(shop.id, noon(day));
}

/** `third-order/3 given 50`: cause, state and points, of one member or of the whole shop. */
export async function momentGifts(shop: TestShop, memberId: string | null = null): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select g.cause || ' ' || g.state || coalesce(' ' || e.amount, '') as text from "Gift" g
     left join "LedgerEntry" e on e."shopId" = $1 and e."memberId" = g."memberId" and e."sourceKey" = g.cause and e.kind = 'gift'
     where g."shopId" = $1 and ($2::bigint is null or g."memberId" = $2) order by g."givenAt", g.cause, g."memberId"`,
    [shop.id, memberId],
  );
  return rows.map(({ text }) => text);
}
