// Is all well between the shop and us? A list of states, each with what it means; what to do stands beside it on the
// screen. Not whether jobs wait: a job may be gone, and what it was to do still be undone.

/** How many are in a state, counted up to MOST_COUNTED, and since when the first of them. */
export type HealthFact = {
  count: number;
  since: Date | null;
  /** What there is to say beside it: Shopify's code, a currency, the first orders' names. */
  detail?: string | null;
};

export type HealthState = 'good' | 'waiting' | 'late';

/** Counting further would only take time: more are "more than". */
export const MOST_COUNTED = 1_000;

type Judge = (fact: HealthFact, now: Date) => HealthState;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const age = ({ since }: HealthFact, now: Date): number => (since ? now.getTime() - since.getTime() : 0);

/** Work that ends by itself: it is late once it lasts. */
const work =
  (lateMs: number): Judge =>
  (fact, now) =>
    fact.count === 0 ? 'good' : age(fact, now) > lateMs ? 'late' : 'waiting';
/** What doesn't end without somebody. */
const trouble: Judge = ({ count }) => (count === 0 ? 'good' : 'late');
/** Jobs take seconds. */
const soon = work(10 * MINUTE_MS);

/** The code of a member whom we can't read, where Shopify's would stand. */
export const UNREADABLE = 'UNREADABLE';

/** In the order in which the screen lists them. A new state is a line here, one in HEALTH_FACTS, and its words. */
export const HEALTH = {
  /** Shopify refused our token for good; only opening the app brings another. */
  token: trouble,
  /** Orders told and not counted yet. */
  orders: soon,
  /** Orders that couldn't be counted; each is tried again, alone. */
  setAside: trouble,
  /** Members whose change Shopify doesn't show yet. */
  sync: soon,
  /** Members whose metafields Shopify refuses. A first refusal may be a hiccup. */
  refused: soon,
  /** Members whom we can't read, because of what is stored of them. */
  unreadable: trouble,
  /** Members whose customer was deleted at Shopify: how it is. */
  gone: (): HealthState => 'good',
  /** Members whose stamps should have got a later last day yesterday; `since` is the nearest such day. */
  stamps: trouble,
  /** Merged and erased customers. */
  requests: soon,
  /**
   * Gifts of a day that is over can't be given, to whomever; `since` is the midnight after it in UTC, and the shop's own may
   * come half a day later.
   */
  gifts: work(18 * HOUR_MS),
  /** Rewards that were given and have no code yet; codes are made in minutes. */
  waitingRewards: work(HOUR_MS),
  /** Rewards on their way back. An old one waits for the count of uses, which is read once a day. */
  returning: work(26 * HOUR_MS),
  /** Collections that published moments name, and that can't be read: gone, too large, refused. */
  collections: trouble,
  /** The published rules can't be read. */
  rules: trouble,
  /** The published version that Shopify doesn't show yet. */
  program: soon,
  /** The published version by which the cards' discounts weren't made yet. */
  discounts: soon,
  /** Shopify's currency isn't the program's. */
  currency: trouble,
  /** When webhooks last told of an order; a shop that sells nothing for a week is rare enough to say so. */
  webhooks: ({ since }: HealthFact, now: Date): HealthState =>
    !since ? 'waiting' : age({ count: 0, since }, now) > 7 * 24 * HOUR_MS ? 'late' : 'good',
  /** Every order updated before `since` is known. It runs every hour; twice it may fail without a word. */
  reconciliation: (fact: HealthFact, now: Date): HealthState =>
    age(fact, now) > 3 * HOUR_MS ? 'late' : 'good',
} satisfies Record<string, Judge>;

export type HealthItem = keyof typeof HEALTH;
export type HealthFacts = Record<HealthItem, HealthFact>;
export type Health = Record<HealthItem, HealthState>;

export const HEALTH_ITEMS = Object.keys(HEALTH) as readonly HealthItem[];

export function healthOf(facts: HealthFacts, now: Date): Health {
  const judged = HEALTH_ITEMS.map((item) => [item, HEALTH[item](facts[item], now)] as const);
  return Object.fromEntries(judged) as Health;
}

const RANK: Record<HealthState, number> = { good: 0, waiting: 1, late: 2 };

export function worstOf(states: readonly HealthState[]): HealthState {
  return states.reduce((worst, state) => (RANK[state] > RANK[worst] ? state : worst), 'good');
}
