// Whether the cart gives the free units, and codes of rewards work: one line of the health card.
import { stateOfDiscounts } from '#app/core/discounts/discount-health.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { rewardProblem } from '../rewards/reward-problem.ts';
import type { DiscountsData } from '../home/home-data.ts';

type Context = { language: Language } & Pick<Texts, 'cards' | 'rewards'>;

export function discountsLine(
  { discounts, titles, rewards = [] }: DiscountsData,
  { language, cards, rewards: say }: Context,
) {
  const { health, discount } = cards;
  const withRewards = rewards.length > 0;
  const standing = [...discounts, ...rewards];
  const working = standing.filter(({ problem, state }) => problem === null && state !== 'making').length;
  const ofCards = discounts.flatMap(({ cardKey, problem }) =>
    problem === null
      ? []
      : [health.ofCard(titles[cardKey]?.[language] ?? cardKey, discount.problems[problem])],
  );
  const others = rewards.flatMap((reward) => {
    const [why, ...more] = rewardProblem(reward, { cards, rewards: say }, language);
    return why === undefined ? [] : [health.ofCard(reward.title[language], why), ...more];
  });
  const problems = [...ofCards, ...others];
  const moving = discounts.flatMap(({ way }) => (way === 'to-codes' || way === 'to-cart' ? [way] : []));
  const [changing] = moving.map((way) => cards.ways[way]);
  const making = stateOfDiscounts(standing) === 'waiting' ? (changing ?? health.making) : null;
  return {
    item: 'discounts' as const,
    name: withRewards ? say.health.name : health.name,
    value: valueOf(working, standing.length, language, {
      health,
      count: withRewards ? say.health.working : health.working,
    }),
    help: problems.length > 0 ? problems.join(' ') : making,
  };
}

type Say = { health: Texts['cards']['health']; count: Texts['cards']['health']['working'] };

function valueOf(working: number, all: number, language: Language, { health, count }: Say): string {
  if (all === 0) return health.none;
  if (working === all) return health.allWorking;
  return count(formatNumber(working, language), formatNumber(all, language), pluralForm(all, language));
}
