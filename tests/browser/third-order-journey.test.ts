// A third order that brings a gift chosen out of three: begun from the gallery, told to Flow, met in the block and the panel on a phone,
// chosen by the keyboard, used in the cart; and what the merchant reads of it.
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { formatDay } from '#app/ui/values/format.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { revisitAdmin, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { reward } from '#tests/support/factories.ts';
import { confirmPublish, saveProgram, toReview } from '#tests/support/program-visit.ts';
import {
  beginFromGallery,
  expectSoundPage,
  expectSoundScreen,
  moveClockTo,
  saidDay,
  untilPageSays,
} from './moment-scene.ts';
import { FIVE, useRewardShop, type RewardShopper } from './reward-journey.ts';

const SHIPPING = reward({
  key: 'shipping',
  title: { en: 'Free shipping', fr: 'Livraison offerte' },
  cost: 500,
  gives: { kind: 'free-shipping', upToMinor: null },
  minimumMinor: null,
});
const shop = useRewardShop([FIVE, SHIPPING]);

const OPEN_DAYS = 14;
const SAID = {
  en: {
    ask: 'Choose your gift:',
    choose: 'Choose',
    five: '€5.00 off',
    yours: 'It’s yours: €5.00 off. You’ll find it among your rewards.',
    points: 'It’s yours: 50 points, added to your balance.',
    already: 'You’ve already chosen: €5.00 off.',
    missing: 'Please choose one of them.',
    until: (day: string) => `Until ${day}.`,
    over: (day: string) => `You could choose until ${day}. This gift is over.`,
  },
  fr: {
    ask: 'Choisissez votre cadeau :',
    choose: 'Choisir',
    five: '5,00 € de remise',
    yours: 'C’est à vous : 5,00 € de remise. Vous le trouverez parmi vos récompenses.',
    points: 'C’est à vous : 50 points, ajoutés à votre solde.',
    already: 'Vous avez déjà choisi : 5,00 € de remise.',
    missing: 'Choisissez-en un.',
    until: (day: string) => `Jusqu’au ${day}.`,
    over: (day: string) => `Vous pouviez choisir jusqu’au ${day}. Ce cadeau n’est plus disponible.`,
  },
};

const today = () => dayIn(shop.app.shop.setup.timeZone, shop.app.shopify.clock());
/** In a block of the page, or in the panel once it is open. */
const form = (page: Page, place = 'main') => page.locator(`${place} .sixth-of-choice:visible form`).first();

/** The next language begins with a program without it. */
afterEach(() => publishDraft(shop.app.shop.domain, (rules) => ({ ...rules, moments: undefined })));

/** From the gallery to a published moment, told by Flow, too. */
async function publishMoment(language: Locale, width: number): Promise<AdminVisit> {
  const { moments: say, notices, shell } = WORDS[language];
  const at = await beginFromGallery(shop, { locale: language, width }, 'third-order');
  await expectSoundScreen(at, `third-begin-${language}`);
  await at.app.getByRole('button', { name: say.addThis }).click();
  await at.app.getByLabel(say.openDays, { exact: true }).fill(String(OPEN_DAYS));
  await saveProgram(at, language);
  await expectSoundScreen(at, `third-saved-${language}`);
  await toReview(at.app, language);
  await confirmPublish(at.app, language);
  await expectSoundScreen(at, `third-live-${language}`);
  await revisitAdmin(shop.app, at, { path: '/app/settings/notices', locale: language });
  const told = at.app.getByRole('checkbox', { name: notices.kinds['choose-gift'] });
  if (!(await told.isChecked())) {
    await told.check();
    await at.page.getByRole('button', { name: shell.save, exact: true }).click();
    await at.page.getByText(shell.saved).waitFor();
  }
  await expectSoundScreen(at, `third-notices-${language}`);
  return at;
}

/** What Flow’s page shows of somebody. */
async function told({ id }: RewardShopper): Promise<string[]> {
  const { page, close } = await shop.browser.page();
  await page.goto(`${shop.app.urls.admin}/flow`);
  const rows = await page.locator('tbody tr', { hasText: id }).allInnerTexts();
  await close();
  return rows.map((row) => row.replace(/\s+/g, ' '));
}

async function thirdOrder(shopper: RewardShopper): Promise<Order> {
  await shopper.earn(1);
  await shopper.earn(1);
  await shopper.add(1);
  return shopper.pay();
}

test.each([
  ['en', 360, 'light', 'main'],
  ['fr', 1_280, 'dark', '.sixth-panel'],
] as const)(
  'C144 S-07 S-08 the third order brings a gift out of three (%s, %i px, %s, in %s)',
  async (language, width, look, place) => {
    await shop.app.shop.saveTheme({ ...shop.app.shop.theme, look, embeds: ['launcher'] });
    const words = SAID[language];
    const { moments: say } = WORDS[language];
    const title = say.shopperTitles['third-order'];
    const at = await publishMoment(language, width);

    const shopper = await shop.shopper(language, 360);
    await thirdOrder(shopper);
    const { page } = shopper;
    const given = today();
    const last = addDays(given, OPEN_DAYS);
    await untilPageSays(shopper, [title, words.ask, words.until(saidDay(last, language, today()))]);
    await expectSoundPage(page, `third-choice-${language}`);
    const messages = await told(shopper);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(WORDS.en.moments.shopperTitles['third-order']);
    expect(messages[0]).toContain(last);

    // By the keyboard: nothing chosen is said beside the gifts, the one chosen is sent.
    const other = await page.context().newPage();
    await other.goto(page.url());
    if (place !== 'main') await page.locator('button.sixth-pill').press('Enter');
    await form(page, place).getByRole('button', { name: words.choose }).press('Enter');
    await form(page, place).getByText(words.missing).waitFor();
    await expectSoundPage(page, `third-missing-${language}`);
    await form(page, place).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await form(page, place).getByRole('radio', { name: words.five }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator(place).getByText(words.yours).waitFor();
    await expectSoundPage(page, `third-chosen-${language}`);

    // The other window still shows what there was to choose.
    await form(other).getByRole('radio').first().check();
    await form(other).getByRole('button', { name: words.choose }).click();
    await form(other).getByText(words.already).waitFor();
    await other.close();

    await shop.app.jobsDone();
    expect(await shopper.books()).toMatchObject({ states: ['held'] });
    await shopper.add(2);
    await shopper.untilCartSays(shopper.words.use);
    await expectSoundPage(page, `third-cart-${language}`);
    await shopper.block().getByText(shopper.words.use).first().click();
    await page.getByText(shopper.words.onCart).first().waitFor({ timeout: 15_000 });
    expect(await shopper.codesOnCart()).toEqual([true]);
    await shopper.pay();
    expect(await shopper.books()).toMatchObject({ states: ['used'] });

    const late = await shop.shopper(language, 1_280);
    await thirdOrder(late);
    await untilPageSays(late, [title, words.ask]);
    await revisitAdmin(shop.app, at, { path: '/app/program/moments', locale: language });
    await at.app.getByRole('link', { name: title, exact: true }).click();
    await at.app.getByText(WORDS[language].momentFigures.open, { exact: true }).waitFor();
    await at.app.getByText(WORDS[language].momentFigures.used, { exact: true }).waitFor();
    await expectSoundScreen(at, `third-figures-${language}`);
    await revisitAdmin(shop.app, at, { path: await shopper.adminPath(), locale: language });
    const { ofMoment } = WORDS[language].memberRewards;
    await at.app.getByText(ofMoment(title, formatDay(given, language))).waitFor();
    await expectSoundScreen(at, `third-member-${language}`);

    await moveClockTo(shop, addDays(last, 1));
    await form(late.page).getByRole('radio').first().check();
    await form(late.page).getByRole('button', { name: words.choose }).click();
    await form(late.page)
      .getByText(words.over(saidDay(last, language, today())))
      .waitFor();
    await expectSoundPage(late.page, `third-late-${language}`);
    await untilPageSays(late, [], [words.ask]);
    await at.close();
    await late.leave(1);
    await shopper.leave(1);
  },
);
