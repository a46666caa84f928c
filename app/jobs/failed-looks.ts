// Looks for jobs that go on failing while the database answers others. graphile-worker keeps the answer to its first look,
// also where it was a failure (getTaskDetails in its taskIdentifiers.js): after a connection that broke in that moment the
// database would never again be asked for a job, and nothing but a debug line would tell. Only a new run forgets it.
import type { WorkerEvents } from 'graphile-worker';
import { pingDatabase } from '#app/db/pool.server.ts';

/** Takers of jobs look once a second each. */
const LOOKS_IN_A_ROW = 20;

/** @param onStuck called where no look succeeds any more, and it isn't the database: that outage passes by itself */
export function followFailedLooks(events: WorkerEvents, onStuck: (last: unknown) => void): void {
  let failed = 0;
  let isStuck = false;
  const succeeded = () => (failed = 0);
  events.on('worker:getJob:empty', succeeded);
  events.on('job:start', succeeded);
  events.on('worker:getJob:error', ({ error }) => {
    failed += 1;
    if (failed % LOOKS_IN_A_ROW === 0) void databaseAnswers().then((answers) => tell(answers, error));
  });

  function tell(answers: boolean, last: unknown): void {
    if (!answers || failed === 0 || isStuck) return;
    isStuck = true;
    onStuck(last);
  }
}

const databaseAnswers = (): Promise<boolean> =>
  pingDatabase().then(
    () => true,
    () => false,
  );
