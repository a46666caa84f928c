// The automatic discounts of cards at Shopify, which the app's function decides.
import { now } from '#app/clock.server.ts';
import {
  CARD_DISCOUNTS,
  startOf,
  type ShownDiscount,
  type WantedDiscount,
} from '#app/core/discounts/card-discounts.ts';
import { CONFIG_METAFIELD, VARIABLES_METAFIELD } from '#app/core/stamps/discount-config.ts';
import { AdminRefused } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import {
  createDiscount,
  deleteDiscount,
  endDiscount,
  updateDiscount,
  type DiscountInput,
} from '#app/shopify/discounts/write-discount.ts';
import { askDiscountsById, DISCOUNT_NODE } from './ask-shown-discounts.ts';
import type { DiscountWriter } from './write-discounts.ts';

/** As in extensions/loyalty-discount/shopify.extension.toml. */
const FUNCTION_HANDLE = 'loyalty-discount';

function inputOf(wanted: WantedDiscount, shown: ShownDiscount | null): DiscountInput {
  const { product, order, shipping } = wanted.combinesWith;
  return {
    title: wanted.title,
    startsAt: startOf(wanted, shown, now()),
    endsAt: wanted.endsAt,
    discountClasses: ['PRODUCT'],
    combinesWith: { productDiscounts: product, orderDiscounts: order, shippingDiscounts: shipping },
    appliesOnSubscription: false,
    appliesOnOneTimePurchase: true,
    metafields: [
      { ...CONFIG_METAFIELD, type: 'json', value: wanted.config },
      { ...VARIABLES_METAFIELD, type: 'json', value: wanted.variables },
    ],
  };
}

export const CARD_WRITER: DiscountWriter<WantedDiscount, ShownDiscount> = {
  ...CARD_DISCOUNTS,
  byId: askDiscountsById,
  create: async ({ domain }, wanted) => {
    const discount = { ...inputOf(wanted, null), functionHandle: FUNCTION_HANDLE };
    const { discountAutomaticAppCreate: made } = await callAdmin(domain, createDiscount, { discount });
    const [refusal] = made.userErrors;
    if (refusal) return { refusal };
    const discountId = digitsOfGid(made.automaticAppDiscount?.discountId ?? '');
    if (!discountId) throw new AdminRefused(domain, 'discountAutomaticAppCreate named no discount');
    return { discountId };
  },
  update: async ({ domain }, wanted, shown) => {
    const id = gid(DISCOUNT_NODE, shown.id);
    const answer = await callAdmin(domain, updateDiscount, { id, discount: inputOf(wanted, shown) });
    return answer.discountAutomaticAppUpdate.userErrors[0] ?? null;
  },
  end: async ({ domain }, discountId) => {
    const answer = await callAdmin(domain, endDiscount, { id: gid(DISCOUNT_NODE, discountId) });
    return answer.discountAutomaticDeactivate.userErrors[0] ?? null;
  },
  remove: async ({ domain }, discountId) => {
    const answer = await callAdmin(domain, deleteDiscount, { id: gid(DISCOUNT_NODE, discountId) });
    return answer.discountAutomaticDelete.userErrors[0] ?? null;
  },
};
