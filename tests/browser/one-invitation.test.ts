// However many blocks stand on a page, a guest is asked to sign in once, and a member is wished a happy birthday once.
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addDays } from '#app/core/values/days.ts';
import { BIRTHDAYS } from '#tests/storefront/states/birthday.ts';
import { fillCart, LOOKS, placed, useFollowScene } from './follow-scene.ts';

const scene = useFollowScene();

const LINKS = '.sixth a[href*="/customer_authentication/login"]';
beforeAll(() => scene.publish({ occasions: BIRTHDAYS.occasions }));

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
  const button = { en: 'Sign in to collect', fr: 'Se connecter et cumuler' }[look.language];
  expect(await invitations(page)).toEqual([button]);
  expect(await emptyFrames(page)).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

const DAWN = { way: 'dawn', language: 'en' } as const;

test.each([
  ['points-for-product', 'birthday', 'Sign in to collect them.'],
  ['birthday', 'points-for-product', 'Sign in to tell us your birthday and get a gift for it: 50 beans.'],
  ['stamp-card', 'birthday', 'Sign in to collect and use stamps.'],
  ['birthday', 'stamp-card', 'Sign in to tell us your birthday and get a gift for it: 50 beans.'],
  ['member', 'birthday', 'Birthday? A gift every year: 50 beans.'],
  ['birthday', 'member', 'Birthday? A gift every year: 50 beans.'],
] as const)('%s and %s invite once, with what it is good for', async (first, second, benefit) => {
  for (const area of ['product', 'product-apps'] as const) {
    const blocks = [placed(first, 'product'), placed(second, area)];
    const { page, close } = await scene.visit(DAWN, '/products/morning-house', blocks);
    expect(await invitations(page)).toHaveLength(1);
    expect((await page.locator('main').innerText()).split(benefit)).toHaveLength(2);
    expect(await emptyFrames(page)).toBe(0);
    await close();
  }
});

/** Lines that would part a card from one that isn't seen. */
const linesUnderNothing = (page: Page) =>
  page.$$eval('.sixth-card + .sixth-card', (all) => {
    const isSeen = (one: Element | null) => one?.checkVisibility() ?? false;
    const under = all.filter((one) => isSeen(one) && !isSeen(one.previousElementSibling));
    return under.filter((one) => getComputedStyle(one).borderTopWidth !== '0px').length;
  });

const inAccent = (page: Page) =>
  page.$$eval(
    '.sixth',
    (all) => all.filter((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)').length,
  );

test.each([
  ['member', 'birthday'],
  ['birthday', 'member'],
] as const)('%s and %s wish a happy birthday once, in the frame of good news', async (first, second) => {
  const on = scene.today();
  const gift = { kind: 'birthday', points: 50, on, until: addDays(on, 7) } as const;
  const [, month = 0, day = 0] = on.split('-').map(Number);
  const birthday = { month, day, setOn: '2026-01-05', givenYear: Number(on.slice(0, 4)), changeFrom: on };
  await scene.tell({ points: 88, gifts: [gift], birthday });
  for (const area of ['product', 'product-apps'] as const) {
    for (const occasions of [BIRTHDAYS.occasions, []]) {
      await scene.publish({ occasions });
      const blocks = [placed(first, 'product'), placed(second, area)];
      const { page, problems, close } = await scene.visit(DAWN, '/products/morning-house', blocks);
      const said = await page.locator('main').innerText();
      expect(said.split('Happy birthday,')).toHaveLength(occasions.length + 1);
      expect(said.split('50 beans')).toHaveLength(2);
      expect(await inAccent(page)).toBe(1);
      expect(await linesUnderNothing(page)).toBe(0);
      expect(await emptyFrames(page)).toBe(0);
      expect(problems).toEqual([]);
      await close();
    }
  }
  await scene.publish({ occasions: BIRTHDAYS.occasions });
});

test('without it the first block invites, whatever section it stands in', async () => {
  const blocks = [
    placed('points-for-product', 'product'),
    placed('stamp-card', 'product'),
    placed('points-balance', 'product-apps'),
    placed('stamp-card', 'product-apps'),
  ];
  const { page, close } = await scene.visit(DAWN, '/products/morning-house', blocks);
  expect(await invitations(page)).toEqual(['Sign in']);
  expect(await page.locator(LINKS).count()).toBe(4);
  expect(await page.locator(LINKS).first().isVisible()).toBe(true);
  expect(await emptyFrames(page)).toBe(0);
  await close();
});

test('how it works tells what a member has only where no row of stamps does', async () => {
  const saved = { minor: 950, day: '2026-10-02', free: 1, card: 'coffee' };
  await scene.tell({ saved });
  const how = placed('how-it-works', 'loyalty');
  for (const blocks of [[how], [how, placed('member', 'loyalty')], [placed('stamp-card', 'loyalty'), how]]) {
    const { page, close } = await scene.visit(DAWN, '/pages/loyalty', blocks);
    const said = await page.locator('main').innerText();
    expect(said.split('Last time one item was free: you saved €9.50.')).toHaveLength(2);
    expect(said.split('3 of 5 stamps')).toHaveLength(2);
    await close();
  }
});

test('a cart that would make something free invites, and nothing beside it', async () => {
  const blocks = [placed('points-balance', 'cart'), placed('points-for-cart', 'cart')];
  const { page, close } = await scene.visit(DAWN, '/cart', blocks);
  const coffee = scene.shop().productByHandle('morning-house')?.variants[0]?.id ?? '';
  await fillCart(page, scene.url(), coffee, 6);
  expect(await invitations(page)).toEqual(['Sign in']);
  expect(await page.locator('.sixth-invitation a').isVisible()).toBe(true);
  await close();
});
