import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { MOST_TITLE } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney } from '#app/ui/values/format.ts';
import { productsInWords } from '../../stamps/card-terms.ts';
import { PLAIN_WORDS, type KindWords } from './kind-words.ts';

export const productWords: KindWords<'product'> = {
  ...PLAIN_WORDS,
  title: ({ products }, _currency, language) => {
    const { titleOf } = textsOf(language).rewards;
    const [only, ...others] = products;
    const named = only && others.length === 0 ? titleOf.product(only.title) : titleOf.oneOfProducts;
    return named.length > MOST_TITLE ? titleOf.oneOfProducts : named;
  },
  gives: ({ productIds, upToMinor }, wording) => {
    const { language, currency } = wording;
    const { rewards: say } = textsOf(language);
    const products =
      productIds.length === 0
        ? say.productsToChoose
        : productsInWords({ ...NO_PRODUCTS, productIds }, wording);
    if (upToMinor === null) return say.freeItem(products);
    return say.freeItemUpTo(products, formatMoney(upToMinor, currency, language));
  },
};
