// `npm test`: every check and every test. `npm test -- stamps`: the test files whose path contains that.
// One line a step, a failing step's output in full, the tests' totals at the end.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { isBuilt } from './build-app.ts';
import type { Count } from './count-tests.ts';
import { addUp, runLane, type Step } from './run-step.ts';
import { BUILD, LANES, NEEDS_BUILD, testStep } from './steps.ts';
import { filesNamed, listTestFiles } from './test-files.ts';

const USAGE = `npm test                     every check and every test
npm test -- stamps           the test files whose path contains “stamps”; several names are fine
npm test -- stamps -t C09    of these the tests whose name contains “C09”
`;

async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return;
  const lanes = asked.names.length > 0 || asked.title ? await chosenLane(asked) : LANES;
  if (!lanes) return;
  const startedMs = performance.now();
  const steps = lanes.flat();
  for (const { totals } of steps)
    if (totals) await rm(path.join(import.meta.dirname, '../..', totals), { force: true });
  const count = addUp(await Promise.all(lanes.map(runLane)));
  const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
  tellEnd(`${steps.length} ${steps.length === 1 ? 'step' : 'steps'} in ${minutes} minutes.`, count);
}

type Asked = { names: string[]; title: string | undefined };

function readArguments(): Asked | null {
  try {
    const options = { title: { type: 'string', short: 't' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { names: positionals, title: values.title };
  } catch (error) {
    refuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return null;
  }
}

/** The files that the names find, after a build where they need one; null after saying that there are none. */
async function chosenLane({ names, title }: Asked): Promise<Step[][] | null> {
  const { found, unknown } = filesNamed(await listTestFiles(), names);
  if (unknown.length > 0) {
    const said = unknown.map((name) => `“${name}”`).join(', ');
    refuse(
      `No test file's path contains ${said}. A name is a feature, a folder or a file under tests/:\n\n${USAGE}`,
    );
    return null;
  }
  const needBuild = found.some(({ project }) => project === NEEDS_BUILD) && !isBuilt();
  process.stdout.write(
    `${found.length} test ${found.length === 1 ? 'file' : 'files'} found. Types, lint and the other checks are skipped.\n`,
  );
  const args = [...(names.length > 0 ? found.map((file) => file.path) : []), ...(title ? ['-t', title] : [])];
  return [[...(needBuild ? [BUILD] : []), testStep('tests', args)]];
}

function refuse(message: string): void {
  process.stderr.write(message);
  process.exitCode = 1;
}

function tellEnd(summary: string, { passed, failed }: Count): void {
  if (passed + failed === 0) process.stdout.write('No test has such a name.\n');
  process.stdout.write(`\n${summary}\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

await main();
