// "The sixth is taken in the cart": each published card has one automatic discount at Shopify. What it must be, what
// Shopify shows of it, and what to do where the two differ: the program changed, or somebody's hand did.
import { currencyExponent } from '../values/money.ts';
import type { StampCard } from '../program/card-rules.ts';
import { endOfDay, startOfDay } from '../values/days.ts';
import { servesLongCarts } from '../stamps/cart-budget.ts';
import type { DiscountKind, HandChange, ShownStatus } from './decide-discounts.ts';
import { cardOwner } from './discount-owner.ts';
import {
  functionConfig,
  functionVariables,
  isConfigTooLarge,
  type FunctionConfig,
  type NeverInCart,
} from '../stamps/discount-config.ts';

/** The parts of a discount that a program decides. Instants are ISO texts. */
export type WantedDiscount = {
  cardKey: string;
  title: string;
  /** Null: since it was made. */
  startsAt: string | null;
  endsAt: string | null;
  combinesWith: StampCard['combinesWith'];
  /** JSON texts of the function's metafields. */
  config: string;
  variables: string;
};

/** An automatic discount of this app, as Shopify shows it. */
export type ShownDiscount = Omit<WantedDiscount, 'cardKey' | 'startsAt' | 'config' | 'variables'> & {
  /** Digits of Shopify's id. */
  id: string;
  status: ShownStatus;
  startsAt: string;
  classes: string[];
  onSubscriptions: boolean;
  onOneTimePurchases: boolean;
  config: string | null;
  variables: string | null;
};

/** `bundleIds` are the products that orders take apart into components. */
export type DiscountShop = { currency: string; timeZone: string; bundleIds: readonly string[] };

type Giving = {
  cards: readonly StampCard[];
  paused?: true | undefined;
  neverEarns?: NeverInCart | undefined;
};

export function wantedDiscounts({ cards, paused, neverEarns }: Giving, shop: DiscountShop): WantedDiscount[] {
  return cards.map((card) => {
    const config = {
      ...configWithBundles(cards, card.key, { shop, never: neverEarns }),
      ...(paused && { paused }),
    };
    return {
      cardKey: card.key,
      title: card.title.en,
      startsAt: card.startsOn ? startOfDay(shop.timeZone, card.startsOn).toISOString() : null,
      endsAt: card.endsOn ? endOfDay(shop.timeZone, card.endsOn).toISOString() : null,
      combinesWith: card.combinesWith,
      config: JSON.stringify(config),
      variables: JSON.stringify(functionVariables(config)),
    };
  });
}

/** As many bundles as the function is shown: what the merchant chose goes first, and the carts that it serves. */
function configWithBundles(
  cards: readonly StampCard[],
  key: string,
  { shop, never }: { shop: DiscountShop; never: NeverInCart | undefined },
): FunctionConfig {
  const exponent = currencyExponent(shop.currency);
  const plain = functionConfig(cards, key, exponent, { never });
  for (let count = shop.bundleIds.length; count > 0; count -= 1) {
    const config = { ...plain, bundles: shop.bundleIds.slice(0, count) };
    if (!isConfigTooLarge(config) && servesLongCarts(config) === servesLongCarts(plain)) return config;
  }
  return plain;
}

/** Of the card that a discount gives for; null where its config says none. */
function ownOwner({ config }: ShownDiscount): string | null {
  const [, own] = /"own"\s*:\s*"([a-z0-9-]+)"/.exec(config ?? '') ?? [];
  return own === undefined ? null : cardOwner(own);
}

/** The difference from the program, as a merchant would name it; null when nothing differs that a program decides. */
function difference(wanted: WantedDiscount, shown: ShownDiscount): HandChange | null {
  if (shown.title !== wanted.title.trim()) return 'renamed';
  if (shown.endsAt !== wanted.endsAt) return shown.status === 'EXPIRED' ? 'ended' : 'dates';
  if (wanted.startsAt ? shown.startsAt !== wanted.startsAt : shown.status === 'SCHEDULED') return 'dates';
  const { product, order, shipping } = wanted.combinesWith;
  const { combinesWith: beside } = shown;
  if (beside.product !== product || beside.order !== order || beside.shipping !== shipping)
    return 'combination';
  return shown.onSubscriptions || !shown.onOneTimePurchases ? 'other' : null;
}

export const CARD_DISCOUNTS: DiscountKind<WantedDiscount, ShownDiscount> = { ownOwner, difference };

/**
 * When it starts: on the card's day; without one, when it did, or now where it doesn't yet.
 * @param shown null while it is being made
 */
export function startOf(wanted: WantedDiscount, shown: ShownDiscount | null, now: Date): string {
  if (wanted.startsAt) return wanted.startsAt;
  return shown && new Date(shown.startsAt) <= now ? shown.startsAt : now.toISOString();
}
