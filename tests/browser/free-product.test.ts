// A free product on the shop's pages: one tap puts it into the cart and its code on; nothing is taken for what can't be had.
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import type { Area } from '#tests/local-shopify/shop/theme.ts';
import type { Product } from '#tests/local-shopify/shop/types.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { reward } from '#tests/support/factories.ts';
import { addSale } from '#tests/storefront/reward-worth-scene.ts';
import { useRewardsScene } from './rewards-scene.ts';

const idOf = (handle: string) => coffeeRoaster().products.find((one) => one.handle === handle)?.id ?? '';
const free = (key: string, en: string, fr: string, handles: string[], upToMinor: number | null) =>
  reward({
    ...{ key, title: { en, fr }, cost: 100, minimumMinor: null },
    gives: { kind: 'product', productIds: handles.map(idOf), upToMinor },
  });

/** The small bag costs 10.50, the large one 37.00. */
const BAG = free('bag', 'Free Night Shift', 'Night Shift offert', ['night-shift'], 1_050);
/** 13.00, 46.00, and a sack that is dearer. */
const ANY_SIZE = free('size', 'Free Guji', 'Guji offert', ['ethiopia-guji'], 5_000);
/** The filters are sold out. */
const CHOICE = free(
  'choice',
  'A free tool',
  'Un outil offert',
  ['cone-dripper', 'paper-filters', 'enamel-cup'],
  null,
);
const scene = useRewardsScene([BAG, ANY_SIZE, CHOICE]);
beforeAll(() => {
  const { variants } = product('ethiopia-guji');
  variants.push({ ...variants[0]!, id: '99000001', title: 'Sack', priceMinor: 19_000 });
});

const block = (page: Page) =>
  page
    .locator('.sixth')
    .filter({ has: page.locator('[data-src]') })
    .first();
const alert = (page: Page) => block(page).getByRole('alert');
const read = async (page: Page) => (await block(page).innerText()).replace(/\s+/g, ' ');
const add = (page: Page, words: { add: string }) =>
  block(page).getByRole('link', { name: `${words.add}: Night Shift` });

const WORDS = {
  en: {
    add: 'Add it',
    bag: 'Free Night Shift',
    onCart: '€10.50 off this cart',
    soldOut: 'Sold out today.',
    another: 'Choose another.',
    choose: 'Choose',
    stays: 'The item stays in your cart.',
    short: 'Not enough points any more. Nothing was taken.',
    notTaken: 'This cart can’t take it now. It stays ready to use.',
    better: 'Another discount already saves more here.',
    unknown: 'No answer just now. Try again: nothing is taken twice.',
  },
  fr: {
    add: 'L’ajouter',
    bag: 'Night Shift offert',
    onCart: '€10.50 de remise sur ce panier',
    soldOut: 'Épuisé aujourd’hui.',
    another: 'Choisissez-en un autre.',
    choose: 'Choisir',
    stays: 'L’article reste dans votre panier.',
    short: 'Il n’y a plus assez de points. Rien n’a été débité.',
    notTaken: 'Ce panier ne le permet pas. La récompense reste à vous.',
    better: 'Une autre remise est déjà plus avantageuse ici.',
    unknown: 'Pas de réponse. Réessayez : rien n’est débité deux fois.',
  },
};

const EVERYWHERE = (['en', 'fr'] as const).flatMap((language) =>
  (['dawn', 'horizon'] as const).map((way) => ({ language, way })),
);

async function inCart(page: Page): Promise<string[]> {
  const answer = await page.request.get(`${scene.url()}/cart.js`);
  const { items } = (await answer.json()) as { items: { handle: string; quantity: number }[] };
  return items.map(({ handle, quantity }) => `${quantity} ${handle}`);
}

const product = (handle: string): Product => scene.shop().products.find((one) => one.handle === handle)!;

const endSales = async () => {
  const { automaticDiscounts } = scene.shop();
  for (const { id } of automaticDiscounts.values()) await automaticDiscounts.remove(id);
};

/** Between the page and the tap; the shop has it again afterwards. */
async function without(handle: string, change: (product: Product) => void, act: () => Promise<void>) {
  const kept = structuredClone(product(handle));
  change(product(handle));
  await act().finally(() => Object.assign(product(handle), { status: undefined }, kept));
}
const sellOut = ({ variants }: Product) => variants.forEach((one) => (one.available = false));

test.each(EVERYWHERE)(
  'S-05 one tap puts it into the cart, takes the points and makes it free: $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const { page, problems, close } = await scene.visit({ language, way });
    expect(await axeProblems(page)).toEqual([]);
    await add(page, words).click();
    await page.getByText(words.onCart).waitFor();
    expect(await inCart(page)).toEqual(['2 morning-house', '1 night-shift']);
    expect(await scene.codesOf(page)).toEqual([{ code: scene.account.vouchers[0]?.code, applicable: true }]);
    expect(scene.account.points).toBe(20);
    expect(scene.sent.map(({ path, reward: key }) => [path, key])).toEqual([['/proxy/redeem', 'bag']]);
    // The theme shows what was added.
    await page.locator('main').getByText('Night Shift', { exact: true }).first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  },
);

test('nothing is loaded before the tap; by it two scripts, and the page is asked before the app', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.waitForTimeout(300);
  expect(loaded).toEqual([]);
  await add(page, WORDS.en).click();
  await page.getByText(WORDS.en.onCart).waitFor();
  const assets = '/extensions/loyalty-theme/assets';
  const first = [`${assets}/rewards.js`, `${assets}/add.js`, '/cart.js', '/cart/add.js', '/cart'];
  expect(loaded.slice(0, 5)).toEqual(first);
  expect(loaded.filter((path) => path === '/tools/club/redeem')).toHaveLength(1);
  await close();
});

test.each(EVERYWHERE)(
  'C112 sold out between page and tap: nothing is taken, and the reader is told, $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const { page, close } = await scene.visit({ language, way });
    await without('night-shift', sellOut, async () => {
      await add(page, words).click();
      await alert(page).getByText(words.soldOut, { exact: true }).waitFor();
      await expect.poll(() => add(page, words).count()).toBe(0);
      expect(await alert(page).innerText()).toBe(words.soldOut);
    });
    expect(scene.sent).toEqual([]);
    expect(await inCart(page)).toEqual(['2 morning-house']);
    await close();
  },
);

test.each(['en', 'fr'] as const)(
  'C112 one of several is sold out: another is chosen (%s)',
  async (language) => {
    const words = WORDS[language];
    const { page, close } = await scene.visit({ language, way: 'horizon' });
    await block(page).locator('summary', { hasText: words.choose }).click();
    expect(await axeProblems(page)).toEqual([]);
    await without('cone-dripper', sellOut, async () => {
      await block(page).locator('details').getByRole('link').first().click();
      await alert(page).getByText(`${words.soldOut} ${words.another}`).waitFor();
    });
    expect(scene.sent).toEqual([]);
    await close();
  },
);

test('C112 a draft between page and tap: nothing is taken', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const toDraft = (one: Product) => (one.status = 'DRAFT');
  await without('night-shift', toDraft, async () => {
    await add(page, WORDS.en).click();
    await alert(page).getByText(WORDS.en.soldOut).waitFor();
  });
  expect(scene.sent).toEqual([]);
  await close();
});

test.each(EVERYWHERE)(
  'S-05 the points are gone meanwhile: it stays in the cart, and the reader is told, $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const { page, close } = await scene.visit({ language, way });
    scene.account.points = 20;
    await add(page, words).click();
    await alert(page).getByText(`${words.short} ${words.stays}`).waitFor();
    expect(await inCart(page)).toEqual(['2 morning-house', '1 night-shift']);
    expect(scene.account.vouchers).toEqual([]);
    await close();
  },
);

test.each(['en', 'fr'] as const)(
  'C112 C44 the cart doesn’t take the code: the item stays, the reward too, and both are said (%s)',
  async (language) => {
    const words = WORDS[language];
    const { page, close } = await scene.visit({ language, way: 'horizon' });
    const discounts = scene.shop().codeDiscounts;
    const { id, startsAt } = discounts.values().find(({ title }) => title === 'bag')!;
    await discounts.change(id, { startsAt: '2999-01-01T00:00:00Z' });
    await add(page, words).click();
    await alert(page).getByText(`${words.notTaken} ${words.stays}`).waitFor();
    expect(await inCart(page)).toEqual(['2 morning-house', '1 night-shift']);
    expect(scene.account.vouchers).toMatchObject([{ state: 'held' }]);
    await discounts.change(id, { startsAt });
    await close();
  },
);

test.each(EVERYWHERE)(
  'C116 what makes it free already saves more: no point is taken, $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    await addSale(scene.shop(), 100);
    const { page, close } = await scene.visit({ language, way });
    await add(page, words).click();
    await expect.poll(() => alert(page).innerText()).toBe(`${words.better} ${words.stays}`);
    expect(scene.sent).toEqual([]);
    await expect.poll(() => read(page)).toContain(words.better);
    await endSales();
    await close();
  },
);

test('C03 an answer that was lost: added once, and taken once', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  scene.trouble.losesAnswer = true;
  await add(page, WORDS.en).click();
  await alert(page).getByText(WORDS.en.unknown).waitFor();
  scene.trouble.losesAnswer = false;
  await page.reload();
  await block(page).getByRole('link', { name: 'Use it' }).click();
  await page.getByText(WORDS.en.onCart).waitFor();
  expect(await inCart(page)).toEqual(['2 morning-house', '1 night-shift']);
  expect(scene.account.points).toBe(20);
  await close();
});

const GUJI = { path: '/products/ethiopia-guji', blocks: [['rewards', 'product']] satisfies [string, Area][] };

test.each(EVERYWHERE)(
  'S-05 a variant is chosen on the product’s own page, and nothing is taken before: $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const at = await scene.visit({ language, way });
    await block(at.page)
      .getByRole('link', { name: `${words.choose}: Guji` })
      .click();
    await at.page.waitForURL('**/products/ethiopia-guji');
    expect(scene.sent).toEqual([]);
    await at.close();

    const { page, problems, close } = await scene.visit({ language, way, ...GUJI });
    const addGuji = block(page).getByRole('link', { name: `${words.add}: Guji` });
    await page.getByText('Sack').click();
    await addGuji.click();
    await alert(page).getByText(words.another, { exact: true }).waitFor();
    expect(scene.sent).toEqual([]);
    await page.getByText('1 kg').click();
    await addGuji.click();
    await page.getByText(words.onCart.replace('10.50', '46.00')).waitFor();
    expect(await inCart(page)).toEqual(['2 morning-house', '1 ethiopia-guji']);
    expect(await axeProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(EVERYWHERE)(
  'S-05 a ready one is added and put on, and costs nothing more: $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    await scene.hold(BAG);
    await scene.tell();
    const { page, problems, close } = await scene.visit({ language, way });
    await add(page, words).first().click();
    await page.getByText(words.onCart).waitFor();
    expect(await inCart(page)).toEqual(['2 morning-house', '1 night-shift']);
    expect(scene.sent).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  },
);

test('S-05 in the cart already: one tap only puts the code on', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const { id } = product('night-shift').variants[0]!;
  await page.request.post(`${scene.url()}/cart/add.js`, { form: { id, quantity: '2' } });
  await page.reload();
  await block(page).getByRole('button', { name: 'Use it: Free Night Shift' }).click();
  await page.getByText(WORDS.en.onCart).waitFor();
  expect(await inCart(page)).toEqual(['2 morning-house', '2 night-shift']);
  await close();
});

test('without a script it leads to the product’s page', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'dawn' }, { javaScriptEnabled: false });
  await add(page, WORDS.en).click();
  await page.waitForURL('**/products/night-shift');
  expect(scene.sent).toEqual([]);
  await close();
});

test('a tap moves nothing on a page that is loaded anew', async () => {
  Object.assign(scene.trouble, { slowMs: 500 });
  const { page, close } = await scene.visit({ language: 'en', way: 'dawn' });
  const shifts: number[] = [];
  await page.exposeFunction('told', (value: number) => shifts.push(value));
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) (Reflect.get(window, 'told') as (value: number) => void)(entry.value);
    }).observe({ type: 'layout-shift' });
  });
  await add(page, WORDS.en).click();
  await block(page).getByRole('button', { name: 'Take off' }).waitFor({ timeout: 8_000 });
  expect(shifts).toEqual([]);
  await close();
});

test('C02 C03 two tabs add it: one unit, one reward, and the other tab says why not', async () => {
  scene.account.points = 220;
  await scene.tell();
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  const other = await page.context().newPage();
  await other.goto(`${scene.url()}/cart`);
  await add(page, WORDS.en).click();
  await page.getByText(WORDS.en.onCart).waitFor();
  await add(other, WORDS.en).click();
  await alert(other).getByText(WORDS.en.better).waitFor();
  expect(await inCart(page)).toEqual(['2 morning-house', '1 night-shift']);
  expect(scene.account.points).toBe(120);
  await close();
});

test.each([
  ['/cart.js', { status: 200, body: '{}' }],
  ['/cart.js', { status: 200, body: '<p>busy</p>' }],
  ['/cart.js', { status: 429, body: '' }],
  ['/cart/add.js', { status: 429, body: '{}' }],
  ['/cart/add.js', { status: 503, body: '' }],
])(
  'a cart that answers nonsense or is too busy isn’t sold out: nothing is taken (%s, %j)',
  async (path, answer) => {
    const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
    await page.route(`**${path}`, (route) => route.fulfill(answer));
    await add(page, WORDS.en).click();
    await alert(page).getByText(WORDS.en.unknown).waitFor();
    expect(scene.sent).toEqual([]);
    await page.unroute(`**${path}`);
    await add(page, WORDS.en).click();
    await page.getByText(WORDS.en.onCart).waitFor();
    expect(scene.account.points).toBe(20);
    await close();
  },
);
