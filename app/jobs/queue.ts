// One run of graphile-worker: takes jobs until it is told to stop, or until it stops by itself.
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Logger, run, type Job, type WorkerEvents } from 'graphile-worker';
import { jobsAtOnce } from '#app/db/connections.server.ts';
import { queuePool } from '#app/db/queue-pool.server.ts';
import { log } from '#app/log.server.ts';
import { enterPhase, phaseNow } from '#app/operations/phase.ts';
import { beginWorkerLife } from '#app/usecases/upkeep/begin-worker-life.ts';
import { followFailedLooks } from './failed-looks.ts';
import { runningBells } from './one-at-a-time.ts';
import { jobContext } from './job-context.ts';
import { TASKS } from './tasks.ts';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
/** Those that take jobs and strike them off need a connection for a moment only, and share few of them on purpose. */
const EXPECTED = 'WARNING: having maxPoolSize';

const logger = new Logger(() => (level, message, meta) => {
  if (message.startsWith(EXPECTED)) return;
  // It tells of a job once that has ended, outside of the job's own context.
  const job = meta?.['job'] as Job | undefined;
  log[LEVELS[level]]({ from: 'graphile-worker', ...(job && jobContext(job)) }, message);
});

export type Queue = {
  /** Settles when no job is taken any more, whoever wanted it so. */
  ended: Promise<void>;
  /** Takes no more jobs. Resolves once the running ones have ended. */
  stop(): Promise<void>;
  /** Whatever is still locked may be taken by anybody. */
  giveBack(): Promise<void>;
};

export async function startQueue(): Promise<Queue> {
  const pgPool = queuePool();
  const { events, running, workerPoolId } = followed();
  const started = run({
    pgPool,
    taskList: TASKS,
    crontabFile: fileURLToPath(new URL('./crontab', import.meta.url)),
    concurrency: jobsAtOnce(),
    // What runs here already waits, as it stands in the database.
    forbiddenFlags: runningBells,
    // New work is told by NOTIFY; polling is for work whose time has come.
    pollInterval: 1_000,
    noHandleSignals: true,
    // Jobs that wait for something learn at once that the worker stops.
    gracefulShutdownAbortTimeout: 1,
    logger,
    events,
  });
  const runner = await started.catch((error: unknown) =>
    pgPool.end().then(() => Promise.reject(error as Error)),
  );
  followFailedLooks(events, (err) => {
    log.error({ err }, 'no look for jobs succeeds any more, and the queue starts anew');
    // Not ready from now on, though jobs that run may take their time to end.
    if (phaseNow() === 'running') enterPhase('starting');
    runner.stop().catch((why: unknown) => log.warn({ err: why }, 'the queue was stopping already'));
  });
  const life = beginWorkerLife(workerPoolId(), running);
  const ended = runner.promise.finally(() => {
    life.end();
    return pgPool.end();
  });
  return { ended, stop: () => runner.stop(), giveBack: life.giveBack };
}

/** What runs, and under which name this run locks its jobs. */
function followed() {
  const events: WorkerEvents = new EventEmitter();
  const running = new Set<string>();
  let id = '';
  events.on('pool:create', ({ workerPool }) => (id = workerPool.id));
  events.on('job:start', ({ job }) => running.add(job.id));
  events.on('job:complete', ({ job }) => running.delete(job.id));
  return { events, running, workerPoolId: () => id };
}
