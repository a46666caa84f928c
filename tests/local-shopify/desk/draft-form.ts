// The form of a draft order, and what was typed into it.
import type { Request } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { decimal } from '#tests/local-shopify/shop/money.ts';
import type { DraftContent } from '#tests/local-shopify/shop/draft.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { typedMinor } from './amounts.ts';
import { customerOptions, productOptions } from './choices.ts';
import { discountFields, readDiscount } from './discount-fields.ts';
import { allErrors, selectField, textField } from './form.ts';
import type { FieldErrors, FormState, Read } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { itemRow, itemRowSent, readItem } from './item-fields.ts';
import { productRow, productRowSent, readProduct } from './product-fields.ts';

/** So many rows a form may have; empty ones are added as they fill. */
const MOST_ROWS = 20;
const PRODUCT_ROWS = 3;
const ITEM_ROWS = 1;
const LONGEST_NOTE = 500;

const rowNames = Array.from({ length: MOST_ROWS }, (_, index) => String(index));

/** One empty row after the last that is filled. */
function rowCount(filled: number, least: number): number {
  return Math.min(MOST_ROWS, Math.max(least, filled + 1));
}

function filledRows(state: FormState, names: string[], kept: number): number {
  const { sent } = state;
  if (!sent) return kept;
  return rowNames.findLastIndex((row) => names.some((name) => sent(`${name}-${row}`) !== '')) + 1;
}

export const EMPTY_DRAFT: DraftContent = {
  customerId: null,
  lines: [],
  customItems: [],
  discount: null,
  shippingMinor: 0,
  note: '',
};

export function draftForm(shop: LocalShop, action: string, content: DraftContent, state: FormState): Html {
  const { lines, customItems, customerId, shippingMinor, note } = content;
  const options = productOptions(shop, 'Choose a product');
  const products = rowCount(filledRows(state, ['variant', 'quantity'], lines.length), PRODUCT_ROWS);
  const typed = ['item-title', 'item-price', 'item-quantity'];
  const items = rowCount(filledRows(state, typed, customItems.length), ITEM_ROWS);
  const shipping = shippingMinor === 0 ? '' : decimal(shippingMinor, shop.currency);
  const customers = { options: customerOptions(shop, 'Nobody: a guest'), value: customerId ?? '' };
  return html`<form class="box" method="post" action="${action}" novalidate>
    <fieldset>
      <legend>Products</legend>
      ${rowNames.slice(0, products).map((row) => productRow(state, row, options, lines[Number(row)]))}
    </fieldset>
    <fieldset>
      <legend>Not in the catalogue</legend>
      ${rowNames.slice(0, items).map((row) => itemRow(state, row, customItems[Number(row)], shop.currency))}
    </fieldset>
    ${discountFields(state, content.discount, shop.currency)}
    <fieldset>
      <legend>Customer and shipping</legend>
      <div class="fields">
        ${selectField(state, { name: 'customer', label: 'Customer', ...customers })}
        ${textField(state, { name: 'shipping', label: 'Shipping', value: shipping, mode: 'decimal' })}
        ${textField(state, { name: 'note', label: 'Note', value: note, wide: true })}
      </div>
    </fieldset>
    <button class="main">Save draft</button>
  </form>`;
}

function readRows(shop: LocalShop, request: Request) {
  const products = rowNames
    .filter((row) => productRowSent(request, row))
    .map((row) => readProduct(shop, request, row));
  const items = rowNames
    .filter((row) => itemRowSent(request, row))
    .map((row) => readItem(shop.currency, request, row));
  const errors = allErrors([...products, ...items].map((row) => row.errors));
  return {
    lines: products.flatMap(({ value }) => value ?? []),
    customItems: items.flatMap(({ value }) => value ?? []),
    errors,
  };
}

function readRest(shop: LocalShop, request: Request) {
  const customerId = field(request, 'customer') || null;
  const shippingMinor = typedMinor(field(request, 'shipping'), shop.currency);
  const note = field(request, 'note');
  const errors: FieldErrors = {};
  if (customerId !== null && !shop.customers.has(customerId))
    errors['customer'] = 'There is no such customer.';
  if (shippingMinor === null) errors['shipping'] = 'That is no amount.';
  if (note.length > LONGEST_NOTE) errors['note'] = `At most ${LONGEST_NOTE} letters.`;
  return { customerId, shippingMinor: shippingMinor ?? 0, note, errors };
}

export function readDraft(shop: LocalShop, request: Request): Read<DraftContent> {
  const { errors: inRows, ...rows } = readRows(shop, request);
  const { errors: inRest, ...rest } = readRest(shop, request);
  const discount = readDiscount(shop.currency, request);
  const errors = { ...inRows, ...inRest, ...discount.errors };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  if (rows.lines.length + rows.customItems.length === 0)
    return { ok: false, errors: { 'variant-0': 'Choose a product, or name an item below.' } };
  return { ok: true, value: { ...rows, ...rest, discount: discount.value } };
}
