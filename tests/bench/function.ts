// The discount function on carts of 1, 20 and 200 lines: its own time in this process, without Shopify's runtime, and
// what its answer weighs.
import { performance } from 'node:perf_hooks';
import type { FunctionInput } from '#extensions/loyalty-discount/src/input.ts';
import { cartLinesDiscountsGenerateRun } from '#extensions/loyalty-discount/src/index.ts';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';
import { functionInput, stampsOf, type FunctionLine } from '#tests/function/function-scene.ts';
import { card } from '#tests/support/factories.ts';
import type { Figure } from './figures.ts';

const CARTS = [1, 20, 200] as const;
const ROUNDS = 9;
const RUNS_A_ROUND = 200;
const WARM_UP = 500;
const COLLECTION = '7300000000009';
/** Enough to make every unit free: the longest answer there is. */
const STAMPS = 5_000;

function cartOf(lines: number): FunctionInput {
  const products = { all: false, productIds: [], collectionIds: [COLLECTION], withTags: [], withoutTags: [] };
  const cart = Array.from({ length: lines }, (_one, index): FunctionLine => ({
    id: `${String(index).padStart(8, '0')}-4c1e-4a3b-9f00-0123456789ab`,
    productId: String(7_300_000_000_100 + index),
    quantity: 1 + (index % 3),
    amount: `${9 + (index % 50)}.50`,
    collections: [COLLECTION],
  }));
  const cards = [card({ products, maxPriceMinor: 100_000 })];
  return functionInput({ cards, lines: cart, rate: '1.0838', stamps: stampsOf({ coffee: [STAMPS, 5] }) });
}

/** Milliseconds of one run, over many; the input is parsed each time, as a runtime must. */
function timeOf(input: string, runs = RUNS_A_ROUND): number {
  const start = performance.now();
  for (let run = 0; run < runs; run += 1) {
    JSON.stringify(cartLinesDiscountsGenerateRun(JSON.parse(input) as FunctionInput));
  }
  return (performance.now() - start) / runs;
}

function figuresOf(lines: number): Figure[] {
  const input = cartOf(lines);
  const output = cartLinesDiscountsGenerateRun(input);
  if (output.operations.length === 0) throw new Error(`the function gave nothing for ${lines} lines`);
  const text = JSON.stringify(input);
  timeOf(text, WARM_UP);
  const rounds = Array.from({ length: ROUNDS }, () => timeOf(text));
  const name = lines === 1 ? '1 line' : `${lines} lines`;
  const limit = (bytes: number) => ({ name: 'Shopify’s limit', values: [bytes] });
  const wanted = lines === 200 ? 'under 5 ms' : null;
  return [
    { part: 'function', name: `run of ${name}`, unit: 'ms', ours: rounds, baseline: null, wanted },
    {
      part: 'function',
      name: `input of ${name}`,
      unit: 'bytes',
      ours: [jsonBytes(input)],
      baseline: limit(128_000),
      wanted: null,
    },
    {
      part: 'function',
      name: `answer to ${name}`,
      unit: 'bytes',
      ours: [jsonBytes(output)],
      baseline: limit(20_000),
      wanted: null,
    },
  ];
}

export async function functionPart(): Promise<Figure[]> {
  return CARTS.flatMap(figuresOf);
}
