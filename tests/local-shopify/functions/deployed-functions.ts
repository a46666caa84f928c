// The app's functions as `shopify app deploy` sends them: what each extension's toml says, its input query, and its code.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { z } from 'zod';

const ROOT = new URL('../../../', import.meta.url);
const TARGET = 'cart.lines.discounts.generate.run';

const targeting = z.object({ target: z.string(), input_query: z.string(), export: z.string() });
const extension = z.object({
  handle: z.string(),
  type: z.literal('function'),
  targeting: z.array(targeting),
  input: z.object({ variables: z.object({ namespace: z.string(), key: z.string() }) }).optional(),
});
const toml = z.object({ extensions: z.array(z.looseObject({ type: z.string() })).default([]) });

export type DeployedFunction = {
  handle: string;
  inputQuery: string;
  /** The metafield of the discount that fills the query's variables; null when it has none. */
  variables: { namespace: string; key: string } | null;
  run: (input: unknown) => unknown;
};

/** Shopify's command line looks for a target's code here, under its export's name in camel case. */
const ENTRY = 'src/index.ts';
const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

async function readFunction(read: unknown, folder: URL): Promise<DeployedFunction> {
  const { handle, targeting: targets, input } = extension.parse(read);
  const target = targets.find((one) => one.target === TARGET);
  if (!target) throw new Error(`${handle} has no target ${TARGET}`);
  const code = (await import(/* @vite-ignore */ new URL(ENTRY, folder).href)) as Record<string, unknown>;
  const run = code[camelCase(target.export)];
  if (typeof run !== 'function') throw new Error(`${handle} exports no ${camelCase(target.export)}`);
  const inputQuery = readFileSync(new URL(target.input_query, folder), 'utf8');
  return { handle, inputQuery, variables: input?.variables ?? null, run: run as DeployedFunction['run'] };
}

function readExtension(file: string): Promise<DeployedFunction>[] {
  const url = new URL(file, ROOT);
  const { extensions } = toml.parse(parse(readFileSync(url, 'utf8')));
  return extensions.filter(({ type }) => type === 'function').map((one) => readFunction(one, url));
}

/** By name of their extensions' folders. */
export const DEPLOYED_FUNCTIONS: readonly DeployedFunction[] = await Promise.all(
  globSync('extensions/*/shopify.extension.toml', { cwd: fileURLToPath(ROOT) })
    .sort()
    .flatMap(readExtension),
);

/** Throws for a handle that the app doesn't have. */
export function deployedFunction(handle: string): DeployedFunction {
  const deployed = DEPLOYED_FUNCTIONS.find((one) => one.handle === handle);
  if (!deployed) throw new Error(`the app has no function ${handle}`);
  return deployed;
}
