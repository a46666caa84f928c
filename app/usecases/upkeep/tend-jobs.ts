// A worker looks after the jobs that it has locked: what runs is renewed, so that a lost connection makes nobody take them;
// what doesn't run is given back, because a job whose taking or ending was lost on the way would wait for it for ever.
import { setTimeout as sleep } from 'node:timers/promises';
import { giveBackJobs, renewJobs, strayJobs } from '#app/db/upkeep/own-jobs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';

/** Less than half of what a worker is watched for before it is taken for dead (rescue-jobs.ts). */
const RENEW_MS = 3_000;
/** Rounds between two looks for strays: long enough for the answer that is still on its way. */
const STRAY_ROUNDS = 3;

/** @param running the ids of the jobs that run now. Until the returned function is called. */
export function tendJobs(workerPoolId: string, running: ReadonlySet<string>): () => void {
  const over = new AbortController();
  void tend(workerPoolId, running, over.signal);
  return () => over.abort();
}

async function tend(workerPoolId: string, running: ReadonlySet<string>, over: AbortSignal): Promise<void> {
  let seen: ReadonlySet<string> = new Set();
  for (let round = 1; ; round += 1) {
    await sleep(RENEW_MS, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    try {
      await renewJobs(pool(), workerPoolId, [...running]);
      if (round % STRAY_ROUNDS === 0) seen = await giveBackStrays(workerPoolId, running, seen);
    } catch (err) {
      log.warn({ err }, 'the jobs of this worker could not be looked after');
    }
  }
}

/** Gives back what was a stray at the look before as well. Returns the strays of this look. */
export async function giveBackStrays(
  workerPoolId: string,
  running: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const found = await strayJobs(pool(), workerPoolId, [...running]);
  const jobs = found.filter((id) => before.has(id) && !running.has(id));
  if (jobs.length > 0) {
    await giveBackJobs(pool(), workerPoolId, jobs);
    log.warn({ jobs }, 'jobs that were locked and did not run were given back');
  }
  return new Set(found);
}
