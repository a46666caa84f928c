// The lines of an order, with or without a field for refunding them.
import { currentTotals, netMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, OrderLine } from '#tests/local-shopify/shop/types.ts';
import { shown } from './amounts.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

export function lineTable(order: Order, refundable: boolean): Html {
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
        <td>Total now</td>
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
