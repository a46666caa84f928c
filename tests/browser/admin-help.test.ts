// The way to help: each page of the admin leads to the page of the guide that explains it, in the merchant's language.
import { describe, expect, test } from 'vitest';
import { goOnInOnePage, WORDS, sidewaysScroll, visitAdmin, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { GUIDE_PAGES, type GuidePage } from '#app/core/help/guide-pages.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();
goOnInOnePage(browser);

const LOCALES: Locale[] = ['en', 'fr'];
const EXPLAINED: [address: string, page: GuidePage][] = [
  ['', 'start'],
  ['/app/program', 'program'],
  ['/app/program/versions', 'program'],
  ['/app/members', 'members'],
  ['/app/members/birthdays', 'birthday'],
  ['/app/members/requests', 'members'],
  ['/app/orders', 'trouble'],
  ['/app/settings', 'settings'],
  ['/app/nothing/here', 'start'],
];

describe.each(LOCALES)('in %s', (locale) => {
  const { help } = WORDS[locale];

  test.each(EXPLAINED)('under %s a link leads to “%s”', async (path, page) => {
    const { app: frame, problems, close } = await visitAdmin(app, browser, { locale, path });
    await frame.getByRole('link', { name: help.about[page], exact: true }).press('Enter');
    await frame.getByRole('heading', { level: 1, name: help.pages[page], exact: true }).waitFor();
    // The browser says in its console that there was no page.
    expect(problems.filter((line) => !line.includes('404'))).toEqual([]);
    await close();
  });

  test('from one page of the guide every other is reached, also at one of its headings', async () => {
    const visit = await visitAdmin(app, browser, { locale, path: '/app/help/members' });
    const contents = visit.app.getByRole('navigation', { name: help.contents });
    for (const page of GUIDE_PAGES.filter((one) => one !== 'members')) {
      await contents.getByRole('link', { name: help.pages[page], exact: true }).click();
      await visit.app.getByRole('heading', { level: 1, name: help.pages[page], exact: true }).waitFor();
      expect(await contents.locator('[aria-current=page]').innerText()).toBe(help.pages[page]);
    }
    await contents.getByRole('link', { name: help.pages.trouble, exact: true }).click();
    await visit.app.locator('a[href$="/app/help/stamp-card#limits"], a[href$="#limites"]').click();
    const limits = visit.app.locator('#limits, #limites');
    await limits.waitFor();
    await expect.poll(() => limits.evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test.each([320, 1280])(
    'axe finds nothing on any page, and nothing scrolls sideways at %i px',
    async (width) => {
      const visit = await visitAdmin(app, browser, { locale, path: '/app/help', width });
      const contents = visit.app.getByRole('navigation', { name: help.contents });
      for (const page of ['stamp-card', 'words', 'get-help'] as const) {
        await contents.getByRole('link', { name: help.pages[page], exact: true }).click();
        await visit.app.getByRole('heading', { level: 1, name: help.pages[page], exact: true }).waitFor();
        expect(await axeProblems(visit.frame())).toEqual([]);
        expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
      }
      await visit.close();
    },
  );
});

test.each([
  [1_280, [960, 560]],
  [360, [640, 620]],
])(
  'pictures of the guide arrive in a size that can be read, each in its room (%i px)',
  async (width, size) => {
    const { app: frame, close } = await visitAdmin(app, browser, { path: '/app/help/stamp-card', width });
    const pictures = frame.locator('main img');
    await pictures.first().waitFor();
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
        .toEqual(size);
    }
    await close();
  },
);

test('who runs no help desk is named by their part; nobody is sent to nowhere', async () => {
  const { app: frame, close } = await visitAdmin(app, browser, { path: '/app/help/get-help' });
  await frame.getByText(WORDS.en.help.support.unknown).waitFor();
  await close();
});
