// Sessions whose tokens were sealed by this key or another one: what is locked is touched by nobody, what is old is sealed
// anew, and never over what somebody stored meanwhile.
import { useDatabase } from '#tests/support/use-database.ts';
import { Session } from '@shopify/shopify-app-remix/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  countByKey,
  forgetTokensUnder,
  replaceSeals,
  sessionsNotUnder,
} from '#app/db/shop/sessions.server.ts';
import { WrongSessionKey } from '#app/errors.ts';
import {
  createSessionStorage,
  type SessionStorage,
  type StorageOptions,
} from '#app/shopify/auth/session-storage.server.ts';
import { keyId, sealToken, type Keyring } from '#app/shopify/auth/token-cipher.ts';

useDatabase();

const shop = 'roaster.myshopify.com';
const id = `offline_${shop}`;
const [old, fresh, foreign] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];

const storageOf = (ring: Keyring, options: Partial<StorageOptions> = {}): SessionStorage =>
  createSessionStorage(prisma(), {
    ring,
    tokenGiven: async () => undefined,
    mustFit: async () => undefined,
    replaceSeals: (...seals) => replaceSeals(pool(), ...seals),
    ...options,
  });

const session = (accessToken: string) =>
  new Session({
    id,
    shop,
    state: '',
    isOnline: false,
    accessToken,
    refreshToken: `refresh of ${accessToken}`,
  });

const row = () => prisma().session.findUnique({ where: { id } });

beforeEach(async () => {
  await pool().query('delete from "Session"');
  await storageOf([old]).storeSession(session('first'));
});

describe('tokens under a key that is not here', () => {
  test.each<[string, (storage: SessionStorage) => Promise<unknown>]>([
    ['loaded', (storage) => storage.loadSession(id)],
    ['listed', (storage) => storage.findSessionsByShop(shop)],
    ['deleted', (storage) => storage.deleteSession(id)],
    ['deleted with others', (storage) => storage.deleteSessions(['offline_other', id])],
    ['stored over', (storage) => storage.storeSession(session('second'))],
    [
      'stored over without tokens',
      (storage) => storage.storeSession(new Session({ id, shop, state: '', isOnline: false })),
    ],
  ])('are not %s', async (_how, work) => {
    const locked = storageOf([foreign]);
    const before = await row();
    await expect(work(locked)).rejects.toThrow(WrongSessionKey);
    await expect(work(locked)).rejects.toThrow(`session key ${keyId(old)}, given: ${keyId(foreign)}`);
    expect(await row()).toEqual(before);
  });

  test('are replaced by those of a refresh, which began when another key had sealed them', async () => {
    const renewing = storageOf([old]);
    expect(await renewing.loadSession(id)).toMatchObject({ accessToken: 'first' });
    const rotated = storageOf([fresh, old]);
    expect(await rotated.loadSession(id)).toMatchObject({ accessToken: 'first' });
    await expect(renewing.loadSession(id)).rejects.toThrow(WrongSessionKey);
    // Shopify takes the first refresh token no more.
    await renewing.storeRenewed(session('second'));
    expect(await rotated.loadSession(id)).toMatchObject({ accessToken: 'second' });
  });

  test('one of the two tokens is enough', async () => {
    const refreshToken = sealToken('r', `${id}/refreshToken`, [foreign]);
    await prisma().session.update({ where: { id }, data: { refreshToken } });
    await expect(storageOf([old]).loadSession(id)).rejects.toThrow(WrongSessionKey);
  });

  test('a first token is not stored either where our keys open nothing', async () => {
    const unfit = storageOf([foreign], {
      mustFit: async (domain) => {
        throw new WrongSessionKey(domain, keyId(old), [keyId(foreign)]);
      },
    });
    const other = new Session({ ...session('x').toObject(), id: 'offline_new', shop: 'new.myshopify.com' });
    await expect(unfit.storeSession(other)).rejects.toThrow(WrongSessionKey);
    expect(await prisma().session.count()).toBe(1);
  });
});

describe('tokens under the old key', () => {
  test('are read, and sealed with the new one by that', async () => {
    const read = await storageOf([fresh, old]).loadSession(id);
    expect(read).toMatchObject({ accessToken: 'first', refreshToken: 'refresh of first' });
    expect([...(await countByKey(pool()))]).toEqual([[keyId(fresh), 1]]);
    const without = await storageOf([fresh]).findSessionsByShop(shop);
    expect(without).toMatchObject([{ accessToken: 'first', refreshToken: 'refresh of first' }]);
  });

  test('a token that was stored while the old one was being sealed anew stays', async () => {
    const slow = storageOf([fresh, old], {
      replaceSeals: async (...seals) => {
        await storageOf([fresh, old], { replaceSeals: async () => false }).storeSession(session('second'));
        return replaceSeals(pool(), ...seals);
      },
    });
    expect(await slow.loadSession(id)).toMatchObject({ accessToken: 'first' });
    expect(await storageOf([fresh]).loadSession(id)).toMatchObject({ accessToken: 'second' });
  });

  test('are read all the same where sealing them anew fails', async () => {
    const failing = storageOf([fresh, old], {
      replaceSeals: async () => {
        throw new Error('no database');
      },
    });
    expect(await failing.loadSession(id)).toMatchObject({ accessToken: 'first' });
    expect(await sessionsNotUnder(pool(), keyId(fresh), '', 10)).toHaveLength(1);
  });

  test('a session without tokens needs no key', async () => {
    await prisma().session.update({ where: { id }, data: { accessToken: '', refreshToken: null } });
    expect((await storageOf([foreign]).loadSession(id))?.accessToken).toBeUndefined();
    expect(await sessionsNotUnder(pool(), keyId(fresh), '', 10)).toEqual([]);
    expect((await countByKey(pool())).size).toBe(0);
  });
});

test('what a lost key sealed is forgotten by its name alone, and its shop waits for the merchant', async () => {
  await pool().query(
    `insert into "Shop" (domain, currency, "timeZone", draft, "publishedVersion", "earnsFrom", "reconciledThrough",
       "installedAt", "discountsVersion") values ($1, 'EUR', 'UTC', '{}', 1, now(), now(), now(), 1)`,
    [shop],
  );
  expect(await forgetTokensUnder(pool(), keyId(foreign), new Date())).toBe(0);
  expect(await forgetTokensUnder(pool(), keyId(old), new Date())).toBe(1);
  expect(await row()).toMatchObject({ accessToken: '', refreshToken: null });
  const { needsReopenSince } = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
  expect(needsReopenSince).not.toBeNull();
  await pool().query('delete from "Shop"');
});
