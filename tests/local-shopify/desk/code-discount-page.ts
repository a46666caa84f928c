// The page of a discount with codes, and its line in the list: what it gives, and each code with its uses.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { CodeDiscount, RedeemCode } from '#tests/local-shopify/shop/code-discount.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { decimal } from '#tests/local-shopify/shop/money.ts';
import { shown, shownTime } from './amounts.ts';
import { combinations, statusBadge } from './discount-words.ts';
import { settingsForm } from './discount-forms.ts';
import { textField, UNTOUCHED } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';

/** So many codes a page shows; the others are found by their text. */
const MOST_SHOWN = 50;

/** The newest first. */
function codesOf({ codeDiscounts }: LocalShop, { id }: CodeDiscount): RedeemCode[] {
  return codeDiscounts.codesOf(id).reverse();
}

export function codeDiscountRow(shop: LocalShop, discount: CodeDiscount): Html {
  const codes = codesOf(shop, discount);
  const uses = codes.reduce((sum, { usedAt }) => sum + usedAt.length, 0);
  return html`<tr>
    <td><a href="/discounts/${discount.id}">${discount.title}</a></td>
    <td>${statusBadge(shop, discount)}</td>
    <td>${givesOf(shop, discount)}, ${counted(codes.length, 'code')}, ${counted(uses, 'use')}</td>
    <td>${combinations(discount)}</td>
    <td class="when">${shownTime(discount.updatedAt)}</td>
  </tr>`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function givesOf({ setup: { currency } }: LocalShop, { gives, items }: CodeDiscount): string {
  const of = items === null ? 'the order' : 'chosen products';
  switch (gives.kind) {
    case 'app':
      return `What the app’s function ${gives.functionHandle} says`;
    case 'amount':
      return `${shown(gives.amountMinor, currency)} off ${of}`;
    case 'percent':
      return `${decimal(gives.percentBp, 'EUR').replace(/\.?0+$/, '')}% off ${of}`;
    case 'shipping':
      return gives.upToMinor === null
        ? 'Free shipping'
        : `Free shipping up to ${shown(gives.upToMinor, currency)}`;
  }
}

/** @param find what was typed to find a code; empty shows the newest */
export function codeDiscountPage(
  shop: LocalShop,
  discount: CodeDiscount,
  { said, find }: { said: Said; find: string },
): Html {
  const form = said && 'form' in said && said.form === 'save' ? said.state : UNTOUCHED;
  return html`<div class="title">
      <h1>${discount.title}</h1>
      ${statusBadge(shop, discount)}
    </div>
    ${saying(said)}
    <div class="columns">
      <div>${settingsForm(discount, form)} ${codeTable(shop, discount, find)}</div>
      <div>${facts(shop, discount)} ${actions(shop, discount)} ${removal(discount)}</div>
    </div>`;
}

function facts(shop: LocalShop, discount: CodeDiscount): Html {
  const { startsAt, endsAt, usageLimit, minimum, tags } = discount;
  const { currency } = shop.setup;
  const least = minimum?.kind === 'subtotal' ? `From ${shown(minimum.minor, currency)}` : 'From any amount';
  return html`<div class="box">
    <h2>Discount</h2>
    <p>${givesOf(shop, discount)}</p>
    <p>${minimum?.kind === 'quantity' ? `From ${minimum.units} items` : least}</p>
    <p>
      From ${shownTime(startsAt)}
      UTC${endsAt === null ? ', without an end' : ` until ${shownTime(endsAt)} UTC`}
    </p>
    <p>
      ${usageLimit === null ? 'Codes may be used any number of times' : `Each code may be used ${counted(usageLimit, 'time')}`}
    </p>
    <p>Combines with: ${combinations(discount)}</p>
    ${tags.length > 0 ? html`<p>Tags: ${tags.join(', ')}</p>` : NOTHING}
  </div>`;
}

function actions(shop: LocalShop, discount: CodeDiscount): Html {
  const verb = statusAt(discount, shop.now()) === 'EXPIRED' ? 'start' : 'end';
  return html`<div class="box">
    <h2>By hand</h2>
    <div class="actions">
      <form method="post" action="/discounts/${discount.id}/${verb}">
        <button>${verb === 'start' ? 'Activate' : 'Deactivate'}</button>
      </form>
    </div>
  </div>`;
}

function removal({ id, title }: CodeDiscount): Html {
  return html`<details class="box">
    <summary>Delete</summary>
    <form method="post" action="/discounts/${id}/delete">
      <button class="danger">Delete ${title}</button>
    </form>
  </details>`;
}

function codeTable(shop: LocalShop, discount: CodeDiscount, find: string): Html {
  const all = codesOf(shop, discount);
  const found = all.filter(({ code }) => code.includes(find.toUpperCase()));
  const rows = found.slice(0, MOST_SHOWN).map((code) => codeRow(discount, code));
  const none = html`<p>${all.length === 0 ? 'No codes.' : 'No code has this in it.'}</p>`;
  return html`<div class="box">
    <h2>${counted(all.length, 'code')}</h2>
    <form action="/discounts/${discount.id}">
      <div class="fields">
        ${textField(UNTOUCHED, { name: 'code', label: 'Find a code', value: find, wide: true })}
      </div>
      <div class="actions"><button>Find</button></div>
    </form>
    ${rows.length === 0 ? none : codeRows(rows)}
    ${found.length > rows.length ? html`<p>The newest ${MOST_SHOWN} of ${found.length}.</p>` : NOTHING}
  </div>`;
}

function codeRows(rows: Html[]): Html {
  return html`<table class="stacked">
    <thead>
      <tr>
        <th>Code</th>
        <th>Uses</th>
        <th>Made (UTC)</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function codeRow({ id }: CodeDiscount, { code, usedAt, createdAt }: RedeemCode): Html {
  return html`<tr>
    <td>${code}</td>
    <td>${counted(usedAt.length, 'use')}</td>
    <td class="when">${shownTime(createdAt)}</td>
    <td>
      <form method="post" action="/discounts/${id}/delete-code">
        <button class="danger" name="code" value="${code}" aria-label="Delete ${code}">Delete</button>
      </form>
    </td>
  </tr>`;
}
