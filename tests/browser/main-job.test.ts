// The main job: an order becomes points and stamps on the storefront, and a refund takes them back.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useRunningApp } from '#tests/support/use-running-app.ts';

/** README promises two seconds between an order and the storefront. */
const PROMISE_MS = 2_000;

const { app, browser } = useRunningApp({ coffeeCard: true });

/** 9.50 each: five bring 47 points, three kept are worth 28. */
const COFFEE = '/products/morning-house';

type Words = {
  add: string;
  checkout: string;
  place: string;
  points: string;
  stamps: (have: number) => string;
};

const WORDS: Record<'en' | 'fr', Words> = {
  en: {
    add: 'Add to cart',
    checkout: 'Check out',
    place: 'Place order',
    points: 'Your points',
    stamps: (have) => `${have} of 5 stamps`,
  },
  fr: {
    add: 'Ajouter au panier',
    checkout: 'Commander',
    place: 'Valider la commande',
    points: 'Vos points',
    stamps: (have) => `${have} ${have < 2 ? 'tampon' : 'tampons'} sur 5`,
  },
};

async function signIn(page: Page, name: string, language: 'en' | 'fr'): Promise<void> {
  await page.goto(app.urls.storefront + COFFEE);
  await page.locator(`button[lang=${language}]`).click();
  await page
    .locator('[id^=shopify-block-] a[href*="/customer_authentication/login"]:visible')
    .first()
    .click();
  await page.getByRole('button', { name }).click();
}

async function buy(page: Page, words: Words, quantity: number, payment: 'paid' | 'pending'): Promise<void> {
  await page.locator('input[name=quantity]').fill(String(quantity));
  await page.getByRole('button', { name: words.add }).click();
  await page.getByRole('link', { name: words.checkout }).click();
  await page.locator(`input[value=${payment}]`).check();
  await page.getByRole('button', { name: words.place }).click();
  await page.waitForURL('**/orders/*');
}

/** Reloads a page until its blocks show the numbers; `points` '' before there are any. @returns how long that took. */
async function untilShown(
  page: Page,
  path: string,
  words: Words,
  points: string,
  have: number,
): Promise<number> {
  const startedMs = performance.now();
  const shown = async () => {
    await page.goto(app.urls.storefront + path);
    const stamps = page.getByRole('img', { name: words.stamps(have), exact: true });
    return [(await page.locator('.sixth-big').allInnerTexts()).join(), await stamps.count()];
  };
  await expect.poll(shown, { timeout: 15_000, interval: 100 }).toEqual([points, 1]);
  expect(await page.getByText(words.points).isVisible()).toBe(points !== '');
  return performance.now() - startedMs;
}

async function openNewestOrder(page: Page): Promise<void> {
  await page.goto(`${app.urls.admin}/orders`);
  await page.locator('tbody a').first().click();
}

async function refundTwo(page: Page): Promise<void> {
  await openNewestOrder(page);
  await page.locator('input[name^=line-]').fill('2');
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await page.getByText('partially refunded').waitFor();
}

test.each([
  ['en', 'Aoife Byrne'],
  ['fr', 'Claire Fontaine'],
] as const)(
  'five units bring points and stamps, refunding two takes theirs back (%s)',
  async (language, name) => {
    const words = WORDS[language];
    const { page, problems, close } = await browser.page({ viewport: { width: 360, height: 780 } });
    await signIn(page, name, language);
    await untilShown(page, COFFEE, words, '', 0);

    await buy(page, words, 5, 'paid');
    expect(await untilShown(page, COFFEE, words, '47', 5)).toBeLessThan(PROMISE_MS);
    await untilShown(page, '/pages/loyalty', words, '47', 5);

    await refundTwo(page);
    await untilShown(page, COFFEE, words, '28', 3);
    await untilShown(page, '/pages/loyalty', words, '28', 3);

    expect(problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await close();
  },
);

test('a bank transfer shows what is coming, and brings it when it is paid', async () => {
  const { page, problems, close } = await browser.page();
  await signIn(page, 'Tomás Costa', 'en');
  await buy(page, WORDS.en, 3, 'pending');
  const promised = async () => {
    await page.goto(app.urls.storefront + COFFEE);
    return page.locator('.product-text').innerText();
  };
  await expect.poll(promised, { timeout: 15_000 }).toContain('28 more points come when your order is paid.');
  expect(await promised()).toContain('3 more stamps come when your order is paid.');
  expect(await page.locator('.sixth-stamp-coming').count()).toBe(3);
  await page.goto(`${app.urls.storefront}/pages/loyalty`);
  expect(await page.locator('.sixth-big').innerText()).toBe('0');
  const row = page.getByRole('img', { name: '0 of 5 stamps, 3 on their way', exact: true });
  expect(await row.count()).toBe(1);

  await openNewestOrder(page);
  await page.getByRole('button', { name: 'as paid' }).click();
  expect(await untilShown(page, COFFEE, WORDS.en, '28', 3)).toBeLessThan(PROMISE_MS);
  expect(await page.locator('.sixth-stamp-coming').count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
