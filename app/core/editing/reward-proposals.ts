// What a shop without rewards is offered to begin with: points as money, free shipping, and one of the card's first product. Each
// gives back five percent.
import type { ProgramRules } from '../program/program-rules.ts';
import { firstStepMinor, roundMinor } from '../program/first-program.ts';
import type { Place } from '../rewards/law/law-pack.ts';
import { mostAtFirst } from '../rewards/law/law-warnings.ts';
import { REWARD_LIMITS, type Reward } from '../rewards/reward-rules.ts';
import { MOST_MINOR, mulDivFloor } from '../values/money.ts';

export type Proposal = Pick<Reward, 'gives' | 'cost' | 'minimumMinor'>;

/** A product that a card counts, and what one of it costs. */
export type FirstProduct = { id: string; title: string; priceMinor: number };

/** What of the shop is known; null where nobody knows. */
export type ProposalShop = {
  currency: string;
  /** What shipping usually costs. */
  shippingMinor: number | null;
  place: Place | null;
  product: FirstProduct | null;
};

/** What a proposal gives of what is spent for it: a twentieth. */
const SPENT_FOR_ONE = 20;
/** Steps of earning whose money a step of any amount is. */
const STEPS = 5;
/** Points of a free product are a multiple of it. */
const ROUND = 10;

/** Points for which an amount gives back five percent; at least one. */
export function costAtFivePercent(minor: number, { points, perMinor }: ProgramRules['earn']): number {
  const cost = (BigInt(minor) * BigInt(SPENT_FOR_ONE) * BigInt(points)) / BigInt(perMinor);
  return Math.min(Math.max(Number(cost), 1), REWARD_LIMITS.cost);
}

export const BEGINNINGS = ['any', 'amount', 'shipping', 'product'] as const;
export type Begin = (typeof BEGINNINGS)[number];

type Rewards = readonly Pick<Reward, 'gives'>[];

/** Null where it can't be proposed. */
type Propose = (earn: ProgramRules['earn'], shop: ProposalShop, rewards: Rewards) => Proposal | null;

const PROPOSALS: Readonly<Record<Begin, Propose>> = {
  /** As many points as a hundred steps of earning bring, for the money of five. */
  any: ({ points, perMinor }, { currency, place }) => {
    const cost = Math.min(STEPS * SPENT_FOR_ONE * points, REWARD_LIMITS.cost);
    const minor = mulDivFloor(cost, perMinor, SPENT_FOR_ONE * points);
    const terms = { mostMinor: mostAtFirst(place, currency), sharePercent: 100 };
    return {
      gives: {
        kind: 'any-amount',
        minor: Math.min(Math.max(minor, 1), MOST_MINOR),
        leastMinor: firstStepMinor(currency),
        ...terms,
      },
      cost,
      minimumMinor: null,
    };
  },
  amount: (earn, { currency }, rewards) => {
    const minor = newAmount(roundMinor(currency), rewards);
    return { gives: { kind: 'amount', minor }, cost: costAtFivePercent(minor, earn), minimumMinor: minor };
  },
  shipping: (earn, { currency, shippingMinor }) => {
    const upToMinor = shippingMinor ?? roundMinor(currency);
    const gives = { kind: 'free-shipping', upToMinor } as const;
    return { gives, cost: costAtFivePercent(upToMinor, earn), minimumMinor: null };
  },
  product: (earn, { product }) => {
    if (!product) return null;
    const { id, priceMinor } = product;
    const exact = costAtFivePercent(priceMinor, earn);
    const cost = Math.min(Math.ceil(exact / ROUND) * ROUND, REWARD_LIMITS.cost);
    return { gives: { kind: 'product', productIds: [id], upToMinor: priceMinor }, cost, minimumMinor: null };
  },
};

/** @param rewards that there are already */
export function proposal(
  begin: Begin,
  earn: ProgramRules['earn'],
  shop: ProposalShop,
  rewards: Rewards = [],
): Proposal | null {
  return PROPOSALS[begin](earn, shop, rewards);
}

/** The smallest multiple of a step that no reward takes off yet. */
function newAmount(step: number, rewards: Rewards): number {
  const taken = rewards.map(({ gives }) => (gives.kind === 'amount' ? gives.minor : 0));
  let minor = step;
  while (taken.includes(minor)) minor += step;
  return minor;
}
