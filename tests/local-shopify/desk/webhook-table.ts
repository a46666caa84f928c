// What the app was told about an order, and the means to tell it again.
import type { Order } from '#tests/local-shopify/shop/types.ts';
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

export function webhookTable(order: Order, deliveries: Delivery[]): Html {
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
