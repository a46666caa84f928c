// A coffee roaster's shop whose theme changes pages without a reload, and somebody who shops there. Nothing of the app runs:
// the blocks have their metafields, and that is all they need.
import { afterAll, beforeAll } from 'vitest';
import type { Page } from 'playwright-core';
import { dayIn } from '#app/core/values/days.ts';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { FRESH_THEME } from '#tests/local-shopify/shop/theme.ts';
import type { Area, PlacedBlock, Way } from '#tests/local-shopify/shop/theme.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import type { Started } from '#tests/local-shopify/start.ts';
import type { MemberProjection, ProgramProjection } from '#app/core/storefront/projection.ts';
import {
  SAMPLE_PROGRAM,
  sampleMember,
  writeMember,
  writeProgram,
} from '#tests/storefront/scene/sample-shop.ts';
import type { WatchedPage } from '#tests/support/browser.ts';
import { useBrowser } from '#tests/support/use-browser.ts';

export type Look = { way: Way; language: 'en' | 'fr' };
export const LOOKS: Look[] = [
  { way: 'dawn', language: 'en' },
  { way: 'dawn', language: 'fr' },
  { way: 'horizon', language: 'en' },
  { way: 'horizon', language: 'fr' },
];

type Visit = WatchedPage & {
  /** Sections that were asked for alone, by the theme or by us. */
  asked: string[];
};

/** Call at the top of a test file. Coffees count for the card, nothing else; the shopper holds three stamps. */
export function useFollowScene() {
  let local: Started;
  const browser = useBrowser();
  let member = '';
  const shop = (): LocalShop => local.shopify.firstShop;
  beforeAll(async () => {
    const app = { apiKey: 'key', apiSecret: 'secret', appTarget: () => null, retriesMs: [] };
    local = await startLocalShopify({ ...app, shops: [coffeeRoaster()] });
    await publish({});
    member = [...shop().customers.keys()][0] ?? '';
    await tell({ points: 1240 });
  });
  afterAll(() => local.stop());

  function publish(change: Partial<ProgramProjection>): Promise<void> {
    const products = { ...NO_PRODUCTS, collectionIds: [shop().collections[0]?.id ?? ''] };
    const cards = SAMPLE_PROGRAM.cards.map((card) => ({ ...card, products }));
    return writeProgram(shop(), { ...SAMPLE_PROGRAM, cards, ...change });
  }

  /** What the shop knows of the shopper. */
  function tell(change: Partial<MemberProjection>): Promise<void> {
    return writeMember(local.shopify, member, sampleMember(change, { have: 3 }));
  }

  async function visit({ way, language }: Look, path: string, blocks?: PlacedBlock[]): Promise<Visit> {
    await shop().saveTheme({ ...FRESH_THEME, way, blocks: blocks ?? null });
    const watched = await browser.page({ viewport: { width: 1280, height: 900 } });
    const url = local.urls.storefront;
    await watched.page.context().addCookies([
      { name: 'language', value: language, url },
      { name: 'customer', value: member, url },
    ]);
    const asked: string[] = [];
    watched.page.on('request', (request) => {
      if (request.url().includes('section_id=')) asked.push(new URL(request.url()).search);
    });
    await watched.page.goto(url + path);
    // The script is loaded after the page, and what changes before it is there isn't what these tests are about.
    await watched.page.waitForFunction(() => document.readyState === 'complete');
    return { ...watched, asked };
  }

  const today = () => dayIn(shop().setup.timeZone, local.shopify.clock());
  return { shop, visit, publish, tell, today, url: () => local.urls.storefront };
}

export const placed = (block: string, area: Area, id = `${block}-${area}`): PlacedBlock => ({
  id,
  area,
  block,
  shown: true,
  settings: {},
});

/** What a block says now to whoever sees it; nothing while it is out of sight. */
export const says = async (page: Page, id: string) =>
  (await page.locator(`[id="shopify-block-${id}"]`).first().innerText()).replace(/\s+/g, ' ').trim();

/** A cart with so many of a variant, put there before the page is opened. */
export async function fillCart(page: Page, url: string, id: string, quantity: number): Promise<void> {
  await page.request.post(`${url}/cart/clear.js`);
  await page.request.post(`${url}/cart/add.js`, { form: { id, quantity: String(quantity) } });
}
