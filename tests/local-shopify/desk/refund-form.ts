// What the merchant asks to be refunded, checked before anything is touched: a refused refund must change nothing.
import type { Request } from 'express';
import { heldMinor, keptShipping, receivedMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, OrderLine, RefundRequest } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { shown, typedCount, typedMinor } from './amounts.ts';
import { checkField, selectField, textField } from './form.ts';
import type { FieldErrors, FormState, Read } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { lineTitle } from './line-table.ts';

export function refundForm(order: Order, state: FormState): Html {
  const lines = order.lines.filter((line) => line.currentQuantity > 0);
  return html`<form class="box" method="post" action="/orders/${order.id}/refund" novalidate>
    <h2>Refund</h2>
    ${lines.map((line) => lineField(line, state))}
    <div class="fields">
      ${amountField(state, 'shipping', 'Shipping', keptShipping(order).netMinor, order)}
      ${amountField(state, 'custom', 'Any other amount', heldMinor(order), order)}
    </div>
    ${heldMinor(order) > 0 ? moneyFields(state) : NOTHING}
    <button class="main">Refund</button>
  </form>`;
}

function lineField(line: OrderLine, state: FormState): Html {
  const name = `line-${line.id}`;
  const label = `of ${line.currentQuantity} × ${lineTitle(line)}`;
  return html`<div class="row">${textField(state, { name, label, mode: 'numeric', value: '0' })}</div>`;
}

function amountField(state: FormState, name: string, label: string, most: number, order: Order): Html {
  if (most === 0) return NOTHING;
  const hint = `of ${shown(most, order.currency)}`;
  return textField(state, { name, label, hint, mode: 'decimal' });
}

function moneyFields(state: FormState): Html {
  return html`<div class="fields">
    ${checkField(state, { name: 'money', label: 'Give the money back', checked: true })}
    ${selectField(state, {
      name: 'to',
      label: 'Where to',
      options: [
        ['payment', 'Back to the payment'],
        ['store_credit', 'As store credit'],
      ],
    })}
  </div>`;
}

function lineErrors(order: Order, request: Request): FieldErrors {
  const errors: FieldErrors = {};
  for (const line of order.lines) {
    const text = field(request, `line-${line.id}`);
    if (typedCount(text, line.currentQuantity) !== null) continue;
    const left = `Only ${line.currentQuantity} of “${line.title}” are left.`;
    errors[`line-${line.id}`] = /^\d+$/.test(text) ? left : 'That is no number of units.';
  }
  return errors;
}

function amountError(
  request: Request,
  name: string,
  order: Order,
  most: number,
  tooMuch: string,
): FieldErrors {
  const minor = typedMinor(field(request, name), order.currency);
  if (minor === null) return { [name]: 'That is no amount.' };
  return minor > most ? { [name]: tooMuch } : {};
}

export function readRefund(order: Order, request: Request): Read<RefundRequest> {
  const withMoney = field(request, 'money') !== '' && receivedMinor(order) > 0;
  const errors = {
    ...lineErrors(order, request),
    ...amountError(
      request,
      'shipping',
      order,
      keptShipping(order).netMinor,
      'That is more than the shipping.',
    ),
    ...amountError(request, 'custom', order, heldMinor(order), 'That is more than was paid.'),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const lines = order.lines
    .map((line) => ({ lineId: line.id, quantity: Number(field(request, `line-${line.id}`)) }))
    .filter((line) => line.quantity > 0);
  const shippingMinor = typedMinor(field(request, 'shipping'), order.currency) ?? 0;
  const customMinor = typedMinor(field(request, 'custom'), order.currency) ?? 0;
  if (lines.length === 0 && shippingMinor === 0 && customMinor === 0)
    return { ok: false, errors: { '': 'Choose what to refund.' } };
  if (customMinor > 0 && !withMoney)
    return { ok: false, errors: { custom: 'An amount alone needs its money given back.' } };
  const to = field(request, 'to') === 'store_credit' ? 'store_credit' : 'payment';
  return { ok: true, value: { lines, shippingMinor, customMinor, withMoney, to } };
}
