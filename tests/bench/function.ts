// The discount function on carts of 1, 20 and 200 lines: its instructions, as Shopify counts them, the time of its wasm alone
// beside the same rule in JavaScript on an input that is parsed already, and what its answer weighs. What Local Shopify spends
// around it, parsing and checking, is a row of its own.
import { performance } from 'node:perf_hooks';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';
import type { FunctionLine } from '#tests/function/cart-input.ts';
import { functionInput, stampsOf } from '#tests/function/function-scene.ts';
import type { FunctionInput } from '#tests/function/reference/function-input.ts';
import { referenceRun } from '#tests/function/reference/reference-run.ts';
import { measuredRun } from '#tests/function/run-function.ts';
import { deployedFunction } from '#tests/local-shopify/functions/deployed-functions.ts';
import { card } from '#tests/support/factories.ts';
import type { Figure } from './figures.ts';
import { replayedRun } from './replayed-run.ts';

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

/** Milliseconds of one run, over many. */
function timeOf(run: () => void, runs: number): number {
  const start = performance.now();
  for (let count = 0; count < runs; count += 1) run();
  return (performance.now() - start) / runs;
}

function roundsOf(run: () => void): number[] {
  timeOf(run, WARM_UP);
  return Array.from({ length: ROUNDS }, () => timeOf(run, RUNS_A_ROUND));
}

function figuresOf(lines: number): Figure[] {
  const input = cartOf(lines);
  const { answer, instructions, broken } = measuredRun(input);
  if (broken || referenceRun(input).operations.length === 0)
    throw new Error(`the function gave nothing for ${lines} lines`);
  const text = JSON.stringify(input);
  const ours = roundsOf(replayedRun(deployedFunction('loyalty-discount'), input));
  const inJavaScript = roundsOf(() => void referenceRun(input));
  const inLocalShopify = roundsOf(() => {
    JSON.stringify(measuredRun(JSON.parse(text) as FunctionInput).answer);
  });
  const name = lines === 1 ? '1 line' : `${lines} lines`;
  const limit = (most: number) => ({ name: 'Shopify’s limit', values: [most] });
  const wanted = lines === 200 ? 'under 5 ms' : null;
  const baseline = { name: 'the rule in JavaScript', values: inJavaScript };
  const figure = (what: string, unit: Figure['unit'], value: number, most: number): Figure => ({
    ...{ part: 'function', name: `${what} ${name}`, unit, wanted: null },
    ...{ ours: [value], baseline: limit(most) },
  });
  return [
    { part: 'function', name: `run of ${name}`, unit: 'ms', ours, baseline, wanted },
    {
      ...{ part: 'function', name: `metered run of ${name}`, unit: 'ms', wanted: null },
      ...{ ours: inLocalShopify, baseline: null },
    },
    figure('instructions of', 'instructions', instructions, 11_000_000),
    figure('input of', 'bytes', jsonBytes(input), 128_000),
    figure('answer to', 'bytes', jsonBytes(answer), 20_000),
  ];
}

export async function functionPart(): Promise<Figure[]> {
  return CARTS.flatMap(figuresOf);
}
