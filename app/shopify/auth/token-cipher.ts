// Tokens at rest: AES-256-GCM, as `v1.<data>.<key id>`. The row and field are bound in, so that a token can't be moved to
// another row; the key id says which key opens it, so that another key's token is never taken for none. It stands last, where
// earlier releases, which wrote none, don't look.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 6;

/** The key that seals, then those that only open. */
export type Keyring = readonly [Buffer, ...Buffer[]];

export type Opened =
  | { kind: 'open'; token: string; /** Sealed by the first key, and named by it. */ current: boolean }
  /** Sealed with a key that isn't here, or in a way that a later release knows. `keyId` is null where the text names none. */
  | { kind: 'locked'; keyId: string | null }
  /** Nothing that any key opens: it was never sealed, is damaged, or belongs to another place. */
  | { kind: 'void' };

const LOCKED = { kind: 'locked', keyId: null } as const;
const VOID = { kind: 'void' } as const;

/** Names a key in sealed texts and in the log, and tells nothing of it. */
export function keyId(key: Buffer): string {
  return createHash('sha256')
    .update('name of a session key')
    .update(key)
    .digest('hex')
    .slice(0, 2 * ID_BYTES);
}

/** @param place what the token belongs to, e.g. `offline_x.myshopify.com/accessToken` */
export function sealToken(token: string, place: string, [key]: Keyring): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([iv, cipher.update(token, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${sealed.toString('base64url')}.${keyId(key)}`;
}

export function openToken(text: string, place: string, ring: Keyring): Opened {
  const [version = '', data = '', named] = text.split('.');
  if (version !== VERSION) return /^v\d+$/.test(version) ? LOCKED : VOID;
  const sealed = Buffer.from(data, 'base64url');
  if (sealed.length < IV_BYTES + TAG_BYTES) return VOID;
  const keys = ring.filter((key) => named === undefined || keyId(key) === named);
  for (const key of keys) {
    const token = unseal(sealed, place, key);
    if (token !== null) return { kind: 'open', token, current: named !== undefined && key === ring[0] };
  }
  if (named === undefined) return LOCKED;
  return keys.length > 0 ? VOID : { kind: 'locked', keyId: named };
}

function unseal(sealed: Buffer, place: string, key: Buffer): string | null {
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
