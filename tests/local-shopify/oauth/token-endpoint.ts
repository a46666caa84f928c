// POST /admin/oauth/access_token: a session token, or a refresh token, for an offline access token.
import { z } from 'zod';
import type { Grant } from '#tests/local-shopify/shop/call-log.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { acceptedSecrets, knownSecrets } from '#tests/local-shopify/shop/rotation.ts';
import { checkSessionToken } from './session-token.ts';
import { ACCESS_SECONDS, REFRESH_SECONDS } from './tokens.ts';
import type { Token } from './tokens.ts';

export type TokenAnswer = { status: number; body: object };

const credentials = { client_id: z.string(), client_secret: z.string() };

const exchange = z.object({
  ...credentials,
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:token-exchange'),
  subject_token: z.string(),
  subject_token_type: z.literal('urn:ietf:params:oauth:token-type:id_token'),
  requested_token_type: z.enum([
    'urn:shopify:params:oauth:token-type:offline-access-token',
    'urn:shopify:params:oauth:token-type:online-access-token',
  ]),
  expiring: z.enum(['0', '1']).optional(),
});

const refresh = z.object({
  ...credentials,
  grant_type: z.literal('refresh_token'),
  refresh_token: z.string(),
});

const request = z.discriminatedUnion('grant_type', [exchange, refresh]);

function refusal(status: number, error: string, description: string): TokenAnswer {
  return { status, body: { error, error_description: description } };
}

function granted(token: Token): TokenAnswer {
  const lasting = { access_token: token.accessToken, scope: token.scopes.join(',') };
  if (token.refreshToken === null) return { status: 200, body: lasting };
  const expiring = {
    expires_in: ACCESS_SECONDS,
    refresh_token: token.refreshToken,
    refresh_token_expires_in: REFRESH_SECONDS,
  };
  return { status: 200, body: { ...lasting, ...expiring } };
}

type Exchange = z.infer<typeof exchange>;

function associatedUser(userId: string, scope: string): object {
  const user = { id: Number(userId), first_name: '', last_name: '', email: '', account_owner: true };
  return {
    associated_user_scope: scope,
    associated_user: { ...user, locale: 'en', collaborator: false, email_verified: true },
  };
}

async function exchangeToken(shopify: LocalShopify, domain: string, asked: Exchange): Promise<TokenAnswer> {
  const { app } = shopify;
  const checks = knownSecrets(app).map((apiSecret) =>
    checkSessionToken({ ...app, apiSecret }, domain, shopify.clock(), asked.subject_token),
  );
  const check = checks.find(({ valid }) => valid) ?? checks[0] ?? { valid: false, reason: 'signature' };
  const secret = asked.client_secret;
  const installation = shopify.installation(domain);
  if (!check.valid)
    return refusal(400, 'invalid_subject_token', `The subject token is not valid: ${check.reason}`);
  if (!installation) return refusal(400, 'invalid_request', 'The app is not installed on this shop');
  if (asked.requested_token_type.endsWith('offline-access-token')) {
    return granted(
      await shopify.tokens.issue(
        domain,
        installation.scopes,
        shopify.clock(),
        asked.expiring === '1',
        secret,
      ),
    );
  }
  // An online token lives for a day and has no refresh token.
  const token = await shopify.tokens.issue(domain, installation.scopes, shopify.clock(), false, secret);
  const answer = granted(token);
  return {
    status: 200,
    body: { ...answer.body, expires_in: 86_399, ...associatedUser(check.userId, token.scopes.join(',')) },
  };
}

/** What a request asks for, by its form alone. */
export function grantOf(shop: string, body: unknown): Grant {
  const { refresh_token: token } = (body ?? {}) as { refresh_token?: unknown };
  const refreshToken = typeof token === 'string' ? token : null;
  return { shop, type: refreshToken === null ? 'exchange' : 'refresh', refreshToken };
}

/** 401 for a refresh token that is unknown, used or too old: only opening the app helps. */
export async function answerTokenRequest(
  shopify: LocalShopify,
  domain: string,
  body: unknown,
): Promise<TokenAnswer> {
  const asked = request.safeParse(body);
  if (!asked.success)
    return refusal(400, 'invalid_request', 'The request is missing a parameter or has a wrong one');
  const { client_id: id, client_secret: secret } = asked.data;
  if (id !== shopify.app.apiKey || !acceptedSecrets(shopify.app).includes(secret)) {
    return refusal(401, 'invalid_client', 'The client id or secret is wrong');
  }
  if (asked.data.grant_type !== 'refresh_token') return exchangeToken(shopify, domain, asked.data);
  const { refresh_token: refreshToken } = asked.data;
  const scopes = shopify.installation(domain)?.scopes;
  const given = { scopes, askedWith: secret };
  const token = await shopify.tokens.refresh(domain, refreshToken, shopify.clock(), given);
  return token
    ? granted(token)
    : refusal(401, 'invalid_grant', 'The refresh token was used, has expired or was revoked');
}
