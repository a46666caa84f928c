// A wedding day, told and celebrated: the merchant names the day and writes what customers agree to; a shopper tells it, mistypes it,
// changes it; on the day the gift comes once. Another takes the day away, and nothing comes.
import { afterEach, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { revisitAdmin, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { confirmPublish, toReview } from '#tests/support/program-visit.ts';
import {
  beginFromGallery,
  expectSoundPage,
  expectSoundScreen,
  moveClockTo,
  saidDay,
  untilPageSays,
} from './moment-scene.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

const shop = useRewardShop();

const SAID = {
  en: {
    title: 'Your wedding day',
    consent: 'I agree that the shop keeps this day for my gift.',
    ask: 'Tell us the day, and a gift comes with it.',
    told: (day: string) => `Your day: ${day}.`,
    save: 'Save',
    change: 'Change or remove it',
    remove: 'Remove it',
    impossible: 'There’s no such day. Please check day and month.',
    came: (day: string) => `50 points, added to your balance on ${day}.`,
  },
  fr: {
    title: 'Votre mariage',
    consent: 'J’accepte que la boutique garde ce jour pour mon cadeau.',
    ask: 'Indiquez le jour, et recevez un cadeau.',
    told: (day: string) => `Votre jour : le ${day}.`,
    save: 'Enregistrer',
    change: 'Modifier ou retirer',
    remove: 'Retirer ce jour',
    impossible: 'Ce jour n’existe pas. Vérifiez le jour et le mois.',
    came: (day: string) => `50 points, ajoutés à votre solde le ${day}.`,
  },
};

const today = () => dayIn(shop.app.shop.setup.timeZone, shop.app.shopify.clock());

/** The next language begins with a program without it. */
afterEach(() => publishDraft(shop.app.shop.domain, (rules) => ({ ...rules, moments: undefined })));

async function publishWedding(language: Locale, width: number): Promise<AdminVisit> {
  const { moments: say, program } = WORDS[language];
  const at = await beginFromGallery(shop, { locale: language, width }, 'own-day');
  await expectSoundScreen(at, `wedding-begin-${language}`);
  await at.app.getByLabel(program.titleIn.en).fill(SAID.en.title);
  await at.app.getByLabel(program.titleIn.fr).fill(SAID.fr.title);
  await at.app.getByLabel(say.fields.waitDays, { exact: true }).fill('0');
  // It begins with words, which the merchant writes otherwise.
  for (const field of [say.consent.en, say.consent.fr]) {
    const words = at.app.getByLabel(field, { exact: true });
    expect(await words.inputValue()).not.toBe('');
    await words.fill(field === say.consent.en ? SAID.en.consent : SAID.fr.consent);
  }
  await at.app.getByRole('button', { name: say.addThis }).click();
  await at.app.getByRole('button', { name: say.remove }).waitFor();
  await toReview(at.app, language);
  await confirmPublish(at.app, language);
  await expectSoundScreen(at, `wedding-live-${language}`);
  return at;
}

const formOf = (page: Page): Locator =>
  page.locator('form.sixth-form:visible', { has: page.locator('input[name=moment]') }).first();

async function fill(form: Locator, day: string): Promise<void> {
  await form.locator('input[name=day]').fill(String(Number(day.slice(8))));
  await form.locator('select').selectOption(String(Number(day.slice(5, 7))));
}

/** The day stands on the page, and the form is opened. */
async function openChange(shopper: RewardShopper, language: Locale, day: string): Promise<Locator> {
  const words = SAID[language];
  await untilPageSays(shopper, [words.told(saidDay(day, language, day))]);
  await shopper.page.locator('summary:visible', { hasText: words.change }).first().click();
  return formOf(shopper.page);
}

async function tell(shopper: RewardShopper, language: Locale, day: string): Promise<void> {
  const { lifeDates: answers } = WORDS[language];
  await untilPageSays(shopper, [SAID[language].ask]);
  const form = formOf(shopper.page);
  await fill(form, day);
  await form.locator('input[name=agreed]').check();
  await form.getByRole('button', { name: SAID[language].save }).click();
  await shopper.page.getByText(answers.saved).waitFor();
}

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)('C142 S-13 a wedding day is told and celebrated (%s, %i px)', async (language, width) => {
  const words = SAID[language];
  const { lifeDates: answers, momentFigures } = WORDS[language];
  const at = await publishWedding(language, width);

  const shopper = await shop.shopper(language, 360);
  const other = await shop.shopper(language, 1_280);
  const { page } = shopper;
  await untilPageSays(shopper, [words.title, words.ask, words.consent]);
  await expectSoundPage(page, `wedding-ask-${language}`);
  const form = formOf(page);
  const save = form.getByRole('button', { name: words.save });
  await fill(form, '2026-02-31');
  await form.locator('input[name=agreed]').check();
  await save.press('Enter');
  await form.getByText(words.impossible).waitFor();
  expect(await form.locator('input[name=day]').getAttribute('aria-invalid')).toBe('true');
  await expectSoundPage(page, `wedding-impossible-${language}`);
  const [thought, day] = [addDays(today(), 3), addDays(today(), 2)];
  await fill(form, thought);
  await form.locator('input[name=agreed]').uncheck();
  await save.press('Enter');
  await form.getByText(answers.notAgreed).waitFor();
  await expectSoundPage(page, `wedding-agree-${language}`);
  await form.locator('input[name=agreed]').check();
  await save.press('Enter');
  await page.getByText(answers.saved).waitFor();
  await expectSoundPage(page, `wedding-told-${language}`);

  const again = await openChange(shopper, language, thought);
  await expectSoundPage(page, `wedding-change-${language}`);
  await fill(again, day);
  await again.locator('input[name=agreed]').check();
  await again.getByRole('button', { name: words.save }).click();
  await page.getByText(answers.saved).waitFor();

  await tell(other, language, day);
  const leaving = await openChange(other, language, day);
  await leaving.locator('input[name=remove]').check();
  await leaving.getByRole('button', { name: words.save }).click();
  await other.page.getByText(answers.removed).waitFor();

  await moveClockTo(shop, day);
  await untilPageSays(shopper, [words.title, words.came(saidDay(day, language, day))]);
  await expectSoundPage(page, `wedding-came-${language}`);
  await moveClockTo(shop, addDays(day, 1));
  await shop.app.jobsDone();
  expect(await shopper.books()).toMatchObject({ points: 50 });
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int from "Gift" g join "Member" m on m.id = g."memberId" where m."customerId" = any($1::bigint[])`,
    [[shopper.id, other.id]],
  );
  expect(rows[0]?.count).toBe(1);

  await revisitAdmin(shop.app, at, { path: await shopper.adminPath(), locale: language });
  await at.app.getByText(words.title).first().waitFor();
  await expectSoundScreen(at, `wedding-member-${language}`);
  await revisitAdmin(shop.app, at, { path: '/app/program/moments', locale: language });
  await at.app.getByRole('link', { name: words.title, exact: true }).click();
  await at.app.getByText(momentFigures.points).first().waitFor();
  await expectSoundScreen(at, `wedding-moment-${language}`);
  await revisitAdmin(shop.app, at, { path: '', locale: language });
  await expectSoundScreen(at, `wedding-home-${language}`);
  await at.close();
  await shopper.leave(2);
  await other.leave();
});
