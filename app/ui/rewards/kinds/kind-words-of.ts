// What is said of each kind of reward: one line a kind.
import type { KindName } from '#app/core/rewards/kinds/reward-kind.ts';
import { amountWords } from './amount-words.ts';
import { anyAmountWords } from './any-amount-words.ts';
import { freeShippingWords } from './free-shipping-words.ts';
import type { KindWords } from './kind-words.ts';
import { percentWords } from './percent-words.ts';
import { productWords } from './product-words.ts';

const WORDS: { readonly [K in KindName]: KindWords<K> } = {
  amount: amountWords,
  percent: percentWords,
  'free-shipping': freeShippingWords,
  product: productWords,
  'any-amount': anyAmountWords,
};

export function kindWordsOf<K extends KindName>({ kind }: { readonly kind: K }): KindWords<K> {
  return WORDS[kind];
}
