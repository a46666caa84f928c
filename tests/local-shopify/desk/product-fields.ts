// One row that chooses a product and a number of it.
import type { Request } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { typedCount } from './amounts.ts';
import { selectField, textField } from './form.ts';
import type { FieldErrors, FormState, Option } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

export const MOST_UNITS = 999;

export type Chosen = { variantId: string; quantity: number };
/** Null for a row that was left empty. */
export type ReadRow<T> = { value: T | null; errors: FieldErrors };

export function productRow(state: FormState, row: string, options: Option[], chosen?: Chosen): Html {
  const variant = { name: `variant-${row}`, label: 'Product', options, value: chosen?.variantId ?? '' };
  const quantity = { name: `quantity-${row}`, label: 'Quantity', value: String(chosen?.quantity ?? '') };
  return html`<div class="row">
    ${selectField(state, variant)} ${textField(state, { ...quantity, mode: 'numeric' })}
  </div>`;
}

export function productRowSent(request: Request, row: string): boolean {
  return field(request, `variant-${row}`) !== '' || field(request, `quantity-${row}`) !== '';
}

/** A product without a quantity is one unit. */
export function readProduct(shop: LocalShop, request: Request, row: string): ReadRow<Chosen> {
  const variantId = field(request, `variant-${row}`);
  const typed = field(request, `quantity-${row}`);
  const quantity = typed === '' ? 1 : typedCount(typed, MOST_UNITS);
  if (variantId === '')
    return typed === '' || typed === '0'
      ? { value: null, errors: {} }
      : { value: null, errors: { [`variant-${row}`]: 'Choose the product.' } };
  if (shop.variant(variantId) === null)
    return { value: null, errors: { [`variant-${row}`]: 'This product is no longer sold.' } };
  if (quantity === null || quantity === 0)
    return { value: null, errors: { [`quantity-${row}`]: `A whole number from 1 to ${MOST_UNITS}.` } };
  return { value: { variantId, quantity }, errors: {} };
}
