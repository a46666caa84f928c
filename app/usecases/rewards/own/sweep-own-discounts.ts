// Once a day the discounts of single vouchers at Shopify are compared with ours: what bears our tag and is nobody's goes, a copy by hand
// ends. Those that we know are looked at one by one, each in its turn.
import { pool } from '#app/db/pool.server.ts';
import { ownDiscountsOf, sweepOwnFrom, type OwnCode } from '#app/db/rewards/swept-own-discounts.server.ts';
import { log } from '#app/log.server.ts';
import { OWN_TAG } from '#app/core/discounts/own-discount.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid } from '#app/shopify/admin-api/ids.ts';
import { taggedOwnDiscounts } from '#app/shopify/rewards/own-discounts.ts';
import { looksLikeOurs } from '../make-code.ts';
import { deleteOwn } from './delete-code-of-own.ts';
import { ownWriter } from './own-writer.ts';
import type { OwnShop } from './tend-own-discounts.ts';

type Tagged = { id: string; isActive: boolean; codes: string[] };

/** Nothing where the shop has none, or it was done today. Throws a Failure when Shopify can't be asked. */
export async function sweepOwnDiscounts(shop: OwnShop): Promise<void> {
  if (!(await sweepOwnFrom(pool(), shop.id))) return;
  for await (const page of pages(shop.domain)) {
    // After the listing: a discount is stored before Shopify is asked for it, so one that was listed is known by now.
    const codes = page.flatMap((one) => one.codes);
    const ours = await ownDiscountsOf(pool(), shop.id, codes);
    for (const one of page) await putAwayForeign(shop, one, ours);
  }
}

async function putAwayForeign(shop: OwnShop, tagged: Tagged, ours: readonly OwnCode[]): Promise<void> {
  const own = ours.find(({ code }) => tagged.codes.includes(code));
  const isOurs = own !== undefined && (own.discountId === null || own.discountId === tagged.id);
  if (isOurs) return;
  const about = { shopDomain: shop.domain, discount: tagged.id };
  if (tagged.codes.every(looksLikeOurs)) {
    log.info(about, 'a discount that is nobody’s was deleted');
    return deleteOwn(shop, tagged.id);
  }
  if (!tagged.isActive) return;
  log.warn(about, 'a discount that was copied by hand has ended');
  await ownWriter(shop.currency).end(shop, tagged.id);
}

async function* pages(domain: string): AsyncGenerator<Tagged[], void> {
  let after: string | null = null;
  do {
    const page: typeof taggedOwnDiscounts.result._output = await callPatiently(domain, taggedOwnDiscounts, {
      query: `method:code AND tag:${OWN_TAG}`,
      after,
    });
    yield page.discountNodes.nodes.flatMap(({ id, discount }) => {
      const digits = digitsOfGid(id);
      const codes = (discount.codes?.nodes ?? []).map(({ code }) => code.toUpperCase());
      return digits ? [{ id: digits, isActive: discount.status === 'ACTIVE', codes }] : [];
    });
    const { hasNextPage, endCursor } = page.discountNodes.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
}
