// A function's own time: its wasm as it is sent, with Shopify's side answering from a record of one real run, so that what
// Local Shopify spends on its values, its meter and its checks isn't counted as the function's.
import type { DeployedFunction } from '#tests/local-shopify/functions/deployed-functions.ts';
import { wasmApi } from '#tests/local-shopify/functions/wasm-api/wasm-api.ts';

type Call = (...args: number[]) => unknown;

/** The one call that writes into the function's memory. */
const READ_TEXT = 'shopify_function_input_read_utf8_str';

const memoryOf = ({ exports }: WebAssembly.Instance) => exports['memory'] as WebAssembly.Memory;

/** Makes the imports anew, each call by `of`. */
function mapped(imports: WebAssembly.Imports, of: (name: string, call: Call) => Call): WebAssembly.Imports {
  return Object.fromEntries(
    Object.entries(imports).map(([module, calls]) => [
      module,
      Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, of(name, call as Call)])),
    ]),
  );
}

/** Runs the function once more each time it is called, from a fresh instance, as Shopify does. */
export function replayedRun({ wasm, export: name }: DeployedFunction, input: unknown): () => void {
  const module = new WebAssembly.Module(Uint8Array.from(wasm));
  const runIn = (instance: WebAssembly.Instance) => (instance.exports[name] as () => void)();
  const { imports } = wasmApi(input, () => memoryOf(first));
  const answers: unknown[] = [];
  const recording = mapped(imports, (call, real) => (...args) => {
    const answer = real(...args);
    const [, to = 0, length = 0] = args;
    answers.push(call === READ_TEXT ? new Uint8Array(memoryOf(first).buffer, to, length).slice() : answer);
    return answer;
  });
  const first = new WebAssembly.Instance(module, recording);
  runIn(first);
  let at = 0;
  let memory = memoryOf(first);
  const replaying = mapped(imports, (call) =>
    call === READ_TEXT
      ? (_from, to = 0) => new Uint8Array(memory.buffer).set(answers[at++] as Uint8Array, to)
      : () => answers[at++],
  );
  return () => {
    at = 0;
    const instance = new WebAssembly.Instance(module, replaying);
    memory = memoryOf(instance);
    runIn(instance);
    if (at !== answers.length)
      throw new Error('the function asked for something else than in its recorded run');
  };
}
