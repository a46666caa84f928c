import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatPercent } from '#app/ui/values/format.ts';
import { PLAIN_WORDS, type KindWords } from './kind-words.ts';

export const anyAmountWords: KindWords<'any-amount'> = {
  ...PLAIN_WORDS,
  title: (_form, _currency, language) => textsOf(language).rewards.titleOf['any-amount'],
  gives: ({ minor }, { currency, language }) => formatMoney(minor, currency, language),
  rule: ({ minor }, points, { currency, language }) =>
    textsOf(language).rewards.anyAmount(points, formatMoney(minor, currency, language)),
  terms: ({ leastMinor, mostMinor, sharePercent }, { currency, language }) => {
    const { terms } = textsOf(language).rewards;
    const money = (minor: number) => formatMoney(minor, currency, language);
    return [
      terms.least(money(leastMinor)),
      ...(mostMinor === null ? [] : [terms.most(money(mostMinor))]),
      ...(sharePercent === 100 ? [] : [terms.share(formatPercent(sharePercent, language))]),
    ];
  },
};
