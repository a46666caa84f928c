// Every page of the admin, by every check of the accessibility report (app/docs/accessibility.md), in both languages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_CHECKS } from '#tests/support/accessibility/checks.ts';
import { withoutKnown } from '#tests/support/accessibility/known-faults.ts';
import { PHASES, placesOf } from '#tests/support/accessibility/places.ts';
import { problemsBy } from '#tests/support/accessibility/problems-by.ts';
import { reachPhase } from '#tests/support/accessibility/shop-phases.ts';
import { revisitAdmin, visitAdmin, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ asInstalled: true, freshTheme: true });
const LOCALES: Locale[] = ['en', 'fr'];
const WIDE = { width: 1_280, height: 800 };

let visit: AdminVisit;
beforeAll(async () => {
  visit = await visitAdmin(app, browser);
});
afterAll(() => visit.close());

describe.each(PHASES)('a shop that is %s', (phase) => {
  beforeAll(() => reachPhase(phase, app));

  describe.each(LOCALES)('in %s', (locale) => {
    test.each(placesOf(phase))('$name', async ({ name, path, first }) => {
      await visit.page.setViewportSize(WIDE);
      await revisitAdmin(app, visit, { path, locale });
      await first?.(visit.app, WORDS[locale]);
      const found: string[] = [];
      for (const check of ADMIN_CHECKS) found.push(...(await problemsBy(check, visit.page, visit.frame())));
      expect(withoutKnown(name, found)).toEqual([]);
    });
  });
});
