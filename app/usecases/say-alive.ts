// A worker says that it lives, so that nobody takes its jobs for those of a dead one.
import { holdWorkerLock } from '#app/db/worker-locks.server.ts';

/** Until the process ends. `workerPoolId` is what graphile-worker locks its jobs with. */
export async function sayAlive(workerPoolId: string): Promise<void> {
  await holdWorkerLock(workerPoolId);
}
