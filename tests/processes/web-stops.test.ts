// A web that is told to stop under load: no request is cut off, and whatever was answered 200 is there.
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderBody } from '#tests/webhooks/order-body.ts';
import type { AppProcess } from '#tests/demo/app-process.ts';
import { orderHeaders, ownProcesses, type OwnProcesses } from './own-processes.ts';

const CLIENTS = 16;

let own: OwnProcesses;
beforeAll(async () => {
  own = await ownProcesses();
});
afterAll(() => own.stop());

type Answer = { status: number; closes: boolean };

function post(port: number, number: number, agent: Agent): Promise<Answer> {
  const body = orderBody(number);
  const headers = orderHeaders(body, `delivery-${number}`);
  return new Promise((resolve, reject) => {
    const sent = request({ port, agent, method: 'POST', path: '/webhooks/orders', headers }, (answer) => {
      const { statusCode = 0 } = answer;
      answer.resume();
      answer.once('end', () =>
        resolve({ status: statusCode, closes: answer.headers.connection === 'close' }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

let number = 0;

/** Sends on one connection until it is told to close it. Returns the statuses of its answers, and what broke. */
async function client(port: number): Promise<(number | string)[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const seen: (number | string)[] = [];
  for (let closes = false; !closes;) {
    const answer = await post(port, (number += 1), agent).catch((error: unknown) => String(error));
    seen.push(typeof answer === 'string' ? answer : answer.status);
    closes = typeof answer === 'string' || answer.closes;
  }
  agent.destroy();
  return seen;
}

const status = (port: number, path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.status);

/** Of its operators' port, which lives as long as the process. */
const said = (one: AppProcess) => one.ended.catch((error: unknown) => String(error));

test('every client is told to close its connection, and none is cut off', async () => {
  const web = await own.start('web', { STOP_DELAY_SECONDS: '2', STOP_GRACE_SECONDS: '60' });
  const port = web.ready.port ?? 0;
  const clients = Array.from({ length: CLIENTS }, () => client(port));
  await expect.poll(() => number).toBeGreaterThan(10 * CLIENTS);
  web.signal('SIGTERM');
  await expect.poll(() => status(port, '/ready')).toBe(503);
  // Whoever hasn't heard of it yet is still answered.
  const late = await post(port, (number += 1), new Agent());
  expect(late).toEqual({ status: 200, closes: true });
  const seen = (await Promise.all(clients)).flat();
  expect(seen.filter((one) => one !== 200)).toEqual([]);
  expect(await said(web)).toContain('exit code 0');
  const [stored] = await own.ask<{ count: number }>('select count(*)::int as count from "Order"');
  expect(stored?.count).toBe(seen.length + 1);
});

test('requests that never come whole keep it for no more than a moment', async () => {
  const web = await own.start('web', { STOP_GRACE_SECONDS: '600' });
  const half = connect(web.ready.port ?? 0, '127.0.0.1');
  half.on('error', () => undefined);
  half.write('POST /webhooks/orders HTTP/1.1\r\nHost: sixth.example\r\nContent-Length: 10\r\n');
  await sleep(200);
  web.signal('SIGTERM');
  expect(await said(web)).toContain('exit code 0');
  half.destroy();
});

test('a second signal ends it at once', async () => {
  const web = await own.start('web', { STOP_DELAY_SECONDS: '600' });
  web.signal('SIGTERM');
  await expect.poll(() => status(web.ready.port ?? 0, '/ready')).toBe(503);
  web.signal('SIGTERM');
  expect(await said(web)).toContain('exit code 1');
});
