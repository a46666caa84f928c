// The storefront's blocks: what they weigh, what they cost the server that renders them, and what the shopper waits.
import type { Figure } from './figures.ts';
import { browserFigures } from './storefront-browser.ts';
import { byteFigures } from './storefront-bytes.ts';
import { renderFigures } from './storefront-render.ts';
import { openStorefront } from './storefront-shops.ts';

export async function storefrontPart(): Promise<Figure[]> {
  const bytes = await byteFigures();
  const withBlocks = await openStorefront(null);
  const without = await openStorefront([]);
  try {
    const rendering = renderFigures(withBlocks, without);
    return [...bytes, ...rendering, ...(await browserFigures(withBlocks, without))];
  } finally {
    await withBlocks.stop();
    await without.stop();
  }
}
