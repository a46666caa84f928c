// Whoever needs work and has no job is given one. And a worker that was killed leaves its jobs locked: whoever is alive
// gives them back to the queue, having watched for a while that the holder gives no sign of life.
import { setTimeout as sleep } from 'node:timers/promises';
import { deleteDeadJobs } from '#app/db/upkeep/dead-jobs.server.ts';
import { endSetAsideOfApplied } from '#app/db/orders/set-aside.server.ts';
import { leaveNamedQueues } from '#app/db/upkeep/named-queues.server.ts';
import { silentWorkers, unlockSilent, type Silent } from '#app/db/upkeep/dead-workers.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { doEachApart } from './do-each-apart.ts';
import { ringBells } from './ring-bells.ts';

/** A living worker whose connections were cut has its lock again within a second or two, and renews its jobs every three. */
const WATCH_MS = 12_000;
const LOOKS = 6;

/** Jobs are safe to run twice, so a mistake costs work and nothing else. Takes a moment, or `watchMs` where somebody is silent. */
export async function rescueJobs(watchMs = WATCH_MS, stop?: AbortSignal): Promise<void> {
  await doEachApart({
    bells: () => ringBells(),
    setAside: () => endSetAsideOfApplied(pool()),
    deadJobs: () => deleteDeadJobs(pool()),
    queues: () => leaveNamedQueues(pool()),
    jobsOfTheDead: () => giveBack(watchMs, stop),
  });
}

async function giveBack(watchMs: number, stop: AbortSignal | undefined): Promise<void> {
  let silent = await silentWorkers(pool());
  for (let look = 0; look < LOOKS && silent.length > 0; look += 1) {
    await sleep(watchMs / LOOKS);
    // Whoever is told to stop keeps nobody waiting: others look as well.
    if (stop?.aborted) return;
    silent = stillSilent(silent, await silentWorkers(pool()));
  }
  if (silent.length === 0) return;
  const dead = await unlockSilent(pool(), silent);
  if (dead.length > 0) log.warn({ workers: dead }, 'jobs of dead workers were given back');
}

/** A server that was started anew meanwhile has forgotten all locks: then nobody was silent for as long as it takes. */
function stillSilent(before: readonly Silent[], now: readonly Silent[]): Silent[] {
  return before.filter((one) =>
    now.some(
      ({ id, renewedAt, serverSince }) =>
        id === one.id && renewedAt === one.renewedAt && serverSince === one.serverSince,
    ),
  );
}
