// The exchange of a merchant's session token for an offline token, while two secrets are the app's: Shopify's library knows
// one, and the one that signed needn't be the one by which Shopify lets us ask.
import { Session } from '@shopify/shopify-app-remix/server';
import { askToken } from './ask-token.server.ts';

const OAUTH = 'urn:ietf:params:oauth';

/** Null where Shopify refuses: the library then asks itself, and knows what to say to the merchant. */
export async function exchangeToken(id: string, shop: string, sessionToken: string): Promise<Session | null> {
  const answer = await askToken(shop, {
    grant_type: `${OAUTH}:grant-type:token-exchange`,
    subject_token: sessionToken,
    subject_token_type: `${OAUTH}:token-type:id_token`,
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
  });
  return 'refusal' in answer ? null : new Session({ id, shop, state: '', isOnline: false, ...answer });
}
