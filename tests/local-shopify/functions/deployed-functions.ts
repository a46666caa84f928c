// The app's functions as `shopify app deploy` sends them: what each extension's toml says, its input query, and its wasm.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { builtFunction } from './build-function.ts';
import { runWasm, wasmFunction, type WasmRun } from './run-wasm.ts';

const ROOT = new URL('../../../', import.meta.url);
const TARGET = 'cart.lines.discounts.generate.run';

const targeting = z.object({ target: z.string(), input_query: z.string(), export: z.string() });
const extension = z.object({
  handle: z.string(),
  type: z.literal('function'),
  targeting: z.array(targeting),
  build: z.object({ command: z.string().min(1), path: z.string() }),
  input: z.object({ variables: z.object({ namespace: z.string(), key: z.string() }) }).optional(),
});
const toml = z.object({ extensions: z.array(z.looseObject({ type: z.string() })).default([]) });

export type DeployedFunction = {
  handle: string;
  inputQuery: string;
  /** The metafield of the discount that fills the query's variables; null when it has none. */
  variables: { namespace: string; key: string } | null;
  /** As it is sent, without the meter. */
  wasm: Uint8Array;
  export: string;
  /** `lines` of the cart decide the limits. */
  run: (input: unknown, lines: number) => WasmRun;
};

function readFunction(read: unknown, folder: URL): DeployedFunction {
  const { handle, targeting: targets, build, input } = extension.parse(read);
  const target = targets.find((one) => one.target === TARGET);
  if (!target) throw new Error(`${handle} has no target ${TARGET}`);
  const wasm = builtFunction(fileURLToPath(new URL('.', folder)), build);
  const metered = wasmFunction(wasm, target.export);
  const inputQuery = readFileSync(new URL(target.input_query, folder), 'utf8');
  return {
    handle,
    inputQuery,
    variables: input?.variables ?? null,
    wasm,
    export: target.export,
    run: (cart, lines) => runWasm(metered, cart, lines),
  };
}

function readExtension(file: string): DeployedFunction[] {
  const url = new URL(file, ROOT);
  const { extensions } = toml.parse(parse(readFileSync(url, 'utf8')));
  return extensions.filter(({ type }) => type === 'function').map((one) => readFunction(one, url));
}

/** By name of their extensions' folders. */
export const DEPLOYED_FUNCTIONS: readonly DeployedFunction[] = globSync(
  'extensions/*/shopify.extension.toml',
  { cwd: fileURLToPath(ROOT) },
)
  .sort()
  .flatMap(readExtension);

/** Throws for a handle that the app doesn't have. */
export function deployedFunction(handle: string): DeployedFunction {
  const deployed = DEPLOYED_FUNCTIONS.find((one) => one.handle === handle);
  if (!deployed) throw new Error(`the app has no function ${handle}`);
  return deployed;
}
