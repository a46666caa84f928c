// The next award of members with ten thousand entries beside that of members with one: one order each, applied by itself.
import { performance } from 'node:perf_hooks';
import { closePool, pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { line, order } from '#tests/support/factories.ts';
import { installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import { ROUNDS, type Bench } from './bench.ts';
import type { Figure } from './figures.ts';

const ENTRIES = 10_000;
const MEMBERS = 20;
/** Of each kind of member, a round. */
const AWARDS = 100;
const OLD = 9_000;
const NEW = 19_000;

/** Each entry is an order's, of one point. */
const HISTORY = `
  with members as (
    insert into "Member" ("shopId", "customerId", "joinedAt", points, seq)
    select $1, $2::bigint + nr, now(), $4::int, $4::int from generate_series(0, $3::int - 1) as nr returning id, "customerId"
  )
  insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount, "balanceAfter",
    "programVersion", explanation, "occurredAt", "recordedAt")
  select $1, m.id, nr, 'points', 'order', 'order/' || o.id || '/1', o.id, 1, nr, 1, '{"v":1}', now(), now()
  from generate_series(1, $4::int) as nr, members m, lateral (select m."customerId" * 1000000 + nr as id) as o`;

async function openShop(): Promise<TestShop> {
  const shop = await installedShop({ domain: 'long-history.myshopify.com' });
  await pool().query(HISTORY, [shop.id, OLD, MEMBERS, ENTRIES]);
  await pool().query(HISTORY, [shop.id, NEW, MEMBERS, 1]);
  await pool().query('vacuum analyze');
  return shop;
}

/** Milliseconds of one award. */
async function award(shop: TestShop, customerId: string): Promise<number> {
  await tell(shop, order({ customerId, lines: [line({ priceMinor: 1_250 })] }));
  const start = performance.now();
  await applyToldOrders(shop.id);
  return performance.now() - start;
}

/** Old and new in turns. */
async function measure(shop: TestShop): Promise<{ old: number; new: number }> {
  const taken = { old: 0, new: 0 };
  for (let nr = 0; nr < AWARDS; nr += 1) {
    const member = nr % MEMBERS;
    taken.old += await award(shop, String(OLD + member));
    taken.new += await award(shop, String(NEW + member));
  }
  return { old: taken.old / AWARDS, new: taken.new / AWARDS };
}

/** @throws Error when an award is missing */
async function check(shop: TestShop, rounds: number): Promise<void> {
  const { rows } = await pool().query<{ points: number }>(
    'select sum(points)::int as points from "Member" where "shopId" = $1',
    [shop.id],
  );
  const wanted = MEMBERS * (ENTRIES + 1) + 2 * rounds * AWARDS * 12;
  if (rows[0]?.points !== wanted) throw new Error(`${rows[0]?.points} points instead of ${wanted}`);
}

export async function longHistoryPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  const shop = await openShop();
  const rounds: Awaited<ReturnType<typeof measure>>[] = [];
  // The first orders of a process are slower than all others.
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await measure(shop));
  await check(shop, rounds.length);
  await closePool();
  const counted = rounds.slice(1);
  const baseline = { name: 'of one with 1', values: counted.map((round) => round.new) };
  const name = `next award of a member with ${ENTRIES.toLocaleString('en')} entries`;
  const ours = counted.map((round) => round.old);
  return [{ part: 'long-history', name, unit: 'ms', ours, baseline, wanted: 'ratio ≤ 1.5' }];
}
