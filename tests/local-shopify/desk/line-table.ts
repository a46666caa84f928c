// The lines of an order and what they come to.
import { currentTotals, netMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, OrderLine } from '#tests/local-shopify/shop/types.ts';
import { shown } from './amounts.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

export function lineTitle(line: OrderLine): string {
  return line.variantTitle ? `${line.title}, ${line.variantTitle}` : line.title;
}

export function lineTable(order: Order): Html {
  return html`<div class="box">
    <h2>Products</h2>
    <table class="stacked">
      <thead>
        <tr>
          <th>Product</th>
          <th class="number">Price</th>
          <th>Kept</th>
          <th class="number">Line total</th>
        </tr>
      </thead>
      <tbody>
        ${order.lines.map((line) => lineRow(order, line))}
      </tbody>
    </table>
    ${sums(order)}
  </div>`;
}

function lineRow(order: Order, line: OrderLine): Html {
  const given = line.allocations.map((one) => order.discounts[one.application]?.title ?? '');
  const discounts = given.length > 0 ? html`<small>${[...new Set(given)].join(', ')}</small>` : NOTHING;
  const plan = line.sellingPlan ? html`<small>${line.sellingPlan.name}</small>` : NOTHING;
  const gone = line.currentQuantity === 0;
  return html`<tr>
    <td><span class="${gone ? 'struck' : ''}">${lineTitle(line)}</span>${plan}${discounts}</td>
    <td class="number">${shown(line.unitPriceMinor, order.currency)}</td>
    <td>${line.currentQuantity} of ${line.quantity}</td>
    <td class="number">${shown(netMinor(line), order.currency)}</td>
  </tr>`;
}

function sums(order: Order): Html {
  const totals = currentTotals(order);
  const row = (name: string, minor: number, always = false) =>
    minor === 0 && !always
      ? NOTHING
      : html`<tr>
          <th>${name}</th>
          <td class="number">${shown(minor, order.currency)}</td>
        </tr>`;
  return html`<table class="sums">
    <tbody>
      ${row('Products kept', totals.subtotalMinor, true)} ${row('Shipping', totals.shippingMinor)}
      ${row('Tip', totals.tipMinor)}
      ${row(order.taxesIncluded ? 'Tax, inside the prices' : 'Tax', totals.taxMinor)}
      <tr class="total">
        <th>Total now</th>
        <td class="number">${shown(totals.totalMinor, order.currency)}</td>
      </tr>
    </tbody>
  </table>`;
}
