// One order: its lines, what the merchant can do to it, and what the app was told about it.
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { keptShipping, outstandingMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { shown } from './amounts.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { lineTable } from './line-table.ts';
import { buyer, statusBadges } from './order-list.ts';
import { webhookTable } from './webhook-table.ts';

export function orderPage(shop: LocalShop, order: Order, deliveries: Delivery[], error: string | null): Html {
  return html`<h1>Order ${order.name}</h1>
    <p>
      ${statusBadges(order)} ${buyer(shop, order)},
      ${order.processedAt.replace('T', ' ').replace('Z', ' UTC')}
    </p>
    ${error === null ? NOTHING : html`<p class="box error" role="alert">${error}</p>`}
    ${order.cancelledAt ? linesBox(order) : html`${changes(order)}${refundForm(order)}`}
    ${webhookTable(order, deliveries)}`;
}

function changes(order: Order): Html {
  const outstanding = outstandingMinor(order);
  return html`<div class="box actions">
    ${outstanding > 0 ? action(order, 'pay', `Mark ${shown(outstanding, order.currency)} as paid`) : NOTHING}
    ${action(order, 'cancel', 'Cancel order')}
  </div>`;
}

function action(order: Order, verb: string, label: string): Html {
  return html`<form method="post" action="/orders/${order.id}/${verb}"><button>${label}</button></form>`;
}

function refundForm(order: Order): Html {
  const shipping = keptShipping(order).netMinor;
  return html`<form class="box" method="post" action="/orders/${order.id}/refund">
    <h2>Lines</h2>
    ${lineTable(order, true)}
    <div class="actions">
      <label
        >Shipping (of ${shown(shipping, order.currency)})<input name="shipping" inputmode="decimal" value=""
      /></label>
      <label>Other amount<input name="custom" inputmode="decimal" value="" /></label>
      <label class="check"><input type="checkbox" name="money" value="1" checked />Give the money back</label>
      <button class="main">Refund</button>
    </div>
  </form>`;
}

function linesBox(order: Order): Html {
  return html`<div class="box">
    <h2>Lines</h2>
    ${lineTable(order, false)}
  </div>`;
}
