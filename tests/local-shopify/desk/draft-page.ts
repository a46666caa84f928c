// Draft orders: the list, and the page of one, to change and to complete.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { currentTotals, netMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Draft } from '#tests/local-shopify/shop/draft.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { shown, shownTime } from './amounts.ts';
import { draftForm, EMPTY_DRAFT } from './draft-form.ts';
import { UNTOUCHED } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { buyer } from './order-list.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';

const GONE = 'Its customer or a product of it is gone.';

export function draftList(shop: LocalShop, said: Said): Html {
  const drafts = shop.drafts.list();
  const rows = drafts.map((draft) => row(shop, draft));
  const table = html`<div class="box">
    <table class="stacked">
      <thead>
        <tr>
          <th>Draft</th>
          <th>Customer</th>
          <th>State</th>
          <th>Changed (UTC)</th>
          <th class="number">Total</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
  return html`<div class="title">
      <h1>Draft orders</h1>
      <a class="button main" href="/drafts/new">New draft order</a>
    </div>
    ${saying(said)}
    ${
      drafts.length === 0
        ? html`<p class="box">No drafts yet. A draft is told to nobody until it is completed.</p>`
        : table
    }`;
}

function row(shop: LocalShop, draft: Draft): Html {
  const order = shop.drafts.orderOf(draft);
  return html`<tr>
    <td><a href="/drafts/${draft.id}">${draft.name}</a></td>
    <td>${order ? buyer(shop, order) : GONE}</td>
    <td>${state(draft)}</td>
    <td class="when">${shownTime(draft.updatedAt)}</td>
    <td class="number">${order ? shown(currentTotals(order).totalMinor, order.currency) : ''}</td>
  </tr>`;
}

function state(draft: Draft): Html {
  return draft.orderId === null
    ? html`<span class="badge open">open</span>`
    : html`<span class="badge paid">completed</span>`;
}

export function newDraftPage(shop: LocalShop, said: Said): Html {
  const form = said && 'form' in said ? said.state : UNTOUCHED;
  return html`<h1>New draft order</h1>
    ${saying(said)} ${draftForm(shop, '/drafts', EMPTY_DRAFT, form)}`;
}

export function draftPage(shop: LocalShop, draft: Draft, said: Said): Html {
  const form = said && 'form' in said && said.form === 'save' ? said.state : UNTOUCHED;
  const order = shop.drafts.orderOf(draft);
  const open = draft.orderId === null;
  const path = `/drafts/${draft.id}`;
  return html`<div class="title">
      <h1>Draft ${draft.name}</h1>
      ${state(draft)}
    </div>
    ${saying(said)}
    <div class="columns">
      <div>
        ${draft.orderId === null ? draftForm(shop, path, draft.content, form) : completed(draft.orderId)}
      </div>
      <div>
        ${order ? summary(shop, order) : html`<p class="box">${GONE}</p>`}
        ${open && order ? completion(path, order) : NOTHING} ${open ? removal(path, draft) : NOTHING}
      </div>
    </div>`;
}

function completed(orderId: string): Html {
  return html`<p class="box">This draft has become <a href="/orders/${orderId}">an order</a>.</p>`;
}

function summary(shop: LocalShop, order: Order): Html {
  const { currency } = order;
  const totals = currentTotals(order);
  const line = (name: string, minor: number) =>
    html`<li>${name} <span class="number">${shown(minor, currency)}</span></li>`;
  return html`<div class="box">
    <h2>As it was saved</h2>
    <p>${buyer(shop, order)}</p>
    <ul class="list">
      ${order.lines.map((one) => line(`${one.quantity} × ${one.title}`, netMinor(one)))}
      ${totals.shippingMinor > 0 ? line('Shipping', totals.shippingMinor) : NOTHING}
      ${line('Total', totals.totalMinor)}
    </ul>
  </div>`;
}

function completion(path: string, order: Order): Html {
  const total = shown(currentTotals(order).totalMinor, order.currency);
  return html`<form class="box" method="post" action="${path}/complete">
    <h2>Make it an order</h2>
    <div class="actions">
      <button class="main" name="payment" value="paid">Paid: ${total}</button>
      <button name="payment" value="pending">Payment pending</button>
    </div>
  </form>`;
}

function removal(path: string, draft: Draft): Html {
  return html`<details class="box">
    <summary>Delete</summary>
    <form method="post" action="${path}/delete">
      <button class="danger">Delete ${draft.name}</button>
    </form>
  </details>`;
}
