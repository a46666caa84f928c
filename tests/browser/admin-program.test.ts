// The merchant changes the program in the admin's frame, and the storefront follows.
import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { sidewaysScroll, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { confirmPublish, saveProgram, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

/** README promises two seconds between publishing and the storefront. */
const PROMISE_MS = 2_000;
const COFFEE = '/products/morning-house';

const { app, browser } = useRunningApp();

const openProgram = (locale: Locale, width?: number) => visitProgram(app, browser, locale, width);

async function addCard({ app: frame }: AdminVisit, locale: Locale, title: string): Promise<void> {
  const { program } = WORDS[locale];
  await frame.getByRole('button', { name: program.addCard }).click();
  await frame.getByLabel(program.titleIn.en).last().fill(title);
  await frame.getByLabel(program.titleIn.fr).last().fill(title);
}

/** @returns how long the product page took to say it. */
async function untilStorefrontSays(sentence: string): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < 10 * PROMISE_MS) {
    const html = await (await fetch(app.urls.storefront + COFFEE)).text();
    if (html.includes(sentence)) return performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the product page never said: ${sentence}`);
}

const LOCALES: Locale[] = ['en', 'fr'];

test.each([
  ['en', '3', 'Every €1 earns 3 points.'],
  ['fr', '4', 'Every €1 earns 4 points.'],
] as const)(
  'publishing another rate changes the product page’s number within two seconds (%s)',
  async (locale, points, sentence) => {
    const visit = await openProgram(locale);
    const { program } = WORDS[locale];
    // The card that waits in the draft names no products: it isn't published with the rate.
    const remove = visit.app.getByRole('button', { name: program.removeCard(program.newCardTitle) });
    if (await remove.isVisible()) await remove.click();
    await visit.app.getByLabel(program.pointsField).fill(points);
    await saveProgram(visit, locale);
    await confirmPublish(visit.app, locale);
    expect(await untilStorefrontSays(sentence)).toBeLessThan(PROMISE_MS);
    expect(visit.problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await visit.close();
  },
);

test.each(LOCALES)('bad input is said beside its field, and what was typed stays (%s)', async (locale) => {
  const { page, app: frame, close } = await openProgram(locale);
  const { program, shell } = WORDS[locale];
  const points = frame.getByLabel(program.pointsField);
  await points.fill('-2');
  const [, unsaved = ''] = program.upToDateUnsaved('', '#').split('#');
  await frame.getByText(unsaved).waitFor();
  await page.getByRole('button', { name: shell.save, exact: true }).click();
  await frame.getByText(program.problems.tooSmall).waitFor();
  expect(await points.inputValue()).toBe('-2');
  expect(await points.getAttribute('aria-invalid')).toBe('true');
  await points.fill('2');
  await frame.getByText(program.problems.tooSmall).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: shell.discard, exact: true }).click();
  await close();
});

test.each([
  ['en', '7', '2.00', '7 points for every €2.00 spent.'],
  ['fr', '8', '4,00', '8 points pour 4,00\u00a0€ d’achat.'],
] as const)(
  'of two people editing, the second is told, and nothing typed is lost (%s)',
  async (locale, points, amount, sentence) => {
    const [one, two] = [await openProgram(locale), await openProgram(locale)];
    const { program, shell } = WORDS[locale];
    const theirs = two.app.getByLabel(program.amountField('EUR'));
    await one.app.getByLabel(program.pointsField).fill(points);
    await addCard(one, locale, `First ${locale}`);
    await theirs.fill(amount);
    await addCard(two, locale, `Second ${locale}`);
    await saveProgram(one, locale);
    await two.page.getByRole('button', { name: shell.save, exact: true }).click();
    await two.app.getByText(shell.changedMeanwhile).waitFor();
    expect(await theirs.inputValue()).toBe(amount);
    await two.app.getByRole('button', { name: shell.onTop }).click();
    await two.app.getByText(sentence, { exact: true }).waitFor();
    for (const title of [`First ${locale}`, `Second ${locale}`])
      await two.app.getByRole('heading', { name: title, exact: true }).waitFor();
    await saveProgram(two, locale);
    await Promise.all([one.close(), two.close()]);
  },
);

test.each([
  ['en', '21', 'Bean card'],
  ['fr', '22', 'Carte des grains'],
] as const)(
  'a session that ended while editing loses nothing: not by a save, a trial or a preview (%s)',
  async (locale, points, title) => {
    const visit = await openProgram(locale);
    const { page, app: frame } = visit;
    const { program, shell } = WORDS[locale];
    const old = await app.shopify.sessionToken(app.shop.domain, { expiresInSeconds: -120 });
    await page.route('**/_local/id-token', (route) => route.fulfill({ json: { token: old } }));
    const field = frame.getByLabel(program.pointsField);
    const titleField = frame.getByLabel(program.titleIn[locale]).last();
    await frame.getByRole('button', { name: program.addCard }).click();
    await field.fill(points);
    await titleField.fill(title);
    await frame.getByText(program.preview.failed).waitFor();
    await frame.getByRole('button', { name: program.trial.run }).click();
    await frame.getByText(program.trial.failed).waitFor();
    await page.getByRole('button', { name: shell.save, exact: true }).click();
    await frame.getByText(shell.notSaved, { exact: true }).waitFor();
    expect([await field.inputValue(), await titleField.inputValue()]).toEqual([points, title]);
    await page.unroute('**/_local/id-token');
    await frame.getByRole('button', { name: shell.retry }).click();
    await frame.getByText(program.preview.failed).waitFor({ state: 'detached' });
    await saveProgram(visit, locale);
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe(points);
    expect(await titleField.inputValue()).toBe(title);
    await visit.close();
  },
);

test.each(LOCALES)('a stamp card is published by keyboard alone (%s)', async (locale) => {
  const { page, app: frame, problems, close } = await openProgram(locale);
  const { program, shell } = WORDS[locale];
  const press = async (target: Locator, key = 'Enter') => {
    await target.focus();
    await page.keyboard.press(key);
  };
  await press(frame.getByRole('button', { name: program.addCard }));
  for (const all of await frame.getByRole('radio', { name: program.allProducts }).all())
    await press(all, 'Space');
  const title = frame.getByLabel(program.titleIn[locale]).last();
  await title.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`Card ${locale}`);
  await press(page.getByRole('button', { name: shell.save, exact: true }));
  await page.getByText(shell.saved).waitFor();
  const publish = frame.getByRole('button', { name: program.publish, exact: true, disabled: false });
  await publish.waitFor();
  const dialog = frame.getByRole('dialog');
  await press(publish);
  await dialog.getByRole('button', { name: program.publish, exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => publish.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await press(dialog.getByRole('button', { name: program.publish, exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await frame.getByText(program.differs).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await close();
});

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)('axe finds nothing, and nothing scrolls sideways (%s, %i px)', async (locale, width) => {
  const { page, app: frame, frame: current, problems, close } = await openProgram(locale, width);
  const { program } = WORDS[locale];
  await frame.getByTitle(program.preview.frame('')).first().waitFor();
  const expectSound = async () => {
    expect(await axeProblems(current())).toEqual([]);
    expect(await sidewaysScroll(current())).toBeLessThanOrEqual(0);
  };
  await frame.getByRole('button', { name: program.trial.addLine }).click();
  await frame.getByRole('button', { name: program.trial.run }).click();
  await frame.getByText(program.trial.priceRange).waitFor();
  await expectSound();
  await page.getByRole('button', { name: program.versions, exact: true }).click();
  await frame.getByText(program.history.first).waitFor();
  await expectSound();
  expect(problems).toEqual([]);
  await close();
});
