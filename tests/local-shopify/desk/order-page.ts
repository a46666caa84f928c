// One order: its lines, what the merchant can do to it, and what the app was told about it.
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import {
  currentTotals,
  keptShipping,
  netMinor,
  outstandingMinor,
} from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, OrderLine } from '#tests/local-shopify/shop/types.ts';
import { shown } from './amounts.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { buyer, statusBadges } from './order-list.ts';

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

function lineTable(order: Order, refundable: boolean): Html {
  return html`<table>
    <thead>
      <tr>
        <th>Product</th>
        <th>Kept</th>
        ${refundable ? html`<th>Refund</th>` : NOTHING}
        <th class="number">Line total</th>
      </tr>
    </thead>
    <tbody>
      ${order.lines.map((line) => lineRow(order, line, refundable))}
      <tr>
        <td>Total now, with shipping</td>
        <td></td>
        ${refundable ? html`<td></td>` : NOTHING}
        <td class="number"><b>${shown(currentTotals(order).totalMinor, order.currency)}</b></td>
      </tr>
    </tbody>
  </table>`;
}

function lineRow(order: Order, line: OrderLine, refundable: boolean): Html {
  const title = line.variantTitle ? `${line.title}, ${line.variantTitle}` : line.title;
  return html`<tr>
    <td>${title}</td>
    <td>${line.currentQuantity} of ${line.quantity}</td>
    ${refundable ? html`<td>${refundInput(line, title)}</td>` : NOTHING}
    <td class="number">${shown(netMinor(line), order.currency)}</td>
  </tr>`;
}

function refundInput(line: OrderLine, title: string): Html {
  return html`<input
    type="number"
    name="line-${line.id}"
    aria-label="Refund of ${title}"
    value="0"
    min="0"
    max="${line.currentQuantity}"
  />`;
}

function webhookTable(order: Order, deliveries: Delivery[]): Html {
  if (deliveries.length === 0)
    return html`<p class="box quiet">The app was told nothing about this order since the start.</p>`;
  return html`<div class="box">
    <h2>Webhooks</h2>
    <table>
      <thead>
        <tr>
          <th>Topic</th>
          <th>State</th>
          <th>Answer</th>
          <th>Tries</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${deliveries.map((delivery) => deliveryRow(order, delivery))}
      </tbody>
    </table>
  </div>`;
}

function deliveryRow(order: Order, delivery: Delivery): Html {
  return html`<tr>
    <td>${delivery.topic}</td>
    <td><span class="badge ${delivery.status}">${delivery.status}</span></td>
    <td>${delivery.answer ?? ''}</td>
    <td>${delivery.attempts}</td>
    <td class="number">
      <form method="post" action="/orders/${order.id}/repeat">
        <button name="delivery" value="${delivery.id}">Send again</button>
      </form>
    </td>
  </tr>`;
}
