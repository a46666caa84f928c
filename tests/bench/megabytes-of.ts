// The memory that a piece of work needs, whenever V8 would sweep.
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1024 * 1024;
const LOOK_MS = 500;

/** The most that was in use meanwhile; what nobody uses any more is swept away before each look. */
export async function megabytesOf(work: () => Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  let most = 0;
  const looking = setInterval(() => {
    sweep();
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external);
  }, LOOK_MS);
  try {
    await work();
    return most / MEGABYTE;
  } finally {
    clearInterval(looking);
  }
}
