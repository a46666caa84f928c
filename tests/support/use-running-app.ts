// What every file of browser tests begins with: the whole product over a database and a shop of its own, and a browser.
import { beforeAll } from 'vitest';
import { publishCard } from '#tests/demo/publish-card.ts';
import { waitForJobs } from '#tests/demo/wait-for-jobs.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { TestBrowser } from './browser.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { useBrowser } from './use-browser.ts';

export type TestApp = Omit<RunningApp, 'stop'> & {
  /** The one that has the app installed. */
  readonly shop: LocalShop;
  /** Waits until the storefront shows what the ledger says. */
  jobsDone(): Promise<void>;
};

export type Needs = {
  /** A shop as its install left it, under whose first program nothing earns. */
  asInstalled?: boolean;
  /** A theme that has met no app yet, instead of one with the blocks that the setup guide asks for. */
  freshTheme?: boolean;
  /** Five coffees, the sixth is free: published, and known to the storefront. */
  coffeeCard?: boolean;
};

/** Call at the top of a test file. The app runs from `beforeAll` on; after the file's tests the ledger is checked. */
export function useRunningApp(needs: Needs = {}): { app: TestApp; browser: TestBrowser } {
  let started: RunningApp | null = null;
  const app = appOf(() => {
    if (!started) throw new Error('the app runs from beforeAll on');
    return started;
  });
  beforeAll(async () => {
    const running = await startApp(needs);
    started = running;
    return () => running.stop();
  });
  beforeAll(() => prepare(app, needs));
  return { app, browser: useBrowser() };
}

function appOf(running: () => RunningApp): TestApp {
  const app: TestApp = {
    get shopify() {
      return running().shopify;
    },
    get urls() {
      return running().urls;
    },
    get databaseUrl() {
      return running().databaseUrl;
    },
    get shop() {
      return running().shopify.firstShop;
    },
    problems: () => running().problems(),
    jobsDone: () => waitForJobs(app.shopify, app.databaseUrl, app.shop.domain),
  };
  return app;
}

async function prepare({ shop, jobsDone }: TestApp, { freshTheme, coffeeCard }: Needs): Promise<void> {
  if (freshTheme) await shop.saveTheme({ look: 'light', blocks: [] });
  if (!coffeeCard) return;
  await publishCard(shop.domain, shop.collections[0]?.id ?? '');
  await jobsDone();
}
