// What an app says of a discount with codes, as Shopify's inputs have it, and what the stand-in keeps of it.
import { exponentOf } from '#tests/local-shopify/shop/money.ts';
import type { CodeDiscount, CodeItems } from '#tests/local-shopify/shop/code-discount.ts';
import type { DiscountClass } from '#tests/local-shopify/shop/automatic-discount.ts';
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import type { AdminContext } from './context.ts';
import { combines, metafieldsOf } from './discount-mutations.ts';
import type { MetafieldInput } from './discount-mutations.ts';
import { idOf } from './global-ids.ts';

type CombinesWithInput = Partial<CodeDiscount['combinesWith']>;

type ItemsInput = {
  all?: boolean | null;
  products?: { productsToAdd?: string[] | null; productsToRemove?: string[] | null } | null;
  collections?: { add?: string[] | null; remove?: string[] | null } | null;
};

/** Of all kinds; what only one of them has is absent in the other's input type. */
export type CodeDiscountInput = {
  title?: string | null;
  code?: string | null;
  tags?: string[] | null;
  startsAt?: string | null;
  endsAt?: string | null;
  usageLimit?: number | null;
  appliesOncePerCustomer?: boolean | null;
  recurringCycleLimit?: number | null;
  context?: {
    all?: string | null;
    customers?: { add?: string[] | null; remove?: string[] | null } | null;
    customerSegments?: unknown;
    markets?: unknown;
  } | null;
  customerSelection?: unknown;
  combinesWith?: CombinesWithInput | null;
  minimumRequirement?: {
    quantity?: { greaterThanOrEqualToQuantity?: string | null } | null;
    subtotal?: { greaterThanOrEqualToSubtotal?: string | null } | null;
  } | null;
  customerGets?: {
    items?: ItemsInput | null;
    value?: {
      percentage?: number | null;
      discountAmount?: { amount?: string | null; appliesOnEachItem?: boolean | null } | null;
      discountOnQuantity?: unknown;
    } | null;
    appliesOnSubscription?: boolean | null;
    appliesOnOneTimePurchase?: boolean | null;
  } | null;
  destination?: { all?: boolean | null; countries?: unknown } | null;
  maximumShippingPrice?: string | null;
  appliesOnSubscription?: boolean | null;
  appliesOnOneTimePurchase?: boolean | null;
  functionHandle?: string | null;
  functionId?: string | null;
  discountClasses?: DiscountClass[] | null;
  metafields?: MetafieldInput[] | null;
};

export type CodeKind = 'basic' | 'freeShipping' | 'app';

const minorOf = (context: AdminContext, text: string): number =>
  Math.round(Number(text) * 10 ** exponentOf(context.shop.currency));

const utc = (instant: string): string => wholeSecond(new Date(instant));

/** What the input names; the rest stays as it is. An `endsAt` or a minimum of null takes that away. */
export function changesOfCodes(
  context: AdminContext,
  kind: CodeKind,
  input: CodeDiscountInput,
  present: CodeDiscount,
): Omit<CodeDiscount, 'id' | 'createdAt' | 'updatedAt'> {
  const on = kind === 'basic' ? (input.customerGets ?? {}) : input;
  return {
    title: (input.title ?? present.title).trim(),
    tags: input.tags ?? present.tags,
    gives: givesOf(context, kind, input, present.gives),
    items: itemsOf(input.customerGets?.items, present.items),
    minimum: minimumOf(context, input.minimumRequirement, present.minimum),
    customerIds: customersOf(input.context, present.customerIds ?? null),
    usageLimit: input.usageLimit === undefined ? present.usageLimit : input.usageLimit,
    combinesWith: input.combinesWith ? combines(input.combinesWith) : present.combinesWith,
    startsAt: input.startsAt ? utc(input.startsAt) : present.startsAt,
    endsAt: input.endsAt === undefined ? present.endsAt : input.endsAt === null ? null : utc(input.endsAt),
    appliesOnSubscription: on.appliesOnSubscription ?? present.appliesOnSubscription,
    appliesOnOneTimePurchase: on.appliesOnOneTimePurchase ?? present.appliesOnOneTimePurchase,
    recurringCycleLimit: input.recurringCycleLimit ?? present.recurringCycleLimit,
  };
}

function givesOf(
  context: AdminContext,
  kind: CodeKind,
  input: CodeDiscountInput,
  present: CodeDiscount['gives'],
): CodeDiscount['gives'] {
  if (kind === 'app') return appGivesOf(context, input, present);
  const { customerGets, maximumShippingPrice: most } = input;
  if (kind === 'freeShipping') {
    if (most === undefined && present.kind === 'shipping') return present;
    return { kind: 'shipping', upToMinor: most ? minorOf(context, most) : null };
  }
  const { percentage, discountAmount } = customerGets?.value ?? {};
  if (percentage) return { kind: 'percent', percentBp: Math.round(percentage * 10_000) };
  const amount = discountAmount?.amount;
  return amount ? { kind: 'amount', amountMinor: minorOf(context, amount) } : present;
}

/** A function's handle stays what it was: an update can't name one. */
function appGivesOf(
  context: AdminContext,
  { functionHandle, discountClasses, metafields }: CodeDiscountInput,
  present: CodeDiscount['gives'],
): CodeDiscount['gives'] {
  const before = present.kind === 'app' ? present : null;
  return {
    kind: 'app',
    functionHandle: before?.functionHandle ?? functionHandle ?? '',
    discountClasses: discountClasses ?? before?.discountClasses ?? [],
    metafields: metafieldsOf(context, metafields ?? [], before?.metafields ?? {}),
  };
}

/** Chosen customers take the place of everybody, and the other way round. */
export function customersOf(
  context: CodeDiscountInput['context'],
  present: string[] | null,
): string[] | null {
  if (!context) return present;
  const { customers } = context;
  if (!customers) return null;
  return without(
    [...(present ?? []), ...idsOf('Customer', customers.add)],
    idsOf('Customer', customers.remove),
  );
}

/** Chosen products take the place of chosen collections, and the other way round. */
function itemsOf(input: ItemsInput | null | undefined, present: CodeItems): CodeItems {
  if (!input) return present;
  if (input.all) return null;
  const { products, collections } = input;
  const productIds = without(
    [...(present?.productIds ?? []), ...idsOf('Product', products?.productsToAdd)],
    idsOf('Product', products?.productsToRemove),
  );
  const collectionIds = without(
    [...(present?.collectionIds ?? []), ...idsOf('Collection', collections?.add)],
    idsOf('Collection', collections?.remove),
  );
  return { productIds: collections ? [] : productIds, collectionIds: products ? [] : collectionIds };
}

const idsOf = (type: string, gids: string[] | null | undefined): string[] =>
  (gids ?? []).map((one) => idOf(type, one));

const without = (ids: string[], gone: string[]): string[] =>
  [...new Set(ids)].filter((id) => !gone.includes(id));

function minimumOf(
  context: AdminContext,
  input: CodeDiscountInput['minimumRequirement'],
  present: CodeDiscount['minimum'],
): CodeDiscount['minimum'] {
  if (input === undefined) return present;
  const subtotal = input?.subtotal?.greaterThanOrEqualToSubtotal;
  if (subtotal) return { kind: 'subtotal', minor: minorOf(context, subtotal) };
  const units = input?.quantity?.greaterThanOrEqualToQuantity;
  return units ? { kind: 'quantity', units: Number(units) } : null;
}
