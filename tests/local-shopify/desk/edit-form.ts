// Quantities up and down, and a product or an item that the order gets on top.
import type { Request } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { EditRequest, Order, OrderLine } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { typedCount } from './amounts.ts';
import { productOptions } from './choices.ts';
import { itemRow, readItem } from './item-fields.ts';
import { MOST_UNITS, productRow, readProduct } from './product-fields.ts';
import type { FieldErrors, FormState, Read } from './form.ts';
import { textField } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { lineTitle } from './line-table.ts';

const editable = (order: Order): OrderLine[] => order.lines.filter((line) => line.kind !== 'tip');

export function editForm(shop: LocalShop, order: Order, state: FormState): Html {
  const open = state.sent ? html`open` : NOTHING;
  return html`<details class="box" ${open}>
    <summary>Edit order</summary>
    <form method="post" action="/orders/${order.id}/edit" novalidate>
      ${editable(order).map((line) => quantityField(line, state))}
      <fieldset>
        <legend>Add to the order</legend>
        ${productRow(state, '0', productOptions(shop, 'No further product'))} ${itemRow(state, '0')}
      </fieldset>
      <button class="main">Save changes</button>
    </form>
  </details>`;
}

function quantityField(line: OrderLine, state: FormState): Html {
  const typed = { name: `edit-${line.id}`, label: lineTitle(line), mode: 'numeric' } as const;
  return html`<div class="row">${textField(state, { ...typed, value: String(line.currentQuantity) })}</div>`;
}

/** A field that isn't sent leaves its line as it is. */
function readQuantities(
  order: Order,
  request: Request,
): { lines: EditRequest['lines']; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const lines = editable(order).map((line) => {
    const name = `edit-${line.id}`;
    const text = field(request, name);
    const quantity = text === '' ? line.currentQuantity : typedCount(text, MOST_UNITS);
    if (quantity === null) errors[name] = `A whole number from 0 to ${MOST_UNITS}.`;
    return { lineId: line.id, quantity: quantity ?? 0 };
  });
  return { lines, errors };
}

const changes = (order: Order, lines: EditRequest['lines']): boolean =>
  lines.some(({ lineId, quantity }) =>
    order.lines.some((line) => line.id === lineId && line.currentQuantity !== quantity),
  );

export function readEdit(shop: LocalShop, order: Order, request: Request): Read<EditRequest> {
  const quantities = readQuantities(order, request);
  const product = readProduct(shop, request, '0');
  const item = readItem(order.currency, request, '0');
  const errors = { ...quantities.errors, ...product.errors, ...item.errors };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const added = product.value ? [product.value] : [];
  const customItems = item.value ? [item.value] : [];
  if (added.length + customItems.length === 0 && !changes(order, quantities.lines))
    return { ok: false, errors: { '': 'Nothing was changed.' } };
  return { ok: true, value: { lines: quantities.lines, added, customItems } };
}
