// What the program asks of a kind of reward: a kind is one object that answers, in one list, so that a further one changes
// nothing else.
import type { RewardGives } from '../reward-gives.ts';
import type { Reward } from '../reward-rules.ts';

export type KindName = RewardGives['kind'];
export type GivesOf<K extends KindName> = Extract<RewardGives, { kind: K }>;

/** As Shopify tells discounts apart: one of products never stands with another on one line. */
export type DiscountClass = 'product' | 'order' | 'shipping';

/** Ids of products and collections. */
export type NamedProducts = { productIds: string[]; collectionIds: string[] };

/** What it takes off; `up-to`: that or less; `about`: of a usual order. In minor units of the shop's currency. */
export type Worth = { minor: number; sort: 'exactly' | 'up-to' | 'about' };

/** As a member's copy says it of what is theirs: which products it is of stands in the program, by the reward's or the card's key. */
export type HeldGives =
  | Exclude<RewardGives, { kind: 'amount' | 'percent' | 'product' }>
  | (Omit<GivesOf<'amount'>, 'of'> & { of?: 'card' })
  | (Omit<GivesOf<'percent'>, 'of'> & { of: 'order' | 'products' })
  | Omit<GivesOf<'product'>, 'productIds'>;

export type RewardKind<K extends KindName> = {
  /** What makes its discount at Shopify another one. Never changed: discounts bear its hash for ever. */
  value: (gives: GivesOf<K>) => unknown[];
  /** What it says beside that: it limits taking it, and no discount knows it. */
  taking: (gives: GivesOf<K>) => unknown[];
  discountClass: (gives: GivesOf<K>) => DiscountClass;
  /** Whether its discount is the app's own function, and none of Shopify's. */
  usesFunction: (gives: GivesOf<K>) => boolean;
  /** Whether a shop in which functions can't run can't give it at all; null where it can, else the field that makes it so. */
  needsFunction: (gives: GivesOf<K>) => 'kind' | 'most' | null;
  /** Whether each code of it can be a discount of Shopify's own, where the shop can't run functions. */
  standsAlone: boolean;
  /** The money that a code of it is worth, however large the order; null where that depends on the order, or on the shopper. */
  face: (gives: GivesOf<K>) => number | null;
  /** The most money that it can take off; null where there is no most. */
  most: (gives: GivesOf<K>) => number | null;
  /** For what it gives back; null where nobody can say. `usual` is a usual order. */
  worth: (reward: Pick<Reward, 'minimumMinor'>, gives: GivesOf<K>, usual: number | null) => Worth | null;
  /** What it takes off a product it names, in percent; 0 where it names none. */
  percentOff: (gives: GivesOf<K>) => number;
  /** Null where it is of the whole order. */
  named: (gives: GivesOf<K>) => NamedProducts | null;
  /** The same of these products alone. */
  of: (gives: GivesOf<K>, named: NamedProducts) => GivesOf<K>;
  held: (gives: GivesOf<K>) => Extract<HeldGives, { kind: K }>;
  /** The same with each sum of money changed. */
  withMoney: (gives: GivesOf<K>, change: (minor: number) => number) => GivesOf<K>;
};

/** What most kinds answer alike: of the whole order, for whoever can take it. */
export const PLAIN = {
  taking: () => [],
  usesFunction: () => false,
  needsFunction: () => null,
  standsAlone: false,
  face: () => null,
  percentOff: () => 0,
  named: () => null,
  of: <G>(gives: G): G => gives,
  held: <G>(gives: G): G => gives,
} as const;

export const changed = (minor: number | null, change: (minor: number) => number): number | null =>
  minor === null ? null : change(minor);
