// Builds a function's wasm: AssemblyScript to dist/function.wasm. `shopify app build` calls it by shopify.extension.toml.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import asc from 'assemblyscript/asc';

const EXTENSIONS = path.resolve(import.meta.dirname, '..');
const SMALL_AND_STRICT = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='];

/** `folder`: the extension's own. */
export async function buildFunction(folder) {
  const target = path.join(folder, 'dist', 'function.wasm');
  const entry = `${path.basename(folder)}/assembly/index.ts`;
  const args = [entry, '--baseDir', EXTENSIONS, '--outFile', 'function.wasm'];
  let wasm = null;
  const { error, stderr } = await asc.main([...args, ...SMALL_AND_STRICT], {
    writeFile: (_name, contents) => void (wasm = contents),
  });
  if (error || !wasm) {
    process.stderr.write(`${stderr.toString()}\n${error?.message ?? 'nothing was built'}\n`);
    process.exit(1);
  }
  // Put in place whole: somebody else may be building or reading at the same time.
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(`${target}.${process.pid}`, wasm);
  renameSync(`${target}.${process.pid}`, target);
}
