// What `npm test` runs, and what beside what.
import type { Step } from './run-step.ts';

export const BUILD: Step = {
  name: 'build',
  command: ['remix', 'vite:build'],
  env: { NODE_ENV: 'production' },
  needed: true,
};

/** Vitest's project (`vitest.config.ts`) whose tests run the built app. */
export const NEEDS_BUILD = 'built';

/** @param name of the step, and of its report; `args` are Vitest's: files, options */
export function testStep(name: string, args: string[]): Step {
  const totals = `.cache/vitest-${name.replaceAll(' ', '-')}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${totals}`];
  return { name, command: ['vitest', 'run', ...reporters, ...args], totals };
}

/** The compiler as a program of its own, for half of the processor's time; lint needs the one that is a library. */
const TSC = ['node', 'node_modules/typescript-7/bin/tsc'];

/**
 * Two lanes. Tests in a browser wait a third of their time, for pages and jobs; everything else fills what they leave,
 * and steps back when they want to go on.
 */
export const LANES: Step[][] = [
  [BUILD, testStep('tests of the built app', ['--project', NEEDS_BUILD])],
  [
    { name: 'types', command: [...TSC, '--noEmit'] },
    { name: 'types of the core', command: [...TSC, '--noEmit', '-p', 'app/core/tsconfig.json'] },
    { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
    { name: 'dead code', command: ['knip', '--treat-config-hints-as-errors'] },
    { name: 'theme check', command: ['node', 'tests/tools/theme-check.ts'] },
    { name: 'formatting', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
    testStep('all other tests', ['--project', `!${NEEDS_BUILD}`]),
  ].map((step) => ({ ...step, polite: true })),
];
