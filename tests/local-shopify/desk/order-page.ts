// One order: its lines, what the merchant can do to it, and what the app was told about it.
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { isSubscribed } from '#tests/local-shopify/shop/subscriptions.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { shownTime } from './amounts.ts';
import { customerBox } from './customer-box.ts';
import { deliveryBox } from './delivery-box.ts';
import { editForm } from './edit-form.ts';
import { UNTOUCHED } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { lineTable } from './line-table.ts';
import { orderHistory } from './order-history.ts';
import { statusBadges } from './order-list.ts';
import { paymentBox } from './payment-box.ts';
import { refundForm } from './refund-form.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';
import { webhookTable } from './webhook-table.ts';

export function orderPage(shop: LocalShop, order: Order, deliveries: Delivery[], said: Said): Html {
  const stateOf = (form: string) => (said && 'form' in said && said.form === form ? said.state : UNTOUCHED);
  const changeable = !order.cancelledAt;
  return html`${head(order)} ${saying(said)}
    <div class="columns">
      <div>
        ${lineTable(order)}
        ${
          changeable
            ? html`${refundForm(order, stateOf('refund'))}${editForm(shop, order, stateOf('edit'))}`
            : NOTHING
        }
      </div>
      <div>
        ${paymentBox(order, stateOf('payment'))} ${customerBox(shop, order, stateOf('customer'))}
        ${deliveryBox(order, { promise: stateOf('promise'), deliver: stateOf('deliver') })}
        ${orderHistory(order)} ${isSubscribed(order) ? renewal(order) : NOTHING} ${endings(order)}
      </div>
    </div>
    ${webhookTable(deliveries, `/orders/${order.id}/repeat`, NOT_TOLD)}`;
}

const NOT_TOLD = 'The app was told nothing about this order since the start.';

const SOURCES: Record<string, string> = {
  shopify_draft_order: 'from a draft',
  pos: 'at the till',
  subscription_contract: 'from a subscription',
};

function head(order: Order): Html {
  const marks = [
    shownTime(order.processedAt),
    SOURCES[order.sourceName] ?? '',
    order.edited ? 'edited' : '',
    order.test ? 'test' : '',
  ].filter((mark) => mark !== '');
  return html`<div class="title">
      <h1>Order ${order.name}</h1>
      ${statusBadges(order)}
    </div>
    <p class="quiet">${marks.join(' · ')}</p>
    ${order.note === null ? NOTHING : html`<p>${order.note}</p>`}`;
}

function renewal(order: Order): Html {
  return html`<form class="box" method="post" action="/orders/${order.id}/renew">
    <h2>Subscription</h2>
    <p>${[...new Set(order.lines.flatMap((line) => line.sellingPlan?.name ?? []))].join(', ')}</p>
    <button>Let the next order come</button>
  </form>`;
}

function endings(order: Order): Html {
  const cancel = html`<form method="post" action="/orders/${order.id}/cancel">
    <button>Cancel order</button>
  </form>`;
  return html`<div class="box">
    <h2>End it</h2>
    ${order.cancelledAt ? NOTHING : cancel}
    <details>
      <summary>Delete</summary>
      <p>The order disappears for good, with all of its history.</p>
      <form method="post" action="/orders/${order.id}/delete">
        <button class="danger">Delete ${order.name}</button>
      </form>
    </details>
  </div>`;
}
