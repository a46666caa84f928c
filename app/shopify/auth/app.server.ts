// Shopify's library, configured once: token exchange, expiring offline tokens, our session storage and leases.
import {
  ApiVersion,
  AppDistribution,
  boundary,
  LogSeverity,
  shopifyApp,
} from '@shopify/shopify-app-remix/server';
import { now } from '#app/clock.server.ts';
import { config } from '#app/config.server.ts';
import { prisma } from '#app/db/client.server.ts';
import { TOKEN_LEASE, withLease } from '#app/db/lease.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { replaceSeals, sealOfToken } from '#app/db/shop/sessions.server.ts';
import { markNeedsReopen, markTokenGiven } from '#app/db/shop/shops.server.ts';
import { log } from '#app/log.server.ts';
import { exchangeToken } from './exchange-token.server.ts';
import { keysMustFit } from './key-fit.server.ts';
import { KeptTokens } from './kept-tokens.ts';
import {
  EXPIRY_MARGIN_MS,
  giveUpToken,
  isFresh,
  offlineSessionId,
  offlineToken,
  replaceToken,
  type OfflineSessionParts,
  type ShopToken,
} from './offline-sessions.server.ts';
import { createSessionStorage } from './session-storage.server.ts';
import { sessionTokenOf, signerOfSessionToken } from './session-token.ts';

/** The library asks again whether the token is near its end; by then it must not have come nearer. */
const SAFETY_MS = 10_000;
const REFUSED = 'refused';

/** The library knows one secret: while two are the app's, there is one for each. */
type Shopify = ReturnType<typeof createShopify>;
type Parts = OfflineSessionParts & { shopify: (secret: string) => Shopify };

let built: Parts | undefined;
const kept = new KeptTokens();

/** Built at the first use, so that importing asks nothing of the environment. */
function parts(): Parts {
  built ??= build();
  return built;
}

function build(): Parts {
  const storage = createSessionStorage(prisma(), {
    ring: config().sessionKeys,
    tokenGiven: (shop) => markTokenGiven(pool(), shop, now()),
    mustFit: keysMustFit,
    replaceSeals: (...seals) => replaceSeals(pool(), ...seals),
  });
  return {
    storage,
    withTokenLease: (shop, work) => withLease(TOKEN_LEASE, { key: shop, domain: shop }, work),
    markNeedsReopen: (shop) => markNeedsReopen(pool(), shop, now()),
    shopify: libraries(storage),
  };
}

function libraries(storage: OfflineSessionParts['storage']): Parts['shopify'] {
  const bySecret = new Map(config().apiSecrets.map((secret) => [secret, createShopify(storage, secret)]));
  return (secret) => bySecret.get(secret) ?? createShopify(storage, secret);
}

// No webhooks here: shopify.app.toml alone subscribes.
function createShopify(sessionStorage: OfflineSessionParts['storage'], apiSecret: string) {
  const { apiKey, appUrl } = config();
  return shopifyApp({
    apiKey,
    apiSecretKey: apiSecret,
    appUrl,
    apiVersion: ApiVersion.October26,
    distribution: AppDistribution.AppStore,
    isEmbeddedApp: true,
    sessionStorage,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: { level: LogSeverity.Warning, log: logForLibrary },
  });
}

async function logForLibrary(severity: LogSeverity, message: string): Promise<void> {
  log[severity === LogSeverity.Error ? 'error' : 'warn']({ library: 'shopify' }, message);
}

type AdminContext = Awaited<ReturnType<Shopify['authenticate']['admin']>>;

/**
 * The merchant behind a request of the embedded app; `session.shop` is the verified shop. Throws Responses, as the
 * library does: bounce page, redirect into Shopify's admin, 401, 410. Throws WrongSessionKey before anything is exchanged.
 */
export async function authenticateAdmin(request: Request): Promise<AdminContext> {
  const { withTokenLease, storage } = parts();
  const token = sessionTokenOf(request);
  const signer = token === null ? null : signerOfSessionToken(token, config(), now());
  const shopify = parts().shopify(signer?.secret ?? config().apiSecret);
  // Without a good token nothing is exchanged: the library says what to do instead.
  if (token === null) return shopify.authenticate.admin(request);
  if (signer === null) return shopify.authenticate.admin(withoutToken(request));
  const { shop } = signer;
  const session = await storage.loadSession(offlineSessionId(shop));
  if (session && isFresh(session, EXPIRY_MARGIN_MS + SAFETY_MS)) return shopify.authenticate.admin(request);
  if (!session?.accessToken) await keysMustFit(shop);
  // A first open makes several requests at once; the library reads the session again under the lease.
  return withTokenLease(shop, async () => {
    if (config().apiSecrets.length > 1) await exchangeByEither(shop, token);
    return shopify.authenticate.admin(request);
  });
}

/** Under the lease, where the first that came may have done it already. */
async function exchangeByEither(shop: string, token: string): Promise<void> {
  const { storage } = parts();
  const id = offlineSessionId(shop);
  const session = await storage.loadSession(id);
  if (session && isFresh(session, EXPIRY_MARGIN_MS + SAFETY_MS)) return;
  const exchanged = await exchangeToken(id, shop, token);
  if (exchanged) await storage.storeSession(exchanged);
}

/** The library is easier to please than we are: a token that we refuse is none to it either. */
function withoutToken(request: Request): Request {
  const url = new URL(request.url);
  if (url.searchParams.has('id_token')) url.searchParams.set('id_token', REFUSED);
  const headers = new Headers(request.headers);
  if (headers.has('authorization')) headers.set('authorization', `Bearer ${REFUSED}`);
  return new Request(url, { headers, method: request.method, signal: request.signal });
}

/**
 * Frame and preload headers of a document, by the shop of its session token; by the one that its address names where there is
 * none: such a page shows nothing of anybody.
 */
export function addDocumentResponseHeaders(request: Request, headers: Headers): void {
  const token = sessionTokenOf(request);
  const signer = token === null ? null : signerOfSessionToken(token, config(), now());
  const url = new URL(request.url);
  if (signer !== null) url.searchParams.set('shop', signer.shop);
  parts()
    .shopify(config().apiSecret)
    .addDocumentResponseHeaders(new Request(url, { headers: request.headers }), headers);
}

/** Headers of a page by those of its loaders, or of the Response that one of them threw. */
export const boundaryHeaders = boundary.headers;

/** A token for jobs. Throws ShopNotInstalled, NeedsReopen or AdminUnavailable. */
export async function tokenOfShop(shop: string): Promise<ShopToken> {
  const lastsTo = new Date(now().getTime() + EXPIRY_MARGIN_MS);
  const seal = await sealOfToken(pool(), offlineSessionId(shop), lastsTo);
  return kept.tokenOf(shop, seal, () => offlineToken(parts(), shop));
}

/** After a 401: another token. Throws NeedsReopen where there is none, or AdminUnavailable. */
export function replaceDeadToken(dead: ShopToken): Promise<ShopToken> {
  return replaceToken(parts(), dead);
}

/** After a 401 to that one too. Throws NeedsReopen. */
export function giveUpShop(dead: ShopToken): Promise<never> {
  return giveUpToken(parts(), dead);
}
