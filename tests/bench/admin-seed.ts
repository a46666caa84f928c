// A shop with a long past: members, orders and entries as the ledger would have written them, in a few statements.
import type pg from 'pg';
import { query, withClient, type Database } from './databases.ts';

export const MEMBERS = 100_000;
/** Each brings one entry of points and one of stamps. */
const ORDERS_A_MEMBER = 5;
export const ENTRIES = MEMBERS * ORDERS_A_MEMBER * 2;
const CARD_SIZE = 5;
/** Days from one order to the next, and what each costs. */
const GAP = 79;
const SPENT = 1_250;

/** Points of a member's n-th order; their sum so far is written out, because SQL has to agree with it. */
const GIVEN = '(10 + (m.nr % 40))';

const STATEMENTS = [
  `insert into "Member" ("shopId", "customerId", points, seq, rev, "syncedRev", "joinedAt", "joinedOn",
     "keptOrders", "firstOn", "lastOn", "spentMinor", "rhythmDays", "ordersAtShopify", "ordersAskedAt")
   select $1::int, 10000000 + nr, ${GIVEN.replaceAll('m.nr', 'nr')} * ${ORDERS_A_MEMBER}, ${ORDERS_A_MEMBER * 2}, 2, 2,
     now() - interval '400 days' + (nr % 79) * interval '1 day',
     joined.day, ${ORDERS_A_MEMBER}, joined.day + ${GAP}, joined.day + ${GAP * ORDERS_A_MEMBER}, ${SPENT * ORDERS_A_MEMBER}, ${GAP},
     ${ORDERS_A_MEMBER} + nr % 3, now()
   from generate_series(1, ${MEMBERS}) as nr,
     lateral (select (now() - interval '400 days' + (nr % 79) * interval '1 day')::date as day) as joined`,
  `insert into "MemberCard" ("shopId", "memberId", "cardKey", stamps, size)
   select $1, id, 'card-1', ${ORDERS_A_MEMBER}, ${CARD_SIZE} from "Member" where "shopId" = $1`,
  `insert into "Order" ("shopId", "orderId", "memberId", revision, "appliedRevision", "programVersion", "snapshotUpdatedAt",
     snapshot)
   select $1, m.id * 10 + n, m.id, 1, 1, 2, m."joinedAt" + n * interval '${GAP} days',
     jsonb_build_object('name', '#' || (m.id * 10 + n), 'processedAt', m."joinedAt" + n * interval '${GAP} days')
   from "Member" m, generate_series(1, ${ORDERS_A_MEMBER}) as n where m."shopId" = $1`,
  `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount, "balanceAfter",
     "programVersion", filled, explanation, "occurredAt", "recordedAt")
   select $1, m.id, n * 2 - (unit = 'points')::int, unit, 'order', 'order/' || (m.id * 10 + n) || '/1', m.id * 10 + n,
     amount, amount * n, 2, (unit <> 'points' and n = ${CARD_SIZE})::int,
     json_build_object('v', 1, 'order', '#' || (m.id * 10 + n), 'version', 2, 'target', amount, 'posted', 0, 'pending', 0,
       'status', 'paid', 'nothing', null),
     m."joinedAt" + n * interval '${GAP} days', m."joinedAt" + n * interval '${GAP} days'
   from (select *, "customerId" - 10000000 as nr from "Member" where "shopId" = $1) as m,
     generate_series(1, ${ORDERS_A_MEMBER}) as n,
     lateral (values ('points', ${GIVEN}), ('stamps/card-1', 1)) as u(unit, amount)
   order by m.id, n`,
  `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "ourMinor", "othersMinor", source, "handledOn")
   select $1, m.id * 10 + n, m.id, m."joinedOn" + n * ${GAP}, ${SPENT}, n, 0, 'web', m."joinedOn" + n * ${GAP} + 1
   from "Member" m, generate_series(1, ${ORDERS_A_MEMBER}) as n where m."shopId" = $1`,
  `delete from "DailyFigure" where "shopId" = $1`,
  `insert into "DailyFigure" ("shopId", day, kind, amount)
   select "shopId", day, kind, amount from "figures_of_entries"($1)`,
];

/** An index is built faster over a million rows than row by row. Keys that constraints stand on stay. */
async function dropIndexes(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename in ('Member', 'MemberCard', 'Order', 'KeptOrder', 'LedgerEntry') and not exists (
       select 1 from pg_constraint c join pg_class i on i.oid = c.conindid where i.relname = indexname)`,
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  return async () => {
    for (const { definition } of rows) await client.query(definition);
  };
}

/** @returns how long it took, in seconds. @throws Error when the role may not leave out the checks of foreign keys. */
export async function seedShop(database: Database, shopId: number): Promise<number> {
  const start = performance.now();
  await withClient(database, async (client) => {
    // Every row refers to one that was written just before: checking a million times would only take time.
    await client.query('set session_replication_role = replica');
    await client.query(`set maintenance_work_mem = '256MB'`);
    const restoreIndexes = await dropIndexes(client);
    for (const statement of STATEMENTS) await client.query(statement, [shopId]);
    await restoreIndexes();
  });
  const seconds = (performance.now() - start) / 1_000;
  await query(database, 'vacuum analyze');
  return seconds;
}
