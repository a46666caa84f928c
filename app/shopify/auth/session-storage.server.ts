// Shopify's Prisma storage, behind a wrapper that encrypts the tokens.
import type { PrismaClient } from '@prisma/client';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import { Session } from '@shopify/shopify-app-remix/server';
import { decryptToken, encryptToken } from './token-cipher.ts';

export type SessionStorage = {
  storeSession(session: Session): Promise<boolean>;
  /** A session whose tokens can't be read any more comes without them, which makes the library fetch new ones. */
  loadSession(id: string): Promise<Session | undefined>;
  deleteSession(id: string): Promise<boolean>;
  deleteSessions(ids: string[]): Promise<boolean>;
  findSessionsByShop(shop: string): Promise<Session[]>;
};

/**
 * @param key 32 bytes
 * @param tokenGiven is told of each exchange and refresh
 */
export function createSessionStorage(
  prisma: PrismaClient,
  key: Buffer,
  tokenGiven: (shop: string) => Promise<void>,
): SessionStorage {
  const inner = new PrismaSessionStorage(withoutBootProbe(prisma));
  return {
    storeSession: async (session) => {
      const stored = await inner.storeSession(seal(session, key));
      if (session.accessToken) await tokenGiven(session.shop);
      return stored;
    },
    loadSession: async (id) => {
      const session = await inner.loadSession(id);
      return session && open(session, key);
    },
    deleteSession: (id) => inner.deleteSessions([id]),
    deleteSessions: (ids) => inner.deleteSessions(ids),
    findSessionsByShop: async (shop) => (await inner.findSessionsByShop(shop)).map((each) => open(each, key)),
  };
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

function seal(session: Session, key: Buffer): Session {
  const { accessToken, refreshToken } = session;
  return new Session({
    ...session.toObject(),
    ...(accessToken ? { accessToken: encryptToken(accessToken, `${session.id}/accessToken`, key) } : {}),
    ...(refreshToken ? { refreshToken: encryptToken(refreshToken, `${session.id}/refreshToken`, key) } : {}),
  });
}

function open(session: Session, key: Buffer): Session {
  const { accessToken, refreshToken, ...rest } = session.toObject();
  const access = accessToken ? decryptToken(accessToken, `${session.id}/accessToken`, key) : null;
  const refresh = refreshToken ? decryptToken(refreshToken, `${session.id}/refreshToken`, key) : null;
  return new Session({
    ...rest,
    ...(access === null ? {} : { accessToken: access }),
    ...(refresh === null ? {} : { refreshToken: refresh }),
  });
}
