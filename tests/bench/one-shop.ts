// One shop whose bucket is empty: members synced per second, beside what Shopify's throttle lets through.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kind, parse } from 'graphql';
import { enqueue } from '#app/db/enqueue.server.ts';
import { MEMBERS_A_CALL } from '#app/usecases/storefront/write-members.ts';
import { setMetafields } from '#app/shopify/admin-api/set-metafields.ts';
import { requestedCost } from '#tests/local-shopify/admin-api/cost.ts';
import { adminSchema } from '#tests/local-shopify/admin-api/schema.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Bench } from './bench.ts';
import { withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { watchLoyalty } from './loyalty-watch.ts';
import { startShops, type RunningShops } from './running-shops.ts';

const ROUNDS = 3;
const MEMBERS = 1_500;
/** Shopify's restore rate of a shop that isn't on Plus. */
const POINTS_PER_SECOND = 100;
const LIMIT_MS = 60_000;

/** Members per second that the throttle pays for: two metafields each, 25 a call at most. */
function allowedPerSecond(): number {
  const operation = parse(setMetafields.document).definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('the document has no operation');
  const cost = requestedCost(adminSchema(), operation, new Map(), {});
  return (POINTS_PER_SECOND / cost) * MEMBERS_A_CALL;
}

/** Customers at Shopify, and as many members without history in the app. */
async function addMembers(shop: LocalShop, database: Database): Promise<void> {
  const [model] = shop.customers.values();
  if (!model) throw new Error('the shop has no customers');
  const customers: string[] = [];
  while (customers.length < MEMBERS) customers.push((await shop.addCustomer(model)).id);
  await withClient(database, (client) =>
    client.query(
      `insert into "Member" ("shopId", "customerId", "joinedAt")
       select s.id, c, now() from "Shop" s, unnest($1::bigint[]) as c`,
      [customers],
    ),
  );
}

/** As a reinstall does: nothing that Shopify shows can be trusted any more. */
function forgetSyncs(database: Database): Promise<void> {
  return withClient(database, async (client) => {
    await client.query('update "Member" set "syncedRev" = 0');
    const { rows } = await client.query<{ id: number }>('select id from "Shop"');
    for (const { id } of rows) await enqueue(client, 'sync_members', { shopId: id });
  });
}

async function syncAll(running: RunningShops, shop: LocalShop, shown: Set<string>): Promise<number> {
  shown.clear();
  const throttle = running.shopify.throttle(shop.domain);
  throttle.configure(POINTS_PER_SECOND);
  throttle.take(throttle.status(running.shopify.clock()).currentlyAvailable, running.shopify.clock());
  const start = performance.now();
  await forgetSyncs(running.database);
  while (shown.size < MEMBERS) {
    if (performance.now() - start > LIMIT_MS) throw new Error(`only ${shown.size} of ${MEMBERS} were synced`);
    await sleep(5);
  }
  return (MEMBERS * 1_000) / (performance.now() - start);
}

async function measure(running: RunningShops): Promise<Figure[]> {
  const [shop] = running.shops;
  if (!shop) throw new Error('no shop runs');
  const shown = new Set<string>();
  await addMembers(shop, running.database);
  watchLoyalty(running.shopify.app, shop, (customerId) => shown.add(customerId));
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) ours.push(await syncAll(running, shop, shown));
  const name = `members synced, one shop, empty bucket, ${POINTS_PER_SECOND} points/s`;
  const baseline = { name: 'the throttle allows', values: ours.map(allowedPerSecond) };
  return [{ part: 'one-shop', name, unit: 'members/s', ours, baseline, wanted: null }];
}

export async function oneShopPart(bench: Bench): Promise<Figure[]> {
  const running = await startShops(bench, 'one-shop', 1);
  try {
    return await measure(running);
  } finally {
    await running.stop();
  }
}
