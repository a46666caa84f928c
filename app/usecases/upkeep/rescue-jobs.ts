// A worker that was killed leaves its jobs locked: whoever is alive gives them back to the queue. Then whoever needs work
// and has no job is given one.
import { unlockDeadWorkers } from '#app/db/worker-locks.server.ts';
import { log } from '#app/log.server.ts';
import { eachApart } from './each-apart.ts';
import { ringBells } from './ring-bells.ts';

/** Jobs are safe to run twice, so a mistake costs work and nothing else. */
export async function rescueJobs(): Promise<void> {
  await eachApart({ jobsOfTheDead: giveBack, bells: () => ringBells() });
}

async function giveBack(): Promise<void> {
  const dead = await unlockDeadWorkers();
  if (dead.length > 0) log.warn({ workers: dead }, 'jobs of dead workers were given back');
}
