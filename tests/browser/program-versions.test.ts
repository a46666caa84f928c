// What every published version changed, and the way back to one of them.
import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import type { Locator } from 'playwright-core';
import { pool } from '#app/db/pool.server.ts';
import { sidewaysScroll, visitAdmin, WORDS, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { changeDraft, publishDraft } from '#tests/support/change-draft.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();
let versionThree: ProgramRules;

const domain = () => app.shop.domain;
const earning = (points: number) => (rules: ProgramRules) => ({ ...rules, earn: { points, perMinor: 100 } });

/** Version 2 doubles the rate and brings the card, version 3 lets tips count. */
beforeAll(async () => {
  const all = { ...NO_PRODUCTS, all: true };
  await publishDraft(domain(), (rules) => ({
    ...earning(2)(rules),
    cards: rules.cards.map((card) => ({ ...card, products: all })),
  }));
  await publishDraft(domain(), (rules) => {
    versionThree = { ...rules, counts: { ...rules.counts, tips: true } };
    return versionThree;
  });
});

const SAID = {
  en: {
    lines: ['Points: 1 point for every €1.00 → 2 points for every €1.00', 'Stamp card: new'],
    restoredLine: 'Points: 2 points for every €1.00 → 1 point for every €1.00',
    versionTwo: [
      'Points: 2 points for every €1.00 spent. Before: 1 point for every €1.00 spent.',
      'New stamp card: “Stamp card”. Buy 5 of any product, and the 6th is free.',
    ],
    versionThree: 'Tips are counted.',
    restoring: [
      'Points: 1 point for every €1.00 spent. Before: 5 points for every €1.00 spent.',
      'The card “Stamp card” ends. Stamps stay with their members, but it isn’t shown any more.',
      'Tips aren’t counted.',
    ],
  },
  fr: {
    lines: [
      'Points\u00a0: 1 point pour 1,00\u00a0€ → 2 points pour 1,00\u00a0€',
      'Carte de fidélité\u00a0: nouvelle',
    ],
    restoredLine: 'Points\u00a0: 2 points pour 1,00\u00a0€ → 1 point pour 1,00\u00a0€',
    versionTwo: [
      'Points\u00a0: 2 points pour 1,00\u00a0€ d’achat. Avant\u00a0: 1 point pour 1,00\u00a0€ d’achat.',
      'Nouvelle carte\u00a0: «\u00a0Carte de fidélité\u00a0». 5 articles achetés parmi tous les produits, le 6ᵉ offert.',
    ],
    versionThree: 'Les pourboires comptent.',
    restoring: [
      'Points\u00a0: 1 point pour 1,00\u00a0€ d’achat. Avant\u00a0: 5 points pour 1,00\u00a0€ d’achat.',
      'La carte «\u00a0Carte de fidélité\u00a0» prend fin. Les membres gardent leurs tampons, mais elle n’est plus affichée.',
      'Les pourboires ne comptent pas.',
    ],
  },
};

const open = (locale: Locale, width = 1_280) =>
  visitAdmin(app, browser, { path: '/app/program/versions', locale, width });

describe.each([
  ['en', 1_280],
  ['fr', 360],
] as const)('in %s', (locale, width) => {
  const { program, overview } = WORDS[locale];
  const { history } = program;
  const said = SAID[locale];

  /** The card of one version on the page. */
  const cardOf = ({ app: frame }: Awaited<ReturnType<typeof open>>, number: string) =>
    frame
      .locator('.Polaris-ShadowBevel')
      .filter({ has: frame.getByRole('heading', { name: history.number(number), exact: true }) });

  /** Whole sentences are said where somebody asks. */
  const inWords = (within: Locator) =>
    within.getByRole('button', { name: new RegExp(overview.inWords, 'i') }).press('Enter');

  test('each version says what it changed, and the published one is marked', async () => {
    const visit = await open(locale, width);
    await visit.app.getByText(history.first).waitFor();
    for (const line of said.lines) await cardOf(visit, '2').getByText(line, { exact: true }).waitFor();
    await inWords(cardOf(visit, '2'));
    for (const sentence of said.versionTwo)
      await cardOf(visit, '2').getByText(sentence, { exact: true }).waitFor();
    await inWords(cardOf(visit, '3'));
    await cardOf(visit, '3').getByText(said.versionThree, { exact: true }).waitFor();
    expect(await visit.app.getByText(history.current, { exact: true }).count()).toBe(1);
    await cardOf(visit, '3').getByText(history.current, { exact: true }).waitFor();
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test('restoring says what it changes, can be cancelled, and changes the draft alone', async () => {
    await changeDraft(domain(), () => earning(5)(versionThree));
    const visit = await open(locale, width);
    const { page, app: frame } = visit;
    const dialog = frame.getByRole('dialog');
    const ask = cardOf(visit, '1').getByRole('button', { name: history.restore });
    await ask.press('Enter');
    await dialog.getByRole('heading', { name: history.restoreTitle('1') }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => ask.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await inWords(dialog);
    for (const sentence of said.restoring) await dialog.getByText(sentence, { exact: true }).waitFor();
    expect(await axeProblems(visit.frame())).toEqual([]);
    expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
    await dialog.getByRole('button', { name: history.restore }).press('Enter');
    await page.getByText(history.restored('1')).waitFor();
    // Customers see what is published, until the merchant publishes what was restored: here.
    await frame.getByRole('button', { name: overview.review }).waitFor();
    await frame.getByText(said.restoredLine, { exact: true }).waitFor();
    await page.getByRole('button', { name: program.versions, exact: true }).click();
    await cardOf(visit, '1').getByText(history.draftSame).waitFor();
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test('a draft that somebody changed meanwhile isn’t overwritten, and restoring again works', async () => {
    const visit = await open(locale, width);
    const dialog = visit.app.getByRole('dialog');
    const restore = async () => {
      await cardOf(visit, '2').getByRole('button', { name: history.restore }).press('Enter');
      await dialog.getByRole('button', { name: history.restore }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    await cardOf(visit, '2').waitFor();
    await changeDraft(domain(), earning(9));
    await restore();
    await visit.app.getByText(history.draftChanged).waitFor();
    expect(await draftPoints()).toBe(9);
    await restore();
    await visit.page.getByText(history.restored('2')).waitFor();
    await visit.app.getByRole('button', { name: overview.review }).waitFor();
    expect(await draftPoints()).toBe(2);
    await visit.close();
  });
});

describe('after many versions', () => {
  beforeAll(async () => {
    for (let points = 30; points < 50; points += 1) await publishDraft(domain(), earning(points));
  });

  test.each(['en', 'fr'] as const)('they are paged, there and back (%s)', async (locale) => {
    const { history } = WORDS[locale].program;
    const visit = await open(locale);
    const versions = visit.app.getByRole('heading', { level: 2 });
    const newer = visit.app.getByRole('button', { name: history.newer });
    const older = visit.app.getByRole('button', { name: history.older });
    await expect.poll(() => versions.first().innerText()).toBe(history.number('23'));
    expect([await versions.count(), await newer.isDisabled()]).toEqual([20, true]);
    await older.click();
    await visit.app.getByText(history.first).waitFor();
    const last = ['3', '2', '1'].map((number) => history.number(number));
    expect(await versions.allInnerTexts()).toEqual(last);
    expect(await older.isDisabled()).toBe(true);
    await newer.click();
    await expect.poll(() => versions.first().innerText()).toBe(history.number('23'));
    expect(visit.problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await visit.close();
  });
});

async function draftPoints(): Promise<number | undefined> {
  const { rows } = await pool().query<{ points: number }>(
    `select (draft->'earn'->>'points')::int as points from "Shop"`,
  );
  return rows[0]?.points;
}
