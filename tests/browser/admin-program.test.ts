// The merchant changes the program in the admin's frame, and the storefront follows.
import { beforeAll, expect, test } from 'vitest';
import type { FrameLocator, Page } from 'playwright-core';
import { textsOf } from '#app/locales/texts.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { startBrowser } from '#tests/support/browser.ts';
import type { TestBrowser } from '#tests/support/browser.ts';
import { startApp } from '#tests/support/running-app.ts';
import type { RunningApp } from '#tests/support/running-app.ts';

/** What the issue promises between publishing and the storefront. */
const PROMISE_MS = 2_000;
const COFFEE = '/products/morning-house';

let app: RunningApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  return () => app.stop();
});

beforeAll(async () => {
  browser = await startBrowser();
  return () => browser.close();
});

type Language = 'en' | 'fr';

async function openProgram(language: Language, width = 1_280) {
  const watched = await browser.page({ viewport: { width, height: 1_000 } });
  await watched.page.goto(`${app.urls.admin}/apps/sixth/app/program?locale=${language}`);
  const frame = watched.page.frameLocator('iframe');
  await frame.getByLabel(textsOf(language).program.pointsField).waitFor();
  return { ...watched, frame };
}

async function save(page: Page, frame: FrameLocator, language: Language): Promise<void> {
  await page.getByRole('button', { name: textsOf(language).shell.save, exact: true }).click();
  await page.getByText(textsOf(language).shell.saved).waitFor();
  await frame.getByRole('button', { name: textsOf(language).program.publish, disabled: false }).waitFor();
}

async function confirmPublish(frame: FrameLocator, language: Language): Promise<void> {
  const { publish } = textsOf(language).program;
  await frame.getByRole('button', { name: publish, exact: true }).click();
  await frame.getByRole('dialog').getByRole('button', { name: publish, exact: true }).click();
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

test.each([
  ['en', '3', 'Every €1 earns 3 points.'],
  ['fr', '4', 'Every €1 earns 4 points.'],
] as const)(
  'publishing another rate changes the product page’s number within two seconds (%s)',
  async (language, points, sentence) => {
    const { page, frame, problems, close } = await openProgram(language);
    const { program } = textsOf(language);
    // The card that waits in the draft names no products: it isn't published with the rate.
    const remove = frame.getByRole('button', { name: program.removeCard(program.newCardTitle) });
    if (await remove.isVisible()) await remove.click();
    await frame.getByLabel(program.pointsField).fill(points);
    await save(page, frame, language);
    await confirmPublish(frame, language);
    expect(await untilStorefrontSays(sentence)).toBeLessThan(PROMISE_MS);
    expect(problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await close();
  },
);

test.each(['en', 'fr'] as const)(
  'bad input is said beside its field, and what was typed stays (%s)',
  async (language) => {
    const { page, frame, close } = await openProgram(language);
    const { program, shell } = textsOf(language);
    const points = frame.getByLabel(program.pointsField);
    await points.fill('-2');
    await page.getByRole('button', { name: shell.save, exact: true }).click();
    await frame.getByText(program.problems.tooSmall).waitFor();
    expect(await points.inputValue()).toBe('-2');
    expect(await points.getAttribute('aria-invalid')).toBe('true');
    await points.fill('2');
    await frame.getByText(program.problems.tooSmall).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: shell.discard, exact: true }).click();
    await close();
  },
);

test('of two people editing, the second is told, and nothing typed is lost', async () => {
  const [one, two] = [await openProgram('en'), await openProgram('en')];
  const { program, shell } = textsOf('en');
  await one.frame.getByLabel(program.pointsField).fill('7');
  await two.frame.getByLabel(program.amountField('EUR')).fill('2.00');
  await save(one.page, one.frame, 'en');
  await two.page.getByRole('button', { name: shell.save, exact: true }).click();
  await two.frame.getByText(shell.changedMeanwhile).waitFor();
  expect(await two.frame.getByLabel(program.amountField('EUR')).inputValue()).toBe('2.00');
  await two.frame.getByRole('button', { name: shell.onTop }).click();
  await two.frame.getByText('7 points for every €2.00 spent.', { exact: true }).waitFor();
  await save(two.page, two.frame, 'en');
  await Promise.all([one.close(), two.close()]);
});

test.each(['en', 'fr'] as const)('a stamp card is published by keyboard alone (%s)', async (language) => {
  const { page, frame, problems, close } = await openProgram(language);
  const { program, shell } = textsOf(language);
  const press = async (target: ReturnType<FrameLocator['getByRole']>, key = 'Enter') => {
    await target.focus();
    await page.keyboard.press(key);
  };
  await press(frame.getByRole('button', { name: program.addCard }));
  await press(frame.getByRole('radio', { name: program.allProducts }).last(), 'Space');
  const title = frame.getByLabel(language === 'fr' ? program.titleFr : program.titleEn).last();
  await title.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`Card ${language}`);
  await press(page.getByRole('button', { name: shell.save, exact: true }));
  await page.getByText(shell.saved).waitFor();
  const publish = frame.getByRole('button', { name: program.publish, exact: true, disabled: false });
  await publish.waitFor();
  await press(publish);
  const dialog = frame.getByRole('dialog');
  await press(dialog.getByRole('button', { name: program.publish, exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await frame.getByText(program.differs).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await close();
});

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)('axe finds nothing, and nothing scrolls sideways (%s, %i px)', async (language, width) => {
  const { page, frame, problems, close } = await openProgram(language, width);
  const { program } = textsOf(language);
  await frame.getByTitle(program.preview.frame('')).first().waitFor();
  const framed = page.mainFrame().childFrames()[0]!;
  const fits = () => framed.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(await axeProblems(framed)).toEqual([]);
  expect(await fits()).toBe(true);
  await page.getByRole('button', { name: program.versions, exact: true }).click();
  await frame.getByText(program.history.first).waitFor();
  expect(await axeProblems(framed)).toEqual([]);
  expect(await fits()).toBe(true);
  expect(problems).toEqual([]);
  await close();
});
