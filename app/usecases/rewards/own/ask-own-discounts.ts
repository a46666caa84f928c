// Discounts of single vouchers as Shopify shows them now.
import type { Hashed } from '#app/core/discounts/decide-discounts.ts';
import type { ShownOwnDiscount } from '#app/core/discounts/own-discount.ts';
import { minorUnits } from '#app/core/values/money.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { shownOwnDiscounts, type OwnDiscountNode } from '#app/shopify/rewards/own-discounts.ts';
import { withHash } from '../../discounts/ask-shown-discounts.ts';
import { CODE_DISCOUNT_NODE } from '../ask-reward-discounts.ts';

/** Each shows few things, and yet a question's cost has its limit. */
export const MOST_AT_ONCE = 10;

/** `used`: Shopify, which runs behind, counts a use. */
export type SeenOwnDiscount = Hashed<ShownOwnDiscount> & { used: boolean };

/** Those that are gone are missing from the answer. Throws a Failure when Shopify can't be asked. */
export async function askOwnDiscounts(
  { domain, currency }: { domain: string; currency: string },
  ids: readonly string[],
): Promise<SeenOwnDiscount[]> {
  const shown: SeenOwnDiscount[] = [];
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
    const gids = ids.slice(start, start + MOST_AT_ONCE).map((id) => gid(CODE_DISCOUNT_NODE, id));
    const { nodes } = await callPatiently(domain, shownOwnDiscounts, { ids: gids });
    for (const node of nodes) {
      const id = node?.id === undefined ? null : digitsOfGid(node.id);
      if (id && node?.codeDiscount) shown.push(seenOf(id, node.codeDiscount, currency));
    }
  }
  return shown;
}

const instant = (text: string | null | undefined): string | null =>
  text ? new Date(text).toISOString() : null;

function seenOf(id: string, discount: OwnDiscountNode, currency: string): SeenOwnDiscount {
  const { title = '', status = 'EXPIRED', tags, customerGets: gets, combinesWith: beside } = discount;
  const shown = {
    id,
    title,
    status,
    tags,
    startsAt: instant(discount.startsAt) ?? '',
    endsAt: instant(discount.endsAt),
    minor: minorOf(gets, currency),
    least: leastOf(discount, currency),
    combinesWith: {
      product: beside?.productDiscounts ?? false,
      order: beside?.orderDiscounts ?? false,
      shipping: beside?.shippingDiscounts ?? false,
    },
    usageLimit: discount.usageLimit ?? null,
    onSubscriptions: gets?.appliesOnSubscription ?? false,
    onOneTimePurchases: gets?.appliesOnOneTimePurchase ?? false,
    codes: (discount.codes?.nodes ?? []).map(({ code }) => code.toUpperCase()),
    customerIds: discount.context?.customers?.flatMap((one) => digitsOfGid(one.id) ?? []) ?? null,
  };
  return { ...withHash(shown), used: discount.asyncUsageCount > 0 };
}

function minorOf(gets: OwnDiscountNode['customerGets'], currency: string): number | null {
  const amount = gets?.items.allItems ? gets.value.amount : undefined;
  return amount ? minorUnits(amount.amount, currency) : null;
}

function leastOf(
  { minimumRequirement: minimum }: OwnDiscountNode,
  currency: string,
): ShownOwnDiscount['least'] {
  if (!minimum) return 'none';
  return minorUnits(minimum.greaterThanOrEqualToSubtotal?.amount ?? '', currency) ?? 'foreign';
}
