// One shop on the smallest plan: members synced per second, beside what Shopify's throttle lets through, of a bucket that is empty and of
// one that is full as a shop's is that does nothing else.
import { setTimeout as sleep } from 'node:timers/promises';
import { Kind, parse } from 'graphql';
import { enqueue } from '#app/db/enqueue.server.ts';
import { MEMBERS_A_CALL } from '#app/usecases/storefront/write-members.ts';
import { setMetafields } from '#app/shopify/admin-api/set-metafields.ts';
import { requestedCost } from '#tests/local-shopify/admin-api/cost.ts';
import { adminSchema } from '#tests/local-shopify/admin-api/schema.ts';
import { machineMs } from './bare-admin.ts';
import type { Bench } from './bench.ts';
import { withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { startApp, type RunningApp } from './installed-shops.ts';

const ROUNDS = 3;
const MEMBERS = 2_400;
/** Shopify's restore rate of a shop that isn't on Plus. */
const POINTS_PER_SECOND = 100;
const LIMIT_MS = 60_000;
const LOOK_MS = 50;
const FIRST_CUSTOMER = 7_100_000_000_000;

/** Of a full one, which holds twice as much, what is left for others. */
const LEFT = 1_000;
const BUCKETS = [
  { said: 'empty', empty: true, spare: 0, wanted: 'ratio ≥ 0.78' },
  { said: 'full', empty: false, spare: LEFT, wanted: 'ratio ≥ 0.9' },
];
type Filling = (typeof BUCKETS)[number];

/** Members per second that the throttle pays for: two metafields each, 25 a call at most. @param spare points from before */
function allowedPerSecond(spare: number): number {
  const operation = parse(setMetafields.document).definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('the document has no operation');
  const cost = requestedCost(adminSchema(), operation, new Map(), {});
  const points = (MEMBERS / MEMBERS_A_CALL) * cost - spare;
  return (MEMBERS * POINTS_PER_SECOND) / points;
}

/** Members without history. */
async function addMembers(shop: string, database: Database): Promise<void> {
  await withClient(database, (client) =>
    client.query(
      `insert into "Member" ("shopId", "customerId", "joinedAt")
       select s.id, $2::bigint + nr, now() from "Shop" s, generate_series(1, $3::int) as nr where s.domain = $1`,
      [shop, FIRST_CUSTOMER, MEMBERS],
    ),
  );
}

/** As a reinstall does: nothing that Shopify shows can be trusted any more. */
function forgetSyncs(shop: string, database: Database): Promise<void> {
  return withClient(database, async (client) => {
    const { rows } = await client.query<{ id: number }>('select id from "Shop" where domain = $1', [shop]);
    for (const { id } of rows) {
      await client.query('update "Member" set "syncedRev" = 0 where "shopId" = $1', [id]);
      await enqueue(client, 'sync_members', { shopId: id });
    }
  });
}

async function syncAll({ shopify, database }: RunningApp, shop: string, empty: boolean): Promise<number> {
  await shopify.takeWritten();
  await shopify.setThrottles({ perSecond: POINTS_PER_SECOND, empty, shops: [shop] });
  const startMs = machineMs();
  const shown = new Map<string, number>();
  await forgetSyncs(shop, database);
  while (shown.size < MEMBERS) {
    if (machineMs() - startMs > LIMIT_MS)
      throw new Error(`only ${shown.size} of ${MEMBERS} members were synced`);
    await sleep(LOOK_MS);
    for (const { ownerId, atMs } of await shopify.takeWritten()) shown.set(ownerId, atMs);
  }
  return (MEMBERS * 1_000) / (Math.max(...shown.values()) - startMs);
}

async function measure(
  app: RunningApp,
  shop: string,
  { said, empty, spare, wanted }: Filling,
): Promise<Figure> {
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) ours.push(await syncAll(app, shop, empty));
  const name = `members synced, one shop, ${said} bucket, ${POINTS_PER_SECOND} points/s`;
  const baseline = { name: 'the throttle allows', values: ours.map(() => allowedPerSecond(spare)) };
  return { part: 'one-shop', name, unit: 'members/s', ours, baseline, wanted };
}

export async function oneShopPart(bench: Bench): Promise<Figure[]> {
  const app = await startApp(bench, 'one-shop');
  try {
    const [shop = ''] = app.domains;
    await addMembers(shop, app.database);
    const measured: Figure[] = [];
    for (const filling of BUCKETS) measured.push(await measure(app, shop, filling));
    await app.shopify.check();
    return measured;
  } finally {
    await app.stop();
  }
}
