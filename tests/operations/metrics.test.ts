// Prometheus asks over the operators' port, while the database is well, hangs, or is away; and never over the public one.
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { createHttpApp } from '#app/http-app.ts';
import { startOperations } from '#app/operations/operations-server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { databaseSwitch, type DatabaseSwitch } from '#tests/webhooks/database-switch.ts';
import { setEnvironment } from '#tests/webhooks/shopify-sends.ts';

let database: TestDatabase;
let wire: DatabaseSwitch;
let web: Server;
let operations: Server;

beforeAll(async () => {
  database = await testDatabase();
  wire = await databaseSwitch(database.url);
  setEnvironment(wire.url);
  process.env['OPERATIONS_PORT'] = '0';
  await wire.up();
  web = createServer(createHttpApp());
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const started = startOperations();
  if (!started) throw new Error('nobody answers operators');
  operations = started;
  await new Promise<void>((resolve) => operations.once('listening', resolve));
});

afterAll(async () => {
  vi.useRealTimers();
  for (const server of [web, operations]) server.close();
  await Promise.all([closePrisma(), closePool()]);
  await wire.down();
  await database.drop();
});

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
const scrape = async () => (await fetch(addressOf(operations))).text();

/** What was measured within ten seconds is told again. */
const later = () => vi.setSystemTime(Date.now() + 11_000);

test('the public port knows no metrics', async () => {
  const answer = await fetch(addressOf(web));
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('sixth_');
});

test('the operators’ port tells them as Prometheus reads them', async () => {
  const answer = await fetch(addressOf(operations));
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  expect(text).toContain('\nsixth_database_up 1\n');
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(|# (HELP|TYPE) \w+ .+|\w+(\{.*\})? \S+)$/);
});

test('while the database hangs they come all the same, without its states, and one connection waits for it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  later();
  wire.hang();
  const texts = await Promise.all([scrape(), scrape(), scrape()]);
  for (const text of [...texts, await scrape()]) {
    expect(text).toContain('\nsixth_database_up 0\n');
    expect(text).not.toContain('sixth_state_count{');
    expect(text).not.toMatch(/^sixth_last_order_heard_seconds/m);
    expect(text).toContain('sixth_pool_connections{state="busy"} 1');
  }
  expect(pool().totalCount).toBe(1);
  wire.goOn();
  await expect.poll(scrape).toContain('\nsixth_database_up 1\n');
});

test('while it is away as well', async () => {
  later();
  await wire.down();
  expect(await scrape()).toContain('\nsixth_database_up 0\n');
  await wire.up();
  await expect.poll(scrape).toContain('sixth_state_count{state="orders"} 0');
});
