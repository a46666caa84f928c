// A job that fails waits a moment, comes back later, is put off, or stops for good: decided in one place.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHelpers } from 'graphile-worker';
import { AdminThrottled, Failure, isOfOurKeys } from '#app/errors.ts';
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

/**
 * Jobs are level-triggered: running `work` again reads the state anew.
 * @param putOff leaves word that the same is to be done later; a job without it is tried again as any other failure is
 */
export async function runTask(
  work: () => Promise<unknown>,
  helpers: Pick<JobHelpers, 'job' | 'abortSignal'>,
  putOff?: () => Promise<void>,
): Promise<void> {
  const { task_identifier: name, payload } = helpers.job;
  try {
    await untilNotThrottled(work, helpers.abortSignal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const said = { job: name, payload, code: error.code };
    // No try is used up while nothing but other keys of ours can help.
    if (putOff && isOfOurKeys(error)) {
      await putOff();
      log.warn({ ...said, why: error.message }, 'job put off');
      return;
    }
    // Nothing is lost: the state stays as it is, and the merchant's next visit rings every bell (usecases/upkeep/bells.ts).
    if (!['needs-reopen', 'shop-not-installed'].includes(error.code)) throw error;
    log.info(said, 'job stopped');
  }
}
