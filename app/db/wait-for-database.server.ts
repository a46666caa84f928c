// A process that starts before its database waits for it, and says so now and then.
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '#app/log.server.ts';
import { pingDatabase } from './pool.server.ts';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 3_000;
/** Tries between two lines of the log: about a minute of them. */
const TRIES_A_LINE = 20;

/** Resolves once the database answers; never rejects. Whatever is wrong may be put right from outside. */
export async function untilDatabaseAnswers(): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await pingDatabase();
      if (tries > 0) log.info({ tries }, 'the database answers');
      return;
    } catch (err) {
      if (tries % TRIES_A_LINE === 0) log.warn({ err }, 'waiting for the database');
    }
    await sleep(Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS));
  }
}
