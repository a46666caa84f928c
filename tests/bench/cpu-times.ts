// CPU that our processes have used so far, by what they are: on a busy machine it says more than any clock.
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

export const KINDS = ['web', 'worker', 'PostgreSQL'] as const;
export type Kind = (typeof KINDS)[number];
/** In milliseconds. */
export type CpuTimes = Readonly<Record<Kind, number>>;

/** A tick of /proc on every Linux that Node runs on. */
const TICK_MS = 10;

type Seen = { pid: number; parent: number; ticks: number; kind: Kind | null };

function kindOf(name: string, command: string): Kind | null {
  if (command.includes('app/server.ts')) return 'web';
  if (command.includes('app/jobs/run.ts')) return 'worker';
  return name === 'postgres' ? 'PostgreSQL' : null;
}

/** Null for one that has just ended. */
function readProcess(pid: number): Seen | null {
  try {
    const [head = '', tail = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(/\) (?=\w )/);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    const fields = tail.split(' ');
    // utime, stime, and those of children that have ended.
    const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
    return { pid, parent: Number(fields[1]), ticks, kind: kindOf(head.split(' (')[1] ?? '', command) };
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return null;
    throw error;
  }
}

function isOurs(seen: Seen, all: ReadonlyMap<number, Seen>): boolean {
  for (let at: Seen | undefined = seen; at; at = all.get(at.parent)) if (at.pid === process.pid) return true;
  return false;
}

/** Of our descendants. Null where there is no /proc. */
export function cpuTimes(): CpuTimes | null {
  if (process.platform !== 'linux') return null;
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const all = new Map(
    pids.flatMap((pid) => {
      const seen = readProcess(pid);
      return seen ? [[pid, seen] as const] : [];
    }),
  );
  const times: Record<Kind, number> = { web: 0, worker: 0, PostgreSQL: 0 };
  for (const seen of all.values()) {
    if (seen.kind !== null && isOurs(seen, all)) times[seen.kind] += seen.ticks * TICK_MS;
  }
  return times;
}
