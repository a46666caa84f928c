// The worker: `npm run worker`. Start as many as you like; they share the queue in the database.
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { config } from '#app/config.server.ts';
import { budget, connectAsWorker } from '#app/db/connections.server.ts';
import { log } from '#app/log.server.ts';
import { guardProcess } from '#app/operations/guard-process.ts';
import { startOperations } from '#app/operations/operations-server.ts';
import { onStopSignals } from '#app/operations/stop-signals.ts';
import { enterPhase } from '#app/operations/phase.ts';
import { keepWorking } from './keep-working.ts';

/** Whatever still fails now is healed by those that live. */
const LAST_MS = 3_000;

function start(): void {
  connectAsWorker();
  enterPhase('starting');
  log.info({ connections: budget() }, 'connections at most');
  const { stopGraceMs } = config();
  const work = keepWorking(() => void end(1));
  /** Jobs that run may end; those that take too long are given back, for another worker to begin anew. */
  const end = async (exitCode: number) => {
    enterPhase('stopping');
    log.info('the worker stops');
    await within(stopGraceMs, work.stop());
    await within(LAST_MS, work.giveBack());
    process.exit(exitCode);
  };
  guardProcess(() => void end(1));
  onStopSignals(() => void end(0));
  startOperations();
}

async function within(ms: number, ending: Promise<void>): Promise<void> {
  const failed = (err: unknown) => log.warn({ err }, 'the worker could not end in good order');
  await Promise.race([ending.catch(failed), sleep(ms)]);
}

try {
  start();
} catch (error) {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'the worker failed');
  process.exit(1);
}
