// What the minute's question costs, who needs work (usecases/upkeep/bells.ts), where nobody does: it should depend on the
// work that there is, not on the number of shops.
import type pg from 'pg';
import type { Queryable } from '#app/db/pool.server.ts';
import { BELLS } from '#app/usecases/upkeep/bells.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';

const SIZES = [2_000, 10_000, 100_000];
/** One shop in so many has a program with moments, each of them swept for today. */
const WITH_MOMENTS = 10;

const SHOPS = `insert into "Shop" (id, domain, currency, "timeZone", draft, "publishedVersion", "syncedVersion",
    "discountsVersion", "earnsFrom", "reconciledThrough", "installedAt", "askedAt", "sweptThrough")
  select nr, 'bells-' || nr || '.myshopify.com', 'EUR', 'Europe/Paris', $3::jsonb, 1, 1, 1, now(), now(), now(), now(),
    current_date + 1 from generate_series($1::int, $2::int) as nr`;
const VERSIONS = `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
  select nr, 1, case when nr % ${WITH_MOMENTS} = 0 then $4::jsonb else $3::jsonb end, now(), 'bench'
  from generate_series($1::int, $2::int) as nr`;
const MEMBERS = `insert into "Member" ("shopId", "customerId", "joinedAt", "syncedRev", "stampsUntil")
  select nr, 9001, now(), 1, null from generate_series($1::int, $2::int) as nr`;
const ORDERS = `insert into "Order" ("shopId", "orderId", "appliedRevision")
  select nr, 8001, 1 from generate_series($1::int, $2::int) as nr`;

type Cost = { ms: number; pages: number };
type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };
type Explained = {
  Plan: Plan & { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
  'Planning Time': number;
  'Execution Time': number;
};

async function addShops(client: pg.Client, from: number, to: number): Promise<void> {
  const plain = JSON.stringify(rules());
  const moving = JSON.stringify(rules({ occasions: [occasion({ daysBefore: 3, daysAfter: 7 })] }));
  await client.query(SHOPS, [from, to, plain]);
  await client.query(VERSIONS, [from, to, plain, moving]);
  await client.query(MEMBERS, [from, to]);
  await client.query(ORDERS, [from, to]);
  await client.query('vacuum analyze');
}

/** Explains instead of asking; whoever asks hears of nobody. */
function explaining(client: pg.Client, heard: (explained: Explained) => void): Queryable {
  const query = async (asked: string | pg.QueryConfig, values?: unknown[]) => {
    const { text, values: own = [] } = typeof asked === 'string' ? { text: asked, values } : asked;
    const { rows } = await client.query<{ 'QUERY PLAN': Explained[] }>(
      `explain (analyze, buffers, format json) ${text}`,
      own,
    );
    for (const explained of rows[0]?.['QUERY PLAN'] ?? []) heard(explained);
    return { rows: [], rowCount: 0 };
  };
  return { query } as unknown as Queryable;
}

const scansOf = ({ Plans = [], ...plan }: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...Plans.flatMap(scansOf),
];

/** All bells once, as in a minute; `whole`: the tables that were read from end to end, by the bell's job. */
async function askAll(client: pg.Client, whole: Set<string>): Promise<Cost> {
  const cost = { ms: 0, pages: 0 };
  for (const { job, shops } of BELLS) {
    const db = explaining(client, (explained) => {
      cost.ms += explained['Planning Time'] + explained['Execution Time'];
      cost.pages += explained.Plan['Shared Hit Blocks'] + explained.Plan['Shared Read Blocks'];
      for (const table of scansOf(explained.Plan)) whole.add(`${job}: ${table}`);
    });
    await shops(db, new Date());
  }
  return cost;
}

async function measure(bench: Bench, database: Database): Promise<Map<number, Cost[]>> {
  const costs = new Map<number, Cost[]>();
  await withClient(database, async (client) => {
    let there = 0;
    for (const size of SIZES) {
      await addShops(client, there + 1, size);
      there = size;
      const whole = new Set<string>();
      await askAll(client, whole);
      const rounds: Cost[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await askAll(client, whole));
      costs.set(size, rounds);
      bench.say(`  ${size} shops, read whole: ${[...whole].join(', ') || 'nothing'}`);
    }
  });
  return costs;
}

export async function bellsPart(bench: Bench): Promise<Figure[]> {
  const database = await bench.databases.empty();
  try {
    const costs = await measure(bench, database);
    const few = costs.get(SIZES[0] ?? 0) ?? [];
    const figure = (size: number, unit: 'ms' | 'pages', wanted: string | null): Figure => ({
      part: 'bells',
      name: `who needs work, ${size.toLocaleString('en')} shops without any`,
      unit,
      ours: (costs.get(size) ?? []).map((cost) => cost[unit]),
      baseline: { name: `${SIZES[0]} shops`, values: few.map((cost) => cost[unit]) },
      wanted,
    });
    return SIZES.flatMap((size) => [
      figure(size, 'ms', size === SIZES.at(-1) ? '< 600 ms, 1% of a core' : null),
      figure(size, 'pages', null),
    ]);
  } finally {
    await bench.databases.drop(database);
  }
}
