// Every minute: who needs work and has no job waiting for it gets one, whatever became of the bell that was rung when the
// work came up (a job that was given up, a token that was dead, a release with a fault).
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { bringForward, ringWhereNoneWaits } from '#app/db/upkeep/waiting-jobs.server.ts';
import { log } from '#app/log.server.ts';
import { BELLS, type Bell } from './bells.ts';

/** A job that fails waits longer each time; this is the longest. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** Safe to run twice and in parallel. One state that can't be asked for doesn't keep the others from being heard. */
export async function ringBells(at: Date = now()): Promise<void> {
  for (const bell of BELLS) await heard(bell, at);
  await bringForward(pool(), new Date(at.getTime() + LONGEST_WAIT_MS));
}

async function heard({ job, shops, alone = false }: Bell, at: Date): Promise<void> {
  try {
    const shopIds = await shops(pool(), at);
    if (shopIds.length === 0) return;
    const rung = await ringWhereNoneWaits(pool(), job, shopIds, !alone);
    if (rung.length > 0) log.info({ job, shops: rung.length }, 'work without a job was given one');
  } catch (err) {
    log.error({ err, job }, 'who needs this job could not be asked');
  }
}
