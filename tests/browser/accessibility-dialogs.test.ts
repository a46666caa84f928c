// Each dialog of the accessibility report: opened by keyboard it takes the focus, and gives it back to what opened it.
import type { FrameLocator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIALOGS } from '#tests/support/accessibility/places.ts';
import { visitAdmin, WORDS, type Locale } from '#tests/support/admin-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
const LOCALES: Locale[] = ['en', 'fr'];

beforeAll(async () => {
  const [customerId = ''] = app.shop.customers.keys();
  const variantId = app.shop.products[0]!.variants[0]!.id;
  const lines = [{ variantId, quantity: 2 }];
  await app.shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
  await app.jobsDone();
});

/** Where each is, and the button that opens it. */
function openers(locale: Locale): Record<(typeof DIALOGS)[number], [path: string, button: string]> {
  const { members, birthdays, overview } = WORDS[locale];
  return {
    'Adjust a balance': ['/app/members/1', members.adjust],
    'Exclude a member': ['/app/members/1', members.leaveOut],
    'Enter a birthday': ['/app/members/1', birthdays.card.enter],
    'Pause the program': ['/app/program', overview.pausing.stop.button],
  };
}

const hasFocus = (frame: FrameLocator, selector: string) =>
  frame.locator(selector).evaluate((one) => one.contains(document.activeElement));

describe.each(LOCALES)('in %s', (locale) => {
  test.each(DIALOGS)('%s', async (dialog) => {
    const [path, name] = openers(locale)[dialog];
    const { page, app: frame, close } = await visitAdmin(app, browser, { path, locale });
    const opener = frame.getByRole('button', { name, exact: true });
    await opener.press('Enter');
    await frame.getByRole('dialog').waitFor();
    await expect.poll(() => hasFocus(frame, '[role=dialog]')).toBe(true);
    for (let at = 0; at < 12; at += 1) await page.keyboard.press('Tab');
    expect(await hasFocus(frame, '[role=dialog]')).toBe(true);
    await page.keyboard.press('Escape');
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
    await close();
  });
});
