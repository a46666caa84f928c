// "40 given out · 10 ready to use · 25 used · 3 unused at the end · €54.00 off so far": what became of a reward, in a line.
import type { RewardFigures } from '#app/core/rewards/reward-figures.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Wording } from '../stamps/card-terms.ts';

export function rewardFacts(figures: RewardFigures | undefined, { language, currency }: Wording): string {
  const { facts: say } = textsOf(language).rewards;
  if (!figures) return say.none;
  const { given, held, used, lapsed, costMinor, unmeasured } = figures;
  const told = (count: number, words: typeof say.given) =>
    words(formatNumber(count, language), pluralForm(count, language));
  const isKnown = used > unmeasured || costMinor > 0;
  const cost = costMinor > 0 ? say.cost(formatMoney(costMinor, currency, language)) : say.costNothing;
  return [
    told(given, say.given),
    ...(held > 0 ? [told(held, say.held)] : []),
    ...(used > 0 ? [told(used, say.used)] : []),
    ...(lapsed > 0 ? [told(lapsed, say.lapsed)] : []),
    ...(isKnown ? [cost] : []),
    ...(unmeasured > 0 ? [told(unmeasured, say.unmeasured)] : []),
  ].join(' · ');
}
