// From an order at Shopify to its points in the customer's metafield, through webhook, ledger and sync.
import { SHOPS, type Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';
import { OrderStream, type Stream } from './order-stream.ts';
import { startShops, type RunningShops } from './running-shops.ts';

const ROUNDS = 3;
const CUSTOMERS = 20;
/** Enough that Shopify's limit isn't what is measured; one-shop measures that. */
const POINTS_PER_SECOND = 2_000;
const TRICKLE = { perSecond: 5, seconds: 6 };
const RUSH = { perSecond: 200, seconds: 6 };

async function addCustomers({ shops }: RunningShops): Promise<void> {
  for (const shop of shops) {
    const [model] = shop.customers.values();
    if (!model) throw new Error(`${shop.domain} has no customers`);
    while (shop.customers.size < CUSTOMERS) await shop.addCustomer(model);
  }
}

function figures(name: string, streams: readonly Stream[]): Figure[] {
  const figure = (what: string, unit: string, wanted: string | null, ours: number[]): Figure => ({
    part: 'latency',
    name: `${what}, ${name}`,
    unit,
    ours,
    baseline: null,
    wanted,
  });
  const at = (share: number) => streams.map(({ latenciesMs }) => percentile(latenciesMs, share));
  return [
    figure('order → metafield, p50', 'ms', null, at(0.5)),
    figure('order → metafield, p95', 'ms', '< 1,000 ms', at(0.95)),
    figure(
      'orders placed',
      'orders/s',
      null,
      streams.map(({ perSecond }) => perSecond),
    ),
  ];
}

async function measure(running: RunningShops): Promise<Figure[]> {
  const orders = new OrderStream(running);
  const [trickle, rush]: [Stream[], Stream[]] = [[], []];
  await orders.run(50, 2);
  for (let round = 0; round < ROUNDS; round += 1) {
    trickle.push(await orders.run(TRICKLE.perSecond, TRICKLE.seconds));
    rush.push(await orders.run(RUSH.perSecond, RUSH.seconds));
  }
  const named = (rate: number) => `${rate} orders/s over ${SHOPS} shops`;
  return [...figures(named(TRICKLE.perSecond), trickle), ...figures(named(RUSH.perSecond), rush)];
}

export async function latencyPart(bench: Bench): Promise<Figure[]> {
  const running = await startShops(bench, 'latency', SHOPS);
  try {
    for (const { domain } of running.shops) running.shopify.throttle(domain).configure(POINTS_PER_SECOND);
    await addCustomers(running);
    return await measure(running);
  } finally {
    await running.stop();
  }
}
