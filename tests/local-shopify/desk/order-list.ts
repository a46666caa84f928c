// All orders, newest first, and what day it is.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { currentTotals } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { shown, shownTime } from './amounts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';

export function orderList(shop: LocalShop, said: Said, clock: Html): Html {
  const orders = shop.newestOrders(200);
  const head = html`<div class="title">
      <h1>Orders</h1>
      <div class="buttons">
        <a class="button" href="/sales/new">New sale</a>
        <a class="button" href="/drafts/new">New draft order</a>
      </div>
    </div>
    ${saying(said)} ${clock}`;
  if (orders.length === 0)
    return html`${head}
      <p class="box">No orders yet. Buy something in the shop, or make a draft.</p>`;
  return html`${head}
    <div class="box">
      <table class="stacked">
        <thead>
          <tr>
            <th>Order</th>
            <th>Customer</th>
            <th>Payment</th>
            <th>Placed (UTC)</th>
            <th class="number">Total</th>
          </tr>
        </thead>
        <tbody>
          ${orders.map((order) => row(shop, order))}
        </tbody>
      </table>
    </div>`;
}

function row(shop: LocalShop, order: Order): Html {
  return html`<tr>
    <td><a href="/orders/${order.id}">${order.name}</a></td>
    <td>${buyer(shop, order)}</td>
    <td>${statusBadges(order)}</td>
    <td class="when">${shownTime(order.processedAt)}</td>
    <td class="number">${shown(currentTotals(order).totalMinor, order.currency)}</td>
  </tr>`;
}

export function buyer(shop: LocalShop, order: Order): string {
  const customer = shop.customers.get(order.customerId ?? '');
  if (customer) return `${customer.firstName} ${customer.lastName}`;
  return order.email ? `Guest (${order.email})` : 'Guest';
}

export function statusBadges(order: Order): Html {
  const payment = html`<span class="badge ${order.financialStatus}"
    >${order.financialStatus.replaceAll('_', ' ')}</span
  >`;
  return order.cancelledAt ? html`${payment} <span class="badge cancelled">cancelled</span>` : payment;
}
