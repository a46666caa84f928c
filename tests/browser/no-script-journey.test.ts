// A shopper whose browser runs no script, with the whole product: chooses a gift, tells a day and takes it away, leaves the program and
// comes back; nothing is done before it was asked about, and a page that is loaded again does nothing twice.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pool } from '#app/db/pool.server.ts';
import { WORDS, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { shoot, untilPageSays } from './moment-scene.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

const shop = useRewardShop();

const CONSENT = {
  en: 'I agree that the shop keeps this day.',
  fr: 'J’accepte que la boutique garde ce jour.',
};
const TITLES = {
  third: { en: 'Your third order', fr: 'Votre troisième commande' },
  wedding: { en: 'Your wedding <3 {{ day }}', fr: 'Votre mariage' },
};
const MOMENTS = [
  momentRule('nth-order', {
    key: 'third',
    title: TITLES.third,
    when: { n: 3 },
    offers: [
      { kind: 'points', points: 50 },
      { kind: 'reward', key: 'five' },
    ],
    openDays: 14,
  }),
  momentRule('life-date', { key: 'wedding', title: TITLES.wedding, consent: CONSENT, when: { waitDays: 0 } }),
];

const SAID = {
  en: {
    choose: 'Choose',
    five: '€5.00 off',
    picks: 'You choose: €5.00 off.',
    yours: 'It’s yours: €5.00 off.',
    save: 'Save',
  },
  fr: {
    choose: 'Choisir',
    five: '5,00 € de remise',
    picks: 'Vous choisissez : 5,00 € de remise.',
    yours: 'C’est à vous : 5,00 € de remise.',
    save: 'Enregistrer',
  },
};
const DAY = { en: '29 February', fr: '29 février' };
const LIFE = {
  en: { change: 'Change or remove it', remove: 'Remove it' },
  fr: { change: 'Modifier ou retirer', remove: 'Retirer ce jour' },
};
const LEAVING = {
  en: { leave: 'Leave the program', sure: 'Yes, leave the program' },
  fr: { leave: 'Quitter le programme', sure: 'Oui, quitter le programme' },
};

beforeEach(() => publishDraft(shop.app.shop.domain, (rules) => ({ ...rules, moments: MOMENTS })));
afterEach(() => publishDraft(shop.app.shop.domain, (rules) => ({ ...rules, moments: undefined })));

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** Axe is script: it looks at the same page in a browser that runs some. */
async function expectSound(page: Page, name: string): Promise<void> {
  const { page: scripted, close } = await shop.browser.page();
  await scripted.setContent(await page.content(), { waitUntil: 'domcontentloaded' });
  expect(await axeProblems(scripted)).toEqual([]);
  await close();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await shoot(page, name);
}

/** Our page in the theme, as it is read. */
async function says(page: Page, words: readonly string[], name: string): Promise<void> {
  await page.locator('.sixth-page').waitFor();
  const text = plain(await page.locator('.sixth-page').innerText());
  expect(words.map(plain).filter((each) => !text.includes(each))).toEqual([]);
  await expectSound(page, name);
}

/** What is known of the shopper: gifts, days, and whether they left. */
async function known({ id }: RewardShopper): Promise<unknown> {
  const { rows } = await pool().query(
    `select (select json_agg(g.state || coalesce(' ' || g.chosen, '')) from "Gift" g where g."memberId" = m.id) as gifts,
       (select json_agg(d.day || '.' || d.month) from "MemberDate" d where d."memberId" = m.id) as days,
       m."leftAt" is not null as left from "Member" m where m."customerId" = $1`,
    [id],
  );
  return rows[0];
}

async function choose(shopper: RewardShopper, language: Locale): Promise<void> {
  const { page } = shopper;
  const words = SAID[language];
  const { plainForms, choosing } = WORDS[language];
  for (let nr = 0; nr < 3; nr += 1) await shopper.earn(1);
  await untilPageSays(shopper, [TITLES.third[language], words.five]);
  await expectSound(page, `no-script-choice-${language}`);
  await press(page, words.choose);
  await says(page, [choosing.missing], `no-script-nothing-${language}`);
  await page.getByRole('link', { name: plainForms.back }).click();
  await untilPageSays(shopper, [words.five]);
  await page.getByRole('radio', { name: words.five }).check();
  await press(page, words.choose);
  await says(page, [plainForms.question, words.picks], `no-script-question-${language}`);
  expect(await known(shopper)).toMatchObject({ gifts: ['open'] });
  await press(page, plainForms.yes);
  await says(page, [words.yours], `no-script-chosen-${language}`);
  await page.reload();
  await says(page, [words.yours], `no-script-reloaded-${language}`);
  await shop.app.jobsDone();
  expect(await known(shopper)).toMatchObject({ gifts: ['given 1'] });
  expect(await shopper.books()).toMatchObject({ states: ['held'] });
}

async function tellDay(shopper: RewardShopper, language: Locale): Promise<void> {
  const { page } = shopper;
  const words = SAID[language];
  const { plainForms, lifeDates, proxy } = WORDS[language];
  const form = page.locator('form', { has: page.locator('input[name=moment]') }).first();
  const fill = async (day: string, agrees: boolean) => {
    await untilPageSays(shopper, [TITLES.wedding[language], CONSENT[language]]);
    await form.locator('input[name=day]').fill(day);
    await form.locator('select').selectOption('2');
    if (agrees) await form.locator('input[name=agreed]').check();
    await form.getByRole('button', { name: words.save }).click();
  };
  await fill('31', true);
  await says(page, [proxy.impossible], `no-script-impossible-${language}`);
  await fill('29', false);
  await says(page, [lifeDates.notAgreed], `no-script-agree-${language}`);
  await fill('29', true);
  const asked = [
    plainForms.question,
    TITLES.wedding[language],
    DAY[language],
    plainForms.agreed,
    CONSENT[language],
  ];
  await says(page, asked, `no-script-day-${language}`);
  await press(page, plainForms.yes);
  await says(page, [lifeDates.saved], `no-script-saved-${language}`);
  expect(await known(shopper)).toMatchObject({ days: ['29.2'] });

  await untilPageSays(shopper, [DAY[language]]);
  await page.locator('summary', { hasText: LIFE[language].change }).first().click();
  await form.locator('input[name=remove]').check();
  await form.getByRole('button', { name: words.save }).click();
  await says(page, [plainForms.question], `no-script-remove-${language}`);
  await press(page, plainForms.yes);
  await says(page, [lifeDates.removed], `no-script-removed-${language}`);
  expect(await known(shopper)).toMatchObject({ days: null });
}

async function leave(shopper: RewardShopper, language: Locale): Promise<void> {
  const { page } = shopper;
  const { plainForms, leaving } = WORDS[language];
  const data = `${shop.app.urls.storefront}/apps/sixth/personal-data?language=${language}`;
  await page.goto(data);
  await page.locator('summary', { hasText: LEAVING[language].leave }).click();
  await press(page, LEAVING[language].sure);
  await says(page, [plainForms.question, leaving.title], `no-script-leave-${language}`);
  expect(await known(shopper)).toMatchObject({ left: false });
  await press(page, plainForms.yes);
  await says(page, [leaving.done], `no-script-left-${language}`);
  expect(await known(shopper)).toMatchObject({ left: true });
  await page.goto(data);
  await press(page, leaving.comeBack);
  await press(page, plainForms.yes);
  await says(page, [leaving.returned], `no-script-back-${language}`);
  expect(await known(shopper)).toMatchObject({ left: false });
}

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)('C158 S-08 S-13 S-85 a browser without script (%s, %i px)', async (language, width) => {
  const shopper = await shop.shopper(language, width, false);
  await choose(shopper, language);
  await tellDay(shopper, language);
  await leave(shopper, language);
  await shopper.leave(3);
});
