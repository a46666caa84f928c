// The commerce engine's checkout: a request becomes an order with lines, discounts, taxes, shipping and payment.
import { randomBytes } from 'node:crypto';
import { allocateToLines, applicationOf, shippingAllocations } from './discounts.ts';
import type { Ids } from './ids.ts';
import type { LocalShop } from './local-shop.ts';
import { allocated, netMinor, orderedTotals, statusOf } from './order-totals.ts';
import { Refused } from './refused.ts';
import { wholeSecond } from './times.ts';
import type {
  CustomItem,
  Order,
  OrderLine,
  OrderRequest,
  ShippingLine,
  ShopSetup,
  TaxLine,
  Transaction,
} from './types.ts';

const FIRST_NUMBER = 1001;

function plainLine(
  ids: Ids,
  kind: OrderLine['kind'],
  title: string,
  unitPriceMinor: number,
  quantity: number,
): OrderLine {
  return {
    id: ids.next(),
    kind,
    productId: null,
    variantId: null,
    title,
    variantTitle: null,
    sku: null,
    vendor: null,
    quantity,
    currentQuantity: quantity,
    unitPriceMinor,
    allocations: [],
    taxLines: [],
    giftCard: false,
    taxable: kind === 'custom',
    requiresShipping: kind === 'custom',
    grams: 0,
    groupId: null,
  };
}

function productLine(shop: LocalShop, ids: Ids, wanted: OrderRequest['lines'][number]): OrderLine {
  const found = shop.variant(wanted.variantId);
  if (!found) throw new Refused(`${shop.domain} has no variant ${wanted.variantId}`);
  if (!Number.isInteger(wanted.quantity) || wanted.quantity < 1)
    throw new Refused('a quantity is a whole number above 0');
  const { product, variant } = found;
  return {
    ...plainLine(ids, 'product', product.title, variant.priceMinor, wanted.quantity),
    productId: product.id,
    variantId: variant.id,
    variantTitle: product.variants.length > 1 ? variant.title : null,
    sku: variant.sku,
    vendor: product.vendor,
    giftCard: product.giftCard,
    taxable: variant.taxable,
    requiresShipping: variant.requiresShipping,
    grams: variant.grams,
    groupId: wanted.groupId ?? null,
    ...(wanted.sellingPlan ? { sellingPlan: wanted.sellingPlan } : {}),
    ...(wanted.dutyMinor ? { dutyMinor: wanted.dutyMinor } : {}),
  };
}

type Bought = Pick<OrderRequest, 'lines' | 'customItems' | 'tipMinor' | 'tipsMinor'>;

/** Without discounts and tax. Throws Refused when a variant doesn't exist or a quantity isn't above 0. */
export function newLines(shop: LocalShop, ids: Ids, request: Bought): OrderLine[] {
  const items = (request.customItems ?? []).map((item: CustomItem) =>
    plainLine(ids, 'custom', item.title, item.priceMinor, item.quantity),
  );
  const tipsMinor = [...(request.tipMinor ? [request.tipMinor] : []), ...(request.tipsMinor ?? [])];
  const tips = tipsMinor.map((tipMinor) => plainLine(ids, 'tip', 'Tip', tipMinor, 1));
  return [...request.lines.map((line) => productLine(shop, ids, line)), ...items, ...tips];
}

/** Tax of a net amount: inside it when the shop's prices include tax, else on top. */
export function taxLinesOf(setup: ShopSetup, netAmountMinor: number, taxable: boolean): TaxLine[] {
  if (!taxable || setup.taxRateBp === 0 || netAmountMinor === 0) return [];
  const base = setup.taxesIncluded ? 10_000 + setup.taxRateBp : 10_000;
  const amountMinor = Math.round((netAmountMinor * setup.taxRateBp) / base);
  return [{ title: setup.taxTitle, rateBp: setup.taxRateBp, amountMinor }];
}

function shippingOf(setup: ShopSetup, ids: Ids, request: OrderRequest): ShippingLine | null {
  if (request.shippingMinor === undefined) return null;
  const priceMinor = request.shippingMinor;
  const allocations = shippingAllocations(priceMinor, request.discounts ?? []);
  const taxLines = taxLinesOf(setup, priceMinor - allocated(allocations), true);
  return { id: ids.next(), title: 'Standard', priceMinor, allocations, taxLines, refundedMinor: 0 };
}

function firstTransaction(
  ids: Ids,
  request: OrderRequest,
  amountMinor: number,
  createdAt: string,
): Transaction[] {
  if (amountMinor === 0) return [];
  const pending = request.payment === 'pending';
  return [
    {
      id: ids.next(),
      kind: request.payment === 'authorized' ? 'authorization' : 'sale',
      status: pending ? 'pending' : 'success',
      gateway: pending ? 'bank_transfer' : 'card',
      amountMinor,
      refundId: null,
      createdAt,
    },
  ];
}

function frame(
  shop: LocalShop,
  request: OrderRequest,
  ids: Ids,
  at: Date,
): Omit<Order, 'lines' | 'shippingLine'> {
  const createdAt = wholeSecond(at);
  const number = FIRST_NUMBER + shop.ordersEver();
  return {
    id: ids.next(),
    number,
    name: `#${number}`,
    token: randomBytes(16).toString('hex'),
    createdAt,
    processedAt: request.processedAt ? wholeSecond(request.processedAt) : createdAt,
    updatedAt: createdAt,
    cancelledAt: null,
    financialStatus: 'pending',
    customerId: request.customerId,
    email: request.email ?? null,
    locale: request.locale,
    test: request.test ?? false,
    sourceName: request.sourceName ?? 'web',
    tags: request.tags ?? [],
    note: request.note ?? null,
    taxesIncluded: shop.setup.taxesIncluded,
    currency: shop.currency,
    presentmentCurrency: request.presentment?.currency ?? shop.currency,
    presentmentRateBp: request.presentment?.rateBp ?? 10_000,
    discounts: (request.discounts ?? []).map(applicationOf),
    refunds: [],
    transactions: [],
    dueMinor: 0,
    ...(request.feeMinor ? { feeMinor: request.feeMinor } : {}),
  };
}

/** Units that no take reaches go into a line of their own, right after those that one does. */
function splitLines(lines: OrderLine[], bought: OrderLine[], request: OrderRequest, ids: Ids): OrderLine[] {
  const takes = (request.discounts ?? []).flatMap((discount) => discount.takes ?? []);
  return lines.flatMap((line) => {
    const { units = line.quantity } = takes.find((take) => bought[take.line] === line) ?? {};
    const rest = line.quantity - units;
    if (rest === 0) return [line];
    const others = { ...line, id: ids.next(), allocations: [], quantity: rest, currentQuantity: rest };
    Object.assign(line, { quantity: units, currentQuantity: units });
    return [line, others];
  });
}

/** Throws Refused when the customer or a variant doesn't exist, or a quantity isn't a whole number above 0. */
export function newOrder(shop: LocalShop, request: OrderRequest, ids: Ids, at: Date): Order {
  if (request.customerId !== null && !shop.customers.has(request.customerId)) {
    throw new Refused(`${shop.domain} has no customer ${request.customerId}`);
  }
  const head = frame(shop, request, ids, at);
  const placed = newLines(shop, ids, request);
  const bought = placed.slice(0, request.lines.length);
  const lines = request.splitLines ? splitLines(placed, bought, request, ids) : placed;
  (request.discounts ?? []).forEach((discount, index) => {
    if (discount.target !== 'shipping') allocateToLines({ all: lines, bought, rated: head }, discount, index);
  });
  for (const line of lines) line.taxLines = taxLinesOf(shop.setup, netMinor(line), line.taxable);
  const order: Order = { ...head, lines, shippingLine: shippingOf(shop.setup, ids, request) };
  order.dueMinor = orderedTotals(order).totalMinor;
  order.transactions = firstTransaction(ids, request, order.dueMinor, order.createdAt);
  order.financialStatus = statusOf(order);
  return order;
}
