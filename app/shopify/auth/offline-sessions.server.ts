// The shop's token for work without a merchant present: loaded, refreshed under the lease, given up when dead.
import { Session } from '@shopify/shopify-app-remix/server';
import { now } from '#app/clock.server.ts';
import { NeedsReopen, ShopNotInstalled } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { refreshToken } from './refresh-token.server.ts';
import type { SessionStorage } from './session-storage.server.ts';

/** As Shopify's library: a token this near its end isn't used any more. */
export const EXPIRY_MARGIN_MS = 5 * 60 * 1000;

export type ShopToken = { shop: string; accessToken: string };

export type OfflineSessionParts = {
  storage: SessionStorage;
  /** Runs `work` as the shop's one holder. `work` reads the session first: whoever held before may have done it all. */
  withTokenLease<T>(this: void, shop: string, work: () => Promise<T>): Promise<T>;
  /** Notes on the shop that only the merchant's next visit helps. */
  markNeedsReopen(shop: string): Promise<void>;
};

export function offlineSessionId(shop: string): string {
  return `offline_${shop}`;
}

/** Throws ShopNotInstalled, NeedsReopen, AdminUnavailable or WrongSessionKey. */
export async function offlineToken(parts: OfflineSessionParts, shop: string): Promise<ShopToken> {
  const stored = usable(await load(parts, shop));
  return stored ?? parts.withTokenLease(shop, () => renew(parts, shop));
}

/**
 * Shopify answered 401 to a token that wasn't over: another one, if somebody replaced it meanwhile or if Shopify grants a
 * refresh. Throws NeedsReopen where it doesn't.
 */
export async function replaceToken(parts: OfflineSessionParts, dead: ShopToken): Promise<ShopToken> {
  return parts.withTokenLease(dead.shop, async () => {
    const session = await load(parts, dead.shop);
    const stored = usable(session);
    return stored && stored.accessToken !== dead.accessToken ? stored : refresh(parts, session);
  });
}

/** For a token that is refused though it is new. Throws NeedsReopen. */
export async function giveUpToken(parts: OfflineSessionParts, { shop }: ShopToken): Promise<never> {
  return parts.withTokenLease(shop, async () =>
    reopen(parts, await load(parts, shop), 'a new access token was refused'),
  );
}

async function renew(parts: OfflineSessionParts, shop: string): Promise<ShopToken> {
  const session = await load(parts, shop);
  const renewedByOther = usable(session);
  return renewedByOther ?? refresh(parts, session);
}

/**
 * Only under the lease: it ends the tokens that others hold. The new one is used whatever our clock says of its end: a clock that
 * was put forward meanwhile must cost nobody the refresh token.
 */
async function refresh(parts: OfflineSessionParts, session: Session): Promise<ShopToken> {
  if (!session.refreshToken) return reopen(parts, session, 'no refresh token');
  const renewed = await refreshToken(session, session.refreshToken);
  if (renewed === 'refused') return replacedByOther(parts, session);
  await parts.storage.storeRenewed(renewed);
  return { shop: renewed.shop, accessToken: renewed.accessToken };
}

/** A refresh token is refused too when somebody used it whose lease had run out: what they were given is the shop's token now. */
async function replacedByOther(
  parts: OfflineSessionParts,
  { shop, refreshToken: refused }: Session,
): Promise<ShopToken> {
  const session = await load(parts, shop);
  const { accessToken, refreshToken } = session;
  if (accessToken && refreshToken !== refused) return { shop, accessToken };
  return reopen(parts, session, 'the refresh token was refused');
}

async function load({ storage }: OfflineSessionParts, shop: string): Promise<Session> {
  const session = await storage.loadSession(offlineSessionId(shop));
  if (!session) throw new ShopNotInstalled(shop);
  return session;
}

function usable(session: Session): ShopToken | null {
  const { shop, accessToken } = session;
  return accessToken && isFresh(session, EXPIRY_MARGIN_MS) ? { shop, accessToken } : null;
}

/** Whether the session has a token that lasts longer than the margin, by our clock and not the library's. */
export function isFresh({ accessToken, expires }: Session, marginMs: number): boolean {
  return Boolean(accessToken) && (!expires || expires.getTime() - marginMs > now().getTime());
}

// Without tokens the session makes the library exchange anew when the merchant comes.
async function reopen(parts: OfflineSessionParts, session: Session, why: string): Promise<never> {
  const {
    accessToken: _access,
    refreshToken: _refresh,
    refreshTokenExpires: _expires,
    ...rest
  } = session.toObject();
  await parts.storage.storeSession(new Session(rest));
  await parts.markNeedsReopen(session.shop);
  log.warn({ shopDomain: session.shop, why }, 'the shop must be reopened');
  throw new NeedsReopen(session.shop, why);
}
