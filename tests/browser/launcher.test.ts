// The launcher on a shop's pages: the browser opens and closes it, whatever the theme looks like, with a keyboard alone, on a phone,
// without scripts; what is used in it is used as anywhere.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { LOOKS, type Look } from '#tests/local-shopify/shop/theme.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { useRewardsScene, type Language } from './rewards-scene.ts';

const scene = useRewardsScene();

const PRODUCT = '/products/morning-house';
const NAMES = { en: 'Hello Aoife', fr: 'Bonjour Aoife' };
const FACES = { en: 'Rewards, 120 points', fr: 'Récompenses, 120 points' };

type Open = { look?: Look; language?: Language; width?: number; height?: number; path?: string };
type Settings = Record<string, string | number | boolean | null>;

async function open(
  { look = 'light', language = 'en', width = 1280, height = 800, path = '/' }: Open,
  settings: Settings = {},
  options: Parameters<typeof scene.visit>[1] = {},
) {
  const theme = { embeds: ['launcher'], embedSettings: { launcher: settings } };
  return scene.visit(
    { language, way: 'dawn', look, path, blocks: [], theme },
    { viewport: { width, height }, ...options },
  );
}

const pill = (page: Page) => page.locator('button.sixth-pill');
const panel = (page: Page) => page.getByRole('dialog', { name: /Hello|Bonjour|rewards|Récompenses/ });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.className);

const VISITS = LOOKS.flatMap((look) => (['en', 'fr'] as const).map((language) => ({ look, language })));

test.each(VISITS)(
  'by keyboard alone on the narrowest phone: $look, $language',
  async ({ look, language }) => {
    const { page, problems, close } = await open({ look, language, width: 320, height: 640, path: PRODUCT });
    await page.locator('body').focus();
    // The last stop of the page is the first one backwards.
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('sixth-pill');
    expect(await pill(page).getAttribute('aria-label')).toBeNull();
    await page.getByRole('button', { name: FACES[language], exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: NAMES[language], exact: true }).waitFor();
    expect(await focused(page)).toBe('sixth-panel');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('sixth-link sixth-close');
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('sixth-pill');
    // Closed with its own button, too.
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel(page).waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('sixth-pill');
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(VISITS)(
  'on a phone a sheet of 85 % at most, which nothing leaves, with text of twice the size, too: $look, $language',
  async ({ look, language }) => {
    const { page, close } = await open({ look, language, width: 320, height: 640, path: '/cart' });
    for (const size of ['100%', '200%']) {
      await page.addStyleTag({ content: `:root { font-size: ${size} !important; }` });
      await pill(page).click();
      const box = await panel(page).boundingBox();
      expect([box?.x, box?.width, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([0, 320, 640]);
      expect(box?.height).toBeLessThanOrEqual(640 * 0.85 + 1);
      const wide = await panel(page).evaluate(
        (one) =>
          [one, ...one.querySelectorAll('*:not(svg, svg *)')].filter(
            (each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1,
          ).length,
      );
      expect(wide).toBe(0);
      await page.mouse.click(160, 20);
      await panel(page).waitFor({ state: 'hidden' });
    }
    await close();
  },
);

test('without a script it opens and closes, and says what needs one', async () => {
  const { page, close } = await open({}, {}, { javaScriptEnabled: false });
  await pill(page).click();
  await panel(page).waitFor();
  await panel(page).getByText('My history').click();
  const words = panel(page).locator('details', { hasText: 'My history' }).locator('noscript');
  await words.waitFor();
  expect(await words.innerText()).toContain('This needs JavaScript');
  // The question about an order is a plain form.
  await panel(page).getByText('Where are my points?').click();
  await panel(page).getByLabel('Order number').waitFor();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await panel(page).waitFor({ state: 'hidden' });
  await close();
});

test('it asks for nothing but stylesheets, before it is opened and when it is, and never opens by itself', async () => {
  const asked = async (embeds: string[]) => {
    const { page, close } = await open({});
    await scene.shop().saveTheme({ ...scene.shop().theme, embeds });
    const urls: string[] = [];
    page.on('request', (request) => urls.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    if (embeds.length > 0) {
      expect(await panel(page).count()).toBe(0);
      await pill(page).click();
      await panel(page).waitFor();
      await page.waitForLoadState('networkidle');
    }
    await close();
    return urls;
  };
  const without = await asked([]);
  const more = (await asked(['launcher'])).filter((url) => !without.includes(url));
  expect(more.map((url) => url.split('/').pop()).sort()).toEqual(['launcher.css', 'sixth.css']);
});

test.each(LOOKS.flatMap((look) => [320, 1280].map((width) => ({ look, width }))))(
  'it leaves a fixed “add to cart” free, at both ends, open or not: $look, $width pixels',
  async ({ look, width }) => {
    for (const place of ['start', 'end']) {
      const { page, close } = await open({ look, width, path: PRODUCT }, { place });
      // As themes have it: a bar at the foot of the page.
      await page.addStyleTag({
        content: '.buy > .button { position: fixed; inset: auto 0 0; block-size: 72px; z-index: 5; }',
      });
      const [button, bar] = [
        await pill(page).boundingBox(),
        await page.locator('.buy > .button').boundingBox(),
      ];
      if (!button || !bar) throw new Error('both are in sight');
      expect(button.y + button.height).toBeLessThan(bar.y);
      expect(place === 'end' ? width - button.x - button.width : button.x).toBeLessThan(18);
      await page.locator('.buy > .button').click({ trial: true });
      await close();
    }
  },
);

test('it isn’t on pages that the merchant names, nor on the checkout', async () => {
  const settings = {
    not_cart: true,
    not_at: ' /collections \n\nhttps://shop.example/products/kenya-nyeri?x=1\n/',
  };
  const { page, close } = await open({}, settings);
  const shown = async (path: string) => {
    await page.goto(scene.url() + path);
    return pill(page).count();
  };
  const hidden = ['/', '/cart', '/collections', '/collections/all', '/products/kenya-nyeri', '/checkout'];
  for (const path of hidden) expect([path, await shown(path)]).toEqual([path, 0]);
  for (const path of ['/products/morning-house', '/pages/loyalty']) {
    expect([path, await shown(path)]).toEqual([path, 1]);
  }
  await scene.shop().saveTheme({
    ...scene.shop().theme,
    embedSettings: { launcher: { not_product: true } },
  });
  expect([await shown('/products/morning-house'), await shown('/cart')]).toEqual([0, 1]);
  await close();
});

test.each(['en', 'fr'] as const)(
  'a reward is used in it, and panel and button tell it: %s',
  async (language) => {
    const { page, problems, close } = await open({ language, path: PRODUCT });
    await pill(page).click();
    const use = { en: 'Use €5.00', fr: 'Utiliser €5.00' }[language];
    await panel(page).getByRole('button', { name: use }).click();
    const done = { en: '€5.00 off this cart', fr: '€5.00 de remise sur ce panier' }[language];
    await panel(page).getByText(done).first().waitFor();
    expect(await scene.codesOf(page)).toMatchObject([{ applicable: true }]);
    await expect.poll(() => pill(page).innerText()).toMatch(/\D20 points$/);
    expect(await panel(page).isVisible()).toBe(true);
    expect(await panel(page).evaluate((one) => one.contains(document.activeElement))).toBe(true);
    await panel(page)
      .getByRole('button', { name: { en: 'Take off', fr: 'Retirer' }[language] })
      .click();
    await expect.poll(() => scene.codesOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  },
);

test('opened after the cart has changed, it tells of the cart of now', async () => {
  const { page, problems, close } = await open({ path: PRODUCT });
  await page.request.post(`${scene.url()}/cart/clear.js`);
  await page.reload();
  await pill(page).click();
  await panel(page).getByText('Add something to your cart first.').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.buy .button').click();
  await page.locator('dialog[open] a').first().waitFor();
  await page.keyboard.press('Escape');
  await pill(page).click();
  await panel(page).getByRole('button', { name: 'Use €5.00' }).waitFor();
  expect(await panel(page).getByText('Add something to your cart first.').count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test.each(VISITS)('S-15 the history comes when it is opened, in parts: $look, $language', async (visit) => {
  const { page, problems, close } = await open({ ...visit, width: 360 });
  const words = {
    en: ['My history', 'Show more', 'Order #1042', 'Order #1022'],
    fr: ['Mon historique', 'Afficher la suite', 'Commande #1042', 'Commande #1022'],
  }[visit.language];
  await pill(page).click();
  expect(scene.sent).toEqual([]);
  await panel(page).getByText(words[0]!).click();
  await panel(page).getByText(words[2]!).waitFor();
  const rows = panel(page).getByRole('listitem');
  expect(await rows.count()).toBe(20);
  expect(await axeProblems(page)).toEqual([]);
  await panel(page).getByRole('button', { name: words[1]! }).click();
  await panel(page).getByText(words[3]!).waitFor();
  expect(await rows.count()).toBe(23);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(words[3]!);
  expect(await panel(page).getByRole('button', { name: words[1]! }).count()).toBe(0);
  expect(scene.sent.map(({ path, before }) => [path, before])).toEqual([
    ['/proxy/history', undefined],
    ['/proxy/history', '17'],
  ]);
  // Closed and opened again, it is there.
  await panel(page).getByText(words[0]!).click();
  await panel(page).getByText(words[0]!).click();
  expect(await rows.count()).toBe(23);
  expect(problems).toEqual([]);
  await close();
});

test('a history that can’t be had says so, and comes with the next try', async () => {
  const { page, close } = await open({});
  scene.trouble.down = true;
  await pill(page).click();
  await panel(page).getByText('My history').click();
  await panel(page).getByText('That didn’t load. Try again in a minute.').waitFor();
  scene.trouble.down = false;
  await panel(page).getByText('My history').click();
  await panel(page).getByText('My history').click();
  await panel(page).getByText('Order #1042').waitFor();
  expect(await panel(page).getByText('That didn’t load').count()).toBe(0);
  await close();
});

test('beside the cart line, itself a popover, each does as it does alone', async () => {
  const { page, problems, close } = await open({ path: PRODUCT });
  await scene.shop().saveTheme({ ...scene.shop().theme, embeds: ['cart-line', 'launcher'] });
  await page.reload();
  await pill(page).click();
  await panel(page).waitFor();
  // A change of the cart that the panel didn't make.
  const id = scene.shop().products[0]?.variants[0]?.id ?? '';
  await page.evaluate(async (variant) => {
    const sent = { method: 'POST', body: new URLSearchParams({ id: variant }) };
    await (await fetch('/cart/add.js', sent)).text();
  }, id);
  await page.locator('.sixth-line:popover-open').waitFor();
  expect(await panel(page).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'hidden' });
  expect(await page.locator('.sixth-line:popover-open').count()).toBe(1);
  await pill(page).click();
  await panel(page).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('from right to left it stands at the other side', async () => {
  const { page, close } = await open({ width: 1280 });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  expect((await pill(page).boundingBox())?.x).toBe(16);
  await pill(page).click();
  expect((await panel(page).boundingBox())?.x).toBe(16);
  expect(await axeProblems(page)).toEqual([]);
  await close();
});

test('a guest reads one benefit, the way in and how it works', async () => {
  const { page, problems, close } = await open({});
  await page.context().clearCookies({ name: 'customer' });
  await page.reload();
  await page.getByRole('button', { name: 'Rewards', exact: true }).click();
  expect(await panel(page).getByRole('link').allInnerTexts()).toEqual([
    'Sign in to collect',
    'Terms',
    'Your data',
  ]);
  expect(await panel(page).innerText()).toContain('Your points never end.');
  expect(await panel(page).getByText('My history').count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
