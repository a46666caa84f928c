// The stand-in's runtime for functions: it counts as Shopify does, and takes nothing that Shopify wouldn't.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, expect, test } from 'vitest';
import { limitsFor } from '#tests/local-shopify/functions/function-limits.ts';
import { runWasm, wasmFunction } from '#tests/local-shopify/functions/run-wasm.ts';

const API = `
@external("shopify_function_v2", "shopify_function_output_new_object") declare function object(n: i32): i32;
@external("shopify_function_v2", "shopify_function_output_finish_object") declare function end(): i32;
@external("shopify_function_v2", "shopify_function_input_get") declare function input(): u64;
@external("shopify_function_v2", "shopify_function_input_get_at_index") declare function at(v: u64, i: i32): u64;
@external("elsewhere", "fetch") declare function fetch(): void;
let sum: i32 = 0;
`;

/** As a program of its own: the compiler's types would be everybody's. */
const COMPILER = path.resolve(import.meta.dirname, '../../../node_modules/assemblyscript/bin/asc.js');
const OPTIONS = ['--optimizeLevel', '0', '--runtime', 'stub', '--use', 'abort='];

/** Wasm of a function with some exports, each of them a run. */
function compiled(runs: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'sixth-function-'));
  writeFileSync(path.join(folder, 'runs.ts'), `${API}${runs}`);
  const args = [COMPILER, 'runs.ts', '--outFile', 'runs.wasm', ...OPTIONS];
  execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe' });
  const wasm = readFileSync(path.join(folder, 'runs.wasm'));
  rmSync(folder, { recursive: true });
  return wasm;
}

let wasm: Uint8Array;
beforeAll(() => {
  wasm = compiled(`
    export function nothing(): void { object(0); end(); }
    export function count(): void { for (let i = 0; i < 1000; i++) sum += i; object(0); end(); }
    export function loop(): void { for (let i = 0; i < 2000000; i++) sum += i; object(0); end(); }
    export function hungry(): void { memory.grow(200); object(0); end(); }
    export function unfinished(): void { object(0); }
    export function broken(): void { object(1); end(); }
    export function beyond(): void { sum = <i32>(at(at(input(), 0), 9) >> 46) & 15; object(sum == 15 ? 0 : 1); end(); }
  `);
});

const run = (name: string, lines = 1) => runWasm(wasmFunction(wasm, name), { lines: ['a'] }, lines);

test('instructions are counted, ours and those of Shopify’s side', () => {
  const [plain, counted] = [run('nothing'), run('count')];
  expect(plain).toMatchObject({ answer: {}, broken: null });
  // Seven or eight instructions of a turn of the loop, as the compiler leaves them.
  expect((counted.instructions - plain.instructions) / 1_000).toBeGreaterThan(7);
  expect((counted.instructions - plain.instructions) / 1_000).toBeLessThan(14);
  expect(run('count').instructions).toBe(counted.instructions);
});

test('the limit on instructions holds for 200 lines, and grows with longer carts to ten times', () => {
  expect(run('loop').broken).toBe('instructions');
  expect(run('loop', 200).broken).toBe('instructions');
  expect(run('loop', 500).broken).toBeNull();
  expect(limitsFor(200)).toEqual(limitsFor(1));
  expect(limitsFor(500).instructions).toBe(27_500_000);
  expect(limitsFor(5_000).inputBytes).toBe(1_280_000);
});

test('memory and the input’s bytes have limits', () => {
  expect(run('hungry').broken).toBe('memory');
  expect(runWasm(wasmFunction(wasm, 'nothing'), { lines: ['x'.repeat(128_000)] }, 1).broken).toBe('input');
});

test('what isn’t there is answered with an error value, and what is written wrongly is an error', () => {
  expect(run('beyond').answer).toEqual({});
  expect(() => run('unfinished')).toThrow('finished no answer');
  expect(() => run('broken')).toThrow('an object has 0 pieces, not 2');
  expect(() => run('missing')).toThrow('exports no missing');
});

test('a function that imports what Shopify doesn’t have doesn’t start, and one that is too big isn’t taken', () => {
  const other = compiled('export function run(): void { fetch(); object(0); end(); }');
  expect(() => runWasm(wasmFunction(other, 'run'), {}, 1)).toThrow(/elsewhere/);
  expect(() => wasmFunction(new Uint8Array(256_001), 'run')).toThrow('256001 bytes');
});
