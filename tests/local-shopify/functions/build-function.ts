// Builds a function as `shopify app build` does: by the command in its toml, in its folder. A build is kept by the hash of
// what it is made of, so that it is made once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const KEPT = path.join(ROOT, '.cache/functions');

export type FunctionBuild = { command: string; path: string };

/** What functions share. */
const PARTS = path.join(ROOT, 'extensions/function-parts');

function filesIn(folder: string, exclude: readonly string[] = []): string[] {
  return globSync('**/*', { cwd: folder, exclude })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Whatever may change the build: the extension's own files, those it shares, and the compiler. */
function hashOf(folder: string, { path: target }: FunctionBuild): string {
  const files = [...filesIn(folder, [path.dirname(target), 'generated', 'node_modules']), ...filesIn(PARTS)];
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files, path.join(ROOT, 'package-lock.json')])
    hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** The build's bytes. @throws {Error} with what the command said when it fails */
export function builtFunction(folder: string, build: FunctionBuild): Uint8Array {
  const kept = path.join(KEPT, `${hashOf(folder, build)}.wasm`);
  if (existsSync(kept)) return readFileSync(kept);
  // The command's `node` is the one that runs this.
  const env = { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };
  const ran = spawnSync(build.command, { cwd: folder, shell: true, encoding: 'utf8', env });
  if (ran.status !== 0) throw new Error(`${build.command} failed: ${ran.stderr}${ran.stdout}`);
  const wasm = readFileSync(path.join(folder, build.path));
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(`${kept}.${process.pid}`, wasm);
  renameSync(`${kept}.${process.pid}`, kept);
  return wasm;
}
