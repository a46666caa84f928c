// What a merchant does on the program's page, whatever the journey.
import type { FrameLocator } from 'playwright-core';
import { visitAdmin, WORDS, type AdminVisit, type Locale } from './admin-visit.ts';
import type { TestBrowser } from './browser.ts';
import type { RunningApp } from './running-app.ts';

/** Opens the program's page, and waits for its rules. */
export async function visitProgram(
  app: Pick<RunningApp, 'urls'>,
  browser: TestBrowser,
  locale: Locale,
  width = 1_280,
): Promise<AdminVisit> {
  const visit = await visitAdmin(app, browser, { path: '/app/program', locale, width });
  await visit.app.getByLabel(WORDS[locale].program.pointsField).waitFor();
  return visit;
}

/** Saves by Shopify's save bar, until the page knows of it. */
export async function saveProgram({ page, app }: AdminVisit, locale: Locale): Promise<void> {
  const { shell, program } = WORDS[locale];
  await page.getByRole('button', { name: shell.save, exact: true }).click();
  await page.getByText(shell.saved).waitFor();
  await app.getByRole('button', { name: program.publish, disabled: false }).waitFor();
}

export async function confirmPublish(app: FrameLocator, locale: Locale): Promise<void> {
  const { publish } = WORDS[locale].program;
  await app.getByRole('button', { name: publish, exact: true }).click();
  await app.getByRole('dialog').getByRole('button', { name: publish, exact: true }).click();
}
