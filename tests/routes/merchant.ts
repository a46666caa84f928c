// Requests of the embedded app as a merchant's browser makes them inside Shopify's admin.
import { mintSessionToken } from '#tests/local-shopify/oauth/session-token.ts';

export const KEYS = { apiKey: 'client-id-of-the-tests', apiSecret: 'secret-of-the-tests' };
const APP_URL = 'https://app.example.com';
export const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36';

/** The environment that the app's configuration asks for. */
export function setEnvironment(databaseUrl: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: KEYS.apiKey,
    SHOPIFY_API_SECRET: KEYS.apiSecret,
    SHOPIFY_APP_URL: APP_URL,
    SESSION_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
}

/** A session token (JWT) as Shopify's admin signs it, good for a minute. */
export function sessionToken(
  shop: string,
  changes: Record<string, unknown> = {},
  secret = KEYS.apiSecret,
): string {
  const keys = { ...KEYS, apiSecret: secret };
  return mintSessionToken(keys, shop, new Date(), { userId: '42', claims: changes });
}

export type Opening = { token?: string | null; locale?: string; path?: string };

/** The address under which Shopify's admin opens the app in its frame. */
export function openingPath(
  shop: string,
  { token = sessionToken(shop), locale = 'en', path = '/app' }: Opening = {},
): string {
  const host = Buffer.from(`admin.shopify.com/store/${shop.replace('.myshopify.com', '')}`).toString(
    'base64',
  );
  const query = new URLSearchParams({ shop, host, embedded: '1', locale });
  if (token !== null) query.set('id_token', token);
  return `${path}?${query}`;
}

export function openingRequest(shop: string, opening: Opening = {}): Request {
  return new Request(APP_URL + openingPath(shop, opening), { headers: { 'user-agent': BROWSER } });
}

/** A fetch that App Bridge has given its token. */
export function bearerRequest(shop: string, token = sessionToken(shop)): Request {
  return new Request(`${APP_URL}/app`, {
    headers: { authorization: `Bearer ${token}`, 'user-agent': BROWSER },
  });
}
