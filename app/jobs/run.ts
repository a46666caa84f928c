// The worker: `npm run worker`. Start as many as you like; they share the queue in the database.
import { fileURLToPath } from 'node:url';
import { Logger, run } from 'graphile-worker';
import { config } from '#app/config.server.ts';
import { log } from '#app/log.server.ts';
import { TASKS } from './tasks.ts';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

const logger = new Logger(() => (level, message) => {
  log[LEVELS[level]]({ from: 'graphile-worker' }, message);
});

const runner = await run({
  connectionString: config().databaseUrl,
  taskList: TASKS,
  crontabFile: fileURLToPath(new URL('./crontab', import.meta.url)),
  concurrency: 8,
  // New work is told by NOTIFY; polling is for work whose time has come.
  pollInterval: 1_000,
  logger,
});
log.info('worker ready');
await runner.promise;
