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
  const working = discounts.filter(({ problem, state }) => problem === null && state !== 'making').length;
  const problems = discounts.flatMap(({ cardKey, problem }) =>
    problem === null ? [] : [health.ofCard(titles[cardKey]?.[language] ?? cardKey, say.problems[problem])],
  );
  const making = stateOfDiscounts(discounts) === 'waiting' ? health.making : null;
  return {
    item: 'discounts' as const,
    name: health.name,
    value: valueOf(working, all, { language, cards }),
    help: problems.length > 0 ? problems.join(' ') : making,
  };
}

function valueOf(working: number, all: number, { language, cards: { health } }: Context): string {
  if (all === 0) return health.none;
  if (working === all) return health.allWorking;
  return health.working(
    formatNumber(working, language),
    formatNumber(all, language),
    pluralForm(all, language),
  );
}
