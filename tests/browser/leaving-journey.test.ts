// The pages of the program in the shop's theme with the whole product running: the terms before and after a publish, and a shopper
// who leaves and comes back.
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/support/axe.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { useRewardShop } from './reward-journey.ts';

const shop = useRewardShop();
const LANGUAGES = ['en', 'fr'] as const;

const WORDS = {
  en: {
    title: 'Terms of the loyalty program',
    rate: (points: number) => `${points} points for every €1.00 spent.`,
    inForce: 'in force',
    added: 'New in it',
    loses: ['47 points'],
    leave: 'Leave the program',
    sure: 'Yes, leave the program',
    left: 'You left the program on',
    back: 'Come back to the program',
    nothing: 'You have nothing to lose in it now.',
  },
  fr: {
    title: 'Conditions du programme de fidélité',
    rate: (points: number) => `${points} points pour 1,00 € d’achat.`,
    inForce: 'en vigueur',
    added: 'Nouveau',
    loses: ['47 points'],
    leave: 'Quitter le programme',
    sure: 'Oui, quitter le programme',
    left: 'Vous avez quitté le programme le',
    back: 'Revenir dans le programme',
    nothing: 'Vous n’avez rien à y perdre pour l’instant.',
  },
};

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

test.each(LANGUAGES)('S-86 the terms are read before and after a publish (%s)', async (language) => {
  const words = WORDS[language];
  const { app } = shop;
  const { page } = await shop.shopper(language, language === 'en' ? 1_280 : 360);
  const read = async () => {
    await page.goto(`${app.urls.storefront}/apps/sixth/terms`);
    return plain(await page.locator('.sixth-page').innerText());
  };
  const rate = (points: number) =>
    publishDraft(app.shop.domain, (rules) => ({ ...rules, earn: { points, perMinor: 100 } }));
  await rate(language === 'en' ? 3 : 5);
  const before = await read();
  expect(before).toContain(words.title);
  expect(before).toContain(words.rate(language === 'en' ? 3 : 5));
  await rate(language === 'en' ? 4 : 6);
  const after = await read();
  expect(after).toContain(words.rate(language === 'en' ? 4 : 6));
  expect(after).not.toContain(words.rate(language === 'en' ? 3 : 5));
  const newest = page.locator('.sixth-page details').first();
  expect(await newest.locator('summary').innerText()).toContain(words.inForce);
  await newest.locator('summary').click();
  expect(plain(await newest.innerText())).toContain(words.added);
  expect(await axeProblems(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await publishDraft(app.shop.domain, (rules) => ({ ...rules, earn: { points: 1, perMinor: 100 } }));
});

test.each(LANGUAGES)('S-85 C03 a shopper leaves, and comes back at zero (%s)', async (language) => {
  const words = WORDS[language];
  const { app } = shop;
  const shopper = await shop.shopper(language, language === 'en' ? 360 : 1_280);
  const { page } = shopper;
  await app.jobsDone();
  await shopper.earn();
  const open = async () => {
    await page.goto(`${app.urls.storefront}/apps/sixth/personal-data`);
    return plain(await page.locator('.sixth-page').innerText());
  };
  for (const lost of words.loses) expect(await open()).toContain(lost);
  expect(await axeProblems(page)).toEqual([]);
  await page.locator('summary', { hasText: words.leave }).click();
  await page.getByRole('button', { name: words.sure }).dblclick();
  await page.getByText(words.left).waitFor();
  await app.jobsDone();
  expect((await shopper.books()).points).toBe(0);
  await shopper.earn();
  expect((await shopper.books()).points).toBe(0);
  expect(await open()).toContain(words.left);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: words.back }).click();
  await page.getByText(words.nothing).waitFor();
  await shopper.earn();
  expect((await shopper.books()).points).toBe(47);
});
