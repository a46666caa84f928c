// What a running demo leaves in its folder for the commands beside it.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const runningDemo = z.object({
  storefront: z.url(),
  admin: z.url(),
  customer: z.object({ id: z.string(), firstName: z.string() }),
  /** Five of it make an order. */
  product: z.object({ variantId: z.string(), handle: z.string(), title: z.string() }),
});
export type RunningDemo = z.infer<typeof runningDemo>;

const fileIn = (folder: string) => path.join(folder, 'running.json');

/** @returns what forgets it again */
export async function noteRunning(folder: string, running: RunningDemo): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(fileIn(folder), JSON.stringify(running));
  return () => rm(fileIn(folder), { force: true });
}

/** Null where none runs. One that was killed may have left its note: whoever asks it hears nothing. */
export async function findRunning(folder: string): Promise<RunningDemo | null> {
  try {
    return runningDemo.parse(JSON.parse(await readFile(fileIn(folder), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
