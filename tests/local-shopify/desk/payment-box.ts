// What was paid, what is open, and the ways to settle it.
import type { Request } from 'express';
import { canBePaid } from '#tests/local-shopify/shop/order-payments.ts';
import {
  balanceMinor,
  openAuthorization,
  outstandingMinor,
  receivedMinor,
  returnedMinor,
} from '#tests/local-shopify/shop/order-totals.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { shown, typedMinor } from './amounts.ts';
import { textField } from './form.ts';
import type { FormState, Read } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

export function paymentBox(order: Order, state: FormState): Html {
  return html`<div class="box">
    <h2>Payment</h2>
    <ul class="list">
      ${sum('Paid', receivedMinor(order), order)} ${sum('Given back', returnedMinor(order), order)}
      ${balance(order)}
    </ul>
    ${canBePaid(order) ? payments(order, state) : NOTHING}
    ${openAuthorization(order) && !order.cancelledAt ? authorization(order) : NOTHING}
  </div>`;
}

function sum(name: string, minor: number, order: Order): Html {
  return html`<li>${name} <span class="number">${shown(minor, order.currency)}</span></li>`;
}

function balance(order: Order): Html {
  const minor = balanceMinor(order);
  if (minor < 0) return sum('Owed to the customer', -minor, order);
  return order.financialStatus === 'voided' ? NOTHING : sum('Outstanding', minor, order);
}

function payments(order: Order, state: FormState): Html {
  const all = shown(outstandingMinor(order), order.currency);
  const whole = openAuthorization(order) ? `Capture ${all}` : `Mark ${all} as paid`;
  const amount = { name: 'amount', label: 'Part of it', hint: `of ${all}`, mode: 'decimal' } as const;
  return html`<form method="post" action="/orders/${order.id}/pay"><button>${whole}</button></form>
    <form class="fields" method="post" action="/orders/${order.id}/payment" novalidate>
      ${textField(state, amount)}
      <button class="beside">Record payment</button>
    </form>`;
}

function authorization(order: Order): Html {
  return html`<div class="actions">
    <form method="post" action="/orders/${order.id}/void"><button>Void authorization</button></form>
    <form method="post" action="/orders/${order.id}/expire"><button>Let it expire</button></form>
  </div>`;
}

/** Minor units of the part that was paid. */
export function readPayment(order: Order, request: Request): Read<number> {
  const text = field(request, 'amount');
  const minor = typedMinor(text, order.currency);
  if (text === '' || minor === null || minor === 0)
    return { ok: false, errors: { amount: 'That is no amount.' } };
  if (minor > outstandingMinor(order))
    return { ok: false, errors: { amount: 'That is more than is outstanding.' } };
  return { ok: true, value: minor };
}
