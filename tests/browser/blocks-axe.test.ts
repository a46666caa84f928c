// Every state of every block in three looks and both languages: for axe, for thin lines, for zoom and reading direction.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { galleryPage } from '#tests/storefront/states/gallery.ts';
import type { Gallery } from '#tests/storefront/states/gallery.ts';
import { LOOKS } from '#tests/local-shopify/shop/theme.ts';
import { axeProblems } from '#tests/support/axe.ts';
import type { TestBrowser, WatchedPage } from '#tests/support/browser.ts';
import { useBrowser } from '#tests/support/use-browser.ts';

const browser = useBrowser();

type Options = NonNullable<Parameters<TestBrowser['page']>[0]>;

async function openGallery(gallery: Gallery, options: Options = {}): Promise<WatchedPage> {
  const watched = await browser.page(options);
  await watched.page.setContent(await galleryPage(gallery));
  return watched;
}

/** Contrast of an element's line to the page behind it, as the browser paints both. */
function lineContrasts(page: Page, selector: string): Promise<number[]> {
  return page.$$eval(selector, (elements) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('no canvas');
    const luminance = (...colors: string[]) => {
      for (const color of colors) {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => {
        const part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    return elements.map((element) => {
      const line = luminance(paper, getComputedStyle(element).borderTopColor);
      const behind = luminance(paper);
      return (Math.max(line, behind) + 0.05) / (Math.min(line, behind) + 0.05);
    });
  });
}

const PAGES = LOOKS.flatMap((look) => ['en', 'fr'].map((language) => ({ look, language })));

test.each(PAGES)(
  'axe finds nothing, and lines that mean something stand out: $look, $language',
  async (gallery) => {
    const { page, problems, close } = await openGallery(gallery);
    expect(await axeProblems(page)).toEqual([]);
    const rings = await lineContrasts(page, '.sixth-stamp:not(.sixth-stamp-on), .sixth-free');
    expect(rings.length).toBeGreaterThan(50);
    expect(Math.min(...rings)).toBeGreaterThanOrEqual(3);
    expect(problems).toEqual([]);
    await close();
  },
);

test('a page from right to left in a language that we don’t speak gets English, told and set as such', async () => {
  const { page, close } = await openGallery({ look: 'light', language: 'ar', direction: 'rtl' });
  expect(await axeProblems(page)).toEqual([]);
  const blocks = await page.$$eval('.sixth', (all) =>
    all.map((one) => `${one.getAttribute('lang')}, ${getComputedStyle(one).direction}`),
  );
  expect(blocks.length).toBeGreaterThan(50);
  expect(new Set(blocks)).toEqual(new Set(['en, ltr']));
  await close();
});

test.each(LOOKS)(
  'at 400 % zoom (320 css pixels) nothing is cut off or needs sideways scrolling: %s',
  async (look) => {
    for (const language of ['en', 'fr']) {
      const { page, close } = await openGallery(
        { look, language },
        { viewport: { width: 320, height: 640 } },
      );
      const wide = await page.$$eval('html, .sixth, .sixth *:not(svg, svg *)', (all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
          .map((one) => one.outerHTML),
      );
      expect(wide).toEqual([]);
      await close();
    }
  },
);

test('where the reader chose the colours, stamps are still told apart', async () => {
  const gallery = { look: 'loud', language: 'en' } as const;
  const { page, close } = await openGallery(gallery, { forcedColors: 'active' });
  const colors = await page.$$eval('.sixth-stamp-on', (all) =>
    all.map((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one.firstElementChild!).color]),
  );
  const [text, paper] = await page.$eval('body', (body) => {
    body.style.background = 'Canvas';
    return [getComputedStyle(body).color, getComputedStyle(body).backgroundColor];
  });
  expect(new Set(colors.map(String))).toEqual(new Set([`${text},${paper}`]));
  await close();
});

test.each(['no-preference', 'reduce'] as const)(
  'nothing moves but the stamp that a cart has just brought, and that only where motion is wanted: %s',
  async (reducedMotion) => {
    const { page, close } = await openGallery({ look: 'dark', language: 'en' }, { reducedMotion });
    const moving = await page.$$eval('.sixth, .sixth *', (all) =>
      all
        .map((one) => ({ one, style: getComputedStyle(one) }))
        .filter(({ style }) => style.animationName !== 'none' || style.transitionDuration !== '0s')
        .map(
          ({ one, style }) => `${one.className}: ${style.animationDuration} ${style.animationIterationCount}`,
        ),
    );
    const set = 'sixth-stamp sixth-new sixth-stamp-cart: 0.18s 1';
    expect([...new Set(moving)]).toEqual(reducedMotion === 'reduce' ? [] : [set]);
    await close();
  },
);
