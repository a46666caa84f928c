// Shopify's Prisma storage, behind a wrapper that seals the tokens. Tokens that another key sealed are there, and stay.
import type { PrismaClient } from '@prisma/client';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import { Session } from '@shopify/shopify-app-remix/server';
import { log } from '#app/log.server.ts';
import { openTokens, sealTokens, type OpenedTokens, type SealedTokens } from './session-seals.ts';
import type { Keyring } from './token-cipher.ts';

/** Each but `storeRenewed` throws WrongSessionKey, and does nothing, where it meets tokens that no key of ours opens. */
export type SessionStorage = {
  storeSession(session: Session): Promise<boolean>;
  /**
   * For the lease's holder, who opened the tokens and was given others for them: what stands there is theirs, though somebody
   * may have sealed it anew meanwhile, and worth nothing any more.
   */
  storeRenewed(session: Session): Promise<boolean>;
  /** A session whose tokens no key at all opens comes without them, which makes the library fetch new ones. */
  loadSession(id: string): Promise<Session | undefined>;
  deleteSession(id: string): Promise<boolean>;
  deleteSessions(ids: string[]): Promise<boolean>;
  findSessionsByShop(shop: string): Promise<Session[]>;
};

export type StorageOptions = {
  ring: Keyring;
  /** Told of each exchange and refresh. */
  tokenGiven(this: void, shop: string): Promise<void>;
  /** Throws WrongSessionKey where our keys open nothing of what the database has sealed. */
  mustFit(this: void, shop: string): Promise<void>;
  /** Stores another seal over the same tokens, unless other tokens stand there by now. */
  replaceSeals(this: void, id: string, from: SealedTokens, to: SealedTokens): Promise<boolean>;
};

export function createSessionStorage(prisma: PrismaClient, options: StorageOptions): SessionStorage {
  const { ring, tokenGiven, mustFit } = options;
  const inner = new PrismaSessionStorage(withoutBootProbe(prisma));
  const load = async (id: string) => {
    const session = await inner.loadSession(id);
    return session && opened(session, options);
  };
  const deleteSessions = async (ids: string[]) => {
    for (const id of ids) await load(id);
    return inner.deleteSessions(ids);
  };
  const store = async (session: Session) => {
    const { id, accessToken = null, refreshToken = null } = session;
    const stored = await inner.storeSession(
      withTokens(session, sealTokens(id, { accessToken, refreshToken }, ring)),
    );
    if (session.accessToken) await tokenGiven(session.shop);
    return stored;
  };
  return {
    storeSession: async (session) => {
      const before = await load(session.id);
      if (!before?.accessToken && session.accessToken) await mustFit(session.shop);
      return store(session);
    },
    storeRenewed: store,
    loadSession: load,
    deleteSession: (id) => deleteSessions([id]),
    deleteSessions,
    findSessionsByShop: async (shop) =>
      Promise.all((await inner.findSessionsByShop(shop)).map((each) => opened(each, options))),
  };
}

async function opened(session: Session, { ring, replaceSeals }: StorageOptions): Promise<Session> {
  const { id, shop } = session;
  const sealed = { accessToken: session.accessToken ?? '', refreshToken: session.refreshToken ?? null };
  const tokens = openTokens({ id, shop, ...sealed }, ring);
  if (!tokens.current) {
    await replaceSeals(id, sealed, sealTokens(id, tokens, ring)).catch((err: unknown) =>
      log.warn({ err, shopDomain: shop }, 'tokens could not be sealed anew; they are read as they are'),
    );
  }
  return withTokens(session, tokens);
}

function withTokens(session: Session, tokens: SealedTokens | Omit<OpenedTokens, 'current'>): Session {
  const { accessToken: _access, refreshToken: _refresh, ...rest } = session.toObject();
  const { accessToken, refreshToken } = tokens;
  return new Session({
    ...rest,
    ...(accessToken ? { accessToken } : {}),
    ...(refreshToken ? { refreshToken } : {}),
  });
}

// At construction the storage counts its table, and while the database is down that ends in an unhandled rejection
// and a storage that stays dead. It counts for nothing else: answer at once, and let each query speak for itself.
function withoutBootProbe(prisma: PrismaClient): PrismaClient {
  const session = new Proxy(prisma.session, {
    get: (target, property): unknown =>
      property === 'count' ? async () => 0 : Reflect.get(target, property),
  });
  return new Proxy(prisma, {
    get: (target, property): unknown => (property === 'session' ? session : Reflect.get(target, property)),
  });
}
