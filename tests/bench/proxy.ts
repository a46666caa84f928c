// Answers of the app proxy: birthdays told over HTTP, each by another member, beside the bare statements.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Request } from 'autocannon';
import { proxySignature } from '#tests/local-shopify/storefront/proxy-signature.ts';
import { startAppProcess } from '#tests/demo/app-process.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { appEnvironment, CREDENTIALS, type Bench } from './bench.ts';
import { query, withClient, type Database } from './databases.ts';
import { percentile, type Figure } from './figures.ts';
import { CONNECTIONS, sendAll, type Load } from './send-all.ts';

const ROUNDS = 3;
const REQUESTS = CONNECTIONS * 40;
const FIRST_CUSTOMER = 30_000_000;
const plainScript = path.join(import.meta.dirname, 'plain-birthdays.ts');

type Round = { ours: Load; plainSeconds: number };

async function publishBirthday(database: Database): Promise<void> {
  const offer = JSON.stringify(rules({ occasions: [occasion({ daysBefore: 3, daysAfter: 7 })] }));
  await withClient(database, async (client) => {
    await client.query(
      `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
       select id, 2, $1, now(), 'bench' from "Shop"`,
      [offer],
    );
    await client.query('update "Shop" set "publishedVersion" = 2');
  });
}

/** Customers who have bought before; a customer's shop is that of their place in the row. */
async function joinAll(database: Database, domains: readonly string[], from: number): Promise<void> {
  await withClient(database, (client) =>
    client.query(
      `insert into "Member" ("shopId", "customerId", "joinedAt", "syncedRev")
       select s.id, $2::bigint + nr, now(), 1 from generate_series(0, $3::int - 1) as nr
       join "Shop" s on s.domain = ($1::text[])[1 + nr % $4::int % cardinality($1::text[])]`,
      [domains, from, 2 * (ROUNDS + 1) * REQUESTS, REQUESTS],
    ),
  );
}

function requests(domains: readonly string[], first: number): Request[] {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  return Array.from({ length: REQUESTS }, (_, index) => {
    const values = {
      shop: domains[index % domains.length] ?? '',
      logged_in_customer_id: String(first + index),
      path_prefix: '/apps/sixth',
      timestamp,
    };
    const signature = proxySignature(values, CREDENTIALS.apiSecret);
    const search = new URLSearchParams({ ...values, signature });
    const body = JSON.stringify({ requestKey: randomUUID(), day: 4, month: 5, language: 'en' });
    const headers = { 'content-type': 'application/json' };
    return { method: 'POST', path: `/proxy/birthday?${search.toString()}`, headers, body };
  });
}

async function tellPlainly(database: Database, domains: readonly string[], first: number): Promise<number> {
  const env = { ...process.env, ...appEnvironment(database) };
  const args = [plainScript, domains.join(','), String(first), String(REQUESTS)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return (JSON.parse(stdout) as { seconds: number }).seconds;
}

/** The first round warms up. @throws where fewer birthdays are kept than were told. */
async function measure(url: string, database: Database, domains: readonly string[], from: number) {
  await joinAll(database, domains, from);
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const first = from + 2 * round * REQUESTS;
    const plainSeconds = await tellPlainly(database, domains, first);
    const ours = await sendAll(url, requests(domains, first + REQUESTS));
    rounds.push({ ours, plainSeconds });
  }
  const [row] = await query<{ told: string }>(
    database,
    `select count(*) as told from "Member" where "birthMonth" = 5 and "customerId" >= ${from}`,
  );
  const wanted = 2 * rounds.length * REQUESTS;
  if (Number(row?.told) !== wanted) throw new Error(`${wanted} birthdays were told, ${row?.told} kept`);
  return rounds.slice(1);
}

function figures(rounds: readonly Round[], shops: string): Figure[] {
  const name = (what: string) => `${what}, ${shops}, ${REQUESTS} members, ${CONNECTIONS} connections`;
  const rates = rounds.map(({ ours }) => REQUESTS / ours.seconds);
  const plain = rounds.map(({ plainSeconds }) => REQUESTS / plainSeconds);
  const baseline = { name: 'the same statements, no HTTP', values: plain };
  const p99 = rounds.map(({ ours }) => percentile(ours.latenciesMs, 0.99));
  return [
    {
      part: 'proxy',
      name: name('birthdays told'),
      unit: 'answers/s',
      ours: rates,
      baseline,
      wanted: 'ratio ≥ 0.5',
    },
    { part: 'proxy', name: name('p99'), unit: 'ms', ours: p99, baseline: null, wanted: null },
  ];
}

export async function proxyPart(bench: Bench): Promise<Figure[]> {
  const { database: seed, shops } = await bench.planted();
  const database = await bench.databases.copy(seed);
  const env = appEnvironment(database);
  const logFolder = path.join(bench.logFolder, 'proxy');
  const domains = shops.map(({ domain }) => domain);
  try {
    await publishBirthday(database);
    const web = await startAppProcess({ name: 'web', env, localShopifyUrl: '', logFolder });
    try {
      const url = `http://127.0.0.1:${web.ready.port}`;
      const one = await measure(url, database, domains.slice(0, 1), FIRST_CUSTOMER);
      const fifty = await measure(url, database, domains, 2 * FIRST_CUSTOMER);
      return [...figures(one, 'one shop'), ...figures(fifty, `${domains.length} shops`)];
    } finally {
      await web.stop();
    }
  } finally {
    await bench.databases.drop(database);
  }
}
