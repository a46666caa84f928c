// A birthday from its telling to its gift, in both languages: tell, wait, receive on the day, change, be refused. The desk
// moves the clock for shop and app.
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { publishBirthday } from '#tests/demo/publish-birthday.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

type Language = 'en' | 'fr';

const { app, browser } = useRunningApp({ coffeeCard: true });

beforeAll(async () => {
  await publishBirthday(app.shop.domain);
  await app.jobsDone();
});

const PRODUCT = '/products/morning-house';
const WAIT = { timeout: 15_000, interval: 150 };

const WORDS = {
  en: {
    locale: 'en-GB',
    save: 'Save',
    ask: 'Tell us your birthday, and get a gift every year: 50 points.',
    thanks: (day: string) => `Thank you. Your gift comes on ${day}.`,
    comes: (day: string) => `Your gift comes on ${day}: 50 points.`,
    happy: 'Happy birthday, Aoife!',
    here: 'Our gift to you: 50 points, already in your balance.',
    given: (day: string) => `Your birthday gift came on ${day}: 50 points.`,
    told: (day: string) => `Your birthday: ${day}.`,
    change: 'Change your birthday',
    tooSoon: 'You changed your birthday not long ago. You can change it again from',
    changeFrom: 'You can change it again from',
  },
  fr: {
    locale: 'fr',
    save: 'Enregistrer',
    ask: 'Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 points.',
    thanks: (day: string) => `Merci\u00a0! Votre cadeau arrivera le ${day}.`,
    comes: (day: string) => `Votre cadeau arrivera le ${day}\u00a0: 50 points.`,
    happy: 'Joyeux anniversaire, Claire\u202f!',
    here: 'Notre cadeau\u00a0: 50 points, déjà sur votre solde.',
    given: (day: string) => `Votre cadeau d’anniversaire est arrivé le ${day}\u00a0: 50 points.`,
    told: (day: string) => `Votre anniversaire\u00a0: le ${day}.`,
    change: 'Modifier votre date d’anniversaire',
    tooSoon: 'Vous avez modifié votre date d’anniversaire il y a peu.',
    changeFrom: 'Vous pourrez modifier cette date de nouveau à partir du',
  },
};

const today = () => dayIn(app.shop.setup.timeZone, app.shopify.clock());

/** As people read it; the year only where it isn't the one of `from`. */
function said(day: string, language: Language, from: string): string {
  const year = day.slice(0, 4) === from.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const parts = { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' } as const;
  const text = new Intl.DateTimeFormat(WORDS[language].locale, parts).format(new Date(day));
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** What the page says, with ordinary spaces where it keeps day and month together. */
async function pageText(page: Page, path: string): Promise<string> {
  await page.goto(app.urls.storefront + path);
  const text = await page.locator('main').innerText();
  return text.replace(/(\d|er)\u00a0(\p{L})/gu, '$1 $2');
}

/** Once on each page, however many of its blocks tell of birthdays. */
async function untilSaid(page: Page, words: string): Promise<void> {
  for (const path of [PRODUCT, '/pages/loyalty'])
    await expect.poll(async () => (await pageText(page, path)).split(words).length - 1, WAIT).toBe(1);
}

async function signIn(page: Page, name: string, language: Language): Promise<void> {
  await page.goto(app.urls.storefront + PRODUCT);
  await page.locator(`button[lang=${language}]`).click();
  await page
    .locator('[id^=shopify-block-] a[href*="/customer_authentication/login"]:visible')
    .first()
    .click();
  await page.getByRole('button', { name }).click();
}

async function tell(page: Page, day: string, language: Language): Promise<void> {
  const form = page.locator('form.sixth-form');
  await form.locator('input[name=day]').fill(String(Number(day.slice(8))));
  await form.locator('select').selectOption(String(Number(day.slice(5, 7))));
  await form.getByRole('button', { name: WORDS[language].save }).click();
}

async function moveClockTo(page: Page, day: string): Promise<void> {
  await page.goto(`${app.urls.admin}/orders`);
  await page.locator('input[type=date]').fill(day);
  await page.getByRole('button', { name: 'Move there' }).click();
  await page.getByText('The clock is moved.').waitFor();
}

/** Empty while there is nothing to tell. */
const balance = async (page: Page) => (await page.locator('.sixth-big').allInnerTexts()).join();

test.each([
  ['en', 'Aoife Byrne'],
  ['fr', 'Claire Fontaine'],
] as const)('C77 C58 tell, wait, receive on the day, change, be refused (%s)', async (language, name) => {
  const words = WORDS[language];
  const { page, problems, close } = await browser.page({ viewport: { width: 360, height: 780 } });
  await signIn(page, name, language);
  expect(await pageText(page, PRODUCT)).toContain(words.ask);
  expect(await axeProblems(page)).toEqual([]);

  const toldOn = today();
  const birthday = addDays(toldOn, 3);
  await tell(page, birthday, language);
  await page.getByText(words.thanks(said(birthday, language, toldOn))).waitFor();
  await untilSaid(page, words.comes(said(birthday, language, toldOn)));
  expect(await balance(page)).toBe('');
  expect(await axeProblems(page)).toEqual([]);

  const desk = await browser.page();
  await moveClockTo(desk.page, birthday);
  await untilSaid(page, words.here);
  await untilSaid(page, words.happy);
  await page.goto(app.urls.storefront + PRODUCT);
  expect(await balance(page)).toBe('50');
  expect(await axeProblems(page)).toEqual([]);

  await moveClockTo(desk.page, addDays(birthday, 1));
  await untilSaid(page, words.given(said(birthday, language, today())));

  // A second tab, opened before the change: its form may still be sent.
  const stale = await browser.page();
  await stale.page.context().addCookies(await page.context().cookies());
  await stale.page.goto(app.urls.storefront + PRODUCT);
  const changed = addDays(birthday, 40);
  await page.goto(app.urls.storefront + PRODUCT);
  await page.getByText(words.change).click();
  await tell(page, changed, language);
  // Leaving the page before the answer would take the request back.
  await page.locator('.sixth-done').waitFor();
  await untilSaid(page, words.told(said(`2000${changed.slice(4)}`, language, '2000')));
  expect(await pageText(page, PRODUCT)).toContain(words.changeFrom);
  expect(await page.locator('form.sixth-form').count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);

  await stale.page.getByText(words.change).click();
  await tell(stale.page, birthday, language);
  await stale.page.locator('form.sixth-form').getByRole('alert').getByText(words.tooSoon).waitFor();
  expect(await axeProblems(stale.page)).toEqual([]);
  await untilSaid(page, words.told(said(`2000${changed.slice(4)}`, language, '2000')));

  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  await Promise.all([close(), desk.close(), stale.close()]);
});

test('C57 a clock moved by four months at once: the gift comes once, and the app still answers the merchant', async () => {
  const { page, problems, close } = await browser.page();
  await signIn(page, 'Tomás Costa', 'en');
  const birthday = addDays(today(), 60);
  await tell(page, birthday, 'en');
  await page.getByText(WORDS.en.thanks(said(birthday, 'en', today()))).waitFor();
  await moveClockTo(page, addDays(today(), 120));
  await expect.poll(async () => (await pageText(page, PRODUCT)) && balance(page), WAIT).toBe('50');
  const nextYear = `${Number(birthday.slice(0, 4)) + 1}${birthday.slice(4)}`;
  expect(await pageText(page, PRODUCT)).toContain(WORDS.en.comes(said(nextYear, 'en', today())));
  await page.goto(`${app.urls.admin}/apps/sixth`);
  await page.frameLocator('iframe').locator('.Polaris-Page').first().waitFor();
  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  await close();
});

test('the clock never goes back, and only as far as makes sense', async () => {
  const { page, close } = await browser.page();
  await page.goto(`${app.urls.admin}/orders`);
  for (const [day, words] of [
    [addDays(today(), -1), 'the clock never goes back'],
    [addDays(today(), 4_000), 'within 400 days'],
    ['', 'Choose a day.'],
  ] as const) {
    await page.locator('input[type=date]').fill(day);
    await page.getByRole('button', { name: 'Move there' }).click();
    await page.locator('#error-day').getByText(words).waitFor();
  }
  expect(await axeProblems(page)).toEqual([]);
  await close();
});
