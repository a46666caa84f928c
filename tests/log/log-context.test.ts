// Each line of the log says which request, webhook or job it belongs to, and of which shop; and nothing of a person.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { takeCounts } from '#app/count-refusals.ts';
import { AdminUnavailable, NeedsReopen } from '#app/errors.ts';
import { runTask } from '#app/jobs/run-task.ts';
import { log } from '#app/log.server.ts';
import { createBatcher } from '#app/webhooks/batch.ts';
import { withLogContext } from '#app/log-context.ts';
import { captureLog } from '#tests/support/captured-log.ts';
import { job } from '#tests/support/job.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { setEnvironment, SHOP, startApp, type RunningApp } from '#tests/webhooks/shopify-sends.ts';

useDatabase();
let app: RunningApp;

beforeAll(async () => {
  setEnvironment('postgres://nobody@127.0.0.1:1/nothing');
  app = await startApp();
});
afterAll(() => app.stop());

test('a webhook’s line bears its id, its topic and its shop', async () => {
  const lines = captureLog();
  expect(await app.send('/webhooks/orders', 'no order', { webhookId: 'w-1', topic: 'orders/paid' })).toBe(
    503,
  );
  expect(lines.find(({ msg }) => msg === 'webhook not written')).toMatchObject({
    webhookId: 'w-1',
    topic: 'orders/paid',
    shopDomain: SHOP,
  });
});

test('a page’s line bears the request’s id, which the answer tells as well', async () => {
  const lines = captureLog();
  const answer = await fetch(`${app.url}/health`);
  const requestId = answer.headers.get('x-request-id');
  expect(requestId).toMatch(/^[\w-]{36}$/);
  expect(lines.find(({ requestId: id }) => id === requestId)).toBeDefined();
});

test.each([
  ['9a8b7c6d-1234', true],
  ['jane@example.com', false],
  ['x', false],
])('a request that comes as %s keeps that id: %s', async (sent, keeps) => {
  const answer = await fetch(`${app.url}/nowhere`, { headers: { 'x-request-id': sent } });
  expect(answer.headers.get('x-request-id') === sent).toBe(keeps);
});

test('a job’s line bears the job, its row, its attempt and its shop', async () => {
  const lines = captureLog();
  const fails = () => {
    log.warn('on the way');
    return Promise.reject(new NeedsReopen(SHOP, 'the token is dead'));
  };
  await runTask(
    fails,
    job({ id: '77', task_identifier: 'sync_members', attempts: 3, payload: { shopId: 5 } }),
  );
  for (const msg of ['on the way', 'job stopped']) {
    const line = lines.find((each) => each.msg === msg);
    expect(line).toMatchObject({ job: 'sync_members', jobId: '77', attempt: 3, shopId: 5 });
  }
});

test('two jobs at once never bear each other’s ids', async () => {
  const lines = captureLog();
  const work = (shopId: number) => async () => {
    await new Promise(setImmediate);
    log.info({ expected: shopId }, 'working');
    if (shopId % 2) throw new AdminUnavailable(SHOP, 'gone');
  };
  const runs = [1, 2, 3, 4].map((shopId) => runTask(work(shopId), job({ payload: { shopId } })));
  await Promise.allSettled(runs);
  const working = lines.filter(({ msg }) => msg === 'working');
  expect(working).toHaveLength(4);
  for (const { shopId, expected } of working) expect(shopId).toBe(expected);
});

test('what many requests share is nobody’s: a batch, and the line a minute', async () => {
  const lines = captureLog();
  const share = createBatcher(
    async (items: number[]) => {
      log.info('a batch');
      return items;
    },
    { maxItems: 10, maxInFlight: 1, timeoutMs: 1000, waitMs: 1000, slow: { afterMs: 1000, most: 1 } },
  );
  await withLogContext({ webhookId: 'w-2' }, () => share(1));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  takeCounts();
  await app.send('/webhooks/orders', '{}', { secret: 'another' });
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  for (const msg of ['a batch', 'refused since the last such line']) {
    const line = lines.find((each) => each.msg === msg);
    expect(Object.keys(line ?? {}).filter((key) => /Id$|topic|shop/.test(key))).toEqual([]);
    expect(line).toBeDefined();
  }
});
