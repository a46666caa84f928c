// Discounts with codes as the Admin API shows them, and their codes.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import { discountClassesOf } from '#tests/local-shopify/shop/code-discount.ts';
import type {
  CodeDiscount,
  CodeGives,
  CodeItems,
  RedeemCode,
} from '#tests/local-shopify/shop/code-discount.ts';
import { decimal } from '#tests/local-shopify/shop/money.ts';
import { byId, connection } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import { customerView } from './customer-view.ts';
import { appDiscountType } from './discount-nodes.ts';
import { gid } from './global-ids.ts';
import { metafieldFields } from './metafield-view.ts';
import { collectionView, productView } from './product-view.ts';

const MOST_PRECISE = 10_000;

export function redeemCodeView({ shop }: AdminContext, code: RedeemCode): object {
  return {
    __typename: 'DiscountRedeemCode',
    id: gid('DiscountRedeemCode', code.id),
    code: code.code,
    asyncUsageCount: shop.codeDiscounts.shownUses(code),
    createdBy: null,
  };
}

function money({ shop }: AdminContext, minor: number) {
  return { __typename: 'MoneyV2', amount: decimal(minor, shop.currency), currencyCode: shop.currency };
}

function valueView(context: AdminContext, gives: CodeGives): object {
  if (gives.kind === 'percent')
    return { __typename: 'DiscountPercentage', percentage: gives.percentBp / 10_000 };
  const minor = gives.kind === 'amount' ? gives.amountMinor : 0;
  return { __typename: 'DiscountAmount', amount: money(context, minor), appliesOnEachItem: false };
}

function itemsView(context: AdminContext, items: CodeItems): object {
  if (items === null) return { __typename: 'AllDiscountItems', allItems: true };
  const { shop } = context;
  if (items.collectionIds.length > 0) {
    const chosen = shop.collections.filter(({ id }) => items.collectionIds.includes(id));
    const collections = (args: PageArgs) =>
      connection(
        byId(chosen, (one) => collectionView(context, one)),
        args,
      );
    return { __typename: 'DiscountCollections', collections };
  }
  const chosen = shop.products.filter(({ id }) => items.productIds.includes(id));
  return {
    __typename: 'DiscountProducts',
    products: (args: PageArgs) =>
      connection(
        byId(chosen, (one) => productView(context, one)),
        args,
      ),
    productVariants: (args: PageArgs) => connection([], args),
  };
}

function minimumView(context: AdminContext, { minimum }: CodeDiscount): object | null {
  if (minimum === null) return null;
  return minimum.kind === 'subtotal'
    ? { __typename: 'DiscountMinimumSubtotal', greaterThanOrEqualToSubtotal: money(context, minimum.minor) }
    : { __typename: 'DiscountMinimumQuantity', greaterThanOrEqualToQuantity: String(minimum.units) };
}

function contextView(context: AdminContext, { customerIds }: CodeDiscount): object {
  if (!customerIds) return { __typename: 'DiscountBuyerSelectionAll', all: 'ALL' };
  const customers = customerIds.flatMap((id) => context.shop.customers.get(id) ?? []);
  return {
    __typename: 'DiscountCustomers',
    customers: customers.map((customer) => customerView(context, customer)),
  };
}

function common(context: AdminContext, discount: CodeDiscount) {
  const { id, title, tags, startsAt, endsAt, usageLimit, combinesWith, createdAt, updatedAt } = discount;
  const pool = context.shop.codeDiscounts;
  const codes = () => pool.codesOf(id);
  return {
    title,
    tags,
    startsAt,
    endsAt,
    usageLimit,
    createdAt,
    updatedAt,
    status: statusAt(discount, context.at),
    discountClasses: discountClassesOf(discount),
    combinesWith: { ...combinesWith, productDiscountsWithTagsOnSameCartLine: [] },
    context: () => contextView(context, discount),
    minimumRequirement: minimumView(context, discount),
    appliesOncePerCustomer: false,
    recurringCycleLimit: discount.recurringCycleLimit,
    asyncUsageCount: () => codes().reduce((sum, code) => sum + pool.shownUses(code), 0),
    codesCount: () => ({ count: Math.min(codes().length, MOST_PRECISE), precision: 'EXACT' }),
    codes: (args: PageArgs & { query?: string | null }) => {
      if (args.query) throw new Error("the stand-in can't search for codes");
      return connection(
        byId(codes(), (one) => redeemCodeView(context, one)),
        args,
      );
    },
    shareableUrls: [],
    summary: '',
    shortSummary: '',
    hasTimelineComment: false,
    totalSales: null,
  };
}

export function codeDiscountView(context: AdminContext, discount: CodeDiscount): object {
  const { gives, appliesOnSubscription, appliesOnOneTimePurchase } = discount;
  const on = { appliesOnSubscription, appliesOnOneTimePurchase };
  if (gives.kind === 'shipping') {
    return {
      __typename: 'DiscountCodeFreeShipping',
      ...common(context, discount),
      ...on,
      maximumShippingPrice: gives.upToMinor === null ? null : money(context, gives.upToMinor),
      destinationSelection: { __typename: 'DiscountCountryAll', allCountries: true },
    };
  }
  if (gives.kind === 'app') {
    return {
      __typename: 'DiscountCodeApp',
      ...common(context, discount),
      ...on,
      discountId: gid('DiscountCodeNode', discount.id),
      errorHistory: null,
      appDiscountType: appDiscountType(context, gives),
    };
  }
  const [value, items] = [valueView(context, gives), itemsView(context, discount.items)];
  return {
    __typename: 'DiscountCodeBasic',
    ...common(context, discount),
    customerGets: { ...on, value, items },
  };
}

const nodeOf = (context: AdminContext, typename: string, { id, gives }: CodeDiscount) => ({
  __typename: typename,
  ...metafieldFields(context, gives.kind === 'app' ? gives.metafields : {}, 'DISCOUNT'),
  id: gid('DiscountCodeNode', id),
});

/** As `node`, `nodes` and the mutations answer. */
export function codeDiscountNode(context: AdminContext, discount: CodeDiscount): object {
  const view = () => codeDiscountView(context, discount);
  return { ...nodeOf(context, 'DiscountCodeNode', discount), codeDiscount: view };
}

/** The same discount in a list of all kinds. */
export function listedCodeDiscount(context: AdminContext, discount: CodeDiscount): object {
  return {
    ...nodeOf(context, 'DiscountNode', discount),
    discount: () => codeDiscountView(context, discount),
  };
}
