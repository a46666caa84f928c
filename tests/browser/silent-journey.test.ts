// A customer with a rhythm stays away: asked once, offered something one rhythm later, won back, and left alone for a year.
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '#app/core/values/days.ts';
import { revisitAdmin, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { reward } from '#tests/support/factories.ts';
import { confirmPublish, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { NoticeShop } from './notice-journey.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

/** Nobody here has the points to buy it. */
const FIVE = reward({
  key: 'five',
  title: { en: '€5.00 off', fr: '5,00 € de remise' },
  cost: 4_000,
});
const rewards = useRewardShop([FIVE]);
let shop: NoticeShop;
beforeAll(() => {
  shop = new NoticeShop(rewards.app);
});

/** Twice ten days are fewer than the least: the question comes after 45, the offer ten days after it. */
const RHYTHM = 10;
const ASKED_AFTER = 45;
const YEAR = 365;

/** From the gallery; it can't go live before Shopify Flow is told. */
async function goLive(visit: AdminVisit, locale: Locale): Promise<void> {
  const { moments: say, overview, program } = WORDS[locale];
  await visit.app.getByRole('link', { name: say.useNamed(say.readyMade.quiet.name) }).click();
  await visit.app.getByLabel(say.advice.en, { exact: true }).fill('Was something not right?');
  await visit.app.getByLabel(say.advice.fr, { exact: true }).fill('Quelque chose n’allait pas ?');
  await visit.app.getByRole('button', { name: say.addThis }).click();
  await visit.app.getByRole('button', { name: say.remove }).waitFor();
  await shop.expectSound(visit, `silent-moment-${locale}`);
  await toReview(visit.app, locale);
  await visit.app.getByText(program.problems.nobodyTold).waitFor();
  expect(await visit.app.getByRole('button', { name: overview.review }).isDisabled()).toBe(true);
  await shop.expectSound(visit, `silent-refused-${locale}`);
  await shop.switchOn(visit, locale, ['silent']);
  await revisitAdmin(rewards.app, visit, { path: '/app/program', locale });
  await confirmPublish(visit.app, locale);
}

/** So that the next journey begins without it. */
async function takeOut(visit: AdminVisit, locale: Locale): Promise<void> {
  const { moments: say } = WORDS[locale];
  await revisitAdmin(rewards.app, visit, { path: '/app/program/moments', locale });
  await visit.app.getByRole('link', { name: say.shopperTitles.quiet, exact: true }).click();
  await visit.app.getByRole('button', { name: say.remove }).click();
  await visit.app.getByRole('dialog').getByRole('button', { name: say.remove }).click();
  await visit.app.getByRole('heading', { name: say.ready }).waitFor();
  await revisitAdmin(rewards.app, visit, { path: '/app/program', locale });
  await confirmPublish(visit.app, locale);
  await shop.switchOn(visit, locale, ['silent'], false);
}

/** One order a rhythm, then nothing. @returns the day of the last one */
async function buyInRhythm(customerId: string): Promise<string> {
  await shop.noonIn(1);
  for (let nr = 0; nr < 3; nr += 1) {
    if (nr > 0) await shop.noonIn(RHYTHM);
    await shop.order(customerId);
  }
  return shop.today;
}

/** With the gift that lies ready on the shop's page. */
async function takeIt({ page, words, app }: RewardShopper): Promise<void> {
  await page.goto(`${app.urls.storefront}/pages/loyalty`);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('link', { name: words.use }).first().click();
  await page.getByText(words.onCart).first().waitFor({ timeout: 15_000 });
}

test.each([
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const)(
  'S-55 C151 a silent customer is asked, won back, and then left alone ($locale)',
  { timeout: 60_000 },
  async ({ locale, width }) => {
    const { moments: say, momentFigures: figures, notices } = WORDS[locale];
    const visit = await visitProgram(rewards.app, rewards.browser, locale, '/moments', width);
    await goLive(visit, locale);
    const shopper = await rewards.shopper(locale, width);
    shop.begin();
    const last = await buyInRhythm(shopper.id);
    const heard = `silent ${shopper.id}`;

    await shop.noonOn(addDays(last, ASKED_AFTER - 1));
    expect(shop.heard()).toEqual([]);
    await shop.noonOn(addDays(last, ASKED_AFTER));
    await shop.noonOn(addDays(last, ASKED_AFTER + 1));
    expect(shop.heard()).toEqual([heard]);
    expect(shop.fieldsOf('silent')).not.toHaveProperty('Last day');
    await shop.noonOn(addDays(last, ASKED_AFTER + RHYTHM - 1));
    expect(await shopper.books()).toMatchObject({ states: [] });
    await shop.noonOn(addDays(last, ASKED_AFTER + RHYTHM));
    await shop.noonOn(addDays(last, ASKED_AFTER + RHYTHM + 1));
    expect(shop.heard()).toEqual([heard, heard]);
    expect(shop.fieldsOf('silent')).toHaveProperty('Last day');
    expect(await shopper.books()).toMatchObject({ states: ['held'] });

    await shopper.add(2);
    await takeIt(shopper);
    await shopper.pay();
    expect(await shopper.books()).toMatchObject({ states: ['used'] });
    const back = shop.today;
    await revisitAdmin(rewards.app, visit, { path: '/app/program/moments', locale });
    await visit.app.getByRole('link', { name: say.shopperTitles.quiet, exact: true }).click();
    await visit.app.getByRole('heading', { name: figures.title }).scrollIntoViewIfNeeded();
    const figure = (what: string) => visit.app.locator('dl.figure-lines div').filter({ hasText: what });
    expect(await figure(figures.used).locator('dd').innerText()).toBe('1');
    expect(await figure(figures.followed).locator('dd').innerText()).not.toBe('0');
    await shop.expectSound(visit, `silent-figures-${locale}`);

    // As silent as before, and sooner than a year after the offer.
    for (const days of [ASKED_AFTER, ASKED_AFTER + RHYTHM, YEAR - 2 * RHYTHM]) {
      await shop.noonOn(addDays(back, days));
    }
    expect(shop.heard()).toEqual([heard, heard]);
    await revisitAdmin(rewards.app, visit, { path: await shop.memberPath(shopper.id), locale });
    await visit.app.getByText(notices.kinds.silent).nth(1).waitFor();
    await visit.app.getByText(say.shopperTitles.quiet).first().waitFor();
    await shop.expectSound(visit, `silent-member-${locale}`);
    await takeOut(visit, locale);
    await shopper.leave();
    await visit.close();
  },
);
