// A pool of ten thousand codes, filled in a shop whose bucket is empty: codes that are ready per second, beside what Shopify's
// throttle lets through where each two hundred and fifty are asked for, asked about and seen once.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kind, parse } from 'graphql';
import { enqueue } from '#app/db/enqueue.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { MOST_CODES, CODE_CALLS } from '#app/shopify/rewards/code-pool.ts';
import { requestedCost } from '#tests/local-shopify/admin-api/cost.ts';
import { adminSchema } from '#tests/local-shopify/admin-api/schema.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { appEnvironment, type Bench } from './bench.ts';
import { query, withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { startShops, untilIdle, type RunningShops } from './running-shops.ts';

const ROUNDS = 3;
const CODES = 10_000;
/** Half as many again as are to be ready are asked for. */
const SIZE = Math.ceil(CODES / 1.5);
/** Shopify's restore rate on Plus, so that a round takes seconds; a smaller plan's share is the same. */
const POINTS_PER_SECOND = 1_000;
const LIMIT_MS = 60_000;
const LOOK_MS = 50;

function allowedPerSecond(): number {
  const costs = CODE_CALLS.map((document) => {
    const operation = parse(document).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (!operation) throw new Error('the document has no operation');
    return requestedCost(adminSchema(), operation, new Map(), {});
  });
  return (POINTS_PER_SECOND / costs.reduce((all, one) => all + one, 0)) * MOST_CODES;
}

async function ready(database: Database): Promise<number> {
  const [row] = await query<{ count: number }>(
    database,
    `select count(*)::int as count from "RewardCode" where state = 'ready'`,
  );
  return row?.count ?? 0;
}

/** Another reward each time, so that every pool begins with what a publish makes. */
async function fill({ shopify, database, shops }: RunningShops, shopId: number, round: number) {
  await publishRewards(shopId, [reward({ key: `round-${round}` })]);
  await untilIdle(database);
  const before = await ready(database);
  const throttle = shopify.throttle(shops[0]?.domain ?? '');
  throttle.configure(POINTS_PER_SECOND);
  throttle.take(throttle.status(shopify.clock()).currentlyAvailable, shopify.clock());
  const start = performance.now();
  await withClient(database, async (client) => {
    await client.query('update "ShopDiscount" set "poolSize" = $1 where "poolSize" > 0', [SIZE]);
    await enqueue(client, 'fill_codes', { shopId });
  });
  let made = 0;
  for (; made + before < CODES; made = (await ready(database)) - before) {
    if (performance.now() - start > LIMIT_MS) throw new Error(`only ${made} of ${CODES} codes were made`);
    await sleep(LOOK_MS);
  }
  const seconds = (performance.now() - start) / 1_000;
  await untilIdle(database);
  return made / seconds;
}

export async function refillPart(bench: Bench): Promise<Figure[]> {
  const running = await startShops(bench, 'refill', 1);
  const { database, shopify, shops } = running;
  try {
    Object.assign(process.env, appEnvironment(database), { LOG_LEVEL: 'silent' });
    for (const { domain } of shops) shopify.throttle(domain).configure(1_000_000);
    const [shop] = await query<{ id: number }>(database, 'select id from "Shop"');
    const ours: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) ours.push(await fill(running, shop?.id ?? 0, round));
    const name = `${CODES.toLocaleString('en')} codes made, empty bucket, ${POINTS_PER_SECOND.toLocaleString('en')} points/s`;
    const baseline = { name: 'the throttle allows', values: ours.map(allowedPerSecond) };
    return [{ part: 'refill', name, unit: 'codes/s', ours, baseline, wanted: null }];
  } finally {
    await closePool();
    await running.stop();
  }
}
