import { createHmac } from 'node:crypto';

/** X-Shopify-Hmac-Sha256 of a raw body. */
export function webhookSignature(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}
