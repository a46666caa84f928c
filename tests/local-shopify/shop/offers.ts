// What a discount would take off a cart, and with which others it may stand in one order.
import type { CombinesWith } from './automatic-discount.ts';
import type { LineTake } from './cart.ts';
import type { DiscountRequest } from './types.ts';

/** Off products: each take names a line of the cart. One title and value an offer's part, as an order lists them. */
export type OfferPart = Pick<DiscountRequest, 'title' | 'nodeTitle' | 'value'> & {
  takes: LineTake[];
};

type Common = Pick<DiscountRequest, 'type'> & { combinesWith: CombinesWith };

export type ProductOffer = Common & { on: 'products'; parts: OfferPart[] };
/** What one discount of the order may take off: so much of some lines, from a subtotal on. */
export type OrderChoice = Pick<DiscountRequest, 'title' | 'nodeTitle' | 'value' | 'onLines'> & {
  /** In the shopper's currency, without some lines; null: of any order. */
  least: { shownMinor: number; without: readonly number[] } | null;
};

/** Off the whole order, once the products' own discounts are taken: the first choice that may be, or what takes most off. */
export type OrderOffer = Common & { on: 'order'; choices: OrderChoice[]; takes: 'first' | 'most' };
/** Off what sending costs, which no cart knows yet. */
export type ShippingOffer = Common & { on: 'shipping' } & Pick<
    DiscountRequest,
    'title' | 'value' | 'upToMinor'
  >;
export type Offer = ProductOffer | OrderOffer | ShippingOffer;

export const COMBINES: CombinesWith = {
  productDiscounts: true,
  orderDiscounts: true,
  shippingDiscounts: true,
};
export const STANDS_ALONE: CombinesWith = {
  productDiscounts: false,
  orderDiscounts: false,
  shippingDiscounts: false,
};

function allows({ combinesWith }: Offer, other: Offer): boolean {
  switch (other.on) {
    case 'products':
      return combinesWith.productDiscounts;
    case 'order':
      return combinesWith.orderDiscounts;
    case 'shipping':
      return combinesWith.shippingDiscounts;
  }
}

/** Both sides have to allow it. */
export function combine(one: Offer, other: Offer): boolean {
  return allows(one, other) && allows(other, one);
}
