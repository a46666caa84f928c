// Points used on the shop's pages: one tap, and the code is on the cart by itself; taken off, put on again and given back;
// with the keyboard alone, on a theme that shows it without a reload and on one that doesn't, and whatever the server does.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeProblems } from '#tests/support/axe.ts';
import { FIVE, useRewardsScene, type Language } from './rewards-scene.ts';

const scene = useRewardsScene();

const block = (page: Page) =>
  page
    .locator('.sixth')
    .filter({ has: page.locator('[data-src]') })
    .first();
const status = (page: Page) => block(page).getByRole('status');
const alert = (page: Page) => block(page).getByRole('alert');
/** As it is read: blanks that don't break are blanks. */
const read = async (page: Page) => (await block(page).innerText()).replace(/\s+/g, ' ');
const total = async (page: Page) => (await page.locator('.total dd').first().innerText()).trim();

const WORDS = {
  en: {
    use: 'Use €5.00',
    useIt: 'Use it',
    atCheckout: 'Once it’s on the cart, it shows at checkout.',
    nowOn: 'It’s on the cart now.',
    onCart: '€5.00 off this cart',
    left: '100 points used, 20 left.',
    takeOff: 'Take off',
    giveBack: 'Give it back for points',
    comingBack: 'Your 100 points come back within about an hour.',
    until: /Ready to use until 24 December 2999\. Unused, your points come back\./,
    changed: 'Your cart has changed, so nothing was taken. Please look again.',
    unknown: 'No answer just now. Try again: nothing is taken twice.',
    short: 'Not enough points any more. Nothing was taken.',
  },
  fr: {
    use: 'Utiliser €5.00',
    useIt: 'En profiter',
    atCheckout: 'Une fois sur le panier, elle s’affiche au paiement.',
    nowOn: 'C’est sur le panier.',
    onCart: '€5.00 de remise sur ce panier',
    left: 'Contre 100 points : il vous en reste 20.',
    takeOff: 'Retirer',
    giveBack: 'Rendre et récupérer mes points',
    comingBack: 'Vos 100 points reviennent d’ici une heure environ.',
    until: /À utiliser jusqu’au 24 décembre 2999\. Sinon, vos points vous reviennent\./,
    changed: 'Votre panier a changé : rien n’a été débité. Vérifiez-le.',
    unknown: 'Pas de réponse. Réessayez : rien n’est débité deux fois.',
    short: 'Il n’y a plus assez de points. Rien n’a été débité.',
  },
};

const EVERYWHERE = (['en', 'fr'] as const).flatMap((language) =>
  (['dawn', 'horizon'] as const).map((way) => ({ language, way })),
);

test.each(EVERYWHERE)(
  'C44 used, taken off, put on again and given back: $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const { page, problems, close } = await scene.visit({ language, way });
    const before = await total(page);
    expect(await axeProblems(page)).toEqual([]);
    await block(page).getByRole('button', { name: words.use }).click();
    await page.getByText(words.onCart).waitFor();
    expect(await scene.codesOf(page)).toEqual([{ code: scene.account.vouchers[0]?.code, applicable: true }]);
    await expect.poll(() => total(page)).not.toBe(before);
    expect(await read(page)).toContain(words.left);
    expect(await read(page)).toMatch(words.until);
    expect(await axeProblems(page)).toEqual([]);

    await block(page).getByRole('button', { name: words.takeOff }).click();
    await block(page).getByRole('link', { name: words.use }).waitFor();
    expect(await scene.codesOf(page)).toEqual([]);
    await expect.poll(() => total(page)).toBe(before);

    await block(page).getByRole('link', { name: words.use }).click();
    await page.getByText(words.onCart).waitFor();
    expect(await scene.codesOf(page)).toMatchObject([{ applicable: true }]);

    await block(page).getByRole('button', { name: words.giveBack }).click();
    await page.getByText(words.comingBack).first().waitFor();
    await expect.poll(() => scene.codesOf(page)).toEqual([]);
    expect(scene.sent.map(({ path }) => path)).toEqual(['/proxy/redeem', '/proxy/give-back']);
    expect(problems).toEqual([]);
    await close();
  },
);

test('nothing is loaded before the first tap, and by it the script alone', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.evaluate(() => scrollTo(0, 1_000));
  await page.waitForTimeout(300);
  expect(loaded).toEqual([]);
  await block(page).getByRole('button', { name: 'Use €5.00' }).click();
  await page.getByText('€5.00 off this cart').waitFor();
  const [script, cart, redeem] = loaded;
  expect([script, cart, redeem]).toEqual([
    '/extensions/loyalty-theme/assets/rewards.js',
    '/cart.js',
    '/tools/club/redeem',
  ]);
  expect(loaded.filter((path) => path === '/cart.js')).toHaveLength(1);
  await close();
});

test('with the keyboard alone, and the focus is on the good news', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await block(page).getByRole('button', { name: 'Use €5.00' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('€5.00 off this cart').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('€5.00 off this cart');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await block(page).getByRole('link', { name: 'Use €5.00' }).waitFor();
  await close();
});

test('the codes that are there stay: the shop’s own, and one for shipping', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'dawn' });
  await page.request.post(`${scene.url()}/cart/update.js`, { data: { discount: 'COFFEE20' } });
  await page.reload();
  await block(page).getByRole('button', { name: 'Use it: Free shipping' }).click();
  const applicable = true;
  await expect
    .poll(() => scene.codesOf(page))
    .toMatchObject([
      { code: 'COFFEE20', applicable },
      { code: expect.stringMatching(/^HELDCODE/) as string, applicable },
    ]);
  await close();
});

test.each(EVERYWHERE)(
  'S-02 free shipping on the cart, which the shop’s pages don’t show: $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const { page, problems, close } = await scene.visit({ language, way });
    const link = block(page).getByRole('link', { name: words.useIt });
    await block(page).getByRole('button', { name: words.useIt }).first().click();
    await expect.poll(() => scene.codesOf(page)).toMatchObject([{ applicable: true }]);
    await block(page).getByText(words.atCheckout).waitFor();
    if (way === 'horizon') {
      await block(page).getByText(words.nowOn).waitFor();
      await block(page).getByRole('button', { name: words.takeOff, exact: true }).click();
      await link.waitFor();
      expect(await scene.codesOf(page)).toEqual([]);
      await link.click();
      await block(page).getByText(words.nowOn).waitFor();
      expect(await link.count()).toBe(0);
    }
    await page.reload();
    // Whether it is on the cart nobody told: what is said is true in both cases, and to use it once more does no harm.
    expect(await read(page)).toContain(words.atCheckout);
    await link.click();
    await expect.poll(() => scene.codesOf(page)).toMatchObject([{ applicable: true }]);
    expect(scene.sent).toHaveLength(1);
    expect(problems).toEqual([]);
    await close();
  },
);

test('a plain link and a form do it where no script runs; taking points needs one, and says so', async () => {
  await scene.hold(FIVE);
  await scene.tell();
  const { page, close } = await scene.visit({ language: 'en', way: 'dawn' }, { javaScriptEnabled: false });
  await block(page).getByRole('link', { name: 'Use €5.00' }).click();
  await page.getByText('€5.00 off this cart').waitFor();
  expect(new URL(page.url()).pathname).toBe('/cart');
  await block(page).getByRole('button', { name: 'Take off' }).click();
  await block(page).getByRole('link', { name: 'Use €5.00' }).waitFor();
  expect(await scene.codesOf(page)).toEqual([]);
  expect(await read(page)).toContain('This needs JavaScript');
  await close();
});

test.each(['en', 'fr'] as const)(
  'C02 two tabs use the last points: one gets it, %s',
  async (language: Language) => {
    const one = await scene.visit({ language, way: 'horizon' });
    const other = await one.page.context().newPage();
    await other.goto(`${scene.url()}/cart`);
    const use = (page: Page) => block(page).getByRole('button', { name: WORDS[language].use }).click();
    await use(one.page);
    await one.page.getByText(WORDS[language].onCart).waitFor();
    await use(other);
    await other.getByText(WORDS[language].short).waitFor();
    expect(scene.account).toMatchObject({ points: 20 });
    expect(scene.account.vouchers).toHaveLength(1);
    await one.close();
  },
);

test.each(['en', 'fr'] as const)(
  'C03 the server is down: a calm sentence, and the next tap asks for the same, %s',
  async (language: Language) => {
    scene.trouble.down = true;
    const { page, close } = await scene.visit({ language, way: 'horizon' });
    const use = () => block(page).getByRole('button', { name: WORDS[language].use }).click();
    await use();
    await page.getByText(WORDS[language].unknown).waitFor();
    expect(scene.account.points).toBe(120);
    scene.trouble.down = false;
    await use();
    await page.getByText(WORDS[language].onCart).waitFor();
    const [first, second] = scene.sent;
    expect(second?.requestKey).toBe(first?.requestKey);
    expect(scene.account.points).toBe(20);
    await close();
  },
);

test('C03 an answer that was lost: nothing is taken twice, also after a reload, and nothing is lost', async () => {
  Object.assign(scene.trouble, { losesAnswer: true, lateCopy: true });
  const { page, close } = await scene.visit({ language: 'en', way: 'dawn' });
  await block(page).getByRole('button', { name: 'Use €5.00' }).click();
  await page.getByText(WORDS.en.unknown).waitFor();
  scene.trouble.losesAnswer = false;
  await page.reload();
  await block(page).getByRole('button', { name: 'Use €5.00' }).click();
  await page.getByText('€5.00 off this cart').first().waitFor();
  expect(scene.account).toMatchObject({ points: 20 });
  expect(new Set(scene.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
  await close();
});

test.each(['dawn', 'horizon'] as const)(
  'what the page goes by comes later: nobody is shown the points that are gone, %s',
  async (way) => {
    scene.trouble.lateCopy = true;
    const { page, close } = await scene.visit({ language: 'en', way });
    await block(page).getByRole('button', { name: 'Use €5.00' }).click();
    await page.getByText('€5.00 off this cart. 100 points used, 20 left.').first().waitFor();
    await page.waitForTimeout(500);
    expect(await block(page).getByRole('button', { name: 'Use €5.00' }).count()).toBe(0);
    await block(page).getByRole('button', { name: 'Take off' }).waitFor({ timeout: 8_000 });
    await close();
  },
);

test('a slow answer is told of after a moment, and a second tap meanwhile asks for nothing', async () => {
  scene.trouble.slowMs = 2_500;
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const button = block(page).getByRole('button', { name: 'Use €5.00' });
  await button.click();
  await button.click({ force: true });
  await status(page).getByText('Being prepared. It’ll be on the cart in a moment.').waitFor();
  await page.getByText('€5.00 off this cart').first().waitFor();
  expect(scene.sent).toHaveLength(1);
  await close();
});

test('C44 Shopify doesn’t take it for this cart: it stays ready, and the reader is told', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const discounts = scene.shop().codeDiscounts;
  const five = discounts.values().find(({ title }) => title === 'five')!;
  await discounts.change(five.id, { minimum: { kind: 'subtotal', minor: 100_000 } });
  await block(page).getByRole('button', { name: 'Use €5.00' }).click();
  await alert(page).getByText('This cart can’t take it now. It stays ready to use.').waitFor();
  expect(await read(page)).toContain('Ready to use until');
  await discounts.change(five.id, { minimum: five.minimum });
  await close();
});

test.each(EVERYWHERE)(
  'C44 a cart that changed between page and tap: nothing is taken, and the reader is told, $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const { page, problems, close } = await scene.visit({ language, way });
    await scene.fill(page, 3);
    const use = block(page).getByRole('button', { name: words.use });
    await use.click();
    await alert(page).getByText(words.changed).waitFor();
    expect(scene.sent).toEqual([]);
    expect(scene.account).toMatchObject({ points: 120, vouchers: [] });
    // Who has been told, and taps again, means the cart of now.
    await use.click();
    await page.getByText(words.onCart).waitFor();
    expect(scene.account.points).toBe(20);
    expect(problems).toEqual([]);
    await close();
  },
);

test('C44 a cart emptied between page and tap: nothing is taken, and the block says what is missing', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await page.request.post(`${scene.url()}/cart/clear.js`);
  await block(page).getByRole('button', { name: 'Use €5.00' }).click();
  await alert(page).getByText(WORDS.en.changed).waitFor();
  await expect.poll(() => read(page)).toContain('Add something to your cart first.');
  expect(scene.sent).toEqual([]);
  await close();
});

test.each(['fails', 'fails once', 'never answers'] as const)(
  'a cart that can’t be read first keeps nobody from a reward: it %s',
  async (trouble) => {
    const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
    let asked = 0;
    await page.route('**/cart.js', async (route) => {
      asked += 1;
      if (trouble === 'fails once' && asked > 1) await route.fallback();
      else if (trouble !== 'never answers') await route.abort();
    });
    await block(page).getByRole('button', { name: 'Use €5.00' }).click();
    await expect.poll(() => scene.account.points, { timeout: 5_000 }).toBe(20);
    const seen = trouble === 'fails once' ? '€5.00 off this cart' : 'Ready to use until';
    await page.getByText(seen).first().waitFor({ timeout: 15_000 });
    await close();
  },
);

test('a script that can’t be loaded has taken nothing, and says so', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'dawn' });
  await page.route('**/rewards.js', (route) => route.abort());
  await block(page).getByRole('button', { name: 'Use €5.00' }).click();
  await alert(page).getByText('That didn’t work just now. Nothing was taken.').waitFor();
  expect(scene.sent).toEqual([]);
  await close();
});

test('C44 the block follows the cart: too small, and large enough again', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('[name=remove]')?.click());
  await page.getByText('Add something to your cart first.').first().waitFor();
  await close();
});

test.each([false, true])(
  'a tap moves nothing on a page that is loaded anew, its copy of the member later: %s',
  async (lateCopy) => {
    Object.assign(scene.trouble, { slowMs: 700, lateCopy });
    const { page, close } = await scene.visit({ language: 'en', way: 'dawn' });
    const shifts: number[] = [];
    await page.exposeFunction('told', (value: number) => shifts.push(value));
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) (Reflect.get(window, 'told') as (value: number) => void)(entry.value);
      }).observe({ type: 'layout-shift' });
    });
    await block(page).getByRole('button', { name: 'Use €5.00' }).click();
    await block(page).getByRole('button', { name: 'Take off' }).waitFor({ timeout: 8_000 });
    expect(shifts).toEqual([]);
    await close();
  },
);

test('loading the page moves nothing', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  expect(shift).toBe(0);
  await close();
});
