// The functions that the app has deployed: those of the repository's extensions.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { z } from 'zod';

export type AppFunction = {
  /** A uuid, the same at every start. */
  id: string;
  handle: string;
};

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const extension = z.object({
  extensions: z.array(z.object({ type: z.string(), handle: z.string().default('') })).default([]),
});

export function deployedFunctions(): AppFunction[] {
  const handles = globSync('extensions/*/shopify.extension.toml', { cwd: ROOT })
    .sort()
    .flatMap((file) => extension.parse(parse(readFileSync(`${ROOT}/${file}`, 'utf8'))).extensions)
    .filter(({ type }) => type === 'function')
    .map(({ handle }) => handle);
  return handles.map((handle, index) => ({ id: `01970000-0000-7000-8000-${pad(index + 1)}`, handle }));
}

const pad = (number: number): string => String(number).padStart(12, '0');
