// The part of the program that the discount function needs: two small JSON metafields on a card's automatic discount.
import type { CardInCart } from './free-in-cart.ts';
import { foldedTag } from './folded-tag.ts';
import { jsonBytes } from './json-bytes.ts';

/** The places where both lie on the discount. `shopify.extension.toml` and the input query name them again. */
export const CONFIG_METAFIELD = { namespace: '$app:sixth-free', key: 'config' } as const;
export const VARIABLES_METAFIELD = { namespace: '$app:sixth-free', key: 'variables' } as const;

/** Products and collections that no card counts. */
export type NeverInCart = {
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
};

/**
 * A card before all others that counts what never counts, and gives nothing: the first card that includes a unit counts it,
 * so that no other does. No card of the merchant's has its key, nor so many stamps.
 */
const NEVER_CARD = 'never/counts';
const NEVER_FULL = 1_000_000_000;

/** By language, e.g. `{en: …, fr: …}`: English is always there. */
export type CardTitle = Readonly<{ en: string } & Record<string, string>>;

export type FunctionConfig = {
  v: 1;
  /** The card whose discount this is: the function works out all cards, and gives this one's units. */
  own: string;
  /** The text that the shopper reads beside the free unit. */
  title: CardTitle;
  /** Decimals of the shop's currency. */
  exponent: number;
  /** The program's cards up to the own one: those behind it can't take a unit away from it. */
  cards: CardInCart[];
  /** Products that an order takes apart into components: no card counts them. */
  bundles: string[];
  /** The program is paused: full cards pay for their free unit, and the cart's own units count for nothing. */
  paused?: true;
};

/** The input query's variables: what it asks of every product. */
export type FunctionVariables = { collectionIds: string[]; tags: string[] };

type TitledCard = CardInCart & { readonly title: CardTitle };

/** Shopify shows a function no metafield above this. */
const MOST_CONFIG_BYTES = 10_000;
/** Shopify takes no longer list in a variable. */
const MOST_VARIABLES = 100;

/**
 * The config of one card's discount. `bundles` are products sold as bundles, if known.
 * @throws {Error} when no card has that key
 */
export function functionConfig(
  cards: readonly TitledCard[],
  ownKey: string,
  currencyExponent: number,
  { bundles = [], never }: { bundles?: readonly string[]; never?: NeverInCart | undefined } = {},
): FunctionConfig {
  const own = cards.findIndex(({ key }) => key === ownKey);
  const card = cards[own];
  if (!card) throw new Error(`There is no card ${ownKey}.`);
  return {
    v: 1,
    own: ownKey,
    title: { ...card.title },
    exponent: currencyExponent,
    cards: [...(never ? [neverCard(never)] : []), ...cards.slice(0, own + 1).map(onlyWhatCounts)],
    bundles: [...bundles],
  };
}

function neverCard({ productIds, collectionIds }: NeverInCart): CardInCart {
  const products = { all: false, productIds, collectionIds, withTags: [], withoutTags: [] };
  const always = { maxPriceMinor: null, startsOn: null, endsOn: null };
  return { key: NEVER_CARD, size: NEVER_FULL, ...always, products };
}

function onlyWhatCounts({ key, size, maxPriceMinor, startsOn, endsOn, products }: CardInCart): CardInCart {
  const { all, productIds, collectionIds } = products;
  const [withTags, withoutTags] = [foldedTags(products.withTags), foldedTags(products.withoutTags)];
  // A card for everything names nothing but what it leaves out.
  const chosen = all
    ? { productIds: [], collectionIds: [], withTags: [] }
    : { productIds, collectionIds, withTags };
  return { key, size, maxPriceMinor, startsOn, endsOn, products: { all, ...chosen, withoutTags } };
}

/** The variables that belong to a config. */
export function functionVariables({ cards }: Pick<FunctionConfig, 'cards'>): FunctionVariables {
  const collections = cards.flatMap(({ products }) => products.collectionIds);
  const tags = cards.flatMap(({ products }) => [...products.withTags, ...products.withoutTags]);
  return {
    collectionIds: unique(collections).map((id) => `gid://shopify/Collection/${id}`),
    tags: foldedTags(tags),
  };
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** Folded here, for a function would spend its instructions on it, by the letters of its own day. */
const foldedTags = (tags: readonly string[]) => unique(tags.map(foldedTag));

/**
 * Whether the config is more than Shopify shows its function: the card needs fewer products (a collection or a tag in
 * their place), or fewer collections and tags. Room for a pause is kept. How long a cart it serves is cart-budget.ts.
 */
export function isConfigTooLarge(config: FunctionConfig): boolean {
  const { collectionIds, tags } = functionVariables(config);
  return (
    jsonBytes({ ...config, paused: true }) > MOST_CONFIG_BYTES ||
    Math.max(collectionIds.length, tags.length) > MOST_VARIABLES
  );
}
