// How each kind of reward is typed in: one line a kind.
import type { KindName } from '#app/core/rewards/kinds/reward-kind.ts';
import { amountFields } from './amount-fields.tsx';
import { anyAmountFields } from './any-amount-fields.tsx';
import { freeShippingFields } from './free-shipping-fields.tsx';
import type { KindFields } from './kind-fields.tsx';
import { percentFields } from './percent-fields.tsx';
import { productFields } from './product-fields.tsx';

const FIELDS: Readonly<Record<KindName, KindFields>> = {
  amount: amountFields,
  percent: percentFields,
  'free-shipping': freeShippingFields,
  product: productFields,
  'any-amount': anyAmountFields,
};

export function kindFieldsOf({ kind }: { kind: KindName }): KindFields {
  return FIELDS[kind];
}
