// Every state of every block in every look, by every check of the accessibility report (app/docs/accessibility.md).
import { describe, expect, test } from 'vitest';
import { LOOKS } from '#tests/local-shopify/shop/theme.ts';
import { galleryPage } from '#tests/storefront/states/gallery.ts';
import { CHECKS } from '#tests/support/accessibility/checks.ts';
import { problemsBy } from '#tests/support/accessibility/problems-by.ts';
import { useBrowser } from '#tests/support/use-browser.ts';

const browser = useBrowser();

describe.each(LOOKS)('in the look %s', (look) => {
  test.each(['en', 'fr'])('in %s', async (language) => {
    const { page, close } = await browser.page();
    let shown = null;
    for (const check of CHECKS) {
      const { direction = 'ltr' } = check;
      // A page of its own direction: what the blocks ask of it is asked when they are drawn.
      if (direction !== shown) await page.setContent(await galleryPage({ look, language, direction }));
      shown = direction;
      expect(await problemsBy(check, page)).toEqual([]);
    }
    await close();
  });
});
