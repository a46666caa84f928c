// Tokens at rest: AES-256-GCM. The row and field are bound in, so that a token can't be moved to another row.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** @param place what the token belongs to, e.g. `offline_x.myshopify.com/accessToken` */
export function encryptToken(token: string, place: string, key: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([iv, cipher.update(token, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${sealed.toString('base64url')}`;
}

/** Null when the text was sealed with another key or for another place, or was never sealed. */
export function decryptToken(text: string, place: string, key: Buffer): string | null {
  const [version, data = ''] = text.split('.');
  const sealed = Buffer.from(data, 'base64url');
  if (version !== VERSION || sealed.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const text = [decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()];
    return Buffer.concat(text).toString('utf8');
  } catch {
    // The one thing `final` throws for: the seal doesn't fit.
    return null;
  }
}
