// What a merchant does on the program's pages, whatever the journey.
import type { FrameLocator } from 'playwright-core';
import { visitAdmin, WORDS, type AdminVisit, type Locale } from './admin-visit.ts';
import type { TestBrowser } from './browser.ts';
import type { RunningApp } from './running-app.ts';

/** One part of the program, behind `/app/program`; the program at a glance without. */
export type ProgramPart =
  '' | '/points' | '/trial' | `/cards/${string}` | `/moments${string}` | `/rewards${string}`;

/** Opens a page of the program, and waits for what stands on it. */
export async function visitProgram(
  app: Pick<RunningApp, 'urls'>,
  browser: TestBrowser,
  locale: Locale,
  part: ProgramPart = '',
  width = 1_280,
): Promise<AdminVisit> {
  const visit = await visitAdmin(app, browser, { path: `/app/program${part}`, locale, width });
  await visit.app.getByRole('heading', { level: 2 }).first().waitFor();
  return visit;
}

/** Saves by Shopify's save bar, until the page knows of it. */
export async function saveProgram({ page, app }: AdminVisit, locale: Locale): Promise<void> {
  const { shell, overview } = WORDS[locale];
  await page.getByRole('button', { name: shell.save, exact: true }).click();
  await page.getByText(shell.saved).waitFor();
  await app.getByRole('button', { name: overview.toReview }).waitFor();
}

/** From the page of one part to the program at a glance. */
export async function toReview(app: FrameLocator, locale: Locale): Promise<void> {
  const { overview } = WORDS[locale];
  await app.getByRole('button', { name: overview.toReview }).click();
  await app.getByRole('button', { name: overview.review }).waitFor();
}

/** On the program at a glance. */
export async function confirmPublish(app: FrameLocator, locale: Locale): Promise<void> {
  const { program, overview } = WORDS[locale];
  await app.getByRole('button', { name: overview.review }).click();
  await app.getByRole('dialog').getByRole('button', { name: program.publish, exact: true }).click();
  await app.getByRole('button', { name: overview.review }).waitFor({ state: 'detached' });
}
