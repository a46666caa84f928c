// A shopper's whole way with the whole product running: points earned, one tap, the code on the cart by itself, paid with, and
// gone from what is ready; the order's refund brings the points back.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { readDraft } from '#app/usecases/editing/read-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { MERCHANT } from '#tests/demo/merchant.ts';
import { reward } from '#tests/support/factories.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();

/** 9.50 each: five bring 47 points. */
const COFFEE = '/products/morning-house';
const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' }, cost: 40 });

const WORDS = {
  en: {
    add: 'Add to cart',
    checkout: 'Check out',
    place: 'Place order',
    use: 'Use €5.00',
    onCart: '€5.00 off this cart',
    left: '40 points used, 7 left.',
    takeOff: 'Take off',
    back: 'Give it back for points',
    comingBack: 'Your 40 points come back within about an hour.',
  },
  fr: {
    add: 'Ajouter au panier',
    checkout: 'Commander',
    place: 'Valider la commande',
    use: 'Utiliser €5.00',
    onCart: '€5.00 de remise sur ce panier',
    left: 'Contre 40 points : il vous en reste 7.',
    takeOff: 'Retirer',
    back: 'Rendre et récupérer mes points',
    comingBack: 'Vos 40 points reviennent d’ici une heure environ.',
  },
};
type Words = (typeof WORDS)['en'];
const SHOPPERS = [
  ['en', 'Aoife Byrne'],
  ['fr', 'Claire Fontaine'],
] as const;

async function publishRewards(rewards: Reward[]): Promise<void> {
  const shop = await findShop(pool(), app.shop.domain);
  if (!shop) throw new Error('no shop');
  const { draft, draftRevision } = await readDraft(shop.id);
  const { pointsOff: _, ...rules } = draft;
  const saved = await saveDraft(shop.id, { rules: { ...rules, cards: [], rewards }, draftRevision });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const done = await publishProgram(shop.id, { draftRevision: saved.draftRevision, publishedBy: MERCHANT });
  if (!done.ok) throw new Error(JSON.stringify(done));
}

async function codesReady(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int from "RewardCode" where state = 'ready'`,
  );
  return rows[0]?.count ?? 0;
}

test('codes are made as soon as a reward is published', async () => {
  await publishRewards([FIVE]);
  await app.jobsDone();
  await expect.poll(codesReady, { timeout: 30_000 }).toBeGreaterThan(0);
});

/** As a reader reads it: blanks that don't break are blanks. */
const plain = (text: string) => text.replace(/\s+/g, ' ');
const block = (page: Page) =>
  page
    .locator('.sixth')
    .filter({ has: page.locator('[data-src]') })
    .first();
const read = async (page: Page) => plain(await block(page).innerText());

async function signIn(page: Page, name: string, language: 'en' | 'fr'): Promise<void> {
  await page.goto(app.urls.storefront + COFFEE);
  await page.locator(`button[lang=${language}]`).click();
  await page
    .locator('[id^=shopify-block-] a[href*="/customer_authentication/login"]:visible')
    .first()
    .click();
  await page.getByRole('button', { name }).click();
}

async function fillCart(page: Page, words: Words, quantity: number): Promise<void> {
  await page.goto(app.urls.storefront + COFFEE);
  await page.locator('input[name=quantity]').fill(String(quantity));
  await page.getByRole('button', { name: words.add }).click();
  await page.getByRole('link', { name: words.checkout }).waitFor();
}

async function pay(page: Page, words: Words): Promise<void> {
  await page.goto(`${app.urls.storefront}/cart`);
  await page.getByRole('link', { name: words.checkout }).click();
  await page.locator('input[value=paid]').check();
  await page.getByRole('button', { name: words.place }).click();
  await page.waitForURL('**/orders/*');
}

async function untilBlockSays(page: Page, path: string, text: string): Promise<void> {
  const shown = async () => {
    await page.goto(app.urls.storefront + path);
    return (await block(page).count()) === 0 ? '' : read(page);
  };
  await expect.poll(shown, { timeout: 15_000, interval: 200 }).toContain(text);
}

test.each(SHOPPERS)('earned, used, paid with, and used up (%s)', async (language, name) => {
  const words = WORDS[language];
  const { page, problems, close } = await browser.page({ viewport: { width: 1280, height: 900 } });
  await signIn(page, name, language);
  await fillCart(page, words, 5);
  await pay(page, words);
  await fillCart(page, words, 2);
  await untilBlockSays(page, '/cart', words.use);
  await block(page).getByRole('button', { name: words.use }).click();
  await page.getByText(words.onCart).first().waitFor({ timeout: 15_000 });
  await expect.poll(() => read(page), { timeout: 15_000 }).toContain(words.left);

  await pay(page, words);
  await app.jobsDone();
  const member = await pool().query<{ points: number; state: string }>(
    `select m.points::int, v.state from "Member" m join "Voucher" v on v."memberId" = m.id order by v.id desc limit 1`,
  );
  // 47 − 40, and 14 for 14.00 that were paid.
  expect(member.rows).toEqual([{ points: 21, state: 'used' }]);
  await fillCart(page, words, 1);
  await page.goto(`${app.urls.storefront}/cart`);
  expect(await read(page)).not.toContain(words.onCart);
  expect(await read(page)).toContain('21');
  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  await close();
});

test.each([
  ['en', 'Jonas Weber'],
  ['fr', 'Priya Nair'],
] as const)('taken off, put on again, and given back for points (%s)', async (language, name) => {
  const words = WORDS[language];
  const { page, problems, close } = await browser.page({ viewport: { width: 360, height: 780 } });
  await signIn(page, name, language);
  await fillCart(page, words, 5);
  await pay(page, words);
  await fillCart(page, words, 2);
  await untilBlockSays(page, '/cart', words.use);
  await block(page).getByRole('button', { name: words.use }).click();
  const takeOff = block(page).getByRole('button', { name: words.takeOff });
  await takeOff.click({ timeout: 15_000 });
  await block(page).getByRole('link', { name: words.use }).click();
  await takeOff.waitFor();
  await block(page).getByRole('button', { name: words.back }).click();
  await page.getByText(words.comingBack).first().waitFor();
  await untilBlockSays(page, '/cart', plain(words.comingBack));
  expect(await takeOff.count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
