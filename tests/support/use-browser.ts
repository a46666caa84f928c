// A browser for a file of tests, started with its first page and closed after its last test.
import { afterAll } from 'vitest';
import { startBrowser, type StartedBrowser, type TestBrowser } from './browser.ts';

/**
 * Call at the top of a test file. Chromium starts in a fifth of a second, so each file has its own: one that crashes
 * takes nobody else's tests with it.
 */
export function useBrowser(): TestBrowser {
  let started: Promise<StartedBrowser> | null = null;
  afterAll(async () => {
    await (await started)?.close();
  });
  return {
    page: async (options) => {
      started ??= startBrowser();
      return (await started).page(options);
    },
  };
}
