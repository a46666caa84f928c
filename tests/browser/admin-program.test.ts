// The merchant changes the program in the admin's frame, and the storefront follows.
import { beforeAll, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { goOnInOnePage, sidewaysScroll, WORDS, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { boxesThatOverlap } from '#tests/support/boxes.ts';
import { changeDraft, publishDraft } from '#tests/support/change-draft.ts';
import { occasion } from '#tests/support/factories.ts';
import {
  confirmPublish,
  saveProgram,
  toReview,
  visitProgram,
  type ProgramPart,
} from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

/** README promises two seconds between publishing and the storefront. */
const PROMISE_MS = 2_000;
/** Where the rate stands in words, to whoever isn't signed in. */
const LOYALTY = '/pages/loyalty';

const { app, browser } = useRunningApp();
goOnInOnePage(browser);

const open = (locale: Locale, part: ProgramPart = '/points', width?: number) =>
  visitProgram(app, browser, locale, part, width);

/** The card that waits in the draft names no products: nothing could be published with it. */
beforeAll(async () => {
  await changeDraft(app.shop.domain, (rules) => ({ ...rules, cards: [] }));
});

/** @returns how long the loyalty page took to say it. */
async function untilStorefrontSays(sentence: string): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < 10 * PROMISE_MS) {
    const html = await (await fetch(app.urls.storefront + LOYALTY)).text();
    if (html.includes(sentence)) return performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the loyalty page never said: ${sentence}`);
}

const LOCALES: Locale[] = ['en', 'fr'];

test.each([
  ['en', '3', 'Every €1 earns 3 points.'],
  ['fr', '4', 'Every €1 earns 4 points.'],
] as const)(
  'publishing another rate changes the loyalty page’s number within two seconds (%s)',
  async (locale, points, sentence) => {
    const visit = await open(locale);
    await visit.app.getByLabel(WORDS[locale].program.pointsField).fill(points);
    await saveProgram(visit, locale);
    await toReview(visit.app, locale);
    await confirmPublish(visit.app, locale);
    expect(await untilStorefrontSays(sentence)).toBeLessThan(PROMISE_MS);
    expect(visit.problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await visit.close();
  },
);

test.each(LOCALES)('bad input is said beside its field, and what was typed stays (%s)', async (locale) => {
  const { page, app: frame, close } = await open(locale);
  const { program, shell } = WORDS[locale];
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
});

test.each([
  ['en', '7', '2.00', '7 points for every €2.00 spent.'],
  ['fr', '8', '4,00', '8 points pour 4,00\u00a0€ d’achat.'],
] as const)(
  'of two people editing, the second is told, and nothing typed is lost (%s)',
  async (locale, points, amount, sentence) => {
    const [one, two] = [await open(locale), await open(locale)];
    const { program, shell } = WORDS[locale];
    const theirs = two.app.getByLabel(program.amountField('EUR'));
    await one.app.getByLabel(program.pointsField).fill(points);
    await theirs.fill(amount);
    await saveProgram(one, locale);
    await two.page.getByRole('button', { name: shell.save, exact: true }).click();
    await two.app.getByText(shell.changedMeanwhile).waitFor();
    expect(await theirs.inputValue()).toBe(amount);
    await two.app.getByRole('button', { name: shell.onTop }).click();
    await two.app.getByText(sentence, { exact: true }).waitFor();
    await saveProgram(two, locale);
    await Promise.all([one.close(), two.close()]);
  },
);

test.each([
  ['en', '21'],
  ['fr', '22'],
] as const)(
  'a session that ended while editing loses nothing: not by a save or a preview (%s)',
  async (locale, points) => {
    const visit = await open(locale);
    const { page, app: frame } = visit;
    const { program, shell } = WORDS[locale];
    const old = await app.shopify.sessionToken(app.shop.domain, { expiresInSeconds: -120 });
    await page.route('**/_local/id-token', (route) => route.fulfill({ json: { token: old } }));
    const field = frame.getByLabel(program.pointsField);
    await field.fill(points);
    await frame.getByText(program.preview.failed).waitFor();
    await page.getByRole('button', { name: shell.save, exact: true }).click();
    await frame.getByText(shell.notSaved, { exact: true }).waitFor();
    expect(await field.inputValue()).toBe(points);
    await page.unroute('**/_local/id-token');
    await frame.getByRole('button', { name: shell.retry }).click();
    await frame.getByText(program.preview.failed).waitFor({ state: 'detached' });
    await saveProgram(visit, locale);
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe(points);
    await visit.close();
  },
);

test.each(LOCALES)('a stamp card is made and published by keyboard alone (%s)', async (locale) => {
  const { page, app: frame, problems, close } = await open(locale, '/cards/new');
  const { program, shell, overview } = WORDS[locale];
  const press = async (target: Locator, key = 'Enter') => {
    await target.focus();
    await page.keyboard.press(key);
  };
  await press(frame.getByRole('radio', { name: program.allProducts }), 'Space');
  // Arrows walk through the pictures of a stamp.
  await press(frame.getByRole('radio', { name: overview.shapes.tick }), 'ArrowRight');
  expect(await frame.getByRole('radio', { name: overview.shapes.cup }).isChecked()).toBe(true);
  const title = frame.getByLabel(program.titleIn[locale]);
  await title.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`Card ${locale}`);
  await press(page.getByRole('button', { name: shell.save, exact: true }));
  await page.getByText(shell.saved).waitFor();
  // The page of a new card moves to an address of its own once it is saved, and is made anew: a key pressed before is lost.
  await page.waitForURL((url) => !url.pathname.endsWith('/cards/new'));
  await press(frame.getByRole('button', { name: overview.toReview }));
  const review = frame.getByRole('button', { name: overview.review });
  await review.waitFor();
  const dialog = frame.getByRole('dialog');
  await press(review);
  await dialog.getByRole('button', { name: program.publish, exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => review.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await press(dialog.getByRole('button', { name: program.publish, exact: true }));
  await review.waitFor({ state: 'detached' });
  await frame.getByRole('heading', { name: new RegExp(`Card ${locale}`) }).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test.each(LOCALES)(
  'a card’s noun is typed in one line, and what is wrong with it is said (%s)',
  async (locale) => {
    const visit = await open(locale, '/cards/new');
    const { program, overview } = WORDS[locale];
    await visit.app.getByRole('radio', { name: program.allProducts }).press('Space');
    const french = visit.app.getByLabel(overview.nounIn.fr);
    await french.fill('café / cafés');
    await visit.app.getByText(program.problems.nounArticle).waitFor();
    await french.fill('un café');
    await visit.app.getByText(program.problems.nounShape).waitFor();
    await french.fill('un café / cafés');
    await visit.app.getByText(program.problems.nounShape).waitFor({ state: 'detached' });
    await visit.app.getByLabel(program.titleIn.en).fill(`Noun ${locale}`);
    await visit.app.getByLabel(program.titleIn.fr).fill(`Nom ${locale}`);
    await saveProgram(visit, locale);
    await toReview(visit.app, locale);
    const name = { en: `Noun ${locale}`, fr: `Nom ${locale}` }[locale];
    await visit.app.getByRole('link', { name, exact: true }).click();
    await expect.poll(() => french.inputValue()).toBe('un café / cafés');
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
);

test.each(LOCALES)('a card is removed, and kept again where it was published (%s)', async (locale) => {
  const { overview } = WORDS[locale];
  const at = await open(locale, '');
  const name = `Card ${locale}`;
  await at.app.getByRole('link', { name, exact: true }).click();
  await at.app.getByRole('button', { name: overview.removeCard }).click();
  await at.app.getByRole('dialog').getByRole('button', { name: overview.removeCard }).click();
  await at.app.getByText(overview.states.ending).waitFor();
  await at.app.getByRole('button', { name: overview.keepNamed(name) }).click();
  await at.app.getByText(overview.states.ending).waitFor({ state: 'detached' });
  expect(at.problems).toEqual([]);
  await at.close();
});

test.each([
  ['en', 'Birthday: 50 → 100 points', 'Birthday: 100 → 50 points'],
  ['fr', 'Anniversaire\u00a0: 50 → 100 points', 'Anniversaire\u00a0: 100 → 50 points'],
] as const)(
  'a birthday goes from 50 to 100 points, is reviewed and published with a note, and restored (%s)',
  async (locale, there, back) => {
    await publishDraft(app.shop.domain, (rules) => ({
      ...rules,
      cards: rules.cards.filter(({ products }) => products.all),
      occasions: [occasion()],
    }));
    const { program, overview, birthdays } = WORDS[locale];
    const { history } = program;
    const visit = await open(locale, '');
    const { app: frame, page } = visit;
    await frame.getByRole('link', { name: birthdays.offer.kinds.birthday, exact: true }).click();
    await frame.getByLabel(birthdays.offer.points).fill('100');
    await saveProgram(visit, locale);
    await toReview(frame, locale);
    await frame.getByText(there, { exact: true }).waitFor();
    await frame.getByRole('button', { name: overview.review }).click();
    const dialog = frame.getByRole('dialog');
    await dialog.getByText(there, { exact: true }).waitFor();
    await dialog.getByLabel(overview.note).fill(`Twice as nice (${locale})`);
    await dialog.getByRole('button', { name: program.publish, exact: true }).click();
    await frame.getByRole('button', { name: overview.review }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: program.versions, exact: true }).click();
    await frame.getByText(overview.noteOf(`Twice as nice (${locale})`)).waitFor();
    await frame.getByText(overview.by.you).first().waitFor();
    // The version before: restoring leads to where it is published.
    await frame.getByRole('button', { name: history.restore }).first().click();
    await dialog.getByText(back, { exact: true }).waitFor();
    await dialog.getByRole('button', { name: history.restore }).click();
    await dialog.waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: overview.review }).waitFor();
    await frame.getByText(back, { exact: true }).waitFor();
    await confirmPublish(frame, locale);
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
);

test.each(LOCALES)('the program is paused after a question, and started again (%s)', async (locale) => {
  const { overview, program } = WORDS[locale];
  const { pause, pausing } = overview;
  const visit = await open(locale, '');
  const dialog = visit.app.getByRole('dialog');
  const press = async (name: string) => {
    await visit.app.getByRole('button', { name, exact: true }).click();
    await dialog.getByRole('button', { name, exact: true }).click();
  };
  const since = pause.since('');
  await visit.app.getByRole('button', { name: pausing.stop.button, exact: true }).click();
  await dialog.getByRole('button', { name: program.cancel }).click();
  await dialog.waitFor({ state: 'detached' });
  await press(pausing.stop.button);
  await visit.page.getByText(pause.stopped).waitFor();
  await visit.app.getByText(since).waitFor();
  expect(await axeProblems(visit.frame())).toEqual([]);
  await press(pausing.start.button);
  await visit.page.getByText(pause.started).waitFor();
  await visit.app.getByText(since).waitFor({ state: 'detached' });
  expect(visit.problems).toEqual([]);
  await visit.close();
});

const PARTS: ProgramPart[] = ['', '/points', '/cards/new', '/moments/birthday', '/trial'];

test.each([
  ['en', 1_280],
  ['fr', 360],
  ['fr', 320],
] as const)(
  'axe finds nothing, nothing scrolls sideways, and no fields overlap (%s, %i px)',
  async (locale, width) => {
    for (const part of PARTS) {
      const { app: frame, frame: current, problems, close } = await open(locale, part, width);
      if (part.startsWith('/cards')) {
        await frame.getByRole('button', { name: WORDS[locale].cards.moreShort }).click();
        await frame.getByLabel(WORDS[locale].cards.endsOn).waitFor();
      }
      expect([part, await axeProblems(current())]).toEqual([part, []]);
      expect(await sidewaysScroll(current())).toBeLessThanOrEqual(0);
      expect(await boxesThatOverlap(current(), 'input, select, textarea, button')).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    }
  },
);

test.each(LOCALES)(
  'on a phone the preview opens as a sheet, and gives the keyboard back (%s)',
  async (locale) => {
    const { overview, program } = WORDS[locale];
    const visit = await open(locale, '/points', 360);
    const button = visit.app.getByRole('button', { name: overview.showPreview });
    await button.press('Enter');
    const dialog = visit.app.getByRole('dialog');
    await dialog.getByTitle(program.preview.frame('')).first().waitFor();
    expect(await axeProblems(visit.frame())).toEqual([]);
    await visit.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
);
