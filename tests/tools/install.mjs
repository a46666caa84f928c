// Installs what `npm test`, `npm run demo` and `npm run bench` need, unless it is there already.
// Plain JavaScript without dependencies: it runs before any of them, on whatever Node the machine has, from 18 on.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
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
async function once(name, inputs, step) {
  const stamp = path.join(modules, `.sixth-${name}`);
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of inputs) hash.update(readFileSync(path.join(root, file)));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step();
  writeFileSync(stamp, wanted);
}

function give(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

/** One line with the time it took, which a terminal counts meanwhile. */
async function run(what, command, args) {
  const since = Date.now();
  const { stdout } = process;
  const seconds = () => `${Math.round((Date.now() - since) / 1000)} s`;
  if (stdout.isTTY) stdout.write(`${what} …`);
  const timer = stdout.isTTY ? setInterval(() => stdout.write(`\r${what} … ${seconds()}`), 1000) : undefined;
  const failed = await outcome(command, args);
  clearInterval(timer);
  stdout.write(`${stdout.isTTY ? '\r' : ''}${what} … ${seconds()}\n`);
  if (failed) give(`${failed.output}\n${command} failed: ${failed.reason}`);
}

/** Null when it succeeded. */
function outcome(command, args) {
  const child = spawn(command, args, { cwd: root, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ output, reason: error.message }));
    child.once('close', (code) => resolve(code === 0 ? null : { output, reason: `exit code ${code}` }));
  });
}

async function installPackages() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const what = 'Installing packages, about a minute, once';
  if (npm && npm.endsWith('.js')) await run(what, process.execPath, [npm, ...args]);
  else await run(what, 'npm', args);
}

async function generateClient() {
  const prisma = path.join(modules, 'prisma', 'build', 'index.js');
  await run('Preparing the database client', process.execPath, [prisma, 'generate', '--no-hints']);
}

if (Number.parseInt(process.versions.node, 10) < 18) {
  give(
    `Node.js 18 or newer is needed to install the rest, not ${process.versions.node}: see https://nodejs.org.`,
  );
}
await once('lock', ['package-lock.json'], installPackages);
await once('client', ['package-lock.json', 'prisma/schema.prisma'], generateClient);
