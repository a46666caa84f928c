// Whether the cart gives the free units: one line of the health card.
import { stateOfDiscounts } from '#app/core/discounts/discount-health.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { DiscountsData } from '../home/home-data.ts';

type Context = { language: Language; cards: Texts['cards'] };

export function discountsLine({ discounts, titles }: DiscountsData, { language, cards }: Context) {
  const { health, discount: say } = cards;
  const all = discounts.length;
  const number = (count: number) => formatNumber(count, language);
  const working = discounts.filter(({ problem, state }) => problem === null && state !== 'making').length;
  const problems = discounts.flatMap(({ cardKey, problem }) =>
    problem === null ? [] : [health.ofCard(titles[cardKey]?.[language] ?? cardKey, say.problems[problem])],
  );
  const making = stateOfDiscounts(discounts) === 'waiting' ? health.making : null;
  return {
    item: 'discounts' as const,
    name: health.name,
    value: all === 0 ? health.none : health.working(number(working), number(all), pluralForm(all, language)),
    help: problems.length > 0 ? problems.join(' ') : making,
  };
}
