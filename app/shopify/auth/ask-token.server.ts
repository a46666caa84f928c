// Asks Shopify for tokens, in the app's name. While the app's secret is rotated Shopify may know either, or both.
import type { Session } from '@shopify/shopify-app-remix/server';
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { config } from '#app/config.server.ts';
import { AdminUnasked, WrongAppSecret } from '#app/errors.ts';

const TIMEOUT_MS = 10_000;
/** What is said of the app, and not of what it asked for. */
const OF_THE_APP = ['invalid_client', 'unauthorized_client', 'application_cannot_be_found'];

const ACCESS_S = 60 * 60;
const REFRESH_S = 90 * 24 * 60 * 60;

/** Shopify has ended the old tokens by now: what it says badly beside the new ones must not cost the shop these too. */
const seconds = (usual: number) =>
  z.coerce
    .number()
    .min(0)
    .max(10 * REFRESH_S)
    .catch(usual);

const granted = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  expires_in: seconds(ACCESS_S),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: seconds(REFRESH_S),
});
const refused = z.object({ error: z.string() }).catch({ error: 'unknown' });

/** What a session gains by it. */
export type NewTokens = Required<
  Pick<Session, 'accessToken' | 'scope' | 'expires' | 'refreshToken' | 'refreshTokenExpires'>
>;

/**
 * The new tokens, or Shopify's word for why there are none. Throws WrongAppSecret where it knows none of our secrets, and
 * AdminUnasked where it gives no word.
 */
export async function askToken(
  shop: string,
  grant: Readonly<Record<string, string>>,
): Promise<NewTokens | { refusal: string }> {
  const { apiKey, apiSecrets } = config();
  for (const secret of apiSecrets) {
    const response = await post(shop, { client_id: apiKey, client_secret: secret, ...grant });
    if (response.ok) return tokensOf(granted.parse(await response.json()));
    const { error } = refused.parse(await response.json().catch(() => null));
    if (OF_THE_APP.includes(error)) continue;
    // A page of some server in between says nothing of the token.
    if ((response.status === 400 || response.status === 401) && error !== 'unknown')
      return { refusal: error };
    throw new AdminUnasked(shop, `asked for tokens, it answered ${response.status} ${error}`);
  }
  throw new WrongAppSecret(shop, 'Shopify knows none of the app’s secrets');
}

async function post(shop: string, body: object): Promise<Response> {
  try {
    return await fetch(`https://${shop}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new AdminUnasked(shop, 'asked for tokens, it had no answer', error);
  }
}

function tokensOf(grant: z.infer<typeof granted>): NewTokens {
  const inSeconds = (seconds: number) => new Date(now().getTime() + seconds * 1000);
  return {
    accessToken: grant.access_token,
    scope: grant.scope,
    expires: inSeconds(grant.expires_in),
    refreshToken: grant.refresh_token,
    refreshTokenExpires: inSeconds(grant.refresh_token_expires_in),
  };
}
