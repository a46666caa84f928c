// The demo as its reader meets it: the command, its three months, its addresses, an order beside it, Ctrl-C and a second
// start; and nothing leaves the machine.
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { checkPorts } from './free-ports.ts';
import { demoSettings } from './settings.ts';
import { testDatabase } from '#tests/support/database.ts';

const run = promisify(execFile);
const script = path.resolve(import.meta.dirname, 'demo.ts');
const limitMs = 150_000;
const database = await testDatabase();
const port = await threeFreePorts();
let demo: ChildProcess | null = null;

afterAll(async () => {
  if (demo) await stop(demo);
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function threeFreePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const checked = checkPorts({ storefront: first, admin: first + 1, tunnel: first + 2 });
    const free = await checked.then(
      () => true,
      () => false,
    );
    if (free) return first;
  }
}

type Begun = { child: ChildProcess; said: () => string; ready: Promise<void> };

function begin(env: Record<string, string>): Begun {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("the app's own address")) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  return { child, said: () => said, ready };
}

/** Everything it printed until it was ready, or until it ended. */
async function start(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; said: string; code: number | null }> {
  const { child, said, ready } = begin(env);
  await Promise.race([ready, once(child, 'close')]);
  return { child, said: said(), code: child.exitCode };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

const { folder } = demoSettings({ DATABASE_URL: database.url });
const networkFile = path.join(folder, 'network');
const guard = pathToFileURL(path.resolve(import.meta.dirname, 'no-network.mjs')).href;
/** Every process of it fails where it asks another machine, and writes down that it did. */
const settings = {
  DATABASE_URL: database.url,
  PORT: String(port),
  NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${guard}`.trim(),
  NO_NETWORK_FILE: networkFile,
};

async function ask<T extends object>(sql: string): Promise<T[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const orders = async () => (await ask<{ n: number }>(`select count(*)::int as n from "Order"`))[0]?.n ?? 0;

async function sell(): Promise<{ said: string; page: string }> {
  const script = path.resolve(import.meta.dirname, 'order.ts');
  const { stdout } = await run(process.execPath, [script], { env: { ...process.env, ...settings } });
  return { said: stdout, page: /http\S+\/orders\/\d+/.exec(stdout)?.[0] ?? '' };
}

/** The points block as the first customer of the list sees it. */
async function pointsOfFirstCustomer(): Promise<number> {
  const storefront = `http://127.0.0.1:${port}`;
  const login = await (await fetch(`${storefront}/customer_authentication/login`)).text();
  const customer = /name="customer"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="customer"/.exec(login);
  const signedIn = await fetch(`${storefront}/customer_authentication/login`, {
    method: 'POST',
    body: new URLSearchParams({ customer: customer?.[1] ?? customer?.[2] ?? '' }),
    redirect: 'manual',
  });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  const page = await (
    await fetch(`${storefront}/products/morning-house`, { headers: { cookie: cookie.join('; ') } })
  ).text();
  return Number(/Your points[\s\S]*?>\s*(\d+)\s*</.exec(page)?.[1]);
}

test('a first start that is interrupted ends in one line', { timeout: limitMs }, async () => {
  const first = begin(settings);
  await expect.poll(() => orders().catch(() => 0), { timeout: limitMs }).toBeGreaterThan(30);
  expect(await stop(first.child)).toBe(0);
  expect(first.said()).toMatch(/\nStopping\. The next npm run demo finds its data\.\n/);
});

test('the next goes on where it was, and ends with its addresses', { timeout: limitMs }, async () => {
  const next = await start(settings);
  demo = next.child;
  const last = next.said.trimEnd().split('\n').slice(-3);
  const admin = `http://127.0.0.1:${port + 1}`;
  expect(last[0]).toBe(`Start here: ${admin}/apps/sixth`);
  expect(last[1]).toMatch(new RegExp(`^The shop: +http://127.0.0.1:${port} \\(sign in as Aoife`));
  expect(last[2]).toContain(admin);
  expect(next.said).toMatch(/^Living through three months … \d+\.\d s$/m);
  expect(next.said).toMatch(/^ {2}Birthdays: Claire on \d+ \w+, /m);
});

test('it has lived through three months under a program that stood before', async () => {
  const [lived] = await ask(`select
    (select count(*)::int from "Member") as members,
    (select max("publishedAt") from "ProgramVersion" where number = 2) < min("placedAt") as "programFirst",
    count(*) >= 185 as "allOrders",
    max("placedAt") - min("placedAt") > interval '80 days' as "longAgo",
    (select sum(freed) > 20 from "LedgerEntry") as "freeCoffees",
    (select count(*) filter (where "occurredAt" < now() - interval '10 days') > 0 from "LedgerEntry" where kind = 'occasion') as "giftsOfThen",
    (select bool_or("occurredAt" > now() - interval '2 days') from "LedgerEntry" where kind = 'occasion') as "giftOfToday",
    (select count(*)::int from "Adjustment") as adjustments,
    (select count(*) filter (where state = 'used') >= 5 from "Voucher") as "rewardsUsed",
    (select max(stamps)::int from "MemberCard") as "fullest"
    from "Order"`);
  expect(lived).toEqual({
    members: 50,
    programFirst: true,
    allOrders: true,
    longAgo: true,
    freeCoffees: true,
    giftsOfThen: true,
    giftOfToday: true,
    adjustments: 1,
    rewardsUsed: true,
    fullest: 6,
  });
});

test(
  'an order beside it changes the balance once, however often it is told',
  { timeout: limitMs },
  async () => {
    const before = await pointsOfFirstCustomer();
    const { said, page } = await sell();
    expect(said).toMatch(/^Order #\d+: Aoife bought five of Morning House\. .*\n$/);
    await expect.poll(pointsOfFirstCustomer, { timeout: 10_000 }).toBe(before + 38);
    const shown = await fetch(page);
    expect(shown.status).toBe(200);
    const delivery = /name="delivery" value="([^"]+)"/.exec(await shown.text())?.[1] ?? '';
    const again = await fetch(`${page}/repeat`, { method: 'POST', body: new URLSearchParams({ delivery }) });
    expect(again.ok).toBe(true);
    const second = await sell();
    expect(second.page).not.toBe(page);
    await expect.poll(pointsOfFirstCustomer, { timeout: 10_000 }).toBe(before + 76);
  },
);

test('no process asked another machine, and no log has a stack', async () => {
  expect(existsSync(networkFile) ? await readFile(networkFile, 'utf8') : '').toBe('');
  for (const name of ['web', 'worker']) {
    const log = await readFile(path.join(folder, 'logs', `${name}.log`), 'utf8');
    expect(log.split('\n').filter((line) => !line.startsWith('{') || line.includes('"stack"'))).toEqual(['']);
  }
});

test('a second demo on the same ports is refused in one line', { timeout: limitMs }, async () => {
  const second = await start(settings);
  expect(second.code).toBe(1);
  expect(second.said).toMatch(/^Port \d+ is in use: .*\n$/);
});

test('Ctrl-C ends the demo, and the next start finds its data', { timeout: limitMs }, async () => {
  const before = await pointsOfFirstCustomer();
  expect(await stop(demo!)).toBe(0);
  demo = (await start(settings)).child;
  expect(await pointsOfFirstCustomer()).toBe(before);
  expect(await stop(demo)).toBe(0);
});

test('an order without a demo is refused in one line', async () => {
  await expect(sell()).rejects.toMatchObject({
    stderr: expect.stringMatching(/^No demo is running\. .*\n$/) as string,
  });
});

test('a database that can not be reached is said in one line', { timeout: limitMs }, async () => {
  const refused = await start({ ...settings, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/The database of DATABASE_URL can't be reached: .*ECONNREFUSED.*\n$/);
});
