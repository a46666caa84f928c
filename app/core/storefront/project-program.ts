// The program as the storefront sees it.
import { currencyExponent } from '../values/money.ts';
import type { CardWay } from '../discounts/card-way.ts';
import type { StampCard } from '../program/card-rules.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { Moment, MomentOffer } from '../moments/moment-rules.ts';
import { withoutPaused } from '../moments/paused-moments.ts';
import { rewardOfOffer } from '../moments/reward-of-moment.ts';
import type { Pause } from '../moments/running-moments.ts';
import type { Handles } from './page-handles.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import { projectAskedDates } from './project-life-dates.ts';
import { projectOrderBars } from './project-order-bars.ts';
import { projectRewards } from './project-rewards.ts';
import type { OccasionProjection, ProgramProjection } from './projection.ts';

/** By card; of those that aren't named a full one is given in the cart. */
export type CardWays = Readonly<Record<string, CardWay>>;

export function projectProgram(
  version: { number: number; rules: ProgramRules },
  shop: { currency: string; proxyPath: string; handles?: Handles },
  pauses: Pause[] = [],
  ways: CardWays = {},
): ProgramProjection {
  const {
    names,
    earn,
    pointsOff,
    paused,
    signature,
    counts,
    cards,
    occasions,
    moments,
    rewards,
    neverEarns,
  } = withoutPaused(version.rules);
  const { shipping, giftCards, tips, tax } = counts;
  return {
    v: 1,
    version: version.number,
    names,
    earn: { ...earn, currency: shop.currency, exponent: currencyExponent(shop.currency) },
    counts: { shipping, giftCards, tips, tax },
    cards: cards.map((card) => withWay(card, ways[card.key])),
    occasions: occasions.filter(({ offer }) => isOffered(offer, rewards)).map(withoutWho),
    ...projectRewards(rewards, shop.handles),
    ...projectAskedDates(moments),
    ...projectOrderBars(moments, rewards),
    ...(pointsOff && { pointsOff }),
    ...(paused && { paused }),
    ...(pauses.length > 0 && { pauses }),
    ...(neverEarns && { never: neverEarns }),
    ...(signature && { signature }),
    proxyPath: shop.proxyPath,
  };
}

function withWay(card: StampCard, way: CardWay = 'cart'): ProgramProjection['cards'][number] {
  if (way === 'cart') return card;
  return { ...card, way: way === 'codes' ? 'codes' : 'changing' };
}

/** Conditions would tell everybody whom a shop prefers. */
const withoutWho = (moment: Moment): OccasionProjection => ({
  ...moment,
  who: typeof moment.who === 'string' ? moment.who : 'some',
});

/** What pages can't name they don't promise: the reward may be left out, while nobody can be given a code of it. */
const isOffered = (offer: MomentOffer, rewards?: readonly Reward[]): boolean =>
  offer.kind === 'points' || rewardOfOffer(offer, rewards) !== null;
