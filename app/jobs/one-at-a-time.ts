// Within this process, one job of a name and shop at a time. A bell that rings while its job runs waits in the queue, where it
// survives whatever becomes of that job; nobody here asks for it until then, and its waiting takes no place from others.
import type { ShopJobName } from '#app/core/jobs.ts';

/** By name and shop: the end of those that were taken so far. */
const running = new Map<string, Promise<void>>();

/** Flags of jobs that are to be left waiting (prisma/functions/ring_bells.sql). */
export const runningBells = (): string[] => [...running.keys()];

/** Two that were taken in the same moment, or rung by an older release, take their turns here. */
export async function oneAtATime(
  name: ShopJobName,
  shopId: number,
  work: () => Promise<void>,
): Promise<void> {
  const bell = `${name}/${shopId}`;
  const before = running.get(bell);
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  running.set(bell, over);
  try {
    await before;
    await work();
  } finally {
    end();
    if (running.get(bell) === over) running.delete(bell);
  }
}
