// A birthday that brings a reward, with the whole product running: told, there on the day with its one tap, paid with, its order
// cancelled, given once more, and reminded of before it ends.
import { expect, test, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { occasion } from '#tests/support/factories.ts';
import { FIVE, useRewardShop, type Language, type RewardShopper } from './reward-journey.ts';

const shop = useRewardShop(
  [FIVE],
  [occasion({ offer: { kind: 'reward', key: 'five' }, waitDays: 0, daysAfter: 0 })],
);
const LOYALTY = '/pages/loyalty';
const WAIT = { timeout: 20_000, interval: 200 };

const WORDS = {
  en: {
    locale: 'en-GB',
    ask: 'Tell us your birthday, and get a gift every year: €5.00 off.',
    save: 'Save',
    happy: 'Happy birthday, Nora!',
    ours: 'Our birthday gift to you:',
    soon: (day: string) => `Use it soon: only until ${day}.`,
    ready: (day: string) => `Ready to use until ${day}.`,
    again: (day: string) => `Order cancelled: your gift is yours again, until ${day}.`,
    last: 'Today is its last day.',
    failed: 'That didn’t work',
  },
  fr: {
    locale: 'fr',
    ask: 'Indiquez votre date d’anniversaire et recevez un cadeau chaque année : 5,00 € de remise.',
    save: 'Enregistrer',
    happy: 'Joyeux anniversaire, Nora !',
    ours: 'Notre cadeau d’anniversaire :',
    soon: (day: string) => `À utiliser bientôt : seulement jusqu’au ${day}.`,
    ready: (day: string) => `À utiliser jusqu’au ${day}.`,
    again: (day: string) => `Commande annulée : votre cadeau est de nouveau à vous, jusqu’au ${day}.`,
    last: 'C’est le dernier jour.',
    failed: 'Cela n’a pas',
  },
};

const today = () => dayIn(shop.app.shop.setup.timeZone, shop.app.shopify.clock());

/** As people read it. */
function said(day: string, language: Language): string {
  const year = day.slice(0, 4) === today().slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const parts = { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' } as const;
  const text = new Intl.DateTimeFormat(WORDS[language].locale, parts).format(new Date(day));
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

const plain = (text: string) => text.replace(/\s+/g, ' ');
const block = (page: Page, words: string): Locator => page.locator('.sixth:visible', { hasText: words });

async function untilSaid({ page, app }: RewardShopper, ...words: string[]): Promise<void> {
  const shown = async () => {
    await page.goto(app.urls.storefront + LOYALTY);
    const text = plain(await page.locator('main').innerText());
    expect(words.filter((each) => !text.includes(each))).toEqual([]);
  };
  await vi.waitFor(shown, WAIT);
}

async function tell({ page, app }: RewardShopper, day: string, language: Language): Promise<void> {
  await page.goto(app.urls.storefront + LOYALTY);
  const form = page.locator('form.sixth-form:visible').filter({ has: page.locator('input[name=day]') });
  await form.locator('input[name=day]').fill(String(Number(day.slice(8))));
  await form.locator('select').selectOption(String(Number(day.slice(5, 7))));
  await form.getByRole('button', { name: WORDS[language].save }).click();
  await page.locator('.sixth-done').waitFor();
}

async function moveClockTo(day: string): Promise<void> {
  const { page, close } = await shop.browser.page();
  await page.goto(`${shop.app.urls.admin}/orders`);
  await page.locator('input[type=date]').fill(day);
  await page.getByRole('button', { name: 'Move there' }).click();
  await page.getByText('The clock is moved.').waitFor();
  await close();
}

/** With one tap, from the birthday's own block. */
async function useGift(shopper: RewardShopper, language: Language): Promise<void> {
  const { page, words } = shopper;
  const gift = block(page, WORDS[language].ours).filter({ has: page.locator('[data-on]') });
  await gift.first().getByRole('link', { name: words.use }).click();
  await page.getByText(words.onCart).first().waitFor(WAIT);
  expect(await shopper.codesOnCart()).toEqual([true]);
}

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)(
  'S-14 C116 it is there on the day, is paid with, comes again once its order is cancelled, and says when it ends (%s)',
  async (language, width) => {
    const words = WORDS[language];
    const shopper = await shop.shopper(language, width);
    await shopper.earn();
    await untilSaid(shopper, words.ask);
    expect(await axeProblems(shopper.page)).toEqual([]);
    const birthday = addDays(today(), 2);
    await tell(shopper, birthday, language);

    await moveClockTo(birthday);
    const until = addDays(birthday, FIVE.lastsDays);
    await shopper.add(2);
    await untilSaid(shopper, words.happy, words.ours, words.ready(said(until, language)));
    expect(await axeProblems(shopper.page)).toEqual([]);
    await useGift(shopper, language);
    expect(await axeProblems(shopper.page)).toEqual([]);
    const order = await shopper.pay();
    // 47 for what was earned, 14 for 14.00 that were paid: nothing was paid for the gift.
    expect(await shopper.books()).toEqual({ points: 61, states: ['used'] });

    await shop.app.shop.cancelOrder(order.id);
    await shop.app.jobsDone();
    await shopper.add(2);
    await untilSaid(shopper, words.ours, words.again(said(until, language)));
    expect(await axeProblems(shopper.page)).toEqual([]);
    expect(await shopper.books()).toEqual({ points: 47, states: ['used', 'held'] });

    await moveClockTo(addDays(until, -5));
    await untilSaid(shopper, words.ours, words.soon(said(until, language)));
    await moveClockTo(until);
    await untilSaid(shopper, words.ours, words.last);
    await useGift(shopper, language);
    await shopper.pay();
    expect(await shopper.books()).toEqual({ points: 61, states: ['used', 'used'] });
    await shopper.showCart();
    await shopper.leave();
  },
);

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)(
  'S-14 with its script kept away it says so and does nothing, and without scripts its link puts it on the cart (%s)',
  async (language, width) => {
    const words = WORDS[language];
    const shopper = await shop.shopper(language, width);
    await shopper.earn();
    await untilSaid(shopper, words.ask);
    const birthday = addDays(today(), 1);
    await tell(shopper, birthday, language);
    await moveClockTo(birthday);
    await shopper.add(2);
    await untilSaid(shopper, words.ours);

    const { page } = shopper;
    await page.route('**/rewards.js*', (route) => route.abort());
    const gift = block(page, words.ours)
      .filter({ has: page.locator('[data-on]') })
      .first();
    await gift.getByRole('link', { name: shopper.words.use }).click();
    await gift.getByRole('alert').getByText(words.failed).waitFor();
    expect(await shopper.codesOnCart()).toEqual([]);

    const plainPage = await shop.browser.page({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    await plainPage.page.context().addCookies(await page.context().cookies());
    await plainPage.page.goto(shop.app.urls.storefront + LOYALTY);
    await block(plainPage.page, words.ours).getByRole('link', { name: shopper.words.use }).first().click();
    await plainPage.page.getByText(shopper.words.onCart).first().waitFor();
    await plainPage.close();
    await page.close();
  },
);
