// Members written to Shopify in a shop whose bucket is empty, with the numbers for segments switched on and off: what Shopify's throttle
// lets through of each, and what is made of it.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { MEMBER_NUMBERS } from '#app/core/notices/member-numbers.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { query, withClient } from './databases.ts';
import type { Figure } from './figures.ts';
import { ANSWER_MS, fillShop, type FilledShop } from './filled-shop.ts';
import { untilIdle } from './running-shops.ts';

/** Of one mutation, which takes so many metafields. */
const COST = 10;
const MOST_METAFIELDS = 25;
const LIMIT_MS = 60_000;
const LOOK_MS = 20;

/** Members here tell no birthday: two metafields each, and two numbers. */
const SWITCHED = [
  { said: 'numbers off', numbers: [] as readonly string[], aCall: Math.floor(MOST_METAFIELDS / 2) },
  { said: 'numbers on', numbers: MEMBER_NUMBERS, aCall: Math.floor(MOST_METAFIELDS / 4) },
];
const PLANS = [
  { perSecond: 100, answerMs: 0, members: 480 },
  { perSecond: 1_000, answerMs: ANSWER_MS, members: 1_200 },
];

async function behind(shop: FilledShop): Promise<number> {
  const [row] = await query<{ count: number }>(
    shop.database,
    'select count(*)::int as count from "Member" where "syncedRev" < rev',
  );
  return row?.count ?? 0;
}

async function sync(shop: FilledShop, plan: (typeof PLANS)[number]): Promise<number> {
  const { database, shopId, memberIds } = shop;
  const some = memberIds.slice(0, plan.members);
  await query(database, `update "Member" set rev = rev + 1 where id = any('{${some.join(',')}}'::bigint[])`);
  await untilIdle(database);
  if ((await behind(shop)) !== plan.members) throw new Error('somebody was written before the start');
  shop.throttle(plan.perSecond, plan.answerMs);
  const start = performance.now();
  await withClient(database, (client) => enqueue(client, 'sync_members', { shopId }));
  while ((await behind(shop)) > 0) {
    if (performance.now() - start > LIMIT_MS)
      throw new Error(`${await behind(shop)} members weren’t written`);
    await sleep(LOOK_MS);
  }
  const seconds = (performance.now() - start) / 1_000;
  shop.open();
  await untilIdle(database);
  return plan.members / seconds;
}

export async function memberNumbersPart(bench: Bench): Promise<Figure[]> {
  const shop = await fillShop(bench, 'member-numbers', Math.max(...PLANS.map(({ members }) => members)));
  try {
    await withClient(shop.database, (client) => enqueue(client, 'sync_members', { shopId: shop.shopId }));
    await untilIdle(shop.database);
    const figures: Figure[] = [];
    for (const plan of PLANS) {
      for (const { said, numbers, aCall } of SWITCHED) {
        await query(shop.database, `update "Shop" set "toldNumbers" = '{${numbers.join(',')}}'`);
        const ours: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) ours.push(await sync(shop, plan));
        const values = ours.map(() => (plan.perSecond / COST) * aCall);
        const baseline = { name: 'the throttle allows', values };
        const name = `members synced, ${said}, ${plan.perSecond.toLocaleString('en')} points/s, answers after ${plan.answerMs} ms`;
        figures.push({ part: 'member-numbers', name, unit: 'members/s', ours, baseline, wanted: null });
      }
    }
    return figures;
  } finally {
    await shop.stop();
  }
}
