// Before any signature: how much may be sent, how slowly, by how many; and what is refused is counted.
import { connect } from 'node:net';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { takeCounts } from '#app/count-refusals.ts';
import { limitedServer } from '#app/bare-http/limited-server.ts';
import { readBody } from '#app/bare-http/read-body.ts';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { orderBody } from './order-body.ts';
import { setEnvironment, startApp, type RunningApp } from './shopify-sends.ts';

let database: TestDatabase;
let app: RunningApp;
const servers: Server[] = [];

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  app = await startApp();
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.closeAllConnections();
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await database.drop();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Sends, then nothing more; what came back when the other side hung up. */
function sendAndWait(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
    socket.write(text);
  });
}

test.each([
  ['headers that never end', 'POST /x HTTP/1.1\r\nhost: x\r\n'],
  ['a body that never ends', 'POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf'],
])('%s are cut off', async (_, text) => {
  const port = await listen(
    limitedServer((request) => void request.resume(), { receiveMs: 100, lookMs: 20, connections: 10 }),
  );
  expect(await sendAndWait(port, text)).toMatch(/^HTTP\/1.1 408 /);
});

test('more connections than the limit are hung up on, and those before go on', async () => {
  const limits = { receiveMs: 60_000, lookMs: 1_000, connections: 2 };
  const port = await listen(limitedServer((_request, response) => void response.end('here'), limits));
  const held = [1, 2].map(() => connect(port, '127.0.0.1'));
  await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  expect(await sendAndWait(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')).toBe('');
  const [first] = held;
  const answered = new Promise<string>((resolve) => first?.once('data', (data) => resolve(data.toString())));
  first?.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  expect(await answered).toContain('200 OK');
  for (const socket of held) socket.destroy();
});

const closing = 'host: x\r\nconnection: close\r\n';

async function reader(maxBytes: number, mostHeld: number): Promise<number> {
  return listen(
    createServer((request, response) => {
      void readBody(request, maxBytes, mostHeld).then((body) =>
        response
          .writeHead(typeof body === 'string' ? { 'too-big': 413, busy: 503, aborted: 400 }[body] : 200)
          .end(),
      );
    }),
  );
}

test('where bodies together hold too much, the one that has come for the longest makes room for those that come whole', async () => {
  const port = await reader(10_000, 15_000);
  const post = `POST / HTTP/1.1\r\n${closing}content-length: 9000\r\n\r\n`;
  const whole = () => sendAndWait(port, `${post}${'x'.repeat(9_000)}`);
  const half = () => sendAndWait(port, `${post}${'x'.repeat(8_000)}`);
  expect(await whole()).toContain(' 200 ');
  const lingering = [half(), half()];
  expect(await Promise.race(lingering)).toContain(' 503 ');
  expect(await whole()).toContain(' 200 ');
  for (const answer of await Promise.all(lingering)) expect(answer).toContain(' 503 ');
  expect(await whole()).toContain(' 200 ');
});

test('a body in pieces of one byte, each of which takes more than its byte, is too big', async () => {
  const port = await reader(100_000, 1_000_000);
  const chunked = `POST / HTTP/1.1\r\n${closing}transfer-encoding: chunked\r\n\r\n`;
  expect(await sendAndWait(port, `${chunked}${'1\r\nx\r\n'.repeat(90_000)}0\r\n\r\n`)).toContain(' 413 ');
  expect(await sendAndWait(port, `${chunked}${'1\r\nx\r\n'.repeat(100)}0\r\n\r\n`)).toContain(' 200 ');
});

test.each(['app', 'compliance', 'customers', 'discounts'])(
  'a body of %s has 256 KB at most',
  async (name) => {
    const topic = 'app/uninstalled';
    expect(await app.send(`/webhooks/${name}`, Buffer.alloc(256 * 1024 + 1, 32), { topic })).toBe(413);
  },
);

test('what is refused is counted by its reason, and told in one line a minute that says nothing of what was sent', async () => {
  takeCounts();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const warned: unknown[] = [];
  vi.spyOn(log, 'warn').mockImplementation((...said: unknown[]) => void warned.push(said));
  const others = (['error', 'info'] as const).map((level) => vi.spyOn(log, level));
  const headers = { 'x-shopify-topic': undefined };
  for (let count = 0; count < 3; count += 1) {
    expect(await app.send('/webhooks/orders', orderBody(1), { secret: 'somebody else' })).toBe(401);
  }
  expect(await app.send('/webhooks/orders', orderBody(1), { headers })).toBe(400);
  expect(await app.send('/webhooks/nowhere', orderBody(1))).toBe(404);
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  const counts = {
    refused: { 'webhook 401 signature': 3, 'webhook 400 headers': 1, 'webhook 404 path': 1 },
    webhooks: { 400: 1, 401: 3, 404: 1 },
  };
  expect(warned).toEqual([[counts, 'refused since the last such line']]);
  for (const level of others) expect(level).not.toHaveBeenCalled();
});
