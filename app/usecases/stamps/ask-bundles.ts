// Products sold as bundles: the cart shows one line, the order its components, which no card counts. A function can't
// see the difference, so its config names them.
import { log } from '#app/log.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid } from '#app/shopify/admin-api/ids.ts';
import { bundleProducts } from '#app/shopify/stamps/bundle-products.ts';

/** A config holds fewer than one page. */
const MOST_PAGES = 4;

/** Shopify's numeric ids, oldest first. Throws a Failure when Shopify can't be asked. */
export async function askBundles(shopDomain: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { products }: typeof bundleProducts.result._output = await callPatiently(
      shopDomain,
      bundleProducts,
      {
        after,
      },
    );
    const bundles = products.nodes.filter((product) => product.hasVariantsThatRequiresComponents);
    ids.push(...bundles.flatMap(({ id }) => digitsOfGid(id) ?? []));
    if (!products.pageInfo.hasNextPage) return ids;
    after = products.pageInfo.endCursor;
  }
  log.warn({ shopDomain, bundles: ids.length }, 'more bundles than were looked through');
  return ids;
}
