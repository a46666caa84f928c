// How each kind of reward is typed in: one line a kind.
import type { KindName } from '../../rewards/kinds/reward-kind.ts';
import { amountForm } from './amount-form.ts';
import { anyAmountForm } from './any-amount-form.ts';
import type { FormKind } from './form-kind.ts';
import { freeShippingForm } from './free-shipping-form.ts';
import { percentForm } from './percent-form.ts';
import { productForm } from './product-form.ts';

const KINDS: { readonly [K in KindName]: FormKind<K> } = {
  amount: amountForm,
  percent: percentForm,
  'free-shipping': freeShippingForm,
  product: productForm,
  'any-amount': anyAmountForm,
};

export function formKindOf<K extends KindName>({ kind }: { readonly kind: K }): FormKind<K> {
  return KINDS[kind];
}
