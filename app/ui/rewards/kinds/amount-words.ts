import { parseAmount } from '#app/core/values/parse-amount.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney } from '#app/ui/values/format.ts';
import { PLAIN_WORDS, type KindWords } from './kind-words.ts';

export const amountWords: KindWords<'amount'> = {
  ...PLAIN_WORDS,
  title: ({ amount }, currency, language) => {
    const { minor, problem } = parseAmount(amount, currency);
    return problem ? null : textsOf(language).rewards.titleOf.amount(formatMoney(minor, currency, language));
  },
  gives: ({ minor }, { currency, language }) =>
    textsOf(language).rewards.off(formatMoney(minor, currency, language)),
  // An amount that is taken off an order of at least as much.
  isPlainMinimum: ({ minimumMinor }, { minor }) => minimumMinor === minor,
};
