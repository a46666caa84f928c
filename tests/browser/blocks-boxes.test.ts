// Boxes of every state on the narrowest screen, as the browser lays them out: none over another, none out of its frame.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { galleryPage } from '#tests/storefront/states/gallery.ts';
import { LOOKS } from '#tests/local-shopify/shop/theme.ts';
import { useBrowser } from '#tests/support/use-browser.ts';

const browser = useBrowser();

/** What lies over its neighbour or out of its frame by more than a pixel. */
function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    // What is for screen readers alone is clipped to nothing.
    const isSeen = (one: Element) => getComputedStyle(one).clipPath === 'none';
    const shown = (one: Element) =>
      one.getClientRects().length > 0 && !one.closest('svg, noscript') && isSeen(one);
    const told = (one: Element) => `${one.className} “${one.textContent.trim().slice(0, 40)}”`;
    for (const parent of document.querySelectorAll('.sixth, .sixth *')) {
      const frame = parent.getBoundingClientRect();
      // An answer of the form takes the place of its hint.
      const children = parent.matches('.sixth-said') ? [] : [...parent.children].filter(shown);
      children.forEach((one, at) => {
        const box = one.getBoundingClientRect();
        if (box.left < frame.left - 1 || box.right > frame.right + 1)
          found.push(`out of frame: ${told(one)}`);
        for (const other of children.slice(at + 1)) {
          const next = other.getBoundingClientRect();
          const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
          const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
          if (across > 1 && down > 1) found.push(`over each other: ${told(one)}, ${told(other)}`);
        }
      });
    }
    return found;
  });
}

/** Words "Free" that take two lines, or stand below the stamps that they end. */
function wrapped(page: Page): Promise<number> {
  return page.$$eval('.sixth-free span', (all) => {
    return all.filter((word) => {
      const text = document.createRange();
      text.selectNodeContents(word);
      const last = [...(word.closest('.sixth-stamps')?.querySelectorAll('.sixth-stamp') ?? [])].at(-1);
      const below = word.getBoundingClientRect().top >= (last?.getBoundingClientRect().bottom ?? 0);
      return below || text.getClientRects().length > 1;
    }).length;
  });
}

/** A stamp that is just being set down is larger than its place. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });

test.each(LOOKS.flatMap((look) => ['en', 'fr'].map((language) => ({ look, language }))))(
  'at 320 px no box lies over another, and “Free” stays beside its stamps: $look, $language',
  async (gallery) => {
    const { page, close } = await browser.page({ viewport: { width: 320, height: 640 } });
    await page.setContent(await galleryPage(gallery));
    await settled(page);
    expect(await misplaced(page)).toEqual([]);
    expect(await wrapped(page)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // With text of twice the size, too.
    await page.addStyleTag({ content: ':root { font-size: 200% !important; }' });
    expect(await misplaced(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await close();
  },
);
