// The history itself: events by chance until so many orders are placed, spread over the time given, while things go wrong.
import { setTimeout as sleep } from 'node:timers/promises';
import { comeAndGo } from './events/come-and-go.ts';
import { EVENTS } from './events/events.ts';
import { placeOrder } from './events/place-order.ts';
import { drawRules } from './events/publish.ts';
import { GROUND_FAULTS, SHOPIFY_FAULTS } from './faults/faults.ts';
import type { TortureFault } from './faults/torture-fault.ts';
import type { Options } from './options.ts';
import { Random } from './random.ts';
import { badNetwork } from './world/deliveries.ts';
import type { World } from './world/world.ts';
import { Counts } from './counts.ts';

const CUSTOMERS_A_SHOP = { least: 12, orders: 8 };
const STAFF = 2;
/** Of the events: Shopify fails at one in so many. */
const SHOPIFY_FAILS_EVERY = 12;
/** Of the events in a shop that the app has left. */
const COMES_BACK = 0.04;
/** So many deliveries may be on their way before the next event. */
const MOST_ON_THEIR_WAY = 400;

export type Played = { events: Counts; faults: Counts; deliveries: Counts };

/** Customers and a first program for each shop. */
export async function prepare({ histories, merchant }: World, options: Options): Promise<void> {
  const random = new Random(options.seed ^ 0x5eed);
  const many = Math.max(
    CUSTOMERS_A_SHOP.least,
    Math.ceil(options.orders / histories.length / CUSTOMERS_A_SHOP.orders),
  );
  for (const history of histories) {
    const { shop, customers, staff } = history;
    const model = shop.setup.customers[0];
    if (!model) throw new Error(`${shop.domain} was opened without a customer`);
    while (customers.length < many) customers.push((await shop.addCustomer({ ...model, tags: [] })).id);
    while (staff.length < STAFF) staff.push((await shop.addCustomer({ ...model, tags: ['staff'] })).id);
    const change = drawRules(random, history);
    await merchant.tellEverybody(shop.domain);
    await merchant.publish(shop.domain, (rules) => (history.rules = change(rules)));
  }
}

export async function play(world: World, options: Options): Promise<Played> {
  const random = new Random(options.seed);
  const [faultRandom, networkRandom] = [random.fork(), random.fork()];
  // By the seed alone, so that a short form surely has a stop of the database.
  const groundRandom = new Random(options.seed ^ 0x6e0d);
  const played: Played = { events: new Counts(), faults: new Counts(), deliveries: new Counts() };
  world.shopify.webhooks.controls.each = badNetwork(networkRandom, played.deliveries);
  const startedMs = performance.now();
  const everyOrders = options.orders / (options.breaks + 1);
  let breaking: Promise<void> = Promise.resolve();
  let broken = 0;
  while (played.events.of(placeOrder.name) < options.orders) {
    const orders = played.events.of(placeOrder.name);
    await keepPace(world, startedMs + (orders / options.orders) * options.minutes * 60_000);
    await happen(world, random, played);
    if (faultRandom.chance(1 / SHOPIFY_FAILS_EVERY)) await strike(SHOPIFY_FAULTS, world, faultRandom, played);
    if (broken < options.breaks && orders >= everyOrders * (broken + 1)) {
      broken += 1;
      await breaking;
      breaking = strike(GROUND_FAULTS, world, groundRandom.fork(), played);
    }
  }
  await breaking;
  return played;
}

/** Not before its time, and not while too much is on its way: Shopify's own queue would be the test then. */
async function keepPace({ shopify }: World, atMs: number): Promise<void> {
  const aheadMs = atMs - performance.now();
  if (aheadMs > 1) await sleep(aheadMs);
  while (shopify.webhooks.open > MOST_ON_THEIR_WAY) await sleep(5);
}

async function happen(world: World, random: Random, { events }: Played): Promise<void> {
  const history = random.pick(world.histories);
  const comesBack = random.chance(COMES_BACK) && history.away;
  const event = comesBack ? comeAndGo : random.weighted(EVENTS);
  const deed = event.draw(random, history, world);
  if (!deed) return;
  if ((await deed()) !== false) events.add(event.name);
}

async function strike(
  among: readonly TortureFault[],
  world: World,
  random: Random,
  { faults }: Played,
): Promise<void> {
  const fault = random.weighted(among);
  if (await fault.strike(random, world)) faults.add(fault.name);
}

/** What the replay couldn't say is ended, as each event knows how. */
export async function close({ histories }: World): Promise<void> {
  for (const { close: end } of EVENTS) {
    if (end) for (const history of histories) await end(history);
  }
}
