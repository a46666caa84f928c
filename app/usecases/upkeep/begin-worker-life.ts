// What a worker does, besides its jobs, from its first to its last: says that it lives, looks after the jobs that it has
// locked, and leaves none of them locked behind.
import { setTimeout as sleep } from 'node:timers/promises';
import { giveBackAll, strayJobs } from '#app/db/upkeep/own-jobs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { takeWorkerLock } from '#app/db/worker-locks.server.ts';
import { log } from '#app/log.server.ts';
import { tendJobs } from './tend-jobs.ts';

/** Struck off are jobs that have ended a moment after the queue calls them done. */
const STRIKING_MS = 2_000;
const LOOK_MS = 50;

export type WorkerLife = {
  /** Gives back whatever is still locked; nothing of it may run any more, or the process ends at once. */
  giveBack(): Promise<void>;
  end(): void;
};

/**
 * @param workerPoolId what graphile-worker locks its jobs with
 * @param running the ids of the jobs that run now
 */
export function beginWorkerLife(workerPoolId: string, running: ReadonlySet<string>): WorkerLife {
  const held = takeWorkerLock(workerPoolId);
  const tended = tendJobs(workerPoolId, running);
  return {
    giveBack: () => giveBack(workerPoolId, running),
    end: () => {
      tended();
      held
        .then((letGo) => letGo())
        .catch((err: unknown) => log.warn({ err }, 'the worker lock was not let go'));
    },
  };
}

async function giveBack(workerPoolId: string, running: ReadonlySet<string>): Promise<void> {
  for (let waitedMs = 0; running.size === 0 && waitedMs < STRIKING_MS; waitedMs += LOOK_MS) {
    if ((await strayJobs(pool(), workerPoolId, [])).length === 0) break;
    await sleep(LOOK_MS);
  }
  if (running.size > 0) log.warn({ jobs: [...running] }, 'jobs that still run are given back');
  await giveBackAll(pool(), workerPoolId);
}
