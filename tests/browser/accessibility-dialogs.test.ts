// Each dialog of the accessibility report: opened by keyboard it takes the focus, passes every check, and gives the focus back
// to what opened it.
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_CHECKS } from '#tests/support/accessibility/checks.ts';
import { DIALOGS } from '#tests/support/accessibility/dialogs.ts';
import { problemsBy } from '#tests/support/accessibility/problems-by.ts';
import { reachPhase } from '#tests/support/accessibility/shop-phases.ts';
import { revisitAdmin, visitAdmin, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ asInstalled: true });
const LOCALES: Locale[] = ['en', 'fr'];

let visit: AdminVisit;
beforeAll(async () => {
  await reachPhase('lived in', app);
  visit = await visitAdmin(app, browser);
});
afterAll(() => visit.close());

const hasFocus = (frame: FrameLocator, selector: string) =>
  frame.locator(selector).evaluate((one) => one.contains(document.activeElement));

describe.each(LOCALES)('in %s', (locale) => {
  test.each(DIALOGS)('$name', async ({ path, first, opener: nameOf, width = 1_280, slowMachine = false }) => {
    const say = WORDS[locale];
    const { page, app: frame } = visit;
    await page.setViewportSize({ width, height: 800 });
    await revisitAdmin(app, visit, { path, locale });
    await first?.(frame, say);
    const opener = frame.getByRole('button', { name: nameOf(say), exact: true }).first();
    const dialog = frame.getByRole('dialog');
    // On a phone what is in the dialog is laid out without it.
    const shown = dialog.getByRole('button').first();
    const cpu = await page.context().newCDPSession(page);
    if (slowMachine) await cpu.send('Emulation.setCPUThrottlingRate', { rate: 12 });
    await opener.press('Enter');
    await shown.waitFor();
    await expect.poll(() => hasFocus(frame, '[role=dialog]')).toBe(true);
    for (let at = 0; at < 12; at += 1) await page.keyboard.press('Tab');
    expect(await hasFocus(frame, '[role=dialog]')).toBe(true);
    await cpu.detach();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);

    await opener.press('Enter');
    await shown.waitFor();
    const found: string[] = [];
    for (const check of ADMIN_CHECKS) found.push(...(await problemsBy(check, page, visit.frame())));
    expect(found).toEqual([]);
  });
});
