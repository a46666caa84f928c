// Shopping without a reload: while variants are chosen and the cart changes, no block ever shows a wrong number.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { wholeSteps } from '#app/core/values/money.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { FRESH_THEME, WAYS } from '#tests/local-shopify/shop/theme.ts';
import type { Theme } from '#tests/local-shopify/shop/theme.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });

/** One point for every whole euro, as a fresh program has it. */
const pointsOf = (cents: number) => wholeSteps(cents, 100);

type Language = 'en' | 'fr';
const WORDS = {
  en: {
    earn: (points: number, variant: string) => `Earn ${points} points · ${variant}`,
    brings: (points: number, stamps: number) =>
      `You’ll earn ${points} points and ${stamps} ${stamps === 1 ? 'stamp' : 'stamps'}.`,
    add: 'Add to cart',
    close: 'Close',
    view: /View cart/,
    signOut: 'Sign out',
    yours: '0 of 5 stamps',
  },
  fr: {
    earn: (points: number, variant: string) => `Gagnez ${points} points · ${variant}`,
    brings: (points: number, stamps: number) =>
      `Cette commande vous rapporte ${points} points et ${stamps} ${stamps === 1 ? 'tampon' : 'tampons'}.`,
    add: 'Ajouter au panier',
    close: 'Fermer',
    view: /Voir le panier/,
    signOut: 'Se déconnecter',
    yours: '0 tampon sur 5',
  },
};
const LANGUAGES = ['en', 'fr'] as const;
const CART_BLOCK = '[id^=shopify-block-points-for-cart]';

async function enter(page: Page, language: Language, path: string, customerAt?: number): Promise<void> {
  const url = app.urls.storefront;
  const customer = [...app.shop.customers.keys()][customerAt ?? -1];
  const cookies: { name: string; value: string; url: string }[] = [
    { name: 'language', value: language, url },
  ];
  if (customer) cookies.push({ name: 'customer', value: customer, url });
  await page.context().addCookies(cookies);
  await page.goto(url + path);
}

const text = async (page: Page, selector: string) =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();

const WAYS_IN_LANGUAGES = WAYS.flatMap((way) => LANGUAGES.map((language) => ({ way, language })));

/** Notes price and promise together at every change of the page, so that no moment is missed. */
function watch(page: Page, price: string, promise: string): Promise<void> {
  return page.evaluate(
    ([priceAt = '', promiseAt = '']) => {
      const seen = new Set<string>();
      const read = (selector: string) =>
        document.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '';
      const note = () => seen.add(JSON.stringify([read(priceAt), read(promiseAt)]));
      new MutationObserver(note).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      note();
      Object.assign(window, { seenNumbers: seen });
    },
    [price, promise],
  );
}

/** What `watch` noted; gone, and so a failure, after a reload. */
async function seen(page: Page): Promise<[number, string][]> {
  const noted = await page.evaluate(() => [...(Reflect.get(window, 'seenNumbers') as Set<string>)]);
  return noted.map((one) => {
    const [price = '', promise = ''] = JSON.parse(one) as string[];
    return [Number(price.replace(/\D/g, '')), promise.replace(/\s+/g, ' ')];
  });
}

test.each(WAYS_IN_LANGUAGES)(
  'C79 C96 a dearer variant brings its own number with it ($way, $language)',
  async ({ way, language }) => {
    const words = WORDS[language];
    await app.shop.saveTheme({ ...FRESH_THEME, way });
    const { page, problems, close } = await browser.page();
    await enter(page, language, '/products/morning-house');
    const promise = '[id^=shopify-block-member] .sixth-dot';
    await watch(page, '.product .price', promise);
    expect(await text(page, promise)).toBe(words.earn(9, '250 g'));
    await page.getByRole('spinbutton').first().fill('3');
    for (const [variant, cents] of [
      ['1 kg', 3400],
      ['250 g', 950],
      ['1 kg', 3400],
    ] as const) {
      await page.getByRole('radio', { name: variant }).check();
      await expect.poll(() => text(page, promise)).toBe(words.earn(pointsOf(cents), variant));
      expect(await page.getByRole('radio', { name: variant }).evaluate((one) => one.matches(':focus'))).toBe(
        true,
      );
    }
    expect(await page.getByRole('spinbutton').first().inputValue()).toBe('3');
    // A sentence that names its variant stays true beside another's price, for the moment until it has followed.
    const told = [words.earn(9, '250 g'), words.earn(34, '1 kg')];
    for (const [, promise] of await seen(page)) expect(['', ...told]).toContain(promise);
    expect(page.url()).toMatch(/\?variant=\d+$/);
    expect(problems).toEqual([]);
    await close();
  },
);

test('C79 a block outside the product’s section says of which product and variant its number is', async () => {
  const shop = app.shop;
  const block = { area: 'product-apps', block: 'points-for-product', shown: true, settings: {} } as const;
  await shop.saveTheme({ look: 'light', blocks: [{ id: 'outside', ...block }] });
  const { page, problems, close } = await browser.page();
  const large = shop.productByHandle('morning-house')?.variants[1]?.id ?? '';
  for (const [path, told] of [
    ['/products/morning-house', WORDS.en.earn(9, 'Morning House, 250 g')],
    [`/products/morning-house?variant=${large}`, WORDS.en.earn(34, 'Morning House, 1 kg')],
  ] as const) {
    await enter(page, 'en', path);
    expect(await text(page, '#shopify-block-outside .sixth-dot')).toBe(told);
    for (const [variant, points] of [
      ['1 kg', 34],
      ['250 g', 9],
      ['1 kg', 34],
    ] as const) {
      await page.getByRole('radio', { name: variant }).check();
      const now = WORDS.en.earn(points, `Morning House, ${variant}`);
      await expect.poll(() => text(page, '#shopify-block-outside .sixth-dot')).toBe(now);
    }
  }
  await shop.saveTheme(FRESH_THEME);
  expect(problems).toEqual([]);
  await close();
});

test.each(WAYS_IN_LANGUAGES)(
  'C79 C96 the cart follows every change without a reload ($way, $language)',
  async ({ way, language }) => {
    const words = WORDS[language];
    await app.shop.saveTheme({ ...FRESH_THEME, way });
    const { page, problems, close } = await browser.page();
    await enter(page, language, '/products/morning-house');
    await page.getByRole('button', { name: words.add }).click();
    const over = page.getByRole('dialog');
    await over.getByRole('link', { name: words.view }).waitFor();
    await over.getByRole('button', { name: words.close }).click();
    await over.waitFor({ state: 'hidden' });
    expect(await text(page, '.cart-count b')).toBe('1');
    await page.goto(`${app.urls.storefront}/cart`);
    const says = (promise: string) => expect.poll(() => text(page, CART_BLOCK)).toContain(promise);
    await says(words.brings(9, 1));
    await watch(page, '.total dd', CART_BLOCK);
    await page.getByRole('spinbutton').fill('4');
    await page.getByRole('spinbutton').press('Tab');
    await says(words.brings(38, 4));
    await page.getByRole('textbox').fill('spring10');
    await page.getByRole('textbox').press('Enter');
    await says(words.brings(34, 4));
    await page.getByRole('spinbutton').fill('2');
    await page.getByRole('spinbutton').press('Tab');
    await says(words.brings(17, 2));
    // A theme that puts in the section whole puts in the block with it, so that no moment has two truths.
    for (const [cents, told] of way === 'horizon' ? await seen(page) : []) {
      const stamps = cents === 950 ? 1 : cents === 1710 ? 2 : 4;
      if (told !== '') expect(told).toContain(words.brings(pointsOf(cents), stamps));
    }
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(LANGUAGES)(
  'signing out takes the member’s numbers away, and the cart stays (%s)',
  async (language) => {
    const words = WORDS[language];
    const { page, problems, close } = await browser.page();
    await enter(page, language, '/products/enamel-cup', 0);
    await page.getByRole('button', { name: words.add }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${app.urls.storefront}/pages/loyalty`);
    expect(await page.getByText(words.yours).count()).toBe(1);
    await page.getByRole('button', { name: words.signOut }).click();
    await page.goto(`${app.urls.storefront}/pages/loyalty`);
    expect(await page.getByText(words.yours).count()).toBe(0);
    await page.goto(`${app.urls.storefront}/cart`);
    expect(await text(page, '.cart-count b')).toBe('1');
    // A sign-in link that comes back here.
    await page.locator(`${CART_BLOCK} a`).click();
    await page.getByRole('button', { name: 'Aoife' }).click();
    await page.waitForURL('**/cart');
    expect(await page.locator(`${CART_BLOCK} a`).count()).toBe(0);
    await page.goto(`${app.urls.storefront}/pages/loyalty`);
    expect(await page.getByText(words.yours).count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  },
);

test('without scripts the same forms do the same', async () => {
  const { page, problems, close } = await browser.page({ javaScriptEnabled: false });
  await enter(page, 'en', '/products/morning-house');
  await page.getByRole('radio', { name: '1 kg' }).check();
  await page.getByRole('button', { name: WORDS.en.add }).click();
  await page.waitForURL('**/cart');
  await page.getByText(WORDS.en.brings(34, 1)).waitFor();
  await page.getByRole('spinbutton').fill('2');
  await page.getByRole('button', { name: 'Update' }).click();
  await page.getByText(WORDS.en.brings(68, 2)).waitFor();
  await page.getByRole('textbox').fill('FIVE');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText(WORDS.en.brings(63, 2)).waitFor();
  await page.getByRole('button', { name: 'Remove Morning House' }).click();
  await page.getByText('Your cart is empty.').waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('the merchant’s theme survives a restart of local Shopify', async () => {
  const shop = app.shop;
  const theme: Theme = { look: 'loud', blocks: [] };
  await shop.saveTheme(theme);
  const { apiKey, apiSecret } = app.shopify.app;
  const { databaseUrl } = app;
  const restarted = await LocalShopify.open({ apiKey, apiSecret, databaseUrl, shops: [coffeeRoaster()] });
  expect(restarted.firstShop.theme).toEqual(theme);
  await restarted.stop();
});
