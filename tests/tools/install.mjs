// Installs what `npm test`, `npm run demo` and `npm run bench` need, unless it is there already.
// Plain JavaScript without dependencies: it runs before any of them, on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = path.join(root, 'node_modules');

// Any existing file keeps Prisma from downloading engines that we don't use, from a host that may be out of reach.
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_QUERY_ENGINE_LIBRARY: process.execPath,
  PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  CHECKPOINT_DISABLE: '1',
};

/** Runs the step when its inputs changed since it last succeeded here. */
function once(name, inputs, step) {
  const stamp = path.join(modules, `.sixth-${name}`);
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of inputs) hash.update(readFileSync(path.join(root, file)));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  step();
  writeFileSync(stamp, wanted);
}

function run(what, command, args) {
  const result = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (result.status === 0) return;
  const reason = result.error ? result.error.message : `exit code ${result.status}`;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n${what} failed: ${reason}\n`);
  process.exit(1);
}

function installPackages() {
  process.stdout.write('Installing packages; this takes about a minute, once …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm && npm.endsWith('.js')) run('npm ci', process.execPath, [npm, ...args]);
  else run('npm ci', 'npm', args);
}

function generateClient() {
  const prisma = path.join(modules, 'prisma', 'build', 'index.js');
  run('prisma generate', process.execPath, [prisma, 'generate', '--no-hints']);
}

once('lock', ['package-lock.json'], installPackages);
once('client', ['package-lock.json', 'prisma/schema.prisma'], generateClient);
