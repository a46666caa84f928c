// One torture: a world, a history in it, its healing, and what holds afterwards.
import { lookAll } from './checks/look-all.ts';
import { heal } from './heal.ts';
import type { Options } from './options.ts';
import { close, play, prepare } from './play.ts';
import type { Report } from './report.ts';
import { quietYear } from './quiet-year.ts';
import { startWorld } from './world/world.ts';

/** @param say tells whoever waits how far it is */
export async function torture(options: Options, say: (text: string) => void): Promise<Report> {
  const startedMs = performance.now();
  const world = await startWorld(options);
  try {
    await prepare(world, options);
    say(`seed ${options.seed}: ${options.orders} orders in ${options.shops} shops …`);
    const played = await play(world, options);
    const playedSeconds = seconds(startedMs);
    say(`played in ${playedSeconds} s, healing …`);
    await close(world);
    const { seconds: healed, open } = await heal(world, say);
    say(`at rest after ${healed} s, comparing …`);
    const compared = await lookAll(world);
    const later = options.year ? await quietYear(world, say) : { open: {}, checks: {} };
    return {
      seed: options.seed,
      orders: options.orders,
      events: played.events.list(),
      deliveries: played.deliveries.list(),
      faults: played.faults.list(),
      processes: world.counts.list(),
      lastWords: world.processes.lastWords,
      secondsToPlay: playedSeconds,
      secondsToHeal: healed,
      open: { ...open, ...later.open },
      checks: { ...compared, ...later.checks },
    };
  } finally {
    await world.stop();
  }
}

const seconds = (startedMs: number): number => Math.round((performance.now() - startedMs) / 1_000);
