// One step of `npm test`: a command that is one line when it passes, and all its output when it fails.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { countTests, type Count } from './count-tests.ts';

export type Step = {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Lets the others go first: for what waits for nobody, beside tests that wait for a page with a limit. */
  polite?: boolean;
  /** Where Vitest writes its count; a step without one counts only when it fails. */
  totals?: string;
  /** The lane's other steps make no sense without it. */
  needed?: boolean;
};

const root = path.resolve(import.meta.dirname, '../..');
/** So that nothing hangs for ever, whatever hangs. */
const LIMIT_MINUTES = 60;
const limit = AbortSignal.timeout(LIMIT_MINUTES * 60_000);

/** One step after the other. */
export async function runLane(steps: Step[]): Promise<Count> {
  const counts: Count[] = [];
  for (const [index, step] of steps.entries()) {
    const count = await runStep(step);
    counts.push(count);
    if (!step.needed || count.failed === 0) continue;
    for (const { name } of steps.slice(index + 1)) say(`– ${name}: not run without ${step.name}`);
    break;
  }
  return addUp(counts);
}

export function addUp(counts: Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function runStep(step: Step): Promise<Count> {
  const startedMs = performance.now();
  const { passed, output } = await run(step);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  say(`${passed ? '✓' : '✗'} ${step.name} (${seconds} s)${passed ? '' : `\n${output.trim()}\n`}`);
  const count = step.totals ? await countTests(path.join(root, step.totals)) : { passed: 0, failed: 0 };
  // A run of tests that fails without a failing test (a file that can't be read) is a failure of its own.
  return { passed: count.passed, failed: passed ? 0 : Math.max(1, count.failed) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function run({
  command: [file = '', ...args],
  env,
  polite,
}: Step): Promise<{ passed: boolean; output: string }> {
  const bin = path.join(root, 'node_modules', '.bin');
  const searchPath = [bin, process.env['PATH']].join(path.delimiter);
  const child = spawn(path.join(bin, file), args, {
    cwd: root,
    env: { ...process.env, PATH: searchPath, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: limit,
  });
  if (polite && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      const reason = limit.aborted
        ? `Stopped: the whole run may take ${LIMIT_MINUTES} minutes.`
        : error.message;
      resolve({ passed: false, output: `${output}\n${reason}` });
    });
    child.once('close', (code, signal) => {
      resolve({ passed: code === 0, output: signal ? `${output}\nEnded by ${signal}.` : output });
    });
  });
}
