// Webhooks acknowledged: our server beside a bare one that checks the signature and inserts the body.
// Both get the same requests, made before the clock starts; afterwards as many rows must be there as were sent.
import path from 'node:path';
import { startAppProcess } from '#tests/demo/app-process.ts';
import { startBareServer } from './bare-process.ts';
import { appEnvironment, type Bench } from './bench.ts';
import { query, type Database } from './databases.ts';
import { percentile, type Figure } from './figures.ts';
import { webhookRequests, type SignedOrders } from './signed-orders.ts';
import { CONNECTIONS, sendAll, type Load } from './send-all.ts';

const ROUNDS = 3;
const REQUESTS = CONNECTIONS * 200;
const WARM_UP = CONNECTIONS * 60;

type Server = { url: string; stored(): Promise<number> };
type Servers = { ours: Server; bare: Server };
type Round = { ours: Load; bare: Load };

function counting(database: Database, port: number | undefined, table: string): Server {
  const stored = async () => {
    const [row] = await query<{ count: string }>(database, `select count(*) from ${table}`);
    return Number(row?.count);
  };
  return { url: `http://127.0.0.1:${port}`, stored };
}

/** @throws where fewer rows were stored than requests answered with 200. */
async function loadServer(server: Server, orders: SignedOrders): Promise<Load> {
  const before = await server.stored();
  const load = await sendAll(server.url, orders);
  const stored = (await server.stored()) - before;
  if (stored !== orders.length) throw new Error(`${orders.length} webhooks were answered, ${stored} stored`);
  return load;
}

async function measure({ ours, bare }: Servers, make: (count: number) => SignedOrders): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const orders = make(round === 0 ? WARM_UP : REQUESTS);
    rounds.push({ bare: await loadServer(bare, orders), ours: await loadServer(ours, orders) });
  }
  return rounds.slice(1);
}

function figures(rounds: readonly Round[], shops: string, bytes: number): Figure[] {
  const perSecond = (load: Load) => load.latenciesMs.length / load.seconds;
  const p99 = (load: Load) => percentile(load.latenciesMs, 0.99);
  const figure = (name: string, unit: string, wanted: string | null, of: (load: Load) => number): Figure => ({
    part: 'webhooks',
    name: `${name}, ${shops}, ${bytes} bytes, ${CONNECTIONS} connections`,
    unit,
    ours: rounds.map(({ ours }) => of(ours)),
    baseline: { name: 'bare node:http', values: rounds.map(({ bare }) => of(bare)) },
    wanted,
  });
  return [figure('acknowledged', 'requests/s', 'ratio ≥ 0.7', perSecond), figure('p99', 'ms', null, p99)];
}

export async function webhooksPart(bench: Bench): Promise<Figure[]> {
  const { database: seed, shops } = await bench.planted();
  const domains = shops.map(({ domain }) => domain);
  const database = await bench.databases.copy(seed);
  const env = appEnvironment(database);
  const logFolder = path.join(bench.logFolder, 'webhooks');
  const web = await startAppProcess({ name: 'web', env, localShopifyUrl: '', logFolder });
  try {
    const bare = await startBareServer(env, logFolder);
    try {
      const servers = {
        ours: counting(database, web.ready.port, '"Order"'),
        bare: counting(database, bare.port, 'bare_webhook'),
      };
      return await measureBoth(servers, domains);
    } finally {
      await bare.stop();
    }
  } finally {
    await web.stop();
    await bench.databases.drop(database);
  }
}

async function measureBoth(servers: Servers, domains: readonly string[]): Promise<Figure[]> {
  const { make, bytes } = await webhookRequests();
  const one = await measure(servers, (count) => make(count, domains.slice(0, 1)));
  const fifty = await measure(servers, (count) => make(count, domains));
  return [...figures(one, 'one shop', bytes), ...figures(fifty, `${domains.length} shops`, bytes)];
}
