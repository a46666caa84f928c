// Shops in a test's database, and what the ledger says of their members.
import type { OrderNews } from '#app/core/snapshots/order-news.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { acceptOrderNews } from '#app/usecases/orders/accept-order-news.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { at, nextId, rules } from './factories.ts';

export type TestShop = { id: number; domain: string };

/** An installed shop whose program began at 08:00 of the test day. */
export async function installedShop(
  overrides: { rules?: ProgramRules; domain?: string } = {},
): Promise<TestShop> {
  const domain = overrides.domain ?? `shop-${nextId()}.myshopify.com`;
  const published = JSON.stringify(overrides.rules ?? rules());
  const { rows } = await pool().query<{ id: number }>(
    `insert into "Shop" (domain, currency, "timeZone", draft, "publishedVersion", "earnsFrom", "reconciledThrough", "installedAt")
     values ($1, 'EUR', 'Europe/Paris', $2, 1, $3, $3, $3) returning id`,
    [domain, published, at('08:00')],
  );
  const id = rows[0]!.id;
  await addVersion(id, 1, overrides.rules ?? rules(), at('08:00'));
  return { id, domain };
}

export async function addVersion(
  shopId: number,
  number: number,
  published: ProgramRules,
  publishedAt: string,
) {
  await pool().query(
    `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy") values ($1, $2, $3, $4, 'test')`,
    [shopId, number, JSON.stringify(published), publishedAt],
  );
  await pool().query('update "Shop" set "publishedVersion" = $2 where id = $1', [shopId, number]);
}

/** Stores news as webhooks would, in one batch. */
export async function tell(shop: TestShop, ...news: (OrderSnapshot | OrderNews)[]): Promise<void> {
  const items = news.map((each): OrderNews => ('kind' in each ? each : { kind: 'snapshot', snapshot: each }));
  await acceptOrderNews(items.map((each) => ({ shopDomain: shop.domain, news: each })));
}

/** Tells snapshots one after the other, and lets the ledger follow after each. */
export async function tellAndApply(shop: TestShop, ...snapshots: OrderSnapshot[]): Promise<void> {
  for (const snapshot of snapshots) {
    await tell(shop, snapshot);
    await applyToldOrders(shop.id);
  }
}

export type Balance = { points: number; pending: number; stamps: number; coming: number };

export async function balance(shop: TestShop, customerId = '9001', cardKey = 'coffee'): Promise<Balance> {
  const { rows } = await pool().query<Record<keyof Balance, string>>(
    `select m.points, m."pendingPoints" as pending, coalesce(c.stamps, 0) as stamps, coalesce(c.coming, 0) as coming
     from "Member" m left join "MemberCard" c on c."memberId" = m.id and c."cardKey" = $3
     where m."shopId" = $1 and m."customerId" = $2`,
    [shop.id, customerId, cardKey],
  );
  const row = rows[0] ?? { points: '0', pending: '0', stamps: '0', coming: '0' };
  return {
    points: Number(row.points),
    pending: Number(row.pending),
    stamps: Number(row.stamps),
    coming: Number(row.coming),
  };
}

export type EntryRow = {
  unit: string;
  amount: number;
  balanceAfter: number;
  sourceKey: string;
  programVersion: number | null;
  explanation: Record<string, unknown>;
};

export async function entries(shop: TestShop, customerId = '9001', unit = 'points'): Promise<EntryRow[]> {
  const { rows } = await pool().query<EntryRow>(
    `select e.unit, e.amount::int, e."balanceAfter"::int, e."sourceKey", e."programVersion", e.explanation
     from "LedgerEntry" e join "Member" m on m.id = e."memberId"
     where m."shopId" = $1 and m."customerId" = $2 and e.unit = $3 order by e.seq`,
    [shop.id, customerId, unit],
  );
  return rows;
}
