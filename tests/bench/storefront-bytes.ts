// What the blocks weigh: the HTML that each adds to a page, the stylesheet they share, and scripts.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BLOCKS, EXTENSION_ASSETS } from '#tests/local-shopify/storefront/extension.ts';
import { mayStandIn, TEMPLATE_OF_AREA } from '#tests/local-shopify/storefront/placed-blocks.ts';
import { AREAS } from '#tests/local-shopify/shop/theme.ts';
import type { PlacedBlock } from '#tests/local-shopify/shop/theme.ts';
import type { Figure } from './figures.ts';
import {
  CART_PAGE,
  LOYALTY_PAGE,
  openStorefront,
  PRODUCT_PAGE,
  type Storefront,
} from './storefront-shops.ts';

const PAGES: Record<string, string> = {
  product: PRODUCT_PAGE,
  cart: CART_PAGE,
  page: LOYALTY_PAGE,
  index: '/',
};
const SCRIPT = /<script\b(?![^>]* src=)[\s\S]*?<\/script>|\son[a-z]+="[^"]*"/g;

const bytes = (text: string): number => Buffer.byteLength(text);
const zipped = (text: string): number => gzipSync(text).length;

function figure(name: string, value: number, wanted: string | null): Figure {
  return { part: 'storefront', name, unit: 'bytes', ours: [value], baseline: null, wanted };
}

/** What the page's scripts weigh: what stands in it, and the extension's files that it names, each once. */
function scriptsIn(html: string): number {
  const written = [...html.matchAll(SCRIPT)].map(([script]) => zipped(script));
  const named = [...html.matchAll(/\/extensions\/[^"]*?([\w-]+\.js)/g)].map(([, name = '']) => name);
  const files = [...new Set(named)].map((name) => readFileSync(path.join(EXTENSION_ASSETS, name), 'utf8'));
  return total([...written, ...files.map(zipped)]);
}

/** The page with this block alone, and the page without any. */
async function pageWith(storefront: Storefront, placed: PlacedBlock): Promise<[html: string, bare: string]> {
  const { shop } = storefront;
  const page = PAGES[TEMPLATE_OF_AREA[placed.area]] ?? PRODUCT_PAGE;
  await shop.saveTheme({ ...shop.theme, blocks: [] });
  const bare = storefront.render(page);
  await shop.saveTheme({ ...shop.theme, blocks: [placed] });
  const html = storefront.render(page);
  if (!html.includes(`id="shopify-block-${placed.id}"`)) throw new Error(`${placed.block} is not on ${page}`);
  return [html, bare];
}

async function blockFigures(storefront: Storefront, block: string): Promise<Figure[]> {
  const area = AREAS.find((each) => mayStandIn(each, block));
  if (!area) throw new Error(`${block} may stand nowhere`);
  const placed = { id: `${block}-1`, area, block, shown: true, settings: {} };
  const [html, bare] = await pageWith(storefront, placed);
  return [
    figure(`HTML that ${block} adds`, bytes(html) - bytes(bare), null),
    figure(`HTML that ${block} adds, gzip`, zipped(html) - zipped(bare), null),
    figure(`JS that ${block} adds, gzip`, scriptsIn(html) - scriptsIn(bare), '< 1,024 bytes, after the page'),
  ];
}

function assets(ending: string): string[] {
  const names = readdirSync(EXTENSION_ASSETS).filter((name) => name.endsWith(ending));
  return names.map((name) => readFileSync(path.join(EXTENSION_ASSETS, name), 'utf8'));
}

const total = (sizes: number[]): number => sizes.reduce((all, size) => all + size, 0);

/** What the launcher adds to pages that hold nothing else of ours. */
export function launcherByteFigures(withIt: Storefront, without: Storefront): Figure[] {
  return ['/', PRODUCT_PAGE, CART_PAGE].map((page) => {
    const added = zipped(withIt.render(page)) - zipped(without.render(page));
    return figure(`HTML that the launcher adds to ${page}, gzip`, added, '< 6,144 bytes');
  });
}

export async function byteFigures(): Promise<Figure[]> {
  const storefront = await openStorefront([]);
  try {
    const figures: Figure[] = [];
    for (const block of BLOCKS.keys()) figures.push(...(await blockFigures(storefront, block)));
    return [
      ...figures,
      figure('CSS of all blocks', total(assets('sixth.css').map(bytes)), null),
      figure('CSS of all blocks, gzip', total(assets('sixth.css').map(zipped)), '< 3,072 bytes'),
      figure(
        'CSS of the launcher beside it, gzip',
        total(assets('launcher.css').map(zipped)),
        '< 1,280 bytes',
      ),
      figure(
        'JS of what taps on rewards load, gzip',
        total(['amount.js', 'rewards.js'].flatMap(assets).map(zipped)),
        '< 4,096 bytes',
      ),
      ...['birthday.js', 'cart-line.js', 'history.js', 'order.js'].map((name) =>
        figure(`JS of ${name}, where it stands, gzip`, total(assets(name).map(zipped)), '< 1,024 bytes'),
      ),
    ];
  } finally {
    await storefront.stop();
  }
}
