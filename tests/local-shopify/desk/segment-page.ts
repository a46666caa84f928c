// A segment of customers by a number that the app keeps of them, as a merchant makes one in Shopify's editor, and their tags.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

export type Segment = { number: string; least: number };

/** Metafields of an app of that key; `app--1.points` is `points`. */
function numberOf(customer: Customer, key: string): number | null {
  const found = Object.values(customer.metafields).find(
    (one) => one.key === key && one.type === 'number_integer',
  );
  return found ? Number(found.value) : null;
}

/** @param numbers the keys of the filterable numbers that the app's toml defines */
export function segmentPage(shop: LocalShop, numbers: readonly string[], segment: Segment): Html {
  const found = [...shop.customers.values()].filter(
    (customer) => (numberOf(customer, segment.number) ?? -1) >= segment.least,
  );
  return html`<h1>Segments</h1>
    <p class="quiet">Customers by a number that the app keeps of them, where it is switched on.</p>
    <form method="get" action="/segments" class="box">
      <label for="number">Number</label>
      <select id="number" name="number">
        ${numbers.map((key) => option(key, key === segment.number))}
      </select>
      <label for="least">At least</label>
      <input id="least" name="least" inputmode="numeric" value="${String(segment.least)}" />
      <button>Filter</button>
    </form>
    <div class="box">
      <p>${String(found.length)} of ${String(shop.customers.size)} customers</p>
      <table class="stacked">
        <thead>
          <tr>
            <th>Customer</th>
            ${numbers.map((key) => html`<th>${key}</th>`)}
            <th>Tags</th>
          </tr>
        </thead>
        <tbody>
          ${found.map((customer) => row(customer, numbers))}
        </tbody>
      </table>
    </div>`;
}

const option = (key: string, chosen: boolean): Html =>
  chosen
    ? html`<option value="${key}" selected>${key}</option>`
    : html`<option value="${key}">${key}</option>`;

function row(customer: Customer, numbers: readonly string[]): Html {
  const cells = numbers.map((key) => html`<td>${String(numberOf(customer, key) ?? '')}</td>`);
  return html`<tr>
    <td>${customer.firstName} ${customer.lastName}</td>
    ${cells}
    <td>${customer.tags.join(', ')}</td>
  </tr>`;
}
