// Shopify's Wasm API v2 as a function imports it.
import { answerWriter } from './answer-writer.ts';
import { callContext, type Calls } from './call-context.ts';
import { COST, costOfParsing } from './provider-cost.ts';
import { readingCalls } from './reading-calls.ts';
import { writingCalls } from './writing-calls.ts';

const API = 'shopify_function_v2';

export type WasmApi = {
  imports: WebAssembly.Imports;
  /** The whole answer. @throws {Error} where the function finished none */
  answer: () => unknown;
  /** Instructions on Shopify's side. */
  spent: () => number;
};

/** The imports for one run. A call that Shopify doesn't have is missing here too: the function then doesn't start. */
export function wasmApi(input: unknown, memory: () => WebAssembly.Memory): WasmApi {
  const context = callContext(memory, COST.start + COST.growth + costOfParsing(input));
  const writer = answerWriter();
  const calls: Calls = { ...readingCalls(input, context), ...writingCalls(writer, context) };
  const named = Object.entries(calls).map(([name, call]) => [`shopify_function_${name}`, call] as const);
  return { imports: { [API]: Object.fromEntries(named) }, answer: writer.finished, spent: context.spent };
}
