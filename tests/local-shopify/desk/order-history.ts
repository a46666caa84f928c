// What happened to an order: payments, refunds and what they moved, oldest first.
import { gatewayName } from '#tests/local-shopify/shop/gateways.ts';
import { goodsValue } from '#tests/local-shopify/shop/take-back.ts';
import type { Order, Refund, Transaction } from '#tests/local-shopify/shop/types.ts';
import { shown, shownTime } from './amounts.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

/** `minor` is money that moved, or should have; null where none did. */
type Happened = { at: string; what: string; minor: number | null };

const WORDS: Record<Transaction['kind'], string> = {
  authorization: 'Authorized',
  capture: 'Captured',
  sale: 'Paid',
  refund: 'Given back',
  void: 'Voided',
};

function transactionWords({ kind, status, gateway, expiredAt }: Transaction): string {
  const words = status === 'pending' ? 'Expected' : WORDS[kind];
  return `${words} (${gatewayName(gateway)})${expiredAt ? ', expired' : ''}`;
}

function refundWords(order: Order, refund: Refund): string {
  const units = refund.lines.reduce((all, line) => all + line.quantity, 0);
  const parts = [
    ...(units > 0 ? [`${units} ${units === 1 ? 'unit' : 'units'} taken back`] : []),
    ...(refund.shipping.length > 0 ? ['shipping given back'] : []),
    ...(refund.customMinor > 0 ? ['an amount given back'] : []),
  ];
  const worth = shown(goodsValue(order, refund) + refund.customMinor, order.currency);
  const words = `${parts.join(', ')}, worth ${worth}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export function orderHistory(order: Order): Html {
  const happened: Happened[] = [
    ...order.transactions.map((one) => ({
      at: one.createdAt,
      what: transactionWords(one),
      minor: one.amountMinor,
    })),
    ...order.refunds.map((one) => ({ at: one.createdAt, what: refundWords(order, one), minor: null })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return html`<div class="box">
    <h2>History</h2>
    <ul class="list">
      <li>Placed <small class="quiet">${shownTime(order.createdAt)}</small></li>
      ${happened.map(
        ({ at, what, minor }) =>
          html`<li>
            ${what}
            <small class="quiet">${shownTime(at)}</small
            >${minor === null ? NOTHING : html`<span class="number">${shown(minor, order.currency)}</span>`}
          </li>`,
      )}
    </ul>
  </div>`;
}
