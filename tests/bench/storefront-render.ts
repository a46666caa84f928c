// Time to render a page with all of its blocks, beside the same page without them, in this process.
import { performance } from 'node:perf_hooks';
import type { Figure } from './figures.ts';
import { CART_PAGE, checkPair, LOYALTY_PAGE, PRODUCT_PAGE, type Storefront } from './storefront-shops.ts';

const ROUNDS = 9;
const PAGES_A_ROUND = 40;
const WARM_UP = 60;

const PAGES = [
  ['product page', PRODUCT_PAGE],
  ['cart page', CART_PAGE],
  ['loyalty page', LOYALTY_PAGE],
] as const;

/** Milliseconds of one page, over many. */
function timeOf(storefront: Storefront, path: string, pages = PAGES_A_ROUND): number {
  const start = performance.now();
  for (let page = 0; page < pages; page += 1) storefront.render(path);
  return (performance.now() - start) / pages;
}

function pageFigure(name: string, path: string, withBlocks: Storefront, without: Storefront): Figure {
  checkPair(withBlocks.render(path), without.render(path));
  for (const storefront of [withBlocks, without]) timeOf(storefront, path, WARM_UP);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(timeOf(withBlocks, path));
    bare.push(timeOf(without, path));
  }
  const baseline = { name: 'without blocks', values: bare };
  return { part: 'storefront', name: `rendering of the ${name}`, unit: 'ms', ours, baseline, wanted: null };
}

export function renderFigures(withBlocks: Storefront, without: Storefront): Figure[] {
  return PAGES.map(([name, path]) => pageFigure(name, path, withBlocks, without));
}
