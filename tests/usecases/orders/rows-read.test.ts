// Applying orders reads what is theirs and their members', however many the shop has: in tables that nobody has analyzed, and
// by plans that were made while they were small.
import { beforeAll, expect, test } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { line, order } from '#tests/support/factories.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** So many that no plan is right to walk them for fifty. */
const MEMBERS = 20_000;
const ORDERS = 50;
/** Of every table together: an order, its member, card and entries are each looked at by several statements. */
const ROWS_OF_AN_ORDER = 40;
/** After so many a connection keeps a plan. */
const FIRST_ORDERS = 12;
const TABLES = ['Member', 'MemberCard', 'Order', 'LedgerEntry', 'OrderFlag'];
const FIRST_CUSTOMER = 9_000;

const entries = (seq: number, unit: string) =>
  `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount, "balanceAfter", explanation,
     "occurredAt", "recordedAt")
   select "shopId", id, ${seq}, '${unit}', 'order', 'order/' || id, id, 10, 10, '{"v": 1}', '2026-11-20', now()
   from "Member" where "shopId" = $1 and "customerId" > ${FIRST_CUSTOMER}`;

/** Members of one order each, that brought points and stamps. */
const GROWTH = [
  `insert into "Member" ("shopId", "customerId", "joinedAt", points, seq)
   select $1, ${FIRST_CUSTOMER} + n, '2026-11-20', 10, 2 from generate_series(1, ${MEMBERS}) as n`,
  `insert into "MemberCard" ("shopId", "memberId", "cardKey", stamps, size)
   select "shopId", id, 'coffee', 10, 5 from "Member" where "shopId" = $1 and "customerId" > ${FIRST_CUSTOMER}`,
  `insert into "Order" ("shopId", "orderId", revision, "appliedRevision", "programVersion", "memberId", "placedAt", name, shape,
     snapshot)
   select "shopId", id, 1, 1, 1, id, '2026-11-20T10:00Z', '#1', 4,
     '{"processedAt": "2026-11-20T10:00:00Z", "cancelledAt": null, "name": "#1", "discounts": []}'
   from "Member" where "shopId" = $1 and "customerId" > ${FIRST_CUSTOMER}`,
  entries(1, 'points'),
  entries(2, 'stamps/coffee'),
];

async function grow(shop: TestShop): Promise<void> {
  for (const text of GROWTH) await pool().query(text, [shop.id]);
}

/** By all statements so far, their triggers and functions. */
async function rowsRead(): Promise<number> {
  await pool().query('select pg_stat_force_next_flush()');
  const { rows } = await pool().query<{ read: number }>(
    `select ((select sum(seq_tup_read) from pg_stat_user_tables where relname = any($1))
       + (select sum(idx_tup_read) from pg_stat_user_indexes where relname = any($1)))::int as read`,
    [TABLES],
  );
  return rows[0]!.read;
}

/** Every other one has a free unit. */
function bought(customer: number): OrderSnapshot {
  const isFree = customer % 2 === 0;
  const discounts = isFree ? [{ application: 0, amount: [300, 300] as const }] : [];
  return order({
    customerId: String(customer),
    lines: [line({ priceMinor: 300, quantity: 3 }), line({ priceMinor: 300, discounts })],
    discounts: isFree ? [{ type: 'automatic', title: 'Coffee card' }] : [],
  });
}

/** Of members who come back with them. */
const someOrders = () => Array.from({ length: ORDERS }, (_, index) => bought(FIRST_CUSTOMER + 1 + index * 7));

async function readWhileApplied(shop: TestShop): Promise<number> {
  await tell(shop, ...someOrders());
  const before = await rowsRead();
  await applyToldOrders(shop.id);
  return (await rowsRead()) - before;
}

async function shopThatGrows(): Promise<TestShop> {
  const shop = await installedShop();
  await nameCards(shop);
  return shop;
}

beforeAll(async () => {
  for (const table of TABLES) await pool().query(`alter table "${table}" set (autovacuum_enabled = false)`);
});

test('never analyzed: an order reads what is its own', async () => {
  const shop = await shopThatGrows();
  await grow(shop);
  const read = await readWhileApplied(shop);
  expect(read).toBeGreaterThan(ORDERS);
  expect(read).toBeLessThan(ORDERS * ROWS_OF_AN_ORDER);
});

test('planned while the shop was small: an order reads what is its own', async () => {
  const shop = await shopThatGrows();
  for (let index = 0; index < FIRST_ORDERS; index += 1) await tellAndApply(shop, bought(1_000 + (index % 6)));
  await grow(shop);
  const read = await readWhileApplied(shop);
  expect(read).toBeGreaterThan(ORDERS);
  expect(read).toBeLessThan(ORDERS * ROWS_OF_AN_ORDER);
});
