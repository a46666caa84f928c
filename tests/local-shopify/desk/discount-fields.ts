// The manual discount of a draft: a part of the whole order, or an amount.
import type { Request } from 'express';
import { decimal } from '#tests/local-shopify/shop/money.ts';
import type { DraftContent } from '#tests/local-shopify/shop/draft.ts';
import type { DiscountValue } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { typedMinor } from './amounts.ts';
import { selectField, textField } from './form.ts';
import type { FormState } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { ReadRow } from './product-fields.ts';

type Discount = DraftContent['discount'];

/** Percent are typed with up to two decimals, like euros: `12.5` is 1250 basis points. */
const PERCENT = 'EUR';
const WHOLE_BP = 10_000;

function typedValue(value: DiscountValue | undefined, currency: string): string {
  if (value?.kind === 'percent') return decimal(value.percentBp, PERCENT);
  return value?.kind === 'amount' ? decimal(value.amountMinor, currency) : '';
}

export function discountFields(state: FormState, discount: Discount, currency: string): Html {
  const kinds = {
    name: 'discount-kind',
    label: 'Discount',
    value: discount?.value.kind ?? '',
    options: [
      ['', 'No discount'],
      ['percent', 'Percent off'],
      ['amount', `${currency} off`],
    ] as [string, string][],
  };
  const value = typedValue(discount?.value, currency);
  return html`<fieldset>
    <legend>Discount on the whole order</legend>
    <div class="fields">
      ${selectField(state, kinds)}
      ${textField(state, { name: 'discount-value', label: 'How much', value, mode: 'decimal' })}
      ${textField(state, {
        name: 'discount-title',
        label: 'Reason',
        value: discount?.title ?? '',
        wide: true,
      })}
    </div>
  </fieldset>`;
}

function readValue(kind: string, text: string, currency: string): DiscountValue | null {
  if (kind === 'percent') {
    const percentBp = typedMinor(text, PERCENT);
    return percentBp !== null && percentBp > 0 && percentBp <= WHOLE_BP ? { kind, percentBp } : null;
  }
  const amountMinor = typedMinor(text, currency);
  return kind === 'amount' && amountMinor !== null && amountMinor > 0 ? { kind, amountMinor } : null;
}

export function readDiscount(currency: string, request: Request): ReadRow<NonNullable<Discount>> {
  const kind = field(request, 'discount-kind');
  const text = field(request, 'discount-value');
  if (kind === '' && text !== '')
    return { value: null, errors: { 'discount-kind': 'Percent, or an amount?' } };
  if (kind === '') return { value: null, errors: {} };
  const value = readValue(kind, text, currency);
  const wrong = kind === 'percent' ? 'A percentage above 0, up to 100.' : 'An amount above 0.';
  if (value === null) return { value: null, errors: { 'discount-value': wrong } };
  return { value: { title: field(request, 'discount-title') || 'Custom discount', value }, errors: {} };
}
