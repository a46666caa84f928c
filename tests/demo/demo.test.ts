// The demo as its reader meets it: the command, its addresses, the pasted webhook, Ctrl-C and a second start.
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { checkPorts } from './free-ports.ts';
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

/** Everything it printed until it was ready, or until it ended. */
async function start(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; said: string; code: number | null }> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  await Promise.race([ready, once(child, 'close')]);
  return { child, said, code: child.exitCode };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

const settings = { DATABASE_URL: database.url, PORT: String(port) };

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

test(
  'the demo prints its addresses, and the pasted webhook changes the balance once',
  { timeout: limitMs },
  async () => {
    const first = await start(settings);
    demo = first.child;
    expect(first.said).toContain(`Storefront  http://127.0.0.1:${port}\n`);
    // They stand last, where a small terminal still shows them.
    expect(first.said.split('\n').slice(-12).join('\n')).toContain(`http://127.0.0.1:${port + 1}`);
    expect(first.said).toMatch(/^Birthdays: .*\w's is today.*\w's is in 3 days/m);
    const before = await pointsOfFirstCustomer();
    const command = /^curl [\s\S]*?^\}'$/m.exec(first.said)?.[0] ?? '';
    for (let pasted = 0; pasted < 2; pasted++) {
      expect((await run('sh', ['-c', command])).stdout.trim()).toBe('200');
      await expect.poll(pointsOfFirstCustomer, { timeout: 10_000 }).toBe(before + 47);
    }
  },
);

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

test('a database that can not be reached is said in one line', { timeout: limitMs }, async () => {
  const refused = await start({ ...settings, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/The database of DATABASE_URL can't be reached: .*ECONNREFUSED.*\n$/);
});
