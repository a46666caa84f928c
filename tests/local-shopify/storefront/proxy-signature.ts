// How Shopify signs what its app proxy passes on, by its documents: https://shopify.dev/docs/apps/build/online-store/app-proxies
import { createHmac } from 'node:crypto';

/** Of these values, each told once: sorted `name=value` pairs with nothing between them, HMAC-SHA256 in hex. */
export function proxySignature(values: Readonly<Record<string, string>>, secret: string): string {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return createHmac('sha256', secret).update(pairs.sort().join('')).digest('hex');
}
