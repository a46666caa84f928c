// "A stamp for each unit of the card's products": which units a card counts.
// This folder is a leaf without zod: ledger and discount function read the same definition.
import { foldedTag } from './folded-tag.ts';

/** A line's units, as far as they must be known, from an order or from a cart. Price before discounts. */
export type UnitOfLine = {
  hasVariant: boolean;
  productId: string | null;
  unitPriceAboveZero: boolean;
  giftCard: boolean;
  tip: boolean;
  bundleComponent: boolean;
};

/**
 * The products a card counts: all of them, or a choice of products, collections and tags; never those with one of
 * `withoutTags`. Tags ignore case.
 */
export type CardProducts = {
  readonly all: boolean;
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
  readonly withTags: readonly string[];
  readonly withoutTags: readonly string[];
};

/** Collections and tags that a product is known to have; those that no card asks for may be left out. */
export type ProductGroups = { readonly collections: readonly string[]; readonly tags: readonly string[] };

/** Whether a unit can earn stamps at all; other discounts don't matter to it. */
function isStampable(unit: UnitOfLine): boolean {
  return (
    unit.hasVariant &&
    unit.productId !== null &&
    unit.unitPriceAboveZero &&
    !unit.giftCard &&
    !unit.tip &&
    !unit.bundleComponent
  );
}

function hasOneOf(tags: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((one) => tags.some((tag) => foldedTag(tag) === foldedTag(one)));
}

/** Whether the card includes the product. */
function includesProduct(products: CardProducts, productId: string, groups: ProductGroups): boolean {
  if (hasOneOf(groups.tags, products.withoutTags)) return false;
  if (products.all || products.productIds.includes(productId)) return true;
  if (groups.collections.some((id) => products.collectionIds.includes(id))) return true;
  return hasOneOf(groups.tags, products.withTags);
}

/** The card that counts the unit: the first in the program's order, so that no unit counts twice. */
export function cardOfUnit<Card extends { readonly products: CardProducts }>(
  cards: readonly Card[],
  unit: UnitOfLine,
  groups: ProductGroups,
): Card | null {
  const { productId } = unit;
  if (!isStampable(unit) || productId === null) return null;
  return cards.find((card) => includesProduct(card.products, productId, groups)) ?? null;
}
