// What the merchant asks to be refunded, checked before anything is touched: a refused refund must change nothing.
import type { Request } from 'express';
import { keptShipping, receivedMinor, returnedMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, RefundRequest } from '#tests/local-shopify/shop/types.ts';
import { field, wholeNumber } from '#tests/local-shopify/storefront/form.ts';
import { typedMinor } from './amounts.ts';

export type ReadRefund = { ok: true; refund: RefundRequest } | { ok: false; reason: string };

export function readRefund(order: Order, request: Request): ReadRefund {
  const lines = order.lines.map((line) => ({
    lineId: line.id,
    quantity: wholeNumber(request, `line-${line.id}`) ?? 0,
  }));
  const tooMany = order.lines.find((line, index) => (lines[index]?.quantity ?? 0) > line.currentQuantity);
  if (tooMany)
    return { ok: false, reason: `Only ${tooMany.currentQuantity} of “${tooMany.title}” are left.` };
  const shippingMinor = typedMinor(field(request, 'shipping'), order.currency);
  const customMinor = typedMinor(field(request, 'custom'), order.currency);
  if (shippingMinor === null || customMinor === null) return { ok: false, reason: 'That is no amount.' };
  if (shippingMinor > keptShipping(order).netMinor)
    return { ok: false, reason: 'That is more than the shipping.' };
  if (customMinor > receivedMinor(order) - returnedMinor(order)) {
    return { ok: false, reason: 'That is more than was paid.' };
  }
  const wanted = lines.filter((line) => line.quantity > 0);
  if (wanted.length === 0 && shippingMinor === 0 && customMinor === 0) {
    return { ok: false, reason: 'Choose what to refund.' };
  }
  const withMoney = field(request, 'money') !== '' && receivedMinor(order) > 0;
  return { ok: true, refund: { lines: wanted, shippingMinor, customMinor, withMoney } };
}
