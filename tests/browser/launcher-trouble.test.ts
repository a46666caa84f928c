// The launcher where things aren't as they should be: a browser without popovers, scripts that don't come, names and words that
// want to be something else, text of twice its size.
import { expect, test } from 'vitest';
import type { Page, Route } from 'playwright-core';
import { axeProblems } from '#tests/support/axe.ts';
import { reward } from '#tests/support/factories.ts';
import { useRewardsScene, FIVE, type Language } from './rewards-scene.ts';

const HOSTILE = reward({
  key: 'hostile',
  title: {
    en: 'Handroasted-single-origin-microlot-of-Kenya-Nyeri & <b id=x>yours</b> "today"',
    fr: 'Café-de-spécialité-torréfié-à-la-main-microlot & <b id=x>le vôtre</b> « ce jour »',
  },
  cost: 60,
  gives: { kind: 'free-shipping', upToMinor: 600 },
  minimumMinor: 12_345,
});
const scene = useRewardsScene([FIVE, HOSTILE]);

const pill = (page: Page) => page.locator('button.sixth-pill');
const panel = (page: Page) => page.locator('.sixth-panel');

type Settings = Record<string, string | number | boolean | null>;
function open(language: Language, width: number, settings: Settings = {}) {
  const theme = { embeds: ['launcher'], embedSettings: { launcher: settings } };
  return scene.visit(
    { language, way: 'dawn', path: '/', blocks: [], theme },
    { viewport: { width, height: 700 } },
  );
}

const changed = (change: (text: string) => string) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
};

/** As a browser before 2024 sees it: attributes and a state that mean nothing to it. */
async function withoutPopovers(page: Page): Promise<void> {
  const forget = (html: string) =>
    html.replaceAll(/ popovertarget(action)?="[^"]*"/g, '').replaceAll(/\n\s*popover\n/g, '\n');
  await page.route(
    /launcher\.css/,
    changed((css) => css.replaceAll(':popover-open', ':no-such-state')),
  );
  await page.route((url) => url.pathname === '/', changed(forget));
  await page.reload();
}

test('a browser without popovers shows neither button nor panel, and covers nothing', async () => {
  const { page, problems, close } = await open('en', 360);
  await withoutPopovers(page);
  expect(await pill(page).count()).toBe(1);
  expect([await pill(page).isVisible(), await panel(page).isVisible()]).toEqual([false, false]);
  expect(await page.locator('.sixth-plain').count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test('nothing moves when a page with it comes', async () => {
  const { page, close } = await open('fr', 320);
  await page.addInitScript(() => {
    const moved: number[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
  await close();
});

test('scripts that don’t come are said, and take nothing', async () => {
  const { page, close } = await open('en', 360);
  await page.route(/\/(history|rewards)\.js/, (route) => route.abort());
  await page.reload();
  await pill(page).click();
  await panel(page).getByText('My history').click();
  await panel(page).getByText('That didn’t load. Try again in a minute.').waitFor();
  await panel(page).getByRole('button', { name: 'Use €5.00' }).first().click();
  await panel(page).getByText('That didn’t work just now. Nothing was taken.').waitFor();
  expect(scene.sent).toEqual([]);
  await close();
});

test.each(['en', 'fr'] as const)(
  'long and hostile words stay words, and inside, at twice the size, too: %s',
  async (language) => {
    scene.account.points = 999_999_998;
    await scene.hold(HOSTILE);
    await scene.tell();
    for (const width of [320, 1280]) {
      const { page, problems, close } = await open(language, width, { word: '<img src=x onerror=alert(1)>' });
      await pill(page).click();
      for (const size of ['100%', '200%']) {
        await page.addStyleTag({ content: `:root { font-size: ${size} !important; }` });
        const wide = await panel(page).evaluate(
          (one) =>
            [one, ...one.querySelectorAll('*:not(svg, svg *)')].filter(
              (each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1,
            ).length,
        );
        expect([width, size, wide]).toEqual([width, size, 0]);
        // The way out stands beside the name.
        const [name, out] = [
          await panel(page).locator('h2').boundingBox(),
          await panel(page).locator('.sixth-close').boundingBox(),
        ];
        expect((out?.y ?? 0) < (name?.y ?? 0) + (name?.height ?? 0)).toBe(true);
      }
      expect(await axeProblems(page)).toEqual([]);
      expect(await page.locator('#x, img[src=x]').count()).toBe(0);
      expect(problems).toEqual([]);
      await close();
    }
  },
);
