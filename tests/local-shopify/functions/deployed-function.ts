// The app's function as `shopify app deploy` sends it: what its extension's toml says, its input query, and its code.
import { readFileSync } from 'node:fs';
import { cartLinesDiscountsGenerateRun } from '#extensions/loyalty-discount/src/index.ts';
import { parse } from 'smol-toml';
import { z } from 'zod';

const FOLDER = new URL('../../../extensions/loyalty-discount/', import.meta.url);
const TARGET = 'cart.lines.discounts.generate.run';

const toml = z.object({
  extensions: z.tuple([
    z.object({
      handle: z.string(),
      type: z.literal('function'),
      targeting: z.array(z.object({ target: z.string(), input_query: z.string() })),
      input: z.object({ variables: z.object({ namespace: z.string(), key: z.string() }) }).optional(),
    }),
  ]),
});

export type DeployedFunction = {
  handle: string;
  inputQuery: string;
  /** The metafield of the discount that fills the query's variables; null when it has none. */
  variables: { namespace: string; key: string } | null;
  run: typeof cartLinesDiscountsGenerateRun;
};

let deployed: DeployedFunction | null = null;

function read(): DeployedFunction {
  const [extension] = toml.parse(
    parse(readFileSync(new URL('shopify.extension.toml', FOLDER), 'utf8')),
  ).extensions;
  const target = extension.targeting.find((one) => one.target === TARGET);
  if (!target) throw new Error(`${extension.handle} has no target ${TARGET}`);
  return {
    handle: extension.handle,
    inputQuery: readFileSync(new URL(target.input_query, FOLDER), 'utf8'),
    variables: extension.input?.variables ?? null,
    run: cartLinesDiscountsGenerateRun,
  };
}

/** Read once. Throws for a handle that the app doesn't have. */
export function deployedFunction(handle: string): DeployedFunction {
  deployed ??= read();
  if (deployed.handle !== handle) throw new Error(`the app has no function ${handle}`);
  return deployed;
}
