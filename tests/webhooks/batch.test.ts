import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createBatcher } from '#app/webhooks/batch.ts';

/** A statement whose end the test decides. */
function heldStatements() {
  const calls: { items: number[]; finish(): void; fail(error: Error): void }[] = [];
  const run = (items: number[]) =>
    new Promise<string[]>((resolve, reject) => {
      calls.push({ items, finish: () => resolve(items.map((item) => `stored ${item}`)), fail: reject });
    });
  return { calls, run };
}

/** Whoever is slow steps aside long after the test. */
const patient = { timeoutMs: 1000, waitMs: 1000, slow: { afterMs: 1000, most: 1 } };

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

test('items of one tick share one statement, and each gets its own answer', async () => {
  const { calls, run } = heldStatements();
  const add = createBatcher(run, { maxItems: 100, maxInFlight: 2, ...patient });
  const answers = [add(1), add(2), add(3)];
  await tick();
  expect(calls.map(({ items }) => items)).toEqual([[1, 2, 3]]);
  calls[0]?.finish();
  expect(await Promise.all(answers)).toEqual(['stored 1', 'stored 2', 'stored 3']);
});

test('a statement takes no more than its limit, and no more than two are in flight', async () => {
  const { calls, run } = heldStatements();
  const add = createBatcher(run, { maxItems: 2, maxInFlight: 2, ...patient });
  const answers = [1, 2, 3, 4, 5].map(add);
  await tick();
  expect(calls.map(({ items }) => items)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  calls[0]?.finish();
  await tick();
  expect(calls[2]?.items).toEqual([5]);
  calls.forEach(({ finish }) => finish());
  expect(await Promise.all(answers)).toHaveLength(5);
});

test('nobody is answered before the end of their own statement', async () => {
  const { calls, run } = heldStatements();
  const add = createBatcher(run, { maxItems: 1, maxInFlight: 2, ...patient });
  const answered: number[] = [];
  const answers = [1, 2].map((item) => add(item).then(() => answered.push(item)));
  await tick();
  calls[1]?.finish();
  await tick();
  expect(answered).toEqual([2]);
  calls[0]?.finish();
  await Promise.all(answers);
});

test('a failing statement fails its own callers and nobody else', async () => {
  const { calls, run } = heldStatements();
  const add = createBatcher(run, { maxItems: 2, maxInFlight: 2, ...patient });
  const answers = Promise.allSettled([1, 2, 3].map(add));
  await tick();
  calls[0]?.fail(new Error('connection lost'));
  calls[1]?.finish();
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});

test('where the database refuses a value, only the item with that value fails', async () => {
  const run = async (items: number[]) => {
    if (items.includes(2)) throw Object.assign(new Error('invalid value'), { code: '22P05' });
    return items.map((item) => `stored ${item}`);
  };
  const add = createBatcher(run, { maxItems: 100, maxInFlight: 2, ...patient });
  const answers = await Promise.allSettled([1, 2, 3].map(add));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a statement that never ends fails its callers and frees its place', async () => {
  const { calls, run } = heldStatements();
  const add = createBatcher(run, { ...patient, maxItems: 1, maxInFlight: 1, timeoutMs: 30 });
  const hanging = add(1);
  await expect(hanging).rejects.toThrow('No answer within 30 ms');
  const next = add(2);
  await tick();
  calls[1]?.finish();
  expect(await next).toBe('stored 2');
});

test('a statement that takes long keeps nobody else waiting, and two that do are as many as may', async () => {
  const { calls, run } = heldStatements();
  const slow = { afterMs: 10, most: 1 };
  const add = createBatcher(run, { ...patient, maxItems: 1, maxInFlight: 1, slow });
  const answers = [1, 2, 3].map(add);
  await expect.poll(() => calls.length).toBe(2);
  await sleep(50);
  expect(calls.map(({ items }) => items)).toEqual([[1], [2]]);
  calls[0]?.finish();
  await expect.poll(() => calls.length).toBe(3);
  calls.forEach(({ finish }) => finish());
  expect(await Promise.all(answers)).toHaveLength(3);
});

test('whom nobody waits for any more is written by nobody, and keeps no room', async () => {
  const { calls, run } = heldStatements();
  const add = createBatcher(run, { ...patient, maxItems: 1, maxInFlight: 1, timeoutMs: 400, waitMs: 400 });
  const answers = await Promise.allSettled([1, 2, 3].map(add));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(calls.map(({ items }) => items)).toEqual([[1]]);
  const next = add(4);
  await tick();
  calls[1]?.finish();
  expect(await next).toBe('stored 4');
});
