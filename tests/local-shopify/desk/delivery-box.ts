// The order's parcels: sent, promised, late, delivered; and what a carrier is to say next.
import type { Request } from 'express';
import { isFulfilled } from '#tests/local-shopify/shop/order-totals.ts';
import type { Fulfillment, Order } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { shownTime } from './amounts.ts';
import { textField } from './form.ts';
import type { FormState, Read } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

type States = Record<'promise' | 'deliver', FormState>;

export function deliveryBox(order: Order, states: States): Html {
  const parcels = order.fulfillments ?? [];
  const sendable = !order.cancelledAt && !isFulfilled(order);
  return html`<div class="box">
    <h2>Delivery</h2>
    ${parcels.length === 0 ? html`<p>Nothing was sent yet.</p>` : NOTHING}
    <ul class="list">
      ${parcels.map((parcel) => html`<li>${stateOf(parcel)}</li>`)}
    </ul>
    ${sendable ? button(order, 'fulfill', 'Send it') : NOTHING}
    ${isFulfilled(order) ? carrier(order, states) : NOTHING}
  </div>`;
}

function stateOf({ createdAt, status, estimatedDeliveryAt, deliveredAt }: Fulfillment): string {
  if (status === 'cancelled') return 'Not sent after all';
  if (deliveredAt) return `Delivered ${shownTime(deliveredAt)}`;
  const sent = `Sent ${shownTime(createdAt)}`;
  return estimatedDeliveryAt ? `${sent}, promised for ${shownTime(estimatedDeliveryAt)}` : sent;
}

const button = (order: Order, verb: string, words: string): Html =>
  html`<form method="post" action="/orders/${order.id}/${verb}"><button>${words}</button></form>`;

/** A promised day that is over, with nothing delivered, is a late parcel. */
function carrier(order: Order, states: States): Html {
  const day = { name: 'day', hint: '2026-12-24', mode: 'text' } as const;
  const form = (verb: keyof States, label: string, words: string) =>
    html`<form class="fields" method="post" action="/orders/${order.id}/${verb}" novalidate>
      ${textField(states[verb], { ...day, label })}
      <button class="beside">${words}</button>
    </form>`;
  return html`${form('promise', 'The carrier promises', 'Promise')}
  ${form('deliver', 'Delivered on', 'Deliver')} ${button(order, 'unfulfill', 'It was not sent after all')}`;
}

/** Noon of the day, in UTC. */
export function readDay(order: Order, request: Request): Read<string> {
  const day = field(request, 'day').trim();
  const time = new Date(`${day}T12:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(time.getTime()))
    return { ok: false, errors: { day: 'That is no day.' } };
  if (!isFulfilled(order)) return { ok: false, errors: { '': 'Nothing was sent yet.' } };
  return { ok: true, value: time.toISOString().replace('.000Z', 'Z') };
}
