// What every discount of the shop would take off a cart: the merchant's own, codes, and those of our app.
import { runDiscount } from '#tests/local-shopify/functions/run-discount.ts';
import { statusAt } from './automatic-discount.ts';
import type { AutomaticDiscount } from './automatic-discount.ts';
import { bestDiscounts } from './best-offers.ts';
import type { Cart, CartLine, LineTake } from './cart.ts';
import { termsOfCode } from './discount-codes.ts';
import type { CodeTerms } from './discount-codes.ts';
import type { LocalShop } from './local-shop.ts';
import type { Offer, ProductOffer } from './offers.ts';
import type { DiscountRequest, Product } from './types.ts';

/** A line with what it is of; null for gift cards, which no discount lowers, and for what is gone. */
type Goods = { line: CartLine; index: number; product: Product; priceMinor: number };

/** What a cart gets now, in the order in which an order lists it. */
export function discountsOfCart(shop: LocalShop, cart: Cart): DiscountRequest[] {
  const goods = goodsOf(shop, cart);
  const offers = [...automaticOffers(shop, cart, goods), ...codeOffers(shop, cart, goods)];
  const worth = cart.lines.map((line, index) => {
    const found = goods.find((one) => one.index === index);
    return found ? found.priceMinor * line.quantity : 0;
  });
  return bestDiscounts(offers, worth);
}

function goodsOf(shop: LocalShop, cart: Cart): Goods[] {
  return cart.lines.flatMap((line, index) => {
    const found = shop.variant(line.variantId);
    if (!found || found.product.giftCard) return [];
    return [{ line, index, product: found.product, priceMinor: found.variant.priceMinor }];
  });
}

function automaticOffers(shop: LocalShop, cart: Cart, goods: Goods[]): ProductOffer[] {
  const active = shop.automaticDiscounts.values().filter((one) => statusAt(one, shop.now()) === 'ACTIVE');
  return active.flatMap((discount) => {
    const reached = goods.filter(({ line }) => reaches(discount, line));
    const parts =
      discount.kind === 'app'
        ? runDiscount(shop, cart, discount).map((part) => ({
            ...part,
            takes: part.takes.filter((take) => reached.some(({ index }) => index === take.line)),
          }))
        : [{ title: discount.title, value: partOff(discount), takes: saleTakes(shop, discount, reached) }];
    const { combinesWith } = discount;
    return parts.some((part) => part.takes.length > 0)
      ? [{ type: 'automatic', on: 'products', combinesWith, parts }]
      : [];
  });
}

function reaches(discount: AutomaticDiscount, { sellingPlan }: CartLine): boolean {
  return sellingPlan ? discount.appliesOnSubscription : discount.appliesOnOneTimePurchase;
}

const partOff = ({ percentBp }: { percentBp: number }) => ({ kind: 'percent', percentBp }) as const;

type Sale = { percentBp: number; collectionId: string | null };

function saleTakes(shop: LocalShop, { percentBp, collectionId }: Sale, goods: Goods[]): LineTake[] {
  const included = goods.filter(
    ({ product }) =>
      collectionId === null || shop.collectionsOf(product.id).some((one) => one.id === collectionId),
  );
  return partOfLines(included, percentBp);
}

function partOfLines(goods: Goods[], percentBp: number): LineTake[] {
  return goods.map(({ line, index, priceMinor }) => ({
    line: index,
    units: line.quantity,
    amountMinor: Math.round((priceMinor * line.quantity * percentBp) / 10_000),
  }));
}

function codeOffers(shop: LocalShop, cart: Cart, goods: Goods[]): Offer[] {
  return cart.codes.flatMap((code) => {
    const terms = termsOfCode(shop, code);
    return terms ? [codeOffer(terms, goods)] : [];
  });
}

function codeOffer({ code, value, products, combinesWith }: CodeTerms, goods: Goods[]): Offer {
  const common = { type: 'discount_code', combinesWith } as const;
  if (products === null) return { ...common, on: 'order', title: code, value };
  const included = goods.filter(({ product }) => products.includes(product));
  const takes = value.kind === 'percent' ? partOfLines(included, value.percentBp) : [];
  return { ...common, on: 'products', parts: [{ title: code, value, takes }] };
}
