// Reduces the body of an order webhook to what the rules need; the rest, personal data first, is dropped here.
import { z } from 'zod';
import type { OrderNews } from '#app/core/snapshots/order-news.ts';
import type { LineDiscount, OrderLine, ShippingLine } from '#app/core/snapshots/order-snapshot.ts';
import { parseLossless } from '../payloads/lossless-json.ts';
import {
  refusedFields,
  toldAmount,
  toldCurrency,
  toldGid,
  toldId,
  toldInstant,
} from '../payloads/told-values.ts';
import { idOfLine, lineId } from './line-ids.ts';
import { moneySet, pairOf, type PairOf } from './payload-money.ts';
import { reduceRefund, refundInOrder } from './refund-payload.ts';
import {
  financialStatus,
  finishSnapshot,
  fulfillmentStatus,
  chargeOf,
  minor,
  sumPairs,
  timesPair,
  type WholeSnapshot,
} from './snapshot-parts.ts';
import { toldAsTip } from './tip-keys.ts';
import { allocation, lineItem, plainLines } from './told-lines.ts';
import { UnreadableOrder } from './unreadable-order.ts';

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
  'current_total_price_set',
  'current_total_tax_set',
  'current_shipping_price_set',
  'current_total_duties_set',
  'original_total_duties_set',
  'current_total_additional_fees_set',
  'original_total_additional_fees_set',
  'total_cash_rounding_payment_adjustment_set',
  'total_cash_rounding_refund_adjustment_set',
  'total_outstanding',
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
  'line_items.requires_shipping',
  'line_items.sales_line_item_group_id',
  'line_items.tip_payment_gateway',
  'line_items.tip_payment_method',
  'shipping_lines.price_set',
  'shipping_lines.discount_allocations',
  'shipping_lines.is_removed',
  'fulfillment_status',
  'fulfillments.created_at',
  'fulfillments.status',
  'refunds',
] as const;

const shippingLine = z.object({
  price_set: moneySet,
  discount_allocations: z.array(allocation).nullish(),
  is_removed: z.boolean().nullish(),
});

const fulfillment = z.object({ created_at: toldInstant, status: z.string().nullish() });

/** Shopify sends each field that we ask for once the toml with it was deployed; until then the later ones are missing. */
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
  current_total_price_set: moneySet.nullish(),
  current_total_tax_set: moneySet,
  current_shipping_price_set: moneySet,
  current_total_duties_set: moneySet.nullish(),
  original_total_duties_set: moneySet.nullish(),
  current_total_additional_fees_set: moneySet.nullish(),
  original_total_additional_fees_set: moneySet.nullish(),
  total_cash_rounding_payment_adjustment_set: moneySet.nullish(),
  total_cash_rounding_refund_adjustment_set: moneySet.nullish(),
  total_outstanding: toldAmount.nullish(),
  total_tip_received: toldAmount.nullish(),
  discount_applications: z.array(
    z.object({
      type: z.enum(['automatic', 'discount_code', 'manual', 'script']),
      title: z.string().nullish(),
      code: z.string().nullish(),
      description: z.string().nullish(),
    }),
  ),
  line_items: z.array(lineItem),
  shipping_lines: z.array(shippingLine).nullish(),
  fulfillment_status: z.string().nullish(),
  fulfillments: z.array(fulfillment).nullish(),
  refunds: z.array(refundInOrder),
});

/** The same, but for its lines: what this refuses, that one may take. */
const plainPayload = orderPayload.extend({ line_items: plainLines });

type Payload = z.infer<typeof orderPayload>;

function readPayload(body: unknown): Payload {
  const read = plainPayload.safeParse(body);
  return read.success ? read.data : orderPayload.parse(body);
}

function reduceDiscounts(allocations: z.infer<typeof allocation>[], pair: PairOf): LineDiscount[] {
  return allocations.map(({ discount_application_index: application, amount_set: amount }) => ({
    application,
    amount: pair(amount),
  }));
}

type Place = { pair: PairOf; tip: boolean; index: number };

function reduceLine(line: Payload['line_items'][number], { pair, tip, index }: Place): OrderLine {
  const [taxMinor, taxPaidMinor] = sumPairs(line.tax_lines.map((tax) => pair(tax.price_set)));
  return {
    lineId: lineId(line.admin_graphql_api_id, index),
    productId: idOfLine(line.product_id, index, 'product_id'),
    variantId: idOfLine(line.variant_id, index, 'variant_id'),
    quantity: line.quantity,
    currentQuantity: line.current_quantity,
    gross: timesPair(pair(line.price_set), line.quantity),
    discounts: reduceDiscounts(line.discount_allocations, pair),
    taxMinor,
    taxPaidMinor,
    giftCard: line.gift_card,
    tip,
    requiresShipping: line.requires_shipping ?? false,
    bundleGroup: idOfLine(line.sales_line_item_group_id, index, 'sales_line_item_group_id'),
  };
}

function reduceShipping(lines: Payload['shipping_lines'], pair: PairOf): ShippingLine[] {
  const kept = (lines ?? []).filter((line) => !line.is_removed);
  return kept.map((line) => ({
    gross: pair(line.price_set),
    discounts: reduceDiscounts(line.discount_allocations ?? [], pair),
  }));
}

type WithLines = Pick<
  WholeSnapshot,
  'lines' | 'shippingLines' | 'discounts' | 'shipping' | 'tax' | 'tipMinor'
>;

function linesOf(payload: Payload, pair: PairOf): WithLines {
  const tips = toldAsTip(payload.line_items);
  return {
    lines: payload.line_items.map((line, index) => reduceLine(line, { pair, tip: tips.has(line), index })),
    shippingLines: reduceShipping(payload.shipping_lines, pair),
    shipping: pair(payload.current_shipping_price_set),
    tax: pair(payload.current_total_tax_set),
    tipMinor: minor(payload.total_tip_received ?? '0', payload.currency),
    discounts: payload.discount_applications.map(({ type, title, code, description }) => ({
      type,
      title: (type === 'discount_code' ? code : title) ?? description ?? '',
    })),
  };
}

type OfMoney = Pick<
  WholeSnapshot,
  'total' | 'outstandingMinor' | 'refunds' | 'duties' | 'fees' | 'cashRounding'
>;

/** Duties and fees that a refund names are gone, whether or not the order's own sums say so. */
function moneyOf(payload: Payload, lines: readonly OrderLine[], pair: PairOf): OfMoney {
  const reduced = payload.refunds.map((each) => reduceRefund(each, { ...payload, lines }, pair));
  const orNull = (set: Payload['current_total_duties_set']) => (set ? pair(set) : null);
  const orZero = (set: Payload['current_total_duties_set']) => orNull(set) ?? [0, 0];
  return {
    // Missing until the toml was deployed: nothing then says what was received but Shopify, asked.
    total: orZero(payload.current_total_price_set),
    outstandingMinor: minor(payload.total_outstanding ?? '0', payload.currency),
    refunds: reduced.map(({ refund }) => refund),
    duties: chargeOf(
      orNull(payload.original_total_duties_set),
      orNull(payload.current_total_duties_set),
      sumPairs(reduced.map(({ duties }) => duties)),
    ),
    fees: chargeOf(
      orNull(payload.original_total_additional_fees_set),
      orNull(payload.current_total_additional_fees_set),
      sumPairs(reduced.map(({ fees }) => fees)),
    ),
    cashRounding: {
      paid: orZero(payload.total_cash_rounding_payment_adjustment_set),
      refunded: orZero(payload.total_cash_rounding_refund_adjustment_set),
    },
  };
}

function reducePayload(payload: Payload): WholeSnapshot {
  const { currency, presentment_currency: presentmentCurrency } = payload;
  const pair = pairOf({ currency, presentmentCurrency });
  const ofLines = linesOf(payload, pair);
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
    ...ofLines,
    ...moneyOf(payload, ofLines.lines, pair),
    fulfillmentStatus: fulfillmentStatus(payload.fulfillment_status ?? null),
    fulfillments: (payload.fulfillments ?? []).map(({ created_at: createdAt, status }) => ({
      createdAt,
      status: (status ?? 'success').toLowerCase(),
    })),
  });
}

export type ParsedNews = { ok: true; news: OrderNews } | { ok: false; reason: string };

/** Nothing but the id: an order, or a refund, sent under this topic is no deletion. */
const deletedPayload = z.strictObject({ id: toldId, admin_graphql_api_id: toldGid.optional() });
const refundPayload = z.object({
  admin_graphql_api_id: toldGid,
  order_id: toldId,
});

function readBody(topic: string, body: unknown): OrderNews {
  switch (topic) {
    case 'orders/delete':
      return { kind: 'deletion-hint', orderId: deletedPayload.parse(body).id };
    case 'refunds/create': {
      const { admin_graphql_api_id: refundId, order_id: orderId } = refundPayload.parse(body);
      return { kind: 'refund', orderId, refundId };
    }
    case 'orders/create':
    case 'orders/paid':
    case 'orders/updated':
    case 'orders/cancelled':
      return { kind: 'snapshot', snapshot: reducePayload(readPayload(body)) };
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
