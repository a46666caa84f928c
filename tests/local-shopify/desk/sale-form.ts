// What is sold without the storefront: at a till, or as a subscription; and what was typed.
import type { Request } from 'express';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { MONTHLY } from '#tests/local-shopify/shop/subscriptions.ts';
import type { OrderRequest } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { customerOptions, productOptions } from './choices.ts';
import { allErrors, selectField } from './form.ts';
import type { FormState, Option, Read } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { productRow, readProduct } from './product-fields.ts';

const ROWS = ['0', '1', '2', '3'];

const PLACES: Option[] = [
  ['till', 'At the till'],
  ['subscription', 'Online, as a subscription for every month'],
];
const PAYMENTS: Option[] = [
  ['paid', 'Paid'],
  ['pending', 'Still to come'],
];

export type Sale = { cart: Cart; rest: Pick<OrderRequest, 'payment' | 'sourceName'> };

export function saleForm(shop: LocalShop, state: FormState): Html {
  const products = productOptions(shop, 'Choose a product');
  const customers = customerOptions(shop, 'Nobody');
  return html`<form class="box" method="post" action="/sales" novalidate>
    <fieldset>
      <legend>Products</legend>
      ${ROWS.map((row) => productRow(state, row, products))}
    </fieldset>
    <fieldset>
      <legend>Sale</legend>
      <div class="fields">
        ${selectField(state, { name: 'place', label: 'Where', options: PLACES, value: 'till' })}
        ${selectField(state, { name: 'customer', label: 'Customer', options: customers })}
        ${selectField(state, { name: 'payment', label: 'Payment', options: PAYMENTS, value: 'paid' })}
      </div>
    </fieldset>
    <button class="main">Sell</button>
  </form>`;
}

export function readSale(shop: LocalShop, request: Request): Read<Sale> {
  const rows = ROWS.map((row) => readProduct(shop, request, row));
  const lines = rows.flatMap(({ value }) => value ?? []);
  const customer = shop.customers.get(field(request, 'customer')) ?? null;
  const subscribed = field(request, 'place') === 'subscription';
  const errors = allErrors(rows.map((row) => row.errors));
  if (lines.length === 0 && Object.keys(errors).length === 0) errors['variant-0'] = 'Choose a product.';
  if (subscribed && !customer) errors['customer'] = 'A subscription has a customer.';
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const payment = field(request, 'payment') === 'pending' ? 'pending' : 'paid';
  const bought = { customerId: customer?.id ?? null, language: customer?.locale ?? 'en', codes: [] };
  return subscribed
    ? {
        ok: true,
        value: {
          cart: {
            ...bought,
            lines: lines.map((line) => ({ ...line, sellingPlan: MONTHLY })),
            isAuthenticated: true,
          },
          rest: { payment },
        },
      }
    : {
        ok: true,
        value: {
          cart: { ...bought, lines, isAuthenticated: false, atTill: true },
          rest: { payment, sourceName: 'pos' },
        },
      };
}
