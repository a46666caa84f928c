// Discounts of single vouchers at Shopify: made, changed, deleted. That one is asked for is stored before, so that one whose answer
// was lost is looked for, and not made twice.
import { now } from '#app/clock.server.ts';
import type { Owned } from '#app/core/discounts/decide-discounts.ts';
import {
  OWN_DISCOUNTS,
  tagsOfOwn,
  type ShownOwnDiscount,
  type WantedOwnDiscount,
} from '#app/core/discounts/own-discount.ts';
import { amountText } from '#app/core/values/amount-text.ts';
import { forgetAsked, noteAsked } from '#app/db/rewards/own-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { AdminUnavailable, Failure, type FailureCode } from '#app/errors.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import {
  createBasic,
  deleteCodeDiscount,
  endCodeDiscount,
  updateBasic,
  type BasicInput,
} from '#app/shopify/rewards/write-reward-discount.ts';
import type { DiscountShop, DiscountWriter } from '../../discounts/write-discounts.ts';
import { CODE_DISCOUNT_NODE } from '../ask-reward-discounts.ts';
import { askOwnDiscounts } from './ask-own-discounts.ts';

type Wanted = Owned<WantedOwnDiscount>;
type Written = Awaited<ReturnType<DiscountWriter<WantedOwnDiscount, ShownOwnDiscount>['create']>>;

const UNWANTED = { field: null, message: 'nobody holds the voucher any more', code: 'NOT_HELD' };

export function ownWriter(currency: string): DiscountWriter<WantedOwnDiscount, ShownOwnDiscount> {
  const node = (id: string) => ({ id: gid(CODE_DISCOUNT_NODE, id) });
  return {
    ...OWN_DISCOUNTS,
    byId: (domain, ids) => askOwnDiscounts({ domain, currency }, ids),
    create,
    update: async ({ domain }, wanted, shown) => {
      const variables = { ...node(shown.id), discount: inputOf(wanted, shown) };
      const answer = await callPatiently(domain, updateBasic, variables);
      return answer.discountCodeBasicUpdate.userErrors[0] ?? null;
    },
    end: async ({ domain }, id) => {
      const answer = await callPatiently(domain, endCodeDiscount, node(id));
      return answer.discountCodeDeactivate.userErrors[0] ?? null;
    },
    remove: async ({ domain }, id) => {
      const answer = await callPatiently(domain, deleteCodeDiscount, node(id));
      return answer.discountCodeDelete.userErrors[0] ?? null;
    },
  };
}

/** Whoever gives the voucher back meanwhile sees that its code may be on its way. */
async function create(shop: DiscountShop, wanted: Wanted): Promise<Written> {
  if (!(await noteAsked(pool(), shop.id, wanted.owner))) return { refusal: UNWANTED };
  try {
    return await ask(shop, wanted);
  } catch (error) {
    if (isSurelyNotDone(error)) await forgetAsked(pool(), shop.id, wanted.owner);
    throw error;
  }
}

async function ask(shop: DiscountShop, wanted: Wanted): Promise<Written> {
  const discount = { ...inputOf(wanted, null), code: wanted.code };
  const { discountCodeBasicCreate: made } = await callPatiently(shop.domain, createBasic, { discount });
  const [refusal] = made.userErrors;
  // A code that is there already is looked for: it may be the one whose answer was lost.
  if (refusal && refusal.code !== 'TAKEN') await forgetAsked(pool(), shop.id, wanted.owner);
  if (refusal) return { refusal };
  const discountId = digitsOfGid(made.codeDiscountNode?.id ?? '');
  if (!discountId) throw new AdminUnavailable(shop.domain, 'a discount with a code was made without an id');
  return { discountId };
}

/** Shopify never got to hear of it. */
const NOT_HEARD: readonly FailureCode[] = [
  'admin-throttled',
  'needs-reopen',
  'shop-not-installed',
  'wrong-session-key',
];

const isSurelyNotDone = (error: unknown): boolean =>
  error instanceof Failure && NOT_HEARD.includes(error.code);

function inputOf(wanted: Wanted, shown: ShownOwnDiscount | null): BasicInput {
  const { title, owner, currency, minor, leastMinor, combinesWith, customerId } = wanted;
  const at = now();
  const others = (shown?.customerIds ?? []).filter((id) => id !== customerId);
  const customers = {
    add: shown?.customerIds?.includes(customerId) ? [] : [gid('Customer', customerId)],
    remove: others.map((id) => gid('Customer', id)),
  };
  const amount = { amount: amountText(minor, currency), appliesOnEachItem: false };
  return {
    title,
    startsAt: shown && new Date(shown.startsAt) <= at ? shown.startsAt : at.toISOString(),
    endsAt: null,
    tags: tagsOfOwn(owner),
    usageLimit: 1,
    appliesOncePerCustomer: false,
    recurringCycleLimit: 1,
    context: { customers },
    combinesWith: {
      productDiscounts: combinesWith.product,
      orderDiscounts: combinesWith.order,
      shippingDiscounts: combinesWith.shipping,
    },
    minimumRequirement:
      leastMinor === null
        ? null
        : { subtotal: { greaterThanOrEqualToSubtotal: amountText(leastMinor, currency) } },
    customerGets: {
      appliesOnSubscription: false,
      appliesOnOneTimePurchase: true,
      value: { discountAmount: amount },
      items: { all: true },
    },
  };
}
