// What Shopify says no to when an app makes or changes a discount with codes. Stricter than Shopify where the app has no
// reason to ask for it: a mistake of ours shall be loud.
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { customersOf } from './code-discount-input.ts';
import type { CodeDiscountInput, CodeKind } from './code-discount-input.ts';
import type { AdminContext } from './context.ts';
import { functionRefusal } from './discount-refusals.ts';
import type { UserError } from './discount-refusals.ts';
import { idOf } from './global-ids.ts';

const MOST_TEXT = 255;
const MOST_TAGS = 5;
const ARGUMENTS = {
  basic: 'basicCodeDiscount',
  freeShipping: 'freeShippingCodeDiscount',
  app: 'codeAppDiscount',
} as const;

type Refusal = [field: string, message: string, code: string];

/** @param present null while it is being made */
export function codeDiscountRefusal(
  context: AdminContext,
  kind: CodeKind,
  input: CodeDiscountInput,
  present: CodeDiscount | null,
): UserError | null {
  refuseWhatNobodyAsksFor(input);
  const refused =
    textRefusal(input, present) ??
    codeRefusal(context, input, present) ??
    limitRefusal(input, present) ??
    customersRefusal(context, input, present) ??
    (kind === 'basic' ? getsRefusal(context, input, present) : null) ??
    (kind === 'app' ? appRefusal(context, input, present) : null);
  if (!refused) return null;
  const [field, message, code] = refused;
  return { field: [ARGUMENTS[kind], ...field.split('.')], message, code };
}

/** Deprecated, or without an effect that the stand-in knows. */
function refuseWhatNobodyAsksFor({
  customerSelection,
  appliesOncePerCustomer,
  customerGets,
  destination,
}: CodeDiscountInput) {
  if (customerSelection !== undefined) throw new Error('customerSelection is deprecated');
  if (appliesOncePerCustomer) throw new Error('the stand-in knows no appliesOncePerCustomer');
  if (customerGets?.value?.discountOnQuantity) throw new Error('the stand-in knows no discountOnQuantity');
  if (destination?.countries) throw new Error('the stand-in ships to all countries');
}

/** An update that names a function is no call that the app makes. */
function appRefusal(
  context: AdminContext,
  input: CodeDiscountInput,
  present: CodeDiscount | null,
): Refusal | null {
  if (input.functionId) throw new Error('functionId is deprecated');
  if (present && input.functionHandle) throw new Error('the function of a discount stays');
  const { discountClasses: classes } = input;
  if (!present && (classes ?? []).length === 0)
    return ['discountClasses', "Discount classes can't be blank", 'BLANK'];
  const combines = input.combinesWith?.shippingDiscounts && classes?.includes('SHIPPING');
  if (combines)
    return ['combinesWith', 'No two shipping discounts', 'INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS'];
  return present ? null : functionRefusal(context, input);
}

function textRefusal(
  { title, tags, startsAt, endsAt }: CodeDiscountInput,
  present: CodeDiscount | null,
): Refusal | null {
  const named = (title ?? present?.title ?? '').trim();
  if (named === '') return ['title', "Title can't be blank", 'BLANK'];
  if (named.length > MOST_TEXT) return ['title', 'Title is too long', 'TOO_LONG'];
  if ((tags ?? []).length > MOST_TAGS) return ['tags', 'Too many tags', 'TOO_MANY_TAGS'];
  if ((tags ?? []).some((tag) => tag.length > MOST_TEXT))
    return ['tags', 'Tag is too long', 'INVALID_TAG_LENGTH'];
  const begins = startsAt ?? present?.startsAt;
  if (!begins) return ['startsAt', "Starts at can't be blank", 'BLANK'];
  const ends = endsAt === undefined ? present?.endsAt : endsAt;
  return ends && new Date(ends) <= new Date(begins)
    ? ['endsAt', 'Ends at needs to be after starts_at', 'END_DATE_BEFORE_START_DATE']
    : null;
}

function codeRefusal(
  context: AdminContext,
  { code }: CodeDiscountInput,
  present: CodeDiscount | null,
): Refusal | null {
  if (present && code !== undefined) return ['code', 'Code of a pool can not be changed', 'INVALID'];
  if (present) return null;
  if (!code?.trim()) return ['code', "Code can't be blank", 'BLANK'];
  if (code.length > MOST_TEXT) return ['code', 'Code is too long', 'TOO_LONG'];
  return context.shop.codeDiscounts.find(code)
    ? ['code', 'Code must be unique. Please try a different code.', 'TAKEN']
    : null;
}

/** Somebody must be left whom it is for. Stricter than Shopify: who isn't in the shop is refused, and who is in it already. */
function customersRefusal(
  { shop }: AdminContext,
  { context }: CodeDiscountInput,
  present: CodeDiscount | null,
): Refusal | null {
  if (context?.customerSegments || context?.markets) throw new Error('the stand-in knows customers alone');
  if (!context?.customers) return null;
  const ids = (gids: string[] | null | undefined) => (gids ?? []).map((one) => idOf('Customer', one));
  const { add, remove } = context.customers;
  const before = present?.customerIds ?? [];
  const refuse = (message: string): Refusal => ['context.customers.add', message, 'INVALID'];
  if (ids(add).some((id) => !shop.customers.has(id))) return refuse('Customers do not exist');
  if (ids(add).some((id) => before.includes(id))) return refuse('Customer was added already');
  if (ids(remove).some((id) => !before.includes(id))) return refuse('Customer was not chosen');
  return customersOf(context, before)?.length === 0 ? refuse("Customers can't be blank") : null;
}

function limitRefusal(input: CodeDiscountInput, present: CodeDiscount | null): Refusal | null {
  const { usageLimit, minimumRequirement: minimum, context, maximumShippingPrice: most } = input;
  if (typeof usageLimit === 'number' && usageLimit < 1)
    return ['usageLimit', 'Usage limit must be greater than 0', 'GREATER_THAN'];
  if (!context && !present) return ['context', "Context can't be blank", 'BLANK'];
  if (minimum?.quantity?.greaterThanOrEqualToQuantity && minimum.subtotal?.greaterThanOrEqualToSubtotal) {
    const message = 'Minimum subtotal and quantity are both present';
    return ['minimumRequirement.subtotal', message, 'MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT'];
  }
  return isNotAbove0(minimum?.subtotal?.greaterThanOrEqualToSubtotal)
    ? ['minimumRequirement.subtotal', 'Minimum subtotal must be greater than 0', 'GREATER_THAN']
    : isNotAbove0(most)
      ? ['maximumShippingPrice', 'Maximum shipping price must be greater than 0', 'GREATER_THAN']
      : null;
}

const isNotAbove0 = (amount: string | null | undefined): boolean =>
  amount !== null && amount !== undefined && !(Number(amount) > 0);

function getsRefusal(
  context: AdminContext,
  { customerGets }: CodeDiscountInput,
  present: CodeDiscount | null,
): Refusal | null {
  const { items, value } = customerGets ?? {};
  if (present && !items && !value) return null;
  if (!present && !value) return ['customerGets.value', "Value can't be blank", 'BLANK'];
  if (!present && !items) return ['customerGets.items', "Items can't be blank", 'BLANK'];
  return valueRefusal(value) ?? itemsRefusal(context, items);
}

type Gets = NonNullable<CodeDiscountInput['customerGets']>;

function valueRefusal(value: Gets['value']): Refusal | null {
  if (!value) return null;
  const { percentage, discountAmount } = value;
  if (percentage && discountAmount) return ['customerGets.value', 'One value alone', 'TOO_MANY_ARGUMENTS'];
  if (typeof percentage === 'number' && !(percentage > 0 && percentage <= 1))
    return ['customerGets.value.percentage', 'Value must be between 0.0 and 1.0', 'VALUE_OUTSIDE_RANGE'];
  if (discountAmount?.appliesOnEachItem) throw new Error('the stand-in takes an amount once');
  return isNotAbove0(discountAmount?.amount)
    ? ['customerGets.value.discountAmount.amount', 'Amount must be greater than 0', 'GREATER_THAN']
    : null;
}

function itemsRefusal({ shop }: AdminContext, items: Gets['items']): Refusal | null {
  if (!items) return null;
  const { all, products, collections } = items;
  if ([all, products, collections].filter(Boolean).length !== 1)
    return ['customerGets.items', 'Items must be one of all, products, collections', 'CONFLICT'];
  const unknown =
    (products?.productsToAdd ?? []).some((id) => !shop.product(idOf('Product', id))) ||
    (collections?.add ?? []).some((id) => !shop.collections.some((one) => one.id === idOf('Collection', id)));
  if (unknown) return ['customerGets.items', 'Items do not exist', 'INVALID'];
  const none = !all && [products?.productsToAdd, collections?.add].every((ids) => (ids ?? []).length === 0);
  const removes = [products?.productsToRemove, collections?.remove].some((ids) => (ids ?? []).length > 0);
  return none && !removes
    ? ['customerGets.items', 'Discount applies on nothing', 'APPLIES_ON_NOTHING']
    : null;
}
