// A worker says that it lives, so that nobody takes its jobs for those of a dead one.
import { takeWorkerLock } from '#app/db/worker-locks.server.ts';

/** Until the returned function is called or the process ends. `workerPoolId` is what graphile-worker locks jobs with. */
export async function holdWorkerLock(workerPoolId: string): Promise<() => Promise<void>> {
  return takeWorkerLock(workerPoolId);
}
