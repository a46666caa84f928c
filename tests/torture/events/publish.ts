// The merchant publishes other rules: what a point takes, what is counted, and which products the cards count.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';
import { drawMoments } from './draw-moments.ts';
import { drawRewards } from './draw-rewards.ts';
import type { TortureEvent } from './torture-event.ts';

const NO_PRODUCTS = { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: [] };
const TITLES = [
  { en: 'Coffee card', fr: 'Carte café' },
  { en: 'Card of everything else', fr: 'Carte de tout le reste' },
];

/** Two cards: one of a collection or of some products, and behind it one of all that it leaves. */
function drawCards(random: Random, { shop }: ShopHistory): ProgramRules['cards'] {
  const coffee = shop.setup.collections[0]?.id ?? '';
  const some = shop.products.slice(0, random.whole(1, 4)).map(({ id }) => id);
  const first = random.chance(0.5) ? { collectionIds: [coffee] } : { productIds: some };
  const products = [
    { ...NO_PRODUCTS, ...first },
    { ...NO_PRODUCTS, all: true },
  ];
  const combinesWith = { product: true, order: true, shipping: true };
  const common = { maxPriceMinor: null, startsOn: null, endsOn: null, combinesWith };
  return products.map((each, index) => ({
    key: `card-${index + 1}`,
    title: TITLES[index] ?? { en: 'Card', fr: 'Carte' },
    size: 5,
    products: each,
    ...common,
  }));
}

/** As a change of whatever the draft is. */
export function drawRules(random: Random, history: ShopHistory): (rules: ProgramRules) => ProgramRules {
  const earn = { points: random.pick([1, 2, 5]), perMinor: random.pick([50, 100, 150]) };
  const counts = {
    testOrders: false,
    shipping: random.chance(0.3),
    giftCards: random.chance(0.2),
    tips: random.chance(0.2),
  };
  const cards = drawCards(random, history);
  const rewards = drawRewards(random, history);
  const moments = drawMoments(random);
  return (rules) => ({
    ...rules,
    earn,
    counts: { ...counts, tax: 'as-shown' },
    leftOutTags: ['staff'],
    cards,
    rewards,
    moments,
  });
}

export const publish: TortureEvent = {
  name: 'publish',
  weight: 0.25,
  draw(random, history, { merchant }) {
    if (history.away) return null;
    const change = drawRules(random, history);
    return async () => {
      await merchant.publish(history.shop.domain, (rules) => {
        const changed = change(rules);
        history.rules = changed;
        return changed;
      });
      const { earn } = history.rules;
      history.tell(`${earn.points} for ${earn.perMinor} from now on`, []);
    };
  },
};
