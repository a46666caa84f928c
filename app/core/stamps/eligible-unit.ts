// "A stamp for each unit of the card's products": which units a card counts.
// This folder is a leaf without zod: ledger and discount function read the same definition.

/** What must be known of a line's units, from an order or from a cart. Price before discounts. */
export type UnitOfLine = {
  hasVariant: boolean;
  productId: string | null;
  unitPriceAboveZero: boolean;
  giftCard: boolean;
  tip: boolean;
  bundleComponent: boolean;
};

/** The products a card counts: all of them, or a choice of products and collections. */
export type CardProducts = {
  readonly all: boolean;
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
};

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

/** Whether the card includes the product; `collections` are those that the product is in. */
function includesProduct(products: CardProducts, productId: string, collections: readonly string[]): boolean {
  if (products.all || products.productIds.includes(productId)) return true;
  return collections.some((id) => products.collectionIds.includes(id));
}

/** The card that counts the unit: the first in the program's order, so that no unit counts twice. */
export function cardOfUnit<Card extends { readonly products: CardProducts }>(
  cards: readonly Card[],
  unit: UnitOfLine,
  collections: readonly string[],
): Card | null {
  const { productId } = unit;
  if (!isStampable(unit) || productId === null) return null;
  return cards.find((card) => includesProduct(card.products, productId, collections)) ?? null;
}
