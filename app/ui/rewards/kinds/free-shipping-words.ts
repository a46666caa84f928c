import { textsOf } from '#app/locales/texts.ts';
import { formatMoney } from '#app/ui/values/format.ts';
import { PLAIN_WORDS, type KindWords } from './kind-words.ts';

export const freeShippingWords: KindWords<'free-shipping'> = {
  ...PLAIN_WORDS,
  title: (_form, _currency, language) => textsOf(language).rewards.titleOf['free-shipping'],
  gives: ({ upToMinor }, { currency, language }) => {
    const { rewards: say } = textsOf(language);
    return upToMinor === null
      ? say.freeShipping
      : say.freeShippingUpTo(formatMoney(upToMinor, currency, language));
  },
};
