// Every page of the admin, by every check of the accessibility report (app/docs/accessibility.md), in both languages.
import { describe, expect, test } from 'vitest';
import { CHECKS } from '#tests/support/accessibility/checks.ts';
import { ADMIN_PAGES } from '#tests/support/accessibility/places.ts';
import { problemsBy } from '#tests/support/accessibility/problems-by.ts';
import { visitAdmin, type Locale } from '#tests/support/admin-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });

/** None of the admin's languages goes from right to left. */
const ADMIN_CHECKS = CHECKS.filter(({ direction }) => direction === undefined);

const LOCALES: Locale[] = ['en', 'fr'];

describe.each(LOCALES)('in %s', (locale) => {
  test.each(ADMIN_PAGES)('$name', async ({ path }) => {
    const { page, frame, close } = await visitAdmin(app, browser, { path, locale });
    const found: string[] = [];
    for (const check of ADMIN_CHECKS) found.push(...(await problemsBy(check, page, frame())));
    expect(found).toEqual([]);
    await close();
  });
});
