// `npm test`: every check there is. One line a step, a failing step's output in full, the tests' totals at the end.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

type Step = { name: string; command: string[]; env?: Record<string, string> };
type Result = { name: string; passed: boolean };

const root = path.resolve(import.meta.dirname, '../..');
const totals = path.join(root, '.cache', 'vitest.json');
const stepLimitMs = 9 * 60_000;

/** Two lanes for two cores, about as long as each other. The build comes first: browser tests need it. */
const checks: Step[][] = [
  [
    { name: 'build', command: ['remix', 'vite:build'], env: { NODE_ENV: 'production' } },
    { name: 'dead code', command: ['knip', '--treat-config-hints-as-errors'] },
    { name: 'theme check', command: ['node', 'tests/tools/theme-check.ts'] },
    { name: 'formatting', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  ],
  [
    { name: 'types', command: ['tsc', '--noEmit'] },
    { name: 'types of the core', command: ['tsc', '--noEmit', '-p', 'app/core/tsconfig.json'] },
    { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  ],
];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${totals}`];
const tests: Step = { name: 'tests', command: ['vitest', 'run', ...reporters] };

async function runLane(steps: Step[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of steps) results.push(await runStep(step));
  return results;
}

async function runStep({ name, command, env }: Step): Promise<Result> {
  const startedMs = performance.now();
  const { passed, output } = await run(command, env);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(
    `${passed ? '✓' : '✗'} ${name} (${seconds} s)\n${passed ? '' : `${output.trim()}\n\n`}`,
  );
  return { name, passed };
}

function run([command = '', ...args]: string[], env = {}): Promise<{ passed: boolean; output: string }> {
  const bin = path.join(root, 'node_modules', '.bin');
  const searchPath = [bin, process.env['PATH']].join(path.delimiter);
  const child = spawn(path.join(bin, command), args, {
    cwd: root,
    env: { ...process.env, PATH: searchPath, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: stepLimitMs,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ passed: false, output: error.message }));
    child.once('close', (code, signal) => {
      const ending = signal ? `\nStopped by ${signal} after ${stepLimitMs / 60_000} minutes at most.` : '';
      resolve({ passed: code === 0, output: output + ending });
    });
  });
}

/** Vitest's own count; none when it didn't come to write one. */
async function countTests(): Promise<{ passed: number; failed: number }> {
  const text = await readFile(totals, 'utf8').catch(() => '{}');
  const report = JSON.parse(text) as { numPassedTests?: number; numFailedTests?: number };
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 };
}

async function main(): Promise<void> {
  const startedMs = performance.now();
  await rm(totals, { force: true });
  const results = (await Promise.all(checks.map(runLane))).flat();
  const tested = await runStep(tests);
  const count = await countTests();
  const failedSteps = results.filter(({ passed }) => !passed).length;
  // A run of tests that fails without a failing test (a file that can't be read) is a failure of its own.
  const failed = failedSteps + (tested.passed ? 0 : Math.max(1, count.failed));
  const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
  process.stdout.write(`\n${results.length + 1} steps in ${minutes} minutes.\n`);
  process.stdout.write(`${count.passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || count.passed === 0 ? 1 : 0;
}

await main();
