// The app's automatic discounts as Shopify shows them now.
import { createHash } from 'node:crypto';
import type { ShownDiscount } from '#app/core/discounts/card-discounts.ts';
import type { Hashed } from '#app/core/discounts/decide-discounts.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { automaticDiscounts } from '#app/shopify/discounts/automatic-discounts.ts';
import { shownDiscounts, type AppDiscount } from '#app/shopify/discounts/shown-discounts.ts';

/** Shopify's type of an automatic discount's id. */
export const DISCOUNT_NODE = 'DiscountAutomaticNode';

/** Shopify reads no more ids at once. */
const MOST_IDS = 250;

export function withHash<T>(value: T): Hashed<T> {
  return { ...value, hash: createHash('sha1').update(JSON.stringify(value)).digest('hex') };
}

/**
 * All that are ours. Those whose ids are known are read by id: Shopify's search, which finds the others, runs behind by
 * seconds. Throws a Failure when Shopify can't be asked.
 */
export async function askShownDiscounts(
  shopDomain: string,
  knownIds: readonly string[],
): Promise<Hashed<ShownDiscount>[]> {
  const found = await findOurDiscounts(shopDomain);
  return askDiscountsById(shopDomain, [...new Set([...knownIds, ...found])]);
}

async function findOurDiscounts(shopDomain: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: typeof automaticDiscounts.result._output = await callAdmin(shopDomain, automaticDiscounts, {
      after,
    });
    const { apiKey } = page.currentAppInstallation.app;
    const ours = page.discountNodes.nodes.filter(
      ({ discount }) => discount.appDiscountType?.appKey === apiKey,
    );
    ids.push(...ours.flatMap(({ id }) => digitsOfGid(id) ?? []));
    const { hasNextPage, endCursor } = page.discountNodes.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return ids;
}

/** Those that are gone are missing from the answer. */
export async function askDiscountsById(
  shopDomain: string,
  ids: readonly string[],
): Promise<Hashed<ShownDiscount>[]> {
  if (ids.length === 0) return [];
  const gids = ids.slice(0, MOST_IDS).map((id) => gid(DISCOUNT_NODE, id));
  const { nodes } = await callAdmin(shopDomain, shownDiscounts, { ids: gids });
  return nodes.flatMap((node) => {
    const id = node ? digitsOfGid(node.id) : null;
    if (!node || !id) return [];
    const [config, variables] = [node.config?.value ?? null, node.variables?.value ?? null];
    return [withHash(shownDiscount(id, node.automaticDiscount, { config, variables }))];
  });
}

const instant = (text: string): string => new Date(text).toISOString();

function shownDiscount(
  id: string,
  { title, startsAt, endsAt, combinesWith, discountClasses, ...rest }: AppDiscount,
  metafields: Pick<ShownDiscount, 'config' | 'variables'>,
): ShownDiscount {
  const { productDiscounts: product, orderDiscounts: order, shippingDiscounts: shipping } = combinesWith;
  return {
    id,
    title,
    status: rest.status,
    startsAt: instant(startsAt),
    endsAt: endsAt && instant(endsAt),
    combinesWith: { product, order, shipping },
    classes: discountClasses,
    onSubscriptions: rest.appliesOnSubscription,
    onOneTimePurchases: rest.appliesOnOneTimePurchase,
    ...metafields,
  };
}
