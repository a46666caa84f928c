// The session token (JWT, HS256 with the app's secret) that Shopify's admin gives to every request of the embedded app.
// The library verifies it again; here it only tells whose lease to take, so that nobody can take another shop's.
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { hmac } from '../signatures/signature.ts';

/** Seconds that two clocks may differ, as in Shopify's library. */
const TOLERANCE_S = 10;

const header = z.object({ alg: z.literal('HS256') });
const DEST = /^https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)$/;
const claims = z.object({
  dest: z.string().regex(DEST),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().default(0),
});

type AppKeys = { apiKey: string; apiSecret: string };

/** The shop's domain, or null when the token isn't Shopify's word for this app and now. */
function shopOfSessionToken(token: string, keys: AppKeys, at: Date): string | null {
  const [head = '', body = '', signature = ''] = token.split('.');
  const expected = hmac(`${head}.${body}`, keys.apiSecret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const parsed = z.object({ header, claims }).safeParse({ header: decode(head), claims: decode(body) });
  if (!parsed.success) return null;
  const { dest, aud, exp, nbf } = parsed.data.claims;
  const seconds = at.getTime() / 1000;
  const timely = nbf - TOLERANCE_S <= seconds && seconds < exp + TOLERANCE_S;
  return aud === keys.apiKey && timely ? (DEST.exec(dest)?.[1] ?? null) : null;
}

/** The shop, and which of the secrets signed: while one is rotated, either may have. */
export function signerOfSessionToken(
  token: string,
  { apiKey, apiSecrets }: { apiKey: string; apiSecrets: readonly string[] },
  at: Date,
): { shop: string; secret: string } | null {
  for (const secret of apiSecrets) {
    const shop = shopOfSessionToken(token, { apiKey, apiSecret: secret }, at);
    if (shop !== null) return { shop, secret };
  }
  return null;
}

/** The session token that a request of the embedded app carries: fetches in a header, documents in the address. */
export function sessionTokenOf(request: Request): string | null {
  const bearer = request.headers.get('authorization');
  return bearer ? bearer.replace(/^Bearer /, '') : new URL(request.url).searchParams.get('id_token');
}

// Only called on text whose signature was right.
function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}
