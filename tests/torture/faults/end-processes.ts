// Processes end: at once, as by a crash or the kernel, or asked to, as at every deploy.
import type { Kind } from '../world/processes.ts';
import type { TortureFault } from './torture-fault.ts';

const ended = (name: string, weight: number, kind: Kind, how: 'kill' | 'stop'): TortureFault => ({
  name,
  weight,
  strike: (random, { processes }) => processes.end(kind, how, random.whole(0, 7), random.whole(0, 1_500)),
});

export const endProcesses: readonly TortureFault[] = [
  ended('kill -9 of web', 4, 'web', 'kill'),
  ended('kill -9 of worker', 4, 'worker', 'kill'),
  ended('restart of web', 1, 'web', 'stop'),
  ended('restart of worker', 1, 'worker', 'stop'),
];
