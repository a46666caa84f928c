// What the blocks cost a shopper: LCP, CLS and blocking time of a page with them, beside two series without.
import { startBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { spread, type Figure } from './figures.ts';
import { loadPage, type Load } from './storefront-load.ts';
import { CART_PAGE, checkPair, PRODUCT_PAGE, type Storefront } from './storefront-shops.ts';

const ROUNDS = 9;

const PAGES = [
  ['product page', PRODUCT_PAGE],
  ['cart page', CART_PAGE],
] as const;

const LAUNCHER_PAGES = [
  ['home page with the launcher', '/'],
  ['product page with the launcher', PRODUCT_PAGE],
] as const;

/** The second series without blocks tells what two measurements of the same page differ by. */
const SERIES = ['with', 'without', 'again'] as const;
type Series = (typeof SERIES)[number];
type Loads = Record<Series, Load[]>;

/** Interleaved, and each round begins with another series, so that none is always first. */
async function measure(
  browser: TestBrowser,
  storefronts: Record<Series, Storefront>,
  path: string,
): Promise<Loads> {
  const loads: Loads = { with: [], without: [], again: [] };
  for (const series of SERIES) await loadPage(browser, storefronts[series], path);
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % SERIES.length;
    for (const series of [...SERIES.slice(first), ...SERIES.slice(0, first)])
      loads[series].push(await loadPage(browser, storefronts[series], path));
  }
  return loads;
}

const milliseconds = (value: number): string => `${Math.round(value)} ms`;

function lcpFigures(name: string, loads: Loads): Figure[] {
  const of = (series: Series) => loads[series].map(({ lcp }) => lcp);
  const { min, max } = spread([...of('without'), ...of('again')]);
  const baseline = { name: 'without blocks', values: of('without') };
  const wanted = `${Math.round(min)} – ${milliseconds(max)}: the spread of two series without blocks`;
  const common = { part: 'storefront', unit: 'ms', baseline };
  return [
    { ...common, name: `LCP of the ${name}`, ours: of('with'), wanted },
    { ...common, name: `LCP of the ${name} without blocks, second series`, ours: of('again'), wanted: null },
  ];
}

function blockingFigures(name: string, loads: Loads): Figure[] {
  const of = (series: Series) => loads[series].map(({ blocking }) => blocking);
  const bare = of('without');
  const beyond = (values: number[]) => values.map((value, round) => value - (bare[round] ?? 0));
  const { min, max } = spread(beyond(of('again')));
  const common = { part: 'storefront', unit: 'ms', baseline: null };
  const wanted = `0 ms; two series without blocks differ by ${Math.round(min)} – ${milliseconds(max)}`;
  return [
    { ...common, name: `blocking time of the ${name}`, ours: of('with'), wanted: null },
    { ...common, name: `blocking time of the ${name} without blocks`, ours: bare, wanted: null },
    { ...common, name: `blocking time added to the ${name}`, ours: beyond(of('with')), wanted },
  ];
}

function shiftFigures(name: string, loads: Loads): Figure[] {
  const common = { part: 'storefront', unit: '', baseline: null };
  const of = (series: Series) => loads[series].map(({ cls }) => cls);
  return [
    { ...common, name: `CLS of the ${name}`, ours: of('with'), wanted: '0' },
    { ...common, name: `CLS of the ${name} without blocks`, ours: of('without'), wanted: null },
  ];
}

function requestFigure(name: string, loads: Loads): Figure {
  const added = loads.with.map(({ requests }, round) => requests - (loads.without[round]?.requests ?? 0));
  const common = { part: 'storefront', unit: 'requests', baseline: null };
  return {
    ...common,
    name: `requests that come with the ${name}, beside stylesheets`,
    ours: added,
    wanted: '0',
  };
}

export async function browserFigures(withBlocks: Storefront, without: Storefront): Promise<Figure[]> {
  return figuresOf(PAGES, withBlocks, without, (name, loads) => [
    ...lcpFigures(name, loads),
    ...shiftFigures(name, loads),
    ...blockingFigures(name, loads),
  ]);
}

/** The launcher, closed, on pages that hold nothing else of ours. */
export async function launcherFigures(withIt: Storefront, without: Storefront): Promise<Figure[]> {
  return figuresOf(LAUNCHER_PAGES, withIt, without, (name, loads) => [
    ...lcpFigures(name, loads),
    ...shiftFigures(name, loads),
    ...blockingFigures(name, loads),
    requestFigure(name, loads),
  ]);
}

async function figuresOf(
  pages: readonly (readonly [name: string, path: string])[],
  withBlocks: Storefront,
  without: Storefront,
  tell: (name: string, loads: Loads) => Figure[],
): Promise<Figure[]> {
  const browser = await startBrowser();
  try {
    const figures: Figure[] = [];
    for (const [name, path] of pages) {
      checkPair(withBlocks.render(path), without.render(path));
      const loads = await measure(browser, { with: withBlocks, without, again: without }, path);
      figures.push(...tell(name, loads));
    }
    return figures;
  } finally {
    await browser.close();
  }
}
