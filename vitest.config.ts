import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { statementsPlugin } from './tests/db/statements/statements-plugin.ts';

const pure = ['core', 'ui', 'locales', 'function', 'storefront', 'local-shopify', 'papers'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);
const browser = ['tests/browser/**/*.test.ts'];

const shared = {
  setupFiles: ['tests/support/fail-on-console.ts'],
  env: {
    LOG_LEVEL: 'silent',
    // Far from UTC and not by whole hours, so that local time taken by mistake shows.
    TZ: 'America/St_Johns',
  },
  // One second by itself, which a busy machine needs for a page.
  expect: { poll: { timeout: 15_000 } },
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

const database = { ...shared, globalSetup: ['tests/support/database-server.ts'] };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      { test: { ...shared, name: 'pure', include: pure } },
      {
        plugins: [statementsPlugin()],
        test: {
          ...database,
          name: 'database',
          include: ['tests/**/*.test.ts'],
          exclude: [...pure, ...browser],
        },
      },
      { test: { ...database, name: 'browser', include: browser, testTimeout: 90_000, hookTimeout: 120_000 } },
    ],
  },
});
