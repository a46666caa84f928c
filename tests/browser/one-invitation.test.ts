// However many blocks stand on a page, a guest is asked to sign in once.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { fillCart, LOOKS, placed, useFollowScene } from './follow-scene.ts';

const scene = useFollowScene();

const LINKS = '.sixth a[href*="/customer_authentication/login"]';
const PRODUCT = ['points-for-product', 'points-balance', 'stamp-card', 'birthday'] as const;

/** The texts of the links that a guest sees. */
async function invitations(page: Page): Promise<string[]> {
  await page.context().clearCookies({ name: 'customer' });
  await page.reload();
  const seen = page.locator(LINKS).filter({ visible: true });
  return (await seen.allInnerTexts()).map((text) => text.trim());
}

/** Blocks without anything to read in them. */
const emptyFrames = (page: Page) =>
  page.$$eval('.sixth', (all) => {
    const texts = all.map((one) =>
      one instanceof HTMLElement && one.clientHeight > 0 ? one.innerText : 'hidden',
    );
    return texts.filter((text) => text.trim() === '').length;
  });

test.each(LOOKS)('beside the member’s block no other invites: $way, $language', async (look) => {
  const blocks = [...PRODUCT, 'member'].map((block) => placed(block, 'product'));
  const { page, problems, close } = await scene.visit(look, '/products/morning-house', blocks);
  const button = { en: 'Sign in to collect', fr: 'Se connecter pour en profiter' }[look.language];
  expect(await invitations(page)).toEqual([button]);
  expect(await emptyFrames(page)).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test('without it the first block invites, whatever section it stands in', async () => {
  const blocks = [
    placed('points-for-product', 'product'),
    placed('stamp-card', 'product'),
    placed('points-balance', 'product-apps'),
    placed('stamp-card', 'product-apps'),
  ];
  const look = { way: 'dawn', language: 'en' } as const;
  const { page, close } = await scene.visit(look, '/products/morning-house', blocks);
  expect(await invitations(page)).toEqual(['Sign in']);
  expect(await page.locator(LINKS).count()).toBe(4);
  expect(await page.locator(LINKS).first().isVisible()).toBe(true);
  expect(await emptyFrames(page)).toBe(0);
  await close();
});

test('a cart that would make something free invites, and nothing beside it', async () => {
  const blocks = [placed('points-balance', 'cart'), placed('points-for-cart', 'cart')];
  const { page, close } = await scene.visit({ way: 'dawn', language: 'en' }, '/cart', blocks);
  const coffee = scene.shop().productByHandle('morning-house')?.variants[0]?.id ?? '';
  await fillCart(page, scene.url(), coffee, 6);
  expect(await invitations(page)).toEqual(['Sign in']);
  expect(await page.locator('.sixth-invitation a').isVisible()).toBe(true);
  await close();
});
