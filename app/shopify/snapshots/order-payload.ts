// Reduces the body of an order webhook to what the rules need; the rest, personal data first, is dropped here.
import { z } from 'zod';
import type { OrderNews } from '#app/core/snapshots/order-news.ts';
import type {
  LineDiscount,
  MoneyPair,
  OrderLine,
  OrderRefund,
  OrderSnapshot,
} from '#app/core/snapshots/order-snapshot.ts';
import { parseLossless } from '../payloads/lossless-json.ts';
import { refusedFields, toldCurrency, toldGid, toldId, toldInstant } from '../payloads/told-values.ts';
import {
  addPairs,
  financialStatus,
  finishSnapshot,
  minor,
  pairIn,
  sumPairs,
  UnreadableOrder,
} from './snapshot-parts.ts';

/** `include_fields` of the order subscriptions in shopify.app.toml: all that the reducer reads. */
export const ORDER_FIELDS = [
  'id',
  'admin_graphql_api_id',
  'name',
  'customer.admin_graphql_api_id',
  'processed_at',
  'updated_at',
  'cancelled_at',
  'financial_status',
  'test',
  'source_name',
  'tags',
  'taxes_included',
  'currency',
  'presentment_currency',
  'current_total_tax_set',
  'current_shipping_price_set',
  'total_tip_received',
  'discount_applications',
  'line_items.admin_graphql_api_id',
  'line_items.product_id',
  'line_items.variant_id',
  'line_items.quantity',
  'line_items.current_quantity',
  'line_items.price_set',
  'line_items.discount_allocations',
  'line_items.tax_lines',
  'line_items.gift_card',
  'line_items.sales_line_item_group_id',
  'refunds',
] as const;

const money = z.object({ amount: z.string() });
const moneySet = z.object({ shop_money: money, presentment_money: money });
const idOrNull = toldId.nullish().transform((id) => id ?? null);

const allocation = z.object({ amount_set: moneySet, discount_application_index: z.int().nonnegative() });

const lineItem = z.object({
  admin_graphql_api_id: toldGid,
  product_id: idOrNull,
  variant_id: idOrNull,
  quantity: z.int().nonnegative(),
  current_quantity: z.int().nonnegative(),
  price_set: moneySet,
  discount_allocations: z.array(allocation),
  tax_lines: z.array(z.object({ price_set: moneySet })),
  gift_card: z.boolean(),
  sales_line_item_group_id: idOrNull,
});

const refundedLine = z.object({ subtotal_set: moneySet, total_tax_set: moneySet });
const refundedShipping = z.object({ subtotal_amount_set: moneySet, tax_amount_set: moneySet.nullish() });
const transaction = z.object({ amount: z.string(), kind: z.string(), status: z.string() });

const refund = z.object({
  admin_graphql_api_id: toldGid,
  refund_line_items: z.array(refundedLine),
  refund_shipping_lines: z.array(refundedShipping).nullish(),
  transactions: z.array(transaction),
});

const orderPayload = z.object({
  admin_graphql_api_id: toldGid,
  name: z.string(),
  customer: z.object({ admin_graphql_api_id: toldGid }).nullish(),
  processed_at: toldInstant,
  updated_at: toldInstant,
  cancelled_at: toldInstant.nullish(),
  financial_status: z.string().nullish(),
  test: z.boolean(),
  source_name: z.string().nullish(),
  tags: z.string(),
  taxes_included: z.boolean(),
  currency: toldCurrency,
  presentment_currency: toldCurrency,
  current_total_tax_set: moneySet,
  current_shipping_price_set: moneySet,
  total_tip_received: z.string().nullish(),
  discount_applications: z.array(
    z.object({
      type: z.enum(['automatic', 'discount_code', 'manual', 'script']),
      title: z.string().nullish(),
      code: z.string().nullish(),
      description: z.string().nullish(),
    }),
  ),
  line_items: z.array(lineItem),
  refunds: z.array(refund),
});

type Payload = z.infer<typeof orderPayload>;
type Pair = (set: z.infer<typeof moneySet>) => MoneyPair;

function reduceLine(line: Payload['line_items'][number], pair: Pair): OrderLine {
  const [shop, presentment] = pair(line.price_set);
  const discounts = line.discount_allocations.map((each): LineDiscount => ({
    application: each.discount_application_index,
    amount: pair(each.amount_set),
  }));
  return {
    lineId: line.admin_graphql_api_id,
    productId: line.product_id,
    variantId: line.variant_id,
    quantity: line.quantity,
    currentQuantity: line.current_quantity,
    gross: [shop * line.quantity, presentment * line.quantity],
    discounts,
    taxMinor: sumPairs(line.tax_lines.map((tax) => pair(tax.price_set)))[0],
    giftCard: line.gift_card,
    tip: false,
    bundleGroup: line.sales_line_item_group_id,
  };
}

function reduceRefund(refund: Payload['refunds'][number], payload: Payload, pair: Pair): OrderRefund {
  // The amounts of a refund's lines include tax where prices do.
  const tax = (set: z.infer<typeof moneySet> | null | undefined): MoneyPair =>
    set && !payload.taxes_included ? pair(set) : [0, 0];
  const lines = refund.refund_line_items.map((line) =>
    addPairs(pair(line.subtotal_set), tax(line.total_tax_set)),
  );
  const shipping = (refund.refund_shipping_lines ?? []).map((line) =>
    addPairs(pair(line.subtotal_amount_set), tax(line.tax_amount_set)),
  );
  const given = refund.transactions.filter((each) => each.kind === 'refund' && each.status === 'success');
  return {
    refundId: refund.admin_graphql_api_id,
    linesMinor: sumPairs(lines)[1],
    shippingMinor: sumPairs(shipping)[1],
    moneyMinor: given.reduce((sum, each) => sum + minor(each.amount, payload.presentment_currency), 0),
  };
}

function reducePayload(payload: Payload): OrderSnapshot {
  const { currency, presentment_currency: presentmentCurrency } = payload;
  const inMinor = pairIn({ currency, presentmentCurrency });
  const pair: Pair = (set) => inMinor(set.shop_money, set.presentment_money);
  return finishSnapshot({
    orderId: payload.admin_graphql_api_id,
    name: payload.name,
    customerId: payload.customer?.admin_graphql_api_id ?? null,
    processedAt: payload.processed_at,
    updatedAt: payload.updated_at,
    cancelledAt: payload.cancelled_at ?? null,
    status: financialStatus(payload.financial_status ?? null),
    test: payload.test,
    source: payload.source_name ?? null,
    tags: payload.tags.split(','),
    taxesIncluded: payload.taxes_included,
    currency,
    presentmentCurrency,
    lines: payload.line_items.map((line) => reduceLine(line, pair)),
    shipping: pair(payload.current_shipping_price_set),
    tax: pair(payload.current_total_tax_set),
    tipMinor: minor(payload.total_tip_received ?? '0', payload.currency),
    discounts: payload.discount_applications.map(({ type, title, code, description }) => ({
      type,
      title: (type === 'discount_code' ? code : title) ?? description ?? '',
    })),
    refunds: payload.refunds.map((each) => reduceRefund(each, payload, pair)),
  });
}

export type ParsedNews = { ok: true; news: OrderNews } | { ok: false; reason: string };

const deletedPayload = z.object({ id: toldId });
const refundPayload = z.object({
  admin_graphql_api_id: toldGid,
  order_id: toldId,
});

function readBody(topic: string, body: unknown): OrderNews {
  switch (topic) {
    case 'orders/delete':
      return { kind: 'deleted', orderId: deletedPayload.parse(body).id };
    case 'refunds/create': {
      const { admin_graphql_api_id: refundId, order_id: orderId } = refundPayload.parse(body);
      return { kind: 'refund', orderId, refundId };
    }
    case 'orders/create':
    case 'orders/paid':
    case 'orders/updated':
    case 'orders/cancelled':
      return { kind: 'snapshot', snapshot: reducePayload(orderPayload.parse(body)) };
    default:
      throw new UnreadableOrder('no order topic');
  }
}

/** The news that an order webhook tells, or why it tells none; the reason names fields, never values of the body. */
export function parseOrderNews(topic: string, raw: string): ParsedNews {
  try {
    return { ok: true, news: readBody(topic, parseLossless(raw)) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, reason: 'not JSON' };
    if (error instanceof UnreadableOrder) return { ok: false, reason: error.message };
    if (error instanceof z.ZodError) return { ok: false, reason: `not an order: ${refusedFields(error)}` };
    throw error;
  }
}
