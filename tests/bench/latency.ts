// From an order at Shopify to its points in the customer's metafield, through webhook, ledger and sync; and the CPU that it
// takes, which a busy machine changes less.
import { ROUNDS, SHOPS, type Bench } from './bench.ts';
import { cpuTimes, KINDS, type CpuTimes, type Kind } from './cpu-times.ts';
import { percentile, type Figure } from './figures.ts';
import { startApp, type RunningApp } from './installed-shops.ts';
import { OrderStream, type Stream } from './order-stream.ts';

/** Enough that Shopify's limit isn't what is measured; one-shop measures that. */
const POINTS_PER_SECOND = 2_000;
const TRICKLE = { perSecond: 5, seconds: 6 };
const RUSH = { perSecond: 200, seconds: 6 };

/** CPU in ms: of an order by kind of process, and of a call at the bare Shopify. */
type Used = { order: CpuTimes | null; call: number; callsAnOrder: number };
type Measured = Stream & Used;

const figure = (name: string, unit: string, ours: number[], wanted: string | null = null): Figure => ({
  part: 'latency',
  name,
  unit,
  ours,
  baseline: null,
  wanted,
});

function figures(name: string, streams: readonly Stream[]): Figure[] {
  const at = (share: number) => streams.map(({ latenciesMs }) => percentile(latenciesMs, share));
  const placed = streams.map(({ perSecond }) => perSecond);
  return [
    figure(`order → metafield, p50, ${name}`, 'ms', at(0.5)),
    figure(`order → metafield, p95, ${name}`, 'ms', at(0.95), '< 1,000 ms'),
    figure(`orders placed, ${name}`, 'orders/s', placed),
  ];
}

function cpuFigures(name: string, measured: readonly Measured[]): Figure[] {
  const of = (kind: Kind) => measured.flatMap(({ order }) => order?.[kind] ?? []);
  const kinds = KINDS.filter((kind) => of(kind).length > 0);
  return [
    ...kinds.map((kind) => figure(`CPU of ${kind} per order, ${name}`, 'ms', of(kind))),
    figure(
      'CPU of the bare Shopify per call (not ours)',
      'ms',
      measured.map(({ call }) => call),
    ),
    figure(
      `Admin API calls per order, ${name}`,
      'calls',
      measured.map(({ callsAnOrder }) => callsAnOrder),
    ),
  ];
}

async function runMeasured(
  { shopify }: RunningApp,
  orders: OrderStream,
  { perSecond, seconds } = RUSH,
): Promise<Measured> {
  const [before, cpuBefore] = [await shopify.used(), cpuTimes()];
  const stream = await orders.run(perSecond, seconds);
  const [after, cpuAfter] = [await shopify.used(), cpuTimes()];
  const count = perSecond * seconds;
  const spent = (kind: Kind) => ((cpuAfter?.[kind] ?? 0) - (cpuBefore?.[kind] ?? 0)) / count;
  const order = cpuBefore && { web: spent('web'), worker: spent('worker'), PostgreSQL: spent('PostgreSQL') };
  const calls = after.calls - before.calls;
  const call = (after.cpuUs - before.cpuUs) / 1_000 / calls;
  return { ...stream, order, call, callsAnOrder: calls / count };
}

async function measure(app: RunningApp): Promise<Figure[]> {
  const orders = await OrderStream.open(app);
  const [trickle, rush]: [Stream[], Measured[]] = [[], []];
  await orders.run(50, 2);
  for (let round = 0; round < ROUNDS; round += 1) {
    trickle.push(await orders.run(TRICKLE.perSecond, TRICKLE.seconds));
    rush.push(await runMeasured(app, orders));
  }
  orders.stop();
  const named = (rate: number) => `${rate} orders/s over ${SHOPS} shops`;
  return [
    ...figures(named(TRICKLE.perSecond), trickle),
    ...figures(named(RUSH.perSecond), rush),
    ...cpuFigures(named(RUSH.perSecond), rush),
  ];
}

export async function latencyPart(bench: Bench): Promise<Figure[]> {
  const app = await startApp(bench, 'latency');
  try {
    await app.shopify.setThrottles({ perSecond: POINTS_PER_SECOND, empty: false, shops: app.domains });
    const measured = await measure(app);
    await app.shopify.check();
    return measured;
  } finally {
    await app.stop();
  }
}
