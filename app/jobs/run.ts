// The worker: `npm run worker`. Start as many as you like; they share the queue in the database.
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import { config } from '#app/config.server.ts';
import { connectAsWorker, connectionsOf } from '#app/db/connections.server.ts';
import { log } from '#app/log.server.ts';
import { trySetAsideAgain } from '#app/usecases/orders/try-set-aside-again.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import { holdWorkerLock } from '#app/usecases/upkeep/hold-worker-lock.ts';
import { TASKS } from './tasks.ts';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

const logger = new Logger(() => (level, message) => {
  log[LEVELS[level]]({ from: 'graphile-worker' }, message);
});

connectAsWorker();
const queue = connectionsOf('queue');

/** graphile's own bookkeeping needn't wait for the disk: a lock or completion that is lost only runs a job again. */
function queueUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', queue.application_name);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

const events: WorkerEvents = new EventEmitter();
events.on('pool:create', ({ workerPool }) => {
  holdWorkerLock(workerPool.id).catch((err: unknown) =>
    log.error({ err }, 'the worker could not say that it lives'),
  );
});

const runner = await run({
  connectionString: queueUrl(config().databaseUrl),
  maxPoolSize: queue.max,
  taskList: TASKS,
  crontabFile: fileURLToPath(new URL('./crontab', import.meta.url)),
  concurrency: 16,
  // New work is told by NOTIFY; polling is for work whose time has come.
  pollInterval: 1_000,
  logger,
  events,
});
log.info('worker ready');
await rescueJobs();
await trySetAsideAgain(null);
await runner.promise;
