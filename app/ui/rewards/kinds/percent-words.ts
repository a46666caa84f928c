import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import type { GivesOf } from '#app/core/rewards/kinds/reward-kind.ts';
import { wholeProblem } from '#app/core/values/whole-number.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatPercent } from '#app/ui/values/format.ts';
import { productsInWords, type Wording } from '../../stamps/card-terms.ts';
import { PLAIN_WORDS, type KindWords } from './kind-words.ts';

export const percentWords: KindWords<'percent'> = {
  ...PLAIN_WORDS,
  title: ({ percent }, _currency, language) => {
    if (wholeProblem(percent, 100)) return null;
    return textsOf(language).rewards.titleOf.percent(formatPercent(Number(percent), language));
  },
  gives: (gives, wording) => {
    const { language, currency } = wording;
    const said = withoutCeiling(gives, wording);
    if (gives.mostMinor === null) return said;
    return textsOf(language).rewards.atMost(said, formatMoney(gives.mostMinor, currency, language));
  },
};

function withoutCeiling({ percent, of }: GivesOf<'percent'>, wording: Wording): string {
  const { language } = wording;
  const { rewards: say } = textsOf(language);
  const part = formatPercent(percent, language);
  if (of === 'order') return say.percentOff(part);
  const isNothing = of.productIds.length + of.collectionIds.length === 0;
  const products = isNothing ? say.productsToChoose : productsInWords({ ...NO_PRODUCTS, ...of }, wording);
  return say.percentOffProducts(part, products);
}
