// One row for a custom item: something that isn't in the catalogue.
import type { Request } from 'express';
import type { CustomItem } from '#tests/local-shopify/shop/types.ts';
import { decimal } from '#tests/local-shopify/shop/money.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { typedCount, typedMinor } from './amounts.ts';
import { textField } from './form.ts';
import type { FieldErrors, FormState } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { MOST_UNITS } from './product-fields.ts';
import type { ReadRow } from './product-fields.ts';

const LONGEST_TITLE = 255;

export function itemRow(state: FormState, row: string, item?: CustomItem, currency = ''): Html {
  const price = item ? decimal(item.priceMinor, currency) : '';
  const title = { name: `item-title-${row}`, label: 'Custom item', value: item?.title ?? '', wide: true };
  const quantity = { name: `item-quantity-${row}`, label: 'Quantity', value: String(item?.quantity ?? '') };
  return html`<div class="row">
    ${textField(state, title)}
    ${textField(state, { name: `item-price-${row}`, label: 'Price', value: price, mode: 'decimal' })}
    ${textField(state, { ...quantity, mode: 'numeric' })}
  </div>`;
}

export function itemRowSent(request: Request, row: string): boolean {
  return ['title', 'price', 'quantity'].some((part) => field(request, `item-${part}-${row}`) !== '');
}

/** An item without a quantity is one; its price may be nothing, but has to be said. */
export function readItem(currency: string, request: Request, row: string): ReadRow<CustomItem> {
  if (!itemRowSent(request, row)) return { value: null, errors: {} };
  const title = field(request, `item-title-${row}`);
  const price = field(request, `item-price-${row}`);
  const typed = field(request, `item-quantity-${row}`);
  const priceMinor = price === '' ? null : typedMinor(price, currency);
  const quantity = typed === '' ? 1 : typedCount(typed, MOST_UNITS);
  const errors: FieldErrors = {};
  if (title === '') errors[`item-title-${row}`] = 'Give the item a name.';
  if (title.length > LONGEST_TITLE) errors[`item-title-${row}`] = 'That name is too long.';
  if (priceMinor === null) errors[`item-price-${row}`] = 'That is no amount.';
  if (!quantity) errors[`item-quantity-${row}`] = `A whole number from 1 to ${MOST_UNITS}.`;
  const whole = Object.keys(errors).length === 0;
  return { value: whole ? { title, priceMinor: priceMinor ?? 0, quantity: quantity ?? 1 } : null, errors };
}
