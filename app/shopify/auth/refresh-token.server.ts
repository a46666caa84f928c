// The refresh grant of an expiring offline token. Shopify rotates both tokens: the old refresh token is dead afterwards.
import { Session } from '@shopify/shopify-app-remix/server';
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { config } from '#app/config.server.ts';
import { AdminUnavailable } from '#app/errors.ts';

const TIMEOUT_MS = 10_000;

const granted = z.object({
  access_token: z.string(),
  scope: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.number(),
});
const refused = z.object({ error: z.string() }).catch({ error: 'unknown' });

/** The session with new tokens, or 'refused' when the refresh token is dead for good. */
export async function refreshToken(session: Session, refreshToken: string): Promise<Session | 'refused'> {
  const response = await ask(session.shop, refreshToken);
  if (response.ok) return renewed(session, granted.parse(await response.json()));
  const { error } = refused.parse(await response.json().catch(() => null));
  // Wrong client credentials are our mistake, not the shop's: its token may be good.
  if ((response.status === 400 || response.status === 401) && error !== 'invalid_client') return 'refused';
  throw new AdminUnavailable(session.shop, `refresh answered ${response.status} ${error}`);
}

async function ask(shop: string, token: string): Promise<Response> {
  const { apiKey, apiSecret } = config();
  try {
    return await fetch(`https://${shop}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        client_id: apiKey,
        client_secret: apiSecret,
        grant_type: 'refresh_token',
        refresh_token: token,
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new AdminUnavailable(shop, 'refresh had no answer', error);
  }
}

function renewed(session: Session, grant: z.infer<typeof granted>): Session {
  const inSeconds = (seconds: number) => new Date(now().getTime() + seconds * 1000);
  return new Session({
    ...session.toObject(),
    accessToken: grant.access_token,
    scope: grant.scope,
    expires: inSeconds(grant.expires_in),
    refreshToken: grant.refresh_token,
    refreshTokenExpires: inSeconds(grant.refresh_token_expires_in),
  });
}
