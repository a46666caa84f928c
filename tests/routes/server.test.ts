// The web process as it is started: `node app/server.ts`.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { freePort } from '#tests/tools/free-port.ts';
import { databaseSwitch } from '#tests/webhooks/database-switch.ts';
import { BROWSER, openingPath, sessionToken } from './merchant.ts';

const SERVER = new URL('../../app/server.ts', import.meta.url).pathname;

const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  DATABASE_URL: '',
  SHOPIFY_API_KEY: 'client-id-of-the-tests',
  SHOPIFY_API_SECRET: 'secret-of-the-tests',
  SHOPIFY_APP_URL: 'https://app.example.com',
  SESSION_KEY: Buffer.alloc(32, 7).toString('base64'),
  PORT: '0',
};

type Started = { child: ChildProcess; output: () => string };

let nobody = '';
const running = new Set<ChildProcess>();

beforeAll(async () => {
  nobody = `postgres://u:password-of-the-database@127.0.0.1:${await freePort()}/nobody`;
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

function start(environment: Record<string, string | undefined>): Started {
  const env = { ...ENVIRONMENT, DATABASE_URL: nobody, ...environment, NODE_ENV: 'production' as const };
  const child = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

async function exitCode({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function addressOf({ child, output }: Started): Promise<string> {
  for (;;) {
    const port = /"port":(\d+).*"listening"/.exec(output())?.[1];
    if (port) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null) throw new Error(output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('says which variables are missing, and does not start', async () => {
  const started = start({ DATABASE_URL: '', SHOPIFY_API_SECRET: undefined, SESSION_KEY: undefined });
  expect(await exitCode(started)).toBe(1);
  for (const name of ['DATABASE_URL', 'SHOPIFY_API_SECRET', 'SESSION_KEY']) {
    expect(started.output()).toContain(`${name} is missing`);
  }
});

test('refuses a session key of the wrong length', async () => {
  const started = start({ SESSION_KEY: 'c2hvcnQ=' });
  expect(await exitCode(started)).toBe(1);
  expect(started.output()).toContain('SESSION_KEY must be 32 bytes');
});

test('says so when its port is taken', async () => {
  const first = start({});
  const { port } = new URL(await addressOf(first));
  const second = start({ PORT: port });
  expect(await exitCode(second)).toBe(1);
  expect(second.output()).toContain('EADDRINUSE');
});

test('starts while the database is down, works once it is there, logs no token, and ends cleanly', async () => {
  const database = await testDatabase();
  const wire = await databaseSwitch(database.url);
  const started = start({ DATABASE_URL: wire.url, LOG_LEVEL: 'trace' });
  const url = await addressOf(started);
  const shop = 'roaster.myshopify.com';
  const token = sessionToken(shop);
  const open = () => fetch(url + openingPath(shop, { token }), { headers: { 'user-agent': BROWSER } });

  expect((await fetch(`${url}/health`)).status).toBe(503);
  expect((await open()).status).toBe(503);
  await wire.up();
  expect((await fetch(`${url}/health`)).status).toBe(200);

  started.child.kill('SIGTERM');
  expect(await exitCode(started)).toBe(0);
  expect(started.output()).toContain('route failed');
  expect(started.output()).not.toContain(token);
  expect(started.output()).not.toContain('id_token');
  expect(started.output()).not.toContain(new URL(database.url).password || 'password-of-the-database');
  await wire.down();
  await database.drop();
});
