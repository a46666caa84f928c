import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { statementsPlugin } from './tests/db/statements/statements-plugin.ts';
import { LongFirst } from './tests/tools/long-first.ts';

const pure = ['core', 'ui', 'locales', 'function', 'storefront', 'local-shopify', 'papers'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);
/** What runs the app's build, most of it in a browser. */
const built = ['routes', 'demo', 'browser', 'processes', 'torture'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

const shared = {
  setupFiles: ['tests/support/fail-on-console.ts'],
  env: {
    LOG_LEVEL: 'silent',
    // Far from UTC and not by whole hours, so that local time taken by mistake shows.
    TZ: 'America/St_Johns',
    // Web and worker start a third faster where an earlier start left its compiled code.
    NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '.cache/compiled'),
  },
  // One second by itself, which a busy machine needs for a page.
  expect: { poll: { timeout: 15_000 } },
  // Most tests run beside those in a browser, and let these go first.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

const database = { ...shared, globalSetup: ['tests/support/database-server.ts'] };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongFirst },
    projects: [
      // Values in, values out: nothing to keep apart, and most of their time went into loading the same modules again.
      { test: { ...shared, name: 'pure', include: pure, isolate: false } },
      {
        plugins: [statementsPlugin()],
        test: {
          ...database,
          name: 'database',
          include: ['tests/**/*.test.ts'],
          exclude: [...pure, ...built],
        },
      },
      { test: { ...database, name: 'built', include: built, testTimeout: 90_000 } },
    ],
  },
});
