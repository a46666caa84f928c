// Runs a function's wasm as Shopify's runtime does: by the Wasm API, with its limits. What breaks a limit isn't an error that
// anybody sees: the function's discount is dropped, and checkout goes on.
import { limitsFor, MOST_MEMORY_BYTES, MOST_WASM_BYTES } from './function-limits.ts';
import { wasmApi } from './wasm-api/wasm-api.ts';
import { meteredModule, SPENT } from './wasm/metered-module.ts';

export type WasmFunction = { module: WebAssembly.Module; export: string };

export type WasmRun = {
  answer: unknown;
  /** Of the function and of Shopify's side together, as Shopify counts. */
  instructions: number;
  memoryBytes: number;
  inputBytes: number;
  outputBytes: number;
  /** The limit that the run broke; null when its answer counts. */
  broken: 'input' | 'instructions' | 'memory' | 'output' | null;
};

/** @throws {Error} for a module that Shopify doesn't take */
export function wasmFunction(wasm: Uint8Array, exportName: string): WasmFunction {
  if (wasm.length > MOST_WASM_BYTES) throw new Error(`the function has ${wasm.length} bytes`);
  return { module: new WebAssembly.Module(meteredModule(wasm)), export: exportName };
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** @throws {Error} what the function does wrong: Shopify would drop its discount too, but nobody would learn why */
export function runWasm(
  { module, export: exportName }: WasmFunction,
  input: unknown,
  lines: number,
): WasmRun {
  const api = wasmApi(input, () => memory);
  const instance = new WebAssembly.Instance(module, api.imports);
  const { memory: own, [exportName]: run, [SPENT]: counter } = instance.exports;
  if (!(own instanceof WebAssembly.Memory)) throw new Error('the function exports no memory');
  if (typeof run !== 'function') throw new Error(`the function exports no ${exportName}`);
  const memory = own;
  (run as () => void)();
  const ran = {
    answer: api.answer(),
    instructions: Number((counter as WebAssembly.Global<'i64'>).value) + api.spent(),
    memoryBytes: memory.buffer.byteLength,
    inputBytes: bytesOf(input),
    outputBytes: bytesOf(api.answer()),
  };
  return { ...ran, broken: brokenLimit(ran, lines) };
}

function brokenLimit(ran: Omit<WasmRun, 'broken'>, lines: number): WasmRun['broken'] {
  const limits = limitsFor(lines);
  if (ran.inputBytes > limits.inputBytes) return 'input';
  if (ran.instructions > limits.instructions) return 'instructions';
  if (ran.memoryBytes > MOST_MEMORY_BYTES) return 'memory';
  return ran.outputBytes > limits.outputBytes ? 'output' : null;
}
