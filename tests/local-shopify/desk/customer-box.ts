// Whose the order is, and the form that gives it to somebody else.
import type { Request } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { customerOptions } from './choices.ts';
import { selectField } from './form.ts';
import type { FormState, Read } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { buyer } from './order-list.ts';

export function customerBox(shop: LocalShop, order: Order, state: FormState): Html {
  const guest = order.customerId === null;
  const options = customerOptions(shop, guest ? 'Choose who it was' : 'Nobody: a guest');
  const select = { name: 'customer', label: guest ? 'It was' : 'Move to', options };
  return html`<div class="box">
    <h2>Customer</h2>
    <p>${buyer(shop, order)}</p>
    <details ${state.sent ? html`open` : NOTHING}>
      <summary>${guest ? 'Give it to a customer' : 'Give it to somebody else'}</summary>
      <form method="post" action="/orders/${order.id}/customer" novalidate>
        ${selectField(state, { ...select, value: order.customerId ?? '' })}
        <p></p>
        <button>Move order</button>
      </form>
    </details>
  </div>`;
}

/** Null for nobody. */
export function readCustomer(shop: LocalShop, order: Order, request: Request): Read<string | null> {
  const id = field(request, 'customer') || null;
  if (id === order.customerId) return { ok: false, errors: { customer: 'Choose somebody else.' } };
  if (id !== null && !shop.customers.has(id))
    return { ok: false, errors: { customer: 'There is no such customer.' } };
  return { ok: true, value: id };
}
