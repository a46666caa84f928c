// The lines of an order's webhook payload. A long order has a hundred, and a schema's check of them costs more than all else
// of the order: they are looked at here, by hand. What fails here goes through the schema all the same, which knows why.
import { z } from 'zod';
import { isToldAmount } from '../payloads/told-values.ts';
import { moneySet, type MoneySet } from './payload-money.ts';

/** Ids of lines are looked at where they are read (`line-ids.ts`). */
const plainId = z.union([z.string(), z.number()]).nullish();

export const allocation = z.object({
  amount_set: moneySet,
  discount_application_index: z.int().nonnegative(),
});

export const lineItem = z.object({
  admin_graphql_api_id: z.string(),
  product_id: plainId,
  variant_id: plainId,
  quantity: z.int().nonnegative(),
  current_quantity: z.int().nonnegative(),
  price_set: moneySet,
  discount_allocations: z.array(allocation),
  tax_lines: z.array(z.object({ price_set: moneySet })),
  gift_card: z.boolean(),
  requires_shipping: z.boolean().nullish(),
  sales_line_item_group_id: plainId,
  tip_payment_gateway: z.unknown().optional(),
  tip_payment_method: z.unknown().optional(),
});

export type ToldLine = z.infer<typeof lineItem>;

/** A value of JSON whose parts are not known yet. */
type Told<T> = { [K in keyof T]?: unknown };

function isTold<T>(value: unknown): value is Told<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isPlainId = (value: unknown): boolean =>
  value === undefined || value === null || typeof value === 'string' || Number.isFinite(value);

const isMoney = (value: unknown): boolean =>
  isTold<MoneySet['shop_money']>(value) && typeof value.amount === 'string' && isToldAmount(value.amount);

const isMoneySet = (value: unknown): boolean =>
  isTold<MoneySet>(value) && isMoney(value.shop_money) && isMoney(value.presentment_money);

const isAllocation = (value: unknown): boolean =>
  isTold<z.infer<typeof allocation>>(value) &&
  isMoneySet(value.amount_set) &&
  isCount(value.discount_application_index);

const isTaxLine = (value: unknown): boolean =>
  isTold<ToldLine['tax_lines'][number]>(value) && isMoneySet(value.price_set);

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);

function isLine(value: unknown): boolean {
  return (
    isTold<ToldLine>(value) &&
    typeof value.admin_graphql_api_id === 'string' &&
    isPlainId(value.product_id) &&
    isPlainId(value.variant_id) &&
    isCount(value.quantity) &&
    isCount(value.current_quantity) &&
    isMoneySet(value.price_set) &&
    isListOf(value.discount_allocations, isAllocation) &&
    isListOf(value.tax_lines, isTaxLine) &&
    typeof value.gift_card === 'boolean' &&
    (value.requires_shipping === undefined ||
      value.requires_shipping === null ||
      typeof value.requires_shipping === 'boolean') &&
    isPlainId(value.sales_line_item_group_id)
  );
}

/** Lines that `lineItem` takes as they are; it may take others as well. */
export const plainLines = z.custom<ToldLine[]>((value) => isListOf(value, isLine));
