// The discounts of rewards as Shopify shows them now.
import type { Hashed } from '#app/core/discounts/decide-discounts.ts';
import { REWARD_TAG, type ShownRewardDiscount } from '#app/core/discounts/reward-discounts.ts';
import { minorUnits } from '#app/core/values/money.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import {
  shownRewardDiscounts,
  taggedDiscounts,
  type CodeDiscount,
  type CodeDiscountNode,
} from '#app/shopify/rewards/shown-reward-discounts.ts';
import { withHash } from '../discounts/ask-shown-discounts.ts';

/** Shopify's type of the id of a discount with codes. */
export const CODE_DISCOUNT_NODE = 'DiscountCodeNode';

/** Each may name 50 products: more at once would cost more than Shopify lets one question cost. */
const MOST_IDS = 10;

/** All that are ours: those whose ids we know, and those that bear our tag. Throws a Failure when Shopify can't be asked. */
export async function askRewardDiscounts(
  shop: { domain: string; currency: string },
  knownIds: readonly string[],
): Promise<Hashed<ShownRewardDiscount>[]> {
  return askRewardDiscountsById(shop, [...new Set([...knownIds, ...(await tagged(shop.domain))])]);
}

async function tagged(shopDomain: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: typeof taggedDiscounts.result._output = await callPatiently(shopDomain, taggedDiscounts, {
      query: `method:code AND tag:${REWARD_TAG}`,
      after,
    });
    ids.push(...page.discountNodes.nodes.flatMap(({ id }) => digitsOfGid(id) ?? []));
    const { hasNextPage, endCursor } = page.discountNodes.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return ids;
}

/** Those that are gone are missing from the answer. */
export async function askRewardDiscountsById(
  shop: { domain: string; currency: string },
  ids: readonly string[],
): Promise<Hashed<ShownRewardDiscount>[]> {
  const shown: Hashed<ShownRewardDiscount>[] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const gids = ids.slice(start, start + MOST_IDS).map((id) => gid(CODE_DISCOUNT_NODE, id));
    const { nodes } = await callPatiently(shop.domain, shownRewardDiscounts, { ids: gids });
    for (const node of nodes) {
      const id = node?.id === undefined ? null : digitsOfGid(node.id);
      if (id && node?.codeDiscount) shown.push(completed(withHash(toldOf(id, node, shop.currency))));
    }
  }
  return shown;
}

/** The hash is of what releases before ceilings kept: what nobody changed must look so to the next. */
function completed({ gives, ...told }: Hashed<ToldDiscount>): Hashed<ShownRewardDiscount> {
  return { ...told, gives: gives.kind === 'percent' ? { ...gives, mostMinor: null } : gives };
}

type Gives = ShownRewardDiscount['gives'];
type Percent = Extract<Gives, { kind: 'percent' }>;
type ToldGives = Exclude<Gives, Percent> | Omit<Percent, 'mostMinor'>;
type ToldDiscount = Omit<ShownRewardDiscount, 'gives'> & { gives: ToldGives };

/** What no reward gives is told as foreign: an amount that can't be read is never ours. */
function toldOf(id: string, node: CodeDiscountNode, currency: string): ToldDiscount {
  const discount = node.codeDiscount ?? { tags: [], usageLimit: null, appliesOncePerCustomer: false };
  const { combinesWith: beside, customerGets: gets, startsAt = '', endsAt = null } = discount;
  const on = gets ?? discount;
  return {
    id,
    status: discount.status ?? 'EXPIRED',
    title: discount.title ?? '',
    startsAt: startsAt && new Date(startsAt).toISOString(),
    endsAt: endsAt && new Date(endsAt).toISOString(),
    tags: discount.tags,
    gives: discount.appDiscountType ? byFunction(node) : givesOf(discount, currency),
    minimum: minimumOf(discount, currency),
    combinesWith: {
      product: beside?.productDiscounts ?? false,
      order: beside?.orderDiscounts ?? false,
      shipping: beside?.shippingDiscounts ?? false,
    },
    usageLimit: discount.usageLimit,
    oncePerCustomer: discount.appliesOncePerCustomer,
    forEverybody: discount.context?.all !== undefined,
    onSubscriptions: on.appliesOnSubscription ?? false,
    onOneTimePurchases: on.appliesOnOneTimePurchase ?? false,
  };
}

const FOREIGN = { kind: 'foreign' } as const;

function byFunction({ codeDiscount, config, variables }: CodeDiscountNode): ToldGives {
  const classes = codeDiscount?.discountClasses ?? [];
  return { kind: 'function', classes, config: config?.value ?? null, variables: variables?.value ?? null };
}

function givesOf({ customerGets: gets, ...discount }: CodeDiscount, currency: string): ToldGives {
  if (gets) return offLines(gets, currency);
  if (!discount.destinationSelection?.allCountries) return FOREIGN;
  const most = discount.maximumShippingPrice;
  const upToMinor = most ? minorUnits(most.amount, currency) : null;
  return most && upToMinor === null ? FOREIGN : { kind: 'free-shipping', upToMinor };
}

type Gets = NonNullable<CodeDiscount['customerGets']>;

function offLines({ value, items }: Gets, currency: string): ToldGives {
  const minor = value.amount ? minorUnits(value.amount.amount, currency) : null;
  if (minor !== null) {
    if (items.allItems) return { kind: 'amount', minor };
    return value.appliesOnEachItem ? FOREIGN : { kind: 'amount', minor, of: chosenOf(items) };
  }
  if (value.percentage === undefined) return FOREIGN;
  // Hundredths of a percent: 0.07 × 100 is no whole number.
  const percent = Math.round(value.percentage * 10_000) / 100;
  return { kind: 'percent', percent, of: items.allItems ? 'order' : chosenOf(items) };
}

function chosenOf({ products, collections }: Gets['items']) {
  const ids = (of: Gets['items']['products']) =>
    (of?.nodes ?? []).flatMap((node) => digitsOfGid(node.id) ?? []);
  return { productIds: ids(products), collectionIds: ids(collections) };
}

function minimumOf(
  { minimumRequirement: minimum }: CodeDiscount,
  currency: string,
): ShownRewardDiscount['minimum'] {
  if (!minimum) return null;
  const minor = minorUnits(minimum.greaterThanOrEqualToSubtotal?.amount ?? '', currency);
  return minor === null ? FOREIGN : { kind: 'subtotal', minor };
}
