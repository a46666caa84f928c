// What merchants and shoppers of the journeys through moments do: begun from the gallery, published, met on the shop's pages.
import process from 'node:process';
import { expect, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { sidewaysScroll, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import type { TestBrowser } from '#tests/support/browser.ts';
import { visitProgram } from '#tests/support/program-visit.ts';
import type { TestApp } from '#tests/support/use-running-app.ts';
import type { RewardShopper } from './reward-journey.ts';

type ReadyKey = keyof (typeof WORDS)['en']['moments']['readyMade'];

const LOYALTY = '/pages/loyalty';
const WAIT = { timeout: 20_000, interval: 200 };

/** A picture of what a test came by, where somebody asks for pictures. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  const size = page.viewportSize();
  if (!folder || !size) return;
  // The app's frame scrolls by itself.
  if (page.frames().length > 1) await page.setViewportSize({ ...size, height: 2_000 });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  await page.setViewportSize(size);
}

/** Nothing is wrong with the screen of the app, nor with its console. */
export async function expectSoundScreen({ frame, page, problems }: AdminVisit, name: string): Promise<void> {
  expect(await axeProblems(frame())).toEqual([]);
  expect(await sidewaysScroll(frame())).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
  await shoot(page, name);
}

/** Nothing is wrong with a page of the shop. */
export async function expectSoundPage(page: Page, name: string): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await shoot(page, name);
}

/** From the gallery to the page of a moment that isn't saved yet. */
export async function beginFromGallery(
  { app, browser }: { app: TestApp; browser: TestBrowser },
  { locale, width }: { locale: Locale; width: number },
  ready: ReadyKey,
): Promise<AdminVisit> {
  const { moments: say } = WORDS[locale];
  const at = await visitProgram(app, browser, locale, '/moments', width);
  await expectSoundScreen(at, `gallery-${locale}`);
  await at.app.getByRole('link', { name: say.useNamed(say.readyMade[ready].name) }).click();
  await at.app.getByRole('button', { name: say.addThis }).waitFor();
  return at;
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

/** The shop's page of the program, read again until it says all this and nothing of that. */
export async function untilPageSays(
  { page, app }: Pick<RewardShopper, 'page' | 'app'>,
  words: readonly string[],
  never: readonly string[] = [],
): Promise<void> {
  const shown = async () => {
    await page.goto(app.urls.storefront + LOYALTY);
    const text = plain(await page.locator('main').innerText());
    expect(words.filter((each) => !text.includes(plain(each)))).toEqual([]);
    expect(never.filter((each) => text.includes(plain(each)))).toEqual([]);
  };
  await vi.waitFor(shown, WAIT);
}

/** At local Shopify's desk. */
export async function moveClockTo(
  { app, browser }: { app: TestApp; browser: TestBrowser },
  day: string,
): Promise<void> {
  const { page, close } = await browser.page();
  await page.goto(`${app.urls.admin}/orders`);
  await page.locator('input[type=date]').fill(day);
  await page.getByRole('button', { name: 'Move there' }).click();
  await page.getByText('The clock is moved.').waitFor();
  await close();
}

/** As the shop's pages say a day of this year or the next. */
export function saidDay(day: string, language: Locale, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const parts = { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' } as const;
  const text = new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', parts).format(new Date(day));
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
