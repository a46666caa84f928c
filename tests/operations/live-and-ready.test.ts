// What operators ask, while the database is well, hangs, or is away.
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool, pool, withTransaction } from '#app/db/pool.server.ts';
import { createHttpApp } from '#app/http-app.ts';
import { startOperations } from '#app/operations/operations-server.ts';
import { enterPhase } from '#app/operations/phase.ts';
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
  for (const server of [web, operations]) server.close();
  await Promise.all([closePrisma(), closePool()]);
  await wire.down();
  await database.drop();
});

async function ask(server: Server, path: string, method = 'GET'): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  await answer.arrayBuffer();
  return answer.status;
}

/** Of the web's own port, then of the operators'. */
const askBoth = (path: string) => Promise.all([ask(web, path), ask(operations, path)]);

test('live and ready are answered on both ports, and health is the older name of ready', async () => {
  expect(await askBoth('/live')).toEqual([200, 200]);
  expect(await askBoth('/ready')).toEqual([200, 200]);
  expect(await ask(web, '/health')).toBe(200);
});

test('the operators’ port answers nothing else, and on this machine alone', async () => {
  expect(await ask(operations, '/')).toBe(404);
  expect(await ask(operations, '/live', 'POST')).toBe(405);
  expect(operations.address()).toMatchObject({ address: '127.0.0.1' });
});

test('a process that stops is live, and no longer ready', async () => {
  enterPhase('stopping');
  expect(await askBoth('/ready')).toEqual([503, 503]);
  expect(await askBoth('/live')).toEqual([200, 200]);
  enterPhase('running');
  expect(await askBoth('/ready')).toEqual([200, 200]);
});

test('a database that hangs is answered 503 to all who ask, who share one connection between them', async () => {
  wire.hang();
  const asked = Array.from({ length: 40 }, () => ask(operations, '/ready'));
  expect(await ask(web, '/live')).toBe(200);
  expect(new Set(await Promise.all(asked))).toEqual(new Set([503]));
  expect(pool().totalCount).toBeLessThanOrEqual(2);
  expect(await ask(operations, '/ready')).toBe(503);
  wire.goOn();
  await expect.poll(() => ask(operations, '/ready')).toBe(200);
});

test('a database that is away is answered 503, and 200 once it is back', async () => {
  await wire.down();
  expect(await askBoth('/ready')).toEqual([503, 503]);
  expect(await askBoth('/live')).toEqual([200, 200]);
  await wire.up();
  await expect.poll(() => askBoth('/ready')).toEqual([200, 200]);
});

/** As on a copy: of this database alone, and for whoever connects from now on. */
async function onlyRead(change: 'set default_transaction_read_only = on' | 'reset all'): Promise<void> {
  const name = new URL(database.url).pathname.slice(1);
  await withTransaction(async (client) => {
    await client.query('set transaction read write');
    await client.query(`alter database ${name} ${change}`);
  });
  await closePool();
}

test('a database that only lets itself be read is none to send work to', async () => {
  await onlyRead('set default_transaction_read_only = on');
  expect(await askBoth('/ready')).toEqual([503, 503]);
  expect(await askBoth('/live')).toEqual([200, 200]);
  await onlyRead('reset all');
  expect(await askBoth('/ready')).toEqual([200, 200]);
});
