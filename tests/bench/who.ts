// "How many customers are these?" in a shop with a hundred thousand members and half a million orders: what an answer takes while the
// merchant types, for each condition.
import { performance } from 'node:perf_hooks';
import type { Who, WhoCondition } from '#app/core/who/who.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { countWho } from '#app/usecases/who/count-who.ts';
import { installedShop } from '#tests/support/shops.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';

const MEMBERS = 100_000;
const ORDERS_EACH = 5;
const QUESTIONS = 100;

const STATEMENTS = [
  `insert into "Member" ("shopId", "customerId", "joinedAt", "birthMonth", "birthDay", "birthdaySetOn", "keptOrders", "firstOn",
     "lastOn", "ordersAtShopify", "ordersAskedAt")
   select $1, 3000000 + nr, now(), 1 + nr % 12, 3, '2025-01-01', ${ORDERS_EACH}, '2026-01-01', date '2026-11-01' - nr % 300, nr % 9,
     now() from generate_series(1, ${MEMBERS}) as nr`,
  `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "productIds")
   select $1, m.id * 10 + n, m.id, date '2026-11-01' - (m.id % 300)::int, 2500, array[m.id % 40, 100 + n]
   from "Member" m, generate_series(1, ${ORDERS_EACH}) as n where m."shopId" = $1`,
  `insert into "KeptCollection" ("shopId", "collectionId", "dueAt") values ($1, 9, now() + interval '1 day')`,
  `insert into "KeptCollectionProduct" ("shopId", "collectionId", "productId", "seenAt")
   select $1, 9, id, now() from (select 7 as id union select 1000 + n from generate_series(1, 20000) as n) as p`,
];

const CONDITIONS: Readonly<Record<string, WhoCondition>> = {
  'born in May': { kind: 'birthday-month', month: 5 },
  'new customers': { kind: 'first-timers' },
  'have bought, in 90 days': { kind: 'bought', productIds: ['7', '11'], withinDays: 90 },
  'have bought from a collection, in 90 days': {
    kind: 'bought',
    productIds: [],
    collectionIds: ['9'],
    withinDays: 90,
  },
  'three orders or more': { kind: 'orders', least: 3, most: null },
  'last ordered 60 days ago or longer': { kind: 'last-order', least: 60, most: null },
};

async function p95(shop: { id: number; timeZone: string }, who: Who): Promise<number> {
  const taken: number[] = [];
  for (let nr = 0; nr < QUESTIONS; nr += 1) {
    const start = performance.now();
    const { members } = await countWho(shop, who);
    taken.push(performance.now() - start);
    if (Math.abs(members - MEMBERS) > MEMBERS / 100) throw new Error(`${members} members were counted`);
  }
  return percentile(taken, 0.95);
}

export async function whoPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  const { id } = await installedShop({ domain: 'who.myshopify.com' });
  for (const sql of STATEMENTS) await pool().query(sql, [id]);
  await pool().query('vacuum analyze "Member", "KeptOrder"');
  const shop = { id, timeZone: 'Europe/Paris' };
  const all: [string, Who][] = [
    ...Object.entries(CONDITIONS).map(([name, one]): [string, Who] => [name, { conditions: [one] }]),
    ['all of these', { conditions: Object.values(CONDITIONS) }],
  ];
  const figures: Figure[] = [];
  for (const [name, who] of all) {
    await p95(shop, who);
    const ours: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) ours.push(await p95(shop, who));
    figures.push({ part: 'who', name: `${name}, p95`, unit: 'ms', ours, baseline: null, wanted: '≤ 100 ms' });
  }
  await closePool();
  return figures;
}
