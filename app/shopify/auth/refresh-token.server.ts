// The refresh grant of an expiring offline token. Shopify rotates both tokens: the old refresh token is dead afterwards.
import { Session } from '@shopify/shopify-app-remix/server';
import { askToken, type NewTokens } from './ask-token.server.ts';

/** The session with new tokens, or 'refused' when the refresh token is dead for good. */
export async function refreshToken(
  session: Session,
  refreshToken: string,
): Promise<(Session & NewTokens) | 'refused'> {
  const answer = await askToken(session.shop, { grant_type: 'refresh_token', refresh_token: refreshToken });
  return 'refusal' in answer ? 'refused' : Object.assign(new Session(session.toObject()), answer);
}
