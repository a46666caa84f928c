// The address by which Shopify's admin opens an embedded app: signed, with a session token.
import { createHmac } from 'node:crypto';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { signingSecret } from '#tests/local-shopify/shop/rotation.ts';

/**
 * @param locale of the merchant, e.g. `en` or `fr`
 * @param place in the app, path and query, e.g. `/app/members?q=1001`
 */
export async function embeddedAppUrl(
  shopify: LocalShopify,
  domain: string,
  locale: string,
  place = '/',
): Promise<string> {
  const url = new URL(place, shopify.urls.tunnel);
  const opening = {
    embedded: '1',
    host: Buffer.from(`admin.shopify.com/store/${domain.split('.')[0] ?? ''}`).toString('base64'),
    id_token: await shopify.sessionToken(domain),
    locale,
    session: domain,
    shop: domain,
    timestamp: String(Math.floor(shopify.clock().getTime() / 1000)),
  };
  for (const [name, value] of Object.entries(opening)) url.searchParams.set(name, value);
  url.searchParams.set('hmac', signedQuery(url.searchParams, signingSecret(shopify.app, 'sessionTokens')));
  return url.href;
}

/** Hex HMAC over the sorted query. */
function signedQuery(query: URLSearchParams, secret: string): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return createHmac('sha256', secret).update(sorted.toString()).digest('hex');
}
