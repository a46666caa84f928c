// What the app was told, and the means to tell it again.
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** @param again where a delivery's id is posted to send it once more */
export function webhookTable(deliveries: Delivery[], again: string, none: string): Html {
  if (deliveries.length === 0) return html`<p class="box quiet">${none}</p>`;
  return html`<div class="box">
    <h2>What the app was told</h2>
    <table class="stacked">
      <thead>
        <tr>
          <th>Topic</th>
          <th>At (UTC)</th>
          <th>State</th>
          <th>Answer</th>
          <th>Tries</th>
          <th><span class="in-head">Action</span></th>
        </tr>
      </thead>
      <tbody>
        ${deliveries.map((delivery) => deliveryRow(delivery, again))}
      </tbody>
    </table>
  </div>`;
}

function deliveryRow(delivery: Delivery, again: string): Html {
  return html`<tr>
    <td>${delivery.topic}</td>
    <td>${delivery.triggeredAt.toISOString().slice(11, 19)}</td>
    <td><span class="badge ${delivery.status}">${delivery.status}</span></td>
    <td>${delivery.answer ?? ''}</td>
    <td>${delivery.attempts}</td>
    <td class="number">
      <form method="post" action="${again}">
        <button name="delivery" value="${delivery.id}">Send again</button>
      </form>
    </td>
  </tr>`;
}
