// Work whose questions cost together more than comes back while its last one is waited for.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AdminThrottled } from '#app/errors.ts';
import { runTask } from '#app/jobs/run-task.ts';
import { Throttle } from '#tests/local-shopify/shop/throttle.ts';
import { job } from '#tests/support/job.ts';

/** Points a second: twenty times the smallest plan's. */
const RESTORED = 1_000;

/** An empty bucket, and questions to it. */
function emptyBucket() {
  const bucket = new Throttle(RESTORED);
  bucket.take(20 * RESTORED, new Date());
  const ask = (points: number) => {
    if (bucket.take(points, new Date())) return;
    const missing = points - bucket.status(new Date()).currentlyAvailable;
    throw new AdminThrottled('bakery.myshopify.com', Math.ceil((missing / RESTORED) * 1_000));
  };
  return { ask };
}

async function patiently(act: () => void): Promise<void> {
  try {
    act();
  } catch (error) {
    if (!(error instanceof AdminThrottled)) throw error;
    await sleep(error.waitMs);
    return patiently(act);
  }
}

test('comes to its end, though it began with an empty bucket', async () => {
  const { ask } = emptyBucket();
  let ended = 0;
  const work = async () => {
    await patiently(() => ask(100));
    await patiently(() => ask(250));
    ask(50);
    ended += 1;
  };
  await runTask(work, job());
  expect(ended).toBe(1);
});

test('waits no longer once it is told to stop', async () => {
  const stop = new AbortController();
  const work = () => {
    setTimeout(() => stop.abort(), 20);
    return Promise.reject(new AdminThrottled('bakery.myshopify.com', 2_000));
  };
  const helpers = { ...job(), abortSignal: stop.signal };
  await expect(runTask(work, helpers)).rejects.toThrow(AdminThrottled);
  expect(stop.signal.aborted).toBe(true);
});
