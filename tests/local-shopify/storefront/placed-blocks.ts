// Which of the app's blocks stand where: as the merchant placed them, or on a fresh shop where most would put them.
import { AREAS } from '#tests/local-shopify/shop/theme.ts';
import type { Area, PlacedBlock, Theme } from '#tests/local-shopify/shop/theme.ts';
import { BLOCKS } from './extension.ts';

/** The template that each area belongs to, as a block's `enabled_on` names templates. */
export const TEMPLATE_OF_AREA: Record<Area, string> = {
  product: 'product',
  'product-apps': 'product',
  cart: 'cart',
  'cart-apps': 'cart',
  loyalty: 'page',
  home: 'index',
};

/** As after the app's setup guide, with a loyalty page besides. A block that isn't named goes wherever its schema lets it. */
const USUAL_PLACES: [block: string, areas: Area[]][] = [
  ['member', ['product', 'loyalty']],
  ['points-for-cart', ['cart']],
  ['rewards', ['cart']],
  ['how-it-works', ['loyalty', 'home']],
  ['birthday', ['product', 'loyalty']],
  // The member's block holds what these hold, so nobody would put one beside it.
  ['points-for-product', []],
  ['points-balance', []],
  ['stamp-card', []],
];

const OTHERWISE: Area[] = ['product', 'cart', 'loyalty'];

export function mayStandIn(area: Area, block: string): boolean {
  const schema = BLOCKS.get(block);
  return schema !== undefined && (schema.templates?.includes(TEMPLATE_OF_AREA[area]) ?? true);
}

function usualPlaces(): PlacedBlock[] {
  const known = USUAL_PLACES.filter(([block]) => BLOCKS.has(block));
  const others = [...BLOCKS.keys()].filter((block) => !known.some(([name]) => name === block));
  const wishes = [...known, ...others.map((block): [string, Area[]] => [block, OTHERWISE])];
  const placed: PlacedBlock[] = [];
  for (const area of AREAS) {
    for (const [block, areas] of wishes) {
      if (!areas.includes(area) || !mayStandIn(area, block)) continue;
      placed.push({ id: freeId(placed, block), area, block, shown: true, settings: {} });
    }
  }
  return placed;
}

/** `stamp-card-1`, or the next number that nobody bears. */
export function freeId(placed: readonly PlacedBlock[], block: string): string {
  for (let number = 1; ; number += 1) {
    const id = `${block}-${number}`;
    if (!placed.some((one) => one.id === id)) return id;
  }
}

/** Blocks that the extension no longer has are left out, as they are at Shopify. */
export function placedBlocks(theme: Theme): PlacedBlock[] {
  return (theme.blocks ?? usualPlaces()).filter((one) => BLOCKS.has(one.block));
}
