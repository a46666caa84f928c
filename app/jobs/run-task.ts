// A job that fails waits a moment, comes back later, or stops for good: decided in one place.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHelpers } from 'graphile-worker';
import { AdminThrottled, Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';

/** A shorter wait is slept through, so that one busy shop uses all that Shopify gives it. */
const LONGEST_SLEEP_MS = 2_000;

async function untilNotThrottled(
  work: () => Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof AdminThrottled) || error.waitMs > LONGEST_SLEEP_MS || signal?.aborted)
        throw error;
      await sleep(error.waitMs);
    }
  }
}

/** Jobs are level-triggered: running `work` again reads the state anew. */
export async function runTask(
  work: () => Promise<unknown>,
  helpers: Pick<JobHelpers, 'job' | 'abortSignal'>,
): Promise<void> {
  try {
    await untilNotThrottled(work, helpers.abortSignal);
  } catch (error) {
    const stops = error instanceof Failure && ['needs-reopen', 'shop-not-installed'].includes(error.code);
    // Nothing is lost: the state stays as it is, and the merchant's next visit rings every bell (usecases/upkeep/bells.ts).
    if (!stops) throw error;
    log.info(
      { job: helpers.job.task_identifier, payload: helpers.job.payload, code: error.code },
      'job stopped',
    );
  }
}
