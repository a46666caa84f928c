// A worker works for as long as its process lives: before its database is there it waits, and a queue that stopped by
// itself is started anew.
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilDatabaseAnswers } from '#app/db/wait-for-database.server.ts';
import { log } from '#app/log.server.ts';
import { enterPhase } from '#app/operations/phase.ts';
import { trySetAsideAgain } from '#app/usecases/orders/try-set-aside-again.ts';
import { checkSessionKeys } from '#app/usecases/upkeep/check-session-keys.ts';
import { doEachApart } from '#app/usecases/upkeep/do-each-apart.ts';
import { beginJobsPutOff } from '#app/usecases/upkeep/put-job-off.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import { startQueue, type Queue } from './queue.ts';

const AGAIN_MS = 1_000;

export type Work = {
  /** Resolves once no job runs any more, or at once where the queue isn't even started. */
  stop(): Promise<void>;
  /** For jobs that take too long to end. */
  giveBack(): Promise<void>;
};

/** @param end called where only a newer release can go on */
export function keepWorking(end: () => void): Work {
  let queue: Queue | null = null;
  let stopping = false;

  async function work(): Promise<void> {
    while (!stopping) {
      await untilDatabaseAnswers();
      queue = await startQueue();
      enterPhase('running');
      log.info('worker ready');
      beginWith();
      await queue.ended;
      // graphile-worker has seen its tables changed by a newer one.
      if (process.exitCode !== undefined) return end();
      if (!stopping) throw new Error('the queue ended by itself');
    }
  }

  async function keep(): Promise<void> {
    while (!stopping) {
      await work().catch((err: unknown) => log.error({ err }, 'the queue stopped, and is started anew'));
      if (process.exitCode !== undefined) return;
      if (!stopping) enterPhase('starting');
      await sleep(AGAIN_MS);
    }
  }

  void keep();
  return {
    stop: async () => {
      stopping = true;
      await queue?.stop();
    },
    giveBack: async () => queue?.giveBack(),
  };
}

/** What fails here is done by the minute's bell, or by the hour's. */
function beginWith(): void {
  const begun = doEachApart({
    keys: async () => ((await checkSessionKeys()) ? beginJobsPutOff() : undefined),
    rescue: () => rescueJobs(),
    setAside: () => trySetAsideAgain(null),
  });
  begun.catch((err: unknown) => log.warn({ err }, 'not everything that a start brings was done'));
}
