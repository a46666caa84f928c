// "Up to €15.00 off coffee": where functions can't run, a full stamp card is given as a code, by a discount of Shopify's own. It
// is a reward like any other, paid in the card's stamps.
import type { StampCard } from '../program/card-rules.ts';
import { GIVES_LIMITS } from '../rewards/reward-gives.ts';
import type { RewardValue } from '../rewards/reward-value.ts';
import { REWARD_LIMITS, type Reward } from '../rewards/reward-rules.ts';
import { amountText } from '../values/amount-text.ts';
import { byLanguage, MOST_TITLE, type Language } from '../values/languages.ts';

/** Before the card's key: no reward of the merchant's has a key with a dot. */
const PREFIX = 'card.';

export const cardRewardKey = (cardKey: string): string => `${PREFIX}${cardKey}`;

/** Null of a reward's own key. */
export function cardOfReward(rewardKey: string): string | null {
  return rewardKey.startsWith(PREFIX) ? rewardKey.slice(PREFIX.length) : null;
}

/**
 * What a card lacks to be given as a code: a discount of Shopify's own takes an amount off, of products or of collections, and of
 * few.
 */
export type LacksForCodes = 'ceiling' | 'tags' | 'both-kinds' | 'too-many';

export function lacksForCodes({ maxPriceMinor, products }: StampCard): LacksForCodes | null {
  const { all, productIds, collectionIds, withTags, withoutTags } = products;
  if (withoutTags.length > 0 || (!all && withTags.length > 0)) return 'tags';
  if (!all && productIds.length > 0 && collectionIds.length > 0) return 'both-kinds';
  const isLong = productIds.length > GIVES_LIMITS.products || collectionIds.length > GIVES_LIMITS.collections;
  if (!all && isLong) return 'too-many';
  return maxPriceMinor === null ? 'ceiling' : null;
}

/** What its codes take off; null where it can't be given so. */
export function cardValue(card: StampCard): RewardValue | null {
  const { maxPriceMinor: minor, products, combinesWith } = card;
  if (minor === null || lacksForCodes(card) !== null) return null;
  const { all, productIds, collectionIds } = products;
  const gives = { kind: 'amount', minor, of: all ? 'all' : { productIds, collectionIds } } as const;
  return { gives, minimumMinor: null, combinesWith };
}

/** Null where the card can't be given so. It has no last day: a code that lapsed would come back and be given again, for ever. */
export function cardReward(card: StampCard, currency: string): Reward | null {
  const value = cardValue(card);
  const { key, size, maxPriceMinor: minor } = card;
  if (!value || minor === null) return null;
  return {
    ...value,
    key: cardRewardKey(key),
    title: byLanguage((language) => titleOf(card, minor, currency, language)),
    cost: size,
    lastsDays: REWARD_LIMITS.lastsDays,
    usable: 'at-once',
    startsOn: null,
    endsOn: null,
    limits: { perPerson: null, perPeriod: null, inAll: null },
    refund: 'in-proportion',
  };
}

const SAID: Record<
  Language,
  { off: (amount: string, noun: string) => string; plain: (amount: string) => string }
> = {
  en: { off: (amount, noun) => `Up to ${amount} off ${noun}`, plain: (amount) => `Up to ${amount} off` },
  fr: {
    off: (amount, noun) => `Jusqu’à ${amount} de remise sur ${noun}`,
    plain: (amount) => `Jusqu’à ${amount} de remise`,
  },
};

/** Without a noun, and where there is no room for it, the card's own name stands beside it. */
function titleOf({ noun, title }: StampCard, minor: number, currency: string, language: Language): string {
  const amount = new Intl.NumberFormat(language, { style: 'currency', currency }).format(
    amountText(minor, currency) as Intl.StringNumericLiteral,
  );
  const plain = SAID[language].plain(amount);
  const named = noun ? SAID[language].off(amount, noun[language].one) : `${plain} (${title[language]})`;
  return named.length <= MOST_TITLE ? named : plain.slice(0, MOST_TITLE);
}
