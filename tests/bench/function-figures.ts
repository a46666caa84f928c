// One function on one cart: its instructions, as Shopify counts them, the time of its wasm alone beside the same rule in
// JavaScript on an input that is parsed already, and what its answer weighs. What Local Shopify spends around it, parsing and
// checking, is a row of its own.
import { performance } from 'node:perf_hooks';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';
import { deployedFunction } from '#tests/local-shopify/functions/deployed-functions.ts';
import type { Figure } from './figures.ts';
import { replayedRun } from './replayed-run.ts';

const ROUNDS = 9;
const RUNS_A_ROUND = 200;
const WARM_UP = 500;

type MeasuredCart = {
  handle: string;
  /** `20 lines`, and of what. */
  name: string;
  lines: number;
  input: object;
  /** The rule in JavaScript. */
  reference: () => { operations: object[] };
};

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

export function functionFigures({ handle, name, lines, input, reference }: MeasuredCart): Figure[] {
  const deployed = deployedFunction(handle);
  const { answer, instructions, broken } = deployed.run(input, lines);
  if (broken || reference().operations.length === 0)
    throw new Error(`the function ${handle} gave nothing for ${name}`);
  const text = JSON.stringify(input);
  const ours = roundsOf(replayedRun(deployed, input));
  const inLocalShopify = roundsOf(() => {
    JSON.stringify(deployed.run(JSON.parse(text), lines).answer);
  });
  const baseline = { name: 'the rule in JavaScript', values: roundsOf(() => void reference()) };
  const figure = (what: string, unit: Figure['unit'], value: number, most: number): Figure => ({
    ...{ part: 'function', name: `${what} ${name}`, unit, wanted: null },
    ...{ ours: [value], baseline: { name: 'Shopify’s limit', values: [most] } },
  });
  const wanted = lines === 200 ? 'under 5 ms' : null;
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
