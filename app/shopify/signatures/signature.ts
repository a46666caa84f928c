// Shopify's signatures: HMAC-SHA256 with the app's secret, compared in constant time.
import { createHmac, timingSafeEqual } from 'node:crypto';

const DIGEST_BYTES = 32;

/** `expected` of X-Shopify-Hmac-Sha256: base64 over the raw body. Any of the secrets may have signed. */
export function verifyWebhookHmac(rawBody: Buffer, expected: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(expected, 'base64');
  return (
    given.length === DIGEST_BYTES && secrets.some((secret) => timingSafeEqual(given, hmac(rawBody, secret)))
  );
}

export function hmac(data: Buffer | string, secret: string): Buffer {
  return createHmac('sha256', secret).update(data).digest();
}
