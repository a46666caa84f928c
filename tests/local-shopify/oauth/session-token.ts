// The id_token that Shopify's admin hands to an embedded app: a JWT signed with the app's secret.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Credentials } from '#tests/local-shopify/shop/app-settings.ts';

export type SessionTokenOptions = {
  /** Shopify's user id of the merchant. */
  userId?: string;
  expiresInSeconds?: number;
  /** In place of its own: for tokens that are no good. */
  claims?: Record<string, unknown>;
};

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

export function mintSessionToken(
  app: Credentials,
  domain: string,
  at: Date,
  options: SessionTokenOptions = {},
): string {
  const issued = Math.floor(at.getTime() / 1_000);
  const claims = {
    iss: `https://${domain}/admin`,
    dest: `https://${domain}`,
    aud: app.apiKey,
    sub: options.userId ?? '548380009',
    exp: issued + (options.expiresInSeconds ?? 60),
    nbf: issued,
    iat: issued,
    jti: randomUUID(),
    sid: randomUUID(),
    ...options.claims,
  };
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${sign(text, app.apiSecret)}`;
}

function signedBy(token: string, secret: string): Record<string, unknown> | null {
  const [header, claims, given] = token.split('.');
  if (!header || !claims || !given) return null;
  const expected = Buffer.from(sign(`${header}.${claims}`, secret));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}

export type SessionTokenCheck = { valid: true; userId: string } | { valid: false; reason: string };

/** Signature, audience, expiry and shop, as the token endpoint checks them. */
export function checkSessionToken(
  app: Credentials,
  domain: string,
  at: Date,
  token: string,
): SessionTokenCheck {
  const claims = signedBy(token, app.apiSecret);
  if (!claims) return { valid: false, reason: 'signature' };
  if (claims['aud'] !== app.apiKey) return { valid: false, reason: 'audience' };
  if (claims['dest'] !== `https://${domain}`) return { valid: false, reason: 'shop' };
  if (typeof claims['exp'] !== 'number' || claims['exp'] * 1_000 <= at.getTime()) {
    return { valid: false, reason: 'expired' };
  }
  return { valid: true, userId: String(claims['sub']) };
}
