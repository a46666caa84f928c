// Automatic discounts as the Admin API shows them: an app's, and the merchant's own percentages.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AdminContext } from './context.ts';
import { gid } from './global-ids.ts';
import { metafieldFields } from './metafield-view.ts';
import { appView } from './shop-view.ts';

/** What both types have. */
function common(discount: AutomaticDiscount, at: Date) {
  const { title, startsAt, endsAt, discountClasses, combinesWith, createdAt, updatedAt } = discount;
  return {
    title,
    startsAt,
    endsAt,
    discountClasses,
    createdAt,
    updatedAt,
    status: statusAt(discount, at),
    discountClass: discountClasses[0],
    combinesWith: { ...combinesWith, productDiscountsWithTagsOnSameCartLine: [] },
    context: { __typename: 'DiscountBuyerSelectionAll', all: 'ALL' },
    asyncUsageCount: 0,
    recurringCycleLimit: 1,
    tags: [],
  };
}

export function appDiscountType(
  context: AdminContext,
  { functionHandle, discountClasses }: { functionHandle: string; discountClasses: string[] },
): object {
  const { app } = context.shopify;
  const found = app.functions.find(({ handle }) => handle === functionHandle);
  return {
    app: () => appView(context),
    appKey: app.apiKey,
    functionId: found?.id ?? '',
    title: app.name,
    description: null,
    discountClass: discountClasses[0],
    discountClasses,
    targetType: 'LINE_ITEM',
  };
}

export function automaticDiscountView(context: AdminContext, discount: AutomaticDiscount): object {
  if (discount.kind === 'basic') {
    return { __typename: 'DiscountAutomaticBasic', ...common(discount, context.at), summary: '' };
  }
  return {
    __typename: 'DiscountAutomaticApp',
    ...common(discount, context.at),
    discountId: gid('DiscountAutomaticNode', discount.id),
    appliesOnSubscription: discount.appliesOnSubscription,
    appliesOnOneTimePurchase: discount.appliesOnOneTimePurchase,
    errorHistory: null,
    appDiscountType: appDiscountType(context, discount),
  };
}

function nodeView(context: AdminContext, typename: string, discount: AutomaticDiscount) {
  const { metafields, id } = discount;
  const own = metafieldFields(context, metafields, 'DISCOUNT');
  return { __typename: typename, ...own, id: gid('DiscountAutomaticNode', id) };
}

/** As `node`, `nodes` and the mutations answer. */
export function automaticDiscountNode(context: AdminContext, discount: AutomaticDiscount): object {
  const view = () => automaticDiscountView(context, discount);
  return { ...nodeView(context, 'DiscountAutomaticNode', discount), automaticDiscount: view };
}

/** The same discount in a list of all kinds. */
export function discountNode(context: AdminContext, discount: AutomaticDiscount): object {
  const view = () => automaticDiscountView(context, discount);
  return { ...nodeView(context, 'DiscountNode', discount), discount: view };
}
