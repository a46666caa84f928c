// All customers, with the one thing that a merchant can tell Shopify of them here: the date of birth.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { textField, UNTOUCHED } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';

export function customerList(shop: LocalShop, said: Said): Html {
  return html`<h1>Customers</h1>
    <p class="quiet">
      The date of birth is Shopify’s own metafield, facts.birth_date. The app reads it where a member has told
      it none.
    </p>
    ${saying(said)}
    <div class="box">
      <table class="stacked">
        <thead>
          <tr>
            <th>Customer</th>
            <th>E-mail</th>
            <th>Date of birth, such as 1990-05-03</th>
            <th>Newsletter</th>
          </tr>
        </thead>
        <tbody>
          ${[...shop.customers.values()].map((customer) => row(customer, said))}
        </tbody>
      </table>
    </div>`;
}

/** The form of one customer, by which a refusal finds back to its row. */
export const birthForm = ({ id }: Pick<Customer, 'id'>): string => `birth-${id}`;

function newsletter({ id, firstName, newsletter: said }: Customer): Html {
  const wanted = said?.state === 'SUBSCRIBED';
  const says = wanted ? 'Unsubscribe' : 'Subscribe';
  return html`<form method="post" action="/customers/${id}/newsletter">
    <input type="hidden" name="wanted" value="${wanted ? 'no' : 'yes'}" />
    <button aria-label="${says}: ${firstName}">${says}</button>
  </form>`;
}

function row(customer: Customer, said: Said): Html {
  const sent = said && 'form' in said && said.form === birthForm(customer) ? said.state : UNTOUCHED;
  const value = customer.metafields['facts.birth_date']?.value ?? '';
  const date = {
    name: 'date',
    label: `Born on (${customer.firstName})`,
    value,
    quiet: true,
  };
  return html`<tr>
    <td>${customer.firstName} ${customer.lastName}</td>
    <td>${customer.email}</td>
    <td>
      <form method="post" action="/customers/${customer.id}/birth-date" novalidate class="one-field">
        ${textField(sent, date)}<button>Save</button>
      </form>
    </td>
    <td>${newsletter(customer)}</td>
  </tr>`;
}
