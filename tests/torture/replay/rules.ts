// A program's rules as far as the replay knows them: read from the stored JSON, which is public in the sense that it is
// kept for ever. This folder says once more, in few words, what README, glossary and decisions promise; it imports nothing
// of the app, so that no mistake is made twice.

/** Products by Shopify's ids: of these, or all but those with one of the tags. */
export type CardProducts = {
  all: boolean;
  productIds: string[];
  collectionIds: string[];
  withTags: string[];
  withoutTags: string[];
};

export type Card = { key: string; title: Record<string, string>; size: number; products: CardProducts };

/** What points buy. Money in minor units. */
export type Reward = {
  key: string;
  cost: number;
  gives: { kind: 'amount'; minor: number } | { kind: 'percent' | 'free-shipping' | 'product' | 'any-amount' };
  refund: 'in-proportion' | 'nothing';
  /** Days that it stays usable after the one of taking it, unless days are named. */
  lastsDays: number;
  usable: 'at-once' | 'next-day';
  usableOn?: { from: string; until: string } | undefined;
  /** Days on which points buy it; null: open. */
  startsOn: string | null;
  endsOn: string | null;
  /** Times; null: as often as one likes. */
  limits: {
    perPerson: number | null;
    perPeriod: { count: number; period: 'day' | 'week' | 'month' | 'year' } | null;
    inAll: number | null;
  };
};

/** One thing that a moment brings. */
export type Offer =
  { kind: 'points'; points: number } | { kind: 'reward'; key: string } | { kind: 'task'; task: string };

/** Because of what somebody gets which of these: one at once, or one of several that they choose. */
export type Moment = {
  key: string;
  kind: string;
  when: Readonly<Record<string, number | boolean>>;
  offers: readonly Offer[];
  openDays: number;
  ceiling?: { of: string; most: number } | undefined;
  holdout?: object | undefined;
};

export type Rules = {
  earn: { points: number; perMinor: number };
  counts: { testOrders: boolean; shipping: boolean; giftCards: boolean; tips: boolean };
  leftOutTags: string[];
  cards: Card[];
  rewards?: Reward[] | undefined;
  moments?: readonly Moment[] | undefined;
  /** The whole program gives nothing, and counts no order. */
  paused?: boolean | undefined;
  /** Keys of moments that give nothing. */
  pausedMoments?: readonly string[] | undefined;
};

/** `publishedAt` is cut to the second. */
export type Version = { number: number; publishedAt: Date; rules: Rules };

/**
 * The one that was published last when the order was placed. Shopify tells the second only: of an order placed in the second
 * of a publish nobody can say which came first, and whichever of both it was counted by is right; where that isn't known,
 * the later.
 */
export function versionAt(
  versions: readonly Version[],
  placedAt: Date,
  countedBy?: number | null,
): Version | null {
  let possible: Version[] = [];
  for (const version of [...versions].sort((a, b) => a.number - b.number)) {
    if (version.publishedAt < placedAt) possible = [version];
    else if (version.publishedAt.getTime() === placedAt.getTime()) possible.push(version);
  }
  return possible.find(({ number }) => number === countedBy) ?? possible.at(-1) ?? null;
}
