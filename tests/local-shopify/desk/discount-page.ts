// The list of discounts, and the page of an automatic one.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { decimal } from '#tests/local-shopify/shop/money.ts';
import { shownTime } from './amounts.ts';
import { codeDiscountRow } from './code-discount-page.ts';
import { newSaleForm, settingsForm } from './discount-forms.ts';
import { combinations, statusBadge } from './discount-words.ts';
import { UNTOUCHED } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';

export function discountList(shop: LocalShop, said: Said): Html {
  const automatic = shop.automaticDiscounts.values().reverse();
  const withCodes = shop.codeDiscounts.values().reverse();
  const rows = [
    ...automatic.map((discount) => row(shop, discount)),
    ...withCodes.map((discount) => codeDiscountRow(shop, discount)),
  ];
  const none = html`<p class="box">
    No discounts yet. A stamp card or a reward that is published brings its own.
  </p>`;
  return html`<div class="title">
      <h1>Discounts</h1>
      <a class="button" href="/discounts/new">Create discount</a>
    </div>
    ${saying(said)} ${rows.length === 0 ? none : table(rows)}`;
}

function table(rows: Html[]): Html {
  return html`<div class="box">
    <table class="stacked">
      <thead>
        <tr>
          <th>Title</th>
          <th>Status</th>
          <th>Type</th>
          <th>Combines with</th>
          <th>Changed (UTC)</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function row(shop: LocalShop, discount: AutomaticDiscount): Html {
  return html`<tr>
    <td><a href="/discounts/${discount.id}">${discount.title}</a></td>
    <td>${statusBadge(shop, discount)}</td>
    <td>${typeOf(shop, discount)}</td>
    <td>${combinations(discount)}</td>
    <td class="when">${shownTime(discount.updatedAt)}</td>
  </tr>`;
}

function typeOf(shop: LocalShop, discount: AutomaticDiscount): string {
  if (discount.kind === 'app') return 'By the app Sixth';
  const off = `${decimal(discount.percentBp, 'EUR').replace(/\.?0+$/, '')}% off`;
  const collection = shop.collections.find(({ id }) => id === discount.collectionId);
  return `${off} ${collection?.title ?? 'all products'}`;
}

export function newDiscountPage(shop: LocalShop, said: Said): Html {
  const form = said && 'form' in said ? said.state : UNTOUCHED;
  return html`<h1>Create automatic discount</h1>
    ${saying(said)} ${newSaleForm(shop, form)}`;
}

export function discountPage(shop: LocalShop, discount: AutomaticDiscount, said: Said): Html {
  const form = said && 'form' in said && said.form === 'save' ? said.state : UNTOUCHED;
  return html`<div class="title">
      <h1>${discount.title}</h1>
      ${statusBadge(shop, discount)}
    </div>
    ${saying(said)}
    <div class="columns">
      <div>${settingsForm(discount, form)} ${appSettings(discount)}</div>
      <div>${facts(shop, discount)} ${actions(shop, discount)} ${removal(discount)}</div>
    </div>`;
}

function facts(shop: LocalShop, discount: AutomaticDiscount): Html {
  const { startsAt, endsAt } = discount;
  return html`<div class="box">
    <h2>Discount</h2>
    <p>${typeOf(shop, discount)}</p>
    <p>
      From ${shownTime(startsAt)}
      UTC${endsAt === null ? ', without an end' : ` until ${shownTime(endsAt)} UTC`}
    </p>
    <p>${discount.appliesOnSubscription ? 'Also on subscriptions' : 'Not on subscriptions'}</p>
  </div>`;
}

function actions(shop: LocalShop, discount: AutomaticDiscount): Html {
  const { id } = discount;
  const over = statusAt(discount, shop.now()) === 'EXPIRED';
  const act = (verb: string, label: string, value = '') =>
    html`<form method="post" action="/discounts/${id}/${verb}">
      <button name="metafields" value="${value}">${label}</button>
    </form>`;
  return html`<div class="box">
    <h2>By hand</h2>
    <div class="actions">
      ${over ? act('start', 'Activate') : act('end', 'Deactivate')} ${act('duplicate', 'Duplicate', 'with')}
      ${discount.kind === 'app' ? act('duplicate', 'Duplicate without app data') : NOTHING}
    </div>
  </div>`;
}

function appSettings({ metafields }: AutomaticDiscount): Html {
  const written = Object.values(metafields);
  if (written.length === 0) return NOTHING;
  return html`<details class="box">
    <summary>What the app’s function reads</summary>
    ${written.map(
      ({ namespace, key, value }) =>
        html`<h2>${namespace}.${key}</h2>
          <pre>${JSON.stringify(JSON.parse(value), null, 1)}</pre>`,
    )}
  </details>`;
}

function removal({ id, title }: AutomaticDiscount): Html {
  return html`<details class="box">
    <summary>Delete</summary>
    <form method="post" action="/discounts/${id}/delete">
      <button class="danger">Delete ${title}</button>
    </form>
  </details>`;
}
