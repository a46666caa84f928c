// A job that fails waits a moment, comes back later, is put off, or stops for good: decided in one place.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHelpers } from 'graphile-worker';
import { now } from '#app/clock.server.ts';
import { AdminThrottled, AdminUnavailable, Failure, isOfOurKeys } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { withLogContext } from '#app/log-context.ts';
import { countJob, type JobOutcome } from '#app/metrics/job-metrics.server.ts';
import { jobContext } from './job-context.ts';

/** A shorter wait is slept through, so that one busy shop uses all that Shopify gives it. */
const LONGEST_SLEEP_MS = 2_000;
/** In which any plan's bucket is half full. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * Work that begins anew asks its first questions again. Were it each time as soon as the last one can be paid for, the first
 * would take just that, and it would never end: so it pauses twice as long each time.
 */
async function untilNotThrottled(
  work: () => Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof AdminThrottled) || error.waitMs > LONGEST_SLEEP_MS || signal?.aborted)
        throw error;
      const pauseMs = Math.min(error.waitMs * 2 ** pauses, LONGEST_PAUSE_MS);
      await sleep(pauseMs, undefined, { signal }).catch(() => Promise.reject(error));
    }
  }
}

type Helpers = Pick<JobHelpers, 'job' | 'abortSignal'>;
type PutOff = () => Promise<void>;

/**
 * Jobs are level-triggered: running `work` again reads the state anew.
 * @param putOff leaves word that the same is to be done later; a job without it is tried again as any other failure is
 */
export function runTask(work: () => Promise<unknown>, helpers: Helpers, putOff?: PutOff): Promise<void> {
  return withLogContext(jobContext(helpers.job), () => runCounted(work, helpers, putOff));
}

async function runCounted(
  work: () => Promise<unknown>,
  { job, abortSignal }: Helpers,
  putOff?: PutOff,
): Promise<void> {
  const ended = countJob(job, now());
  try {
    await untilNotThrottled(work, abortSignal);
    ended('done');
  } catch (error) {
    const outcome = outcomeOf(error, {
      canPutOff: putOff !== undefined,
      isLast: job.attempts >= job.max_attempts,
    });
    ended(outcome);
    await goOn(error, outcome, putOff);
  }
}

/** Throws what is to be tried again. */
async function goOn(error: unknown, outcome: JobOutcome, putOff?: PutOff): Promise<void> {
  if (!(error instanceof Failure)) throw error;
  if (outcome === 'put-off') {
    await putOff?.();
    log.warn({ code: error.code, why: error.message }, 'job put off');
    return;
  }
  // Nothing is lost: the state stays as it is, and the merchant's next visit rings every bell (usecases/upkeep/bells.ts).
  if (outcome !== 'stopped') throw error;
  log.info({ code: error.code }, 'job stopped');
}

function outcomeOf(
  error: unknown,
  { canPutOff, isLast }: { canPutOff: boolean; isLast: boolean },
): JobOutcome {
  if (error instanceof Failure) {
    // No try is used up while nothing but other keys of ours can help.
    if (canPutOff && isOfOurKeys(error)) return 'put-off';
    if (error.code === 'needs-reopen' || error.code === 'shop-not-installed') return 'stopped';
  }
  if (isLast) return 'given-up';
  if (error instanceof AdminThrottled) return 'throttled';
  return error instanceof AdminUnavailable ? 'unavailable' : 'failed';
}
