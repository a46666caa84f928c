// Any amount on the shop's pages: one tap fills the cart, a field and a slider choose another, and what is ready is raised and lowered
// in place; with the keyboard, with pasted text, in another currency, and while Shopify doesn't know the amount yet.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeProblems } from '#tests/support/axe.ts';
import { reward } from '#tests/support/factories.ts';
import { useRewardsScene } from './rewards-scene.ts';

const ANY = reward({
  key: 'any',
  title: { en: 'Any amount off', fr: 'Remise au choix' },
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
  minimumMinor: null,
});
const scene = useRewardsScene([ANY]);

const block = (page: Page) =>
  page
    .locator('.sixth')
    .filter({ has: page.locator('[data-src]') })
    .first();
const read = async (page: Page) => (await block(page).innerText()).replace(/\s+/g, ' ');
const details = (page: Page) => block(page).locator('details');
const field = (page: Page) => details(page).getByRole('textbox');
const slider = (page: Page) => details(page).getByRole('slider');
const button = (page: Page) => details(page).getByRole('button');
const live = async (page: Page) => (await details(page).locator('p').innerText()).replace(/\s+/g, ' ');

const WORDS = {
  en: {
    use: 'Use €6.00',
    other: 'Use another amount',
    change: 'Change amount',
    bounds: 'At least €1.00. At most €6.00.',
    live: '= 70 points. 50 stay. Cart: €19.00 → €15.50.',
    take: 'Take €3.50 off',
    onCart: '€3.50 off this cart',
    left: '70 points used, 50 left.',
    raise: 'Take €5.00 off',
    raised: '€5.00 off this cart',
    takeOff: 'Take off',
    again: 'Use €5.00',
  },
  fr: {
    use: 'Utiliser €6.00',
    other: 'Autre montant',
    change: 'Changer le montant',
    bounds: 'De €1.00 à €6.00.',
    live: '= 70 points. Il en reste 50. Panier : €19.00 → €15.50.',
    take: 'Déduire €3.50',
    onCart: '€3.50 de remise sur ce panier',
    left: 'Contre 70 points : il vous en reste 50.',
    raise: 'Déduire €5.00',
    raised: '€5.00 de remise sur ce panier',
    takeOff: 'Retirer',
    again: 'Utiliser €5.00',
  },
};
const EVERYWHERE = (['en', 'fr'] as const).flatMap((language) =>
  (['dawn', 'horizon'] as const).map((way) => ({ language, way })),
);

async function open(page: Page, summary: string): Promise<void> {
  await details(page).locator('summary', { hasText: summary }).click();
  await expect.poll(() => field(page).isVisible()).toBe(true);
}

test.each(EVERYWHERE)(
  'C100 another amount, raised in place, taken off and put on again: $language, $way',
  async ({ language, way }) => {
    const words = WORDS[language];
    const { page, problems, close } = await scene.visit({ language, way });
    await block(page).getByRole('button', { name: words.use }).waitFor();
    await open(page, words.other);
    expect(await field(page).inputValue()).toBe('6.00');
    expect(await read(page)).toContain(words.bounds);
    await field(page).fill('3.50');
    expect(await live(page)).toBe(words.live);
    expect(await axeProblems(page)).toEqual([]);
    await button(page).getByText(words.take).click();
    await page.getByText(words.onCart).waitFor();
    expect(await scene.codesOf(page)).toMatchObject([{ applicable: true }]);
    await expect.poll(() => read(page)).toContain(words.left);

    await open(page, words.change);
    await field(page).fill('5');
    await button(page).getByText(words.raise).click();
    await page.getByText(words.raised).waitFor();
    expect(scene.account).toMatchObject({ points: 20, vouchers: [{ face: 500, price: 100 }] });
    await block(page).getByRole('button', { name: words.takeOff }).click();
    await block(page).getByRole('link', { name: words.again }).click();
    await page.getByText(words.raised).waitFor();
    expect(scene.sent.map(({ path, minor }) => [path.split('/').at(-1), minor])).toEqual([
      ['redeem', 350],
      ['change-amount', 500],
    ]);
    expect(problems).toEqual([]);
    await close();
  },
);

test('C100 one tap fills the cart: all that the points are worth, or all that the cart costs', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await block(page).getByRole('button', { name: 'Use €6.00' }).click();
  await page.getByText('€6.00 off this cart').waitFor();
  expect(scene.account.points).toBe(0);
  await close();

  scene.account.points = 1_000;
  scene.account.vouchers = [];
  await scene.tell();
  const next = await scene.visit({ language: 'en', way: 'dawn' });
  expect(await read(next.page)).toContain('The cart costs less: it takes only 380 points.');
  await block(next.page).getByRole('button', { name: 'Use €19.00' }).click();
  await next.page.getByText('€19.00 off this cart').waitFor();
  expect(scene.account.points).toBe(620);
  await next.close();
});

test('the slider goes from the least to the most, a point a step, with the keyboard', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await open(page, 'Use another amount');
  await slider(page).focus();
  await page.keyboard.press('Home');
  expect(await field(page).inputValue()).toBe('1.00');
  await page.keyboard.press('ArrowRight');
  expect(await field(page).inputValue()).toBe('1.05');
  expect(await slider(page).getAttribute('aria-valuetext')).toBe('€1.05');
  await page.keyboard.press('End');
  expect(await field(page).inputValue()).toBe('6.00');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('€6.00 off this cart').waitFor();
  await close();
});

test.each<[string, string | null]>([
  ['3.50', 'Take €3.50 off'],
  ['3,50 €', 'Take €3.50 off'],
  ['€ 3.5', 'Take €3.50 off'],
  [' 3 EUR ', 'Take €3.00 off'],
  ['3.51', 'Take €3.51 off'],
  ['0.99', null],
  ['6.01', null],
  ['-3', null],
  ['3.505', null],
  ['1,234.50', null],
  ['1e0', null],
  ['three', null],
  ['', null],
])('what is typed or pasted: %s', async (typed, says) => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await open(page, 'Use another amount');
  await field(page).fill(typed);
  expect(await button(page).isDisabled()).toBe(says === null);
  const hint = says === null ? '⚠ At least €1.00. At most €6.00.' : 'At least €1.00. At most €6.00.';
  expect(await details(page).locator('span').innerText()).toBe(hint);
  if (says === null) expect(await details(page).locator('p').isVisible()).toBe(false);
  else expect(await button(page).innerText()).toBe(says);
  expect(await field(page).getAttribute('aria-invalid')).toBe(says === null ? 'true' : null);
  await close();
});

test.each([500, 2_000])(
  'C118 Shopify knows an amount %s ms later: it is put on again, and the reader waits',
  async (late) => {
    scene.trouble.lateAmountMs = late;
    const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
    await block(page).getByRole('button', { name: 'Use €6.00' }).click();
    await page.getByText('€6.00 off this cart').waitFor({ timeout: 9_000 });
    expect(await scene.codesOf(page)).toMatchObject([{ applicable: true }]);
    expect(scene.sent).toHaveLength(1);
    await close();
  },
);

test('C118 an amount that was raised is in use once Shopify knows it', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await block(page).getByRole('button', { name: 'Use €6.00' }).click();
  await page.getByText('€6.00 off this cart').waitFor();
  scene.trouble.lateAmountMs = 2_000;
  await open(page, 'Change amount');
  await field(page).fill('2');
  await button(page).click();
  await page.getByText('Being prepared. It’ll be on the cart in a moment.').first().waitFor();
  await page.getByText('€2.00 off this cart').waitFor({ timeout: 9_000 });
  await close();
});

test('a balance that changed meanwhile: nothing is taken, and the reader is told', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  scene.account.points = 50;
  await block(page).getByRole('button', { name: 'Use €6.00' }).click();
  await page.getByText('Not enough points any more. Nothing was taken.').waitFor();
  expect(scene.account.vouchers).toEqual([]);
  await close();
});

test('a script that can’t be loaded opens nothing, and says so', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'dawn' });
  await page.route('**/amount.js', (route) => route.abort());
  await details(page).locator('summary').click();
  await block(page).getByRole('alert').getByText('That didn’t work just now. Nothing was taken.').waitFor();
  expect(await field(page).isVisible()).toBe(false);
  await close();
});

test('another amount in the launcher, on a page without a cart', async () => {
  const theme = { embeds: ['launcher'] };
  const at = { language: 'en', way: 'dawn', path: '/', theme } as const;
  const { page, problems, close } = await scene.visit({ ...at, blocks: [] });
  await page.locator('button.sixth-pill').click();
  const panel = page.getByRole('dialog');
  await panel.locator('summary', { hasText: 'Use another amount' }).click();
  await panel.getByRole('textbox').fill('3.50');
  await panel.getByRole('button', { name: 'Take €3.50 off' }).click();
  await panel.getByText('€3.50 off this cart').waitFor();
  expect(await scene.codesOf(page)).toMatchObject([{ applicable: true }]);
  expect(problems).toEqual([]);
  await close();
});

test('C113 in the shopper’s currency it says about', async () => {
  const { page, close } = await scene.visit({ language: 'en', way: 'horizon' });
  await page.evaluate(() => {
    Object.assign(window, { Shopify: { currency: { active: 'JPY', rate: '2.0' } } });
    const about = document.querySelector<HTMLElement>('[data-live]');
    about!.dataset['about'] = 'about [amount]';
  });
  await open(page, 'Use another amount');
  await field(page).fill('3.50');
  expect(await live(page)).toBe('= 70 points. 50 stay. Cart: €19.00 → about €12.00.');
  await close();
});
