// Which keys the database's tokens need, and what is done about those that are old or lost.
import { useDatabase } from '#tests/support/use-database.ts';
import { beforeEach, expect, test } from 'vitest';
import { config } from '#app/config.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { WrongSessionKey } from '#app/errors.ts';
import { keysMustFit, readKeyFit } from '#app/shopify/auth/key-fit.server.ts';
import { sealTokens } from '#app/shopify/auth/session-seals.ts';
import { keyId } from '#app/shopify/auth/token-cipher.ts';
import { checkSessionKeys } from '#app/usecases/upkeep/check-session-keys.ts';
import { forgetKey } from '#app/usecases/upkeep/forget-key.ts';
import { resealSessions } from '#app/usecases/upkeep/reseal-sessions.ts';

process.env.SESSION_KEY_OLD = Buffer.alloc(32, 9).toString('base64');
useDatabase();

const lost = Buffer.alloc(32, 5);
const keys = () => {
  const [current, old] = config().sessionKeys;
  if (!old) throw new Error('the old key is given above');
  return { current, old };
};

/** @param unnamed as an earlier release sealed */
async function plant(name: string, key: Buffer, unnamed = false): Promise<void> {
  const shop = `${name}.myshopify.com`;
  const id = `offline_${shop}`;
  const sealed = sealTokens(id, { accessToken: `token of ${name}`, refreshToken: 'r' }, [key]);
  const [accessToken, refreshToken] = [sealed.accessToken, sealed.refreshToken ?? ''].map((text) =>
    unnamed ? text.split('.').slice(0, 2).join('.') : text,
  );
  await pool().query(
    'insert into "Session" (id, shop, state, "accessToken", "refreshToken") values ($1, $2, $3, $4, $5)',
    [id, shop, '', accessToken, refreshToken],
  );
}

beforeEach(() => pool().query('delete from "Session"'));

test('tokens are counted by whether the first key, another one or none of ours opens them', async () => {
  expect(await checkSessionKeys()).toBe(true);
  await plant('a', keys().current);
  await plant('b', keys().old);
  await plant('c', keys().old, true);
  await plant('d', lost);
  const given = config().sessionKeys.map(keyId);
  expect(await readKeyFit()).toEqual({ given, needed: [keyId(lost)], current: 1, old: 2, locked: 1 });
  expect(await checkSessionKeys()).toBe(true);
});

test('the hour leaves nothing under the old key or without a name, and what is locked as it was', async () => {
  await plant('b', keys().old);
  await plant('c', keys().current, true);
  await plant('d', lost);
  const locked = () => pool().query(`select * from "Session" where shop like 'd.%'`);
  const before = (await locked()).rows;
  await resealSessions();
  expect(await readKeyFit()).toMatchObject({ current: 2, old: 0, locked: 1 });
  expect((await locked()).rows).toEqual(before);
});

test('a row that no key could ever open says nothing of the keys', async () => {
  await plant('broken', keys().current);
  await pool().query(`update "Session" set "accessToken" = 'broken', "refreshToken" = null`);
  expect(await checkSessionKeys()).toBe(true);
  await expect(keysMustFit('new.myshopify.com')).resolves.toBeUndefined();
  await plant('e', lost, true);
  expect(await checkSessionKeys()).toBe(false);
  await expect(keysMustFit('new.myshopify.com')).rejects.toThrow(WrongSessionKey);
});

test('a first token is stored beside none, or beside one that we can open, and not where all are locked', async () => {
  await expect(keysMustFit('new.myshopify.com')).resolves.toBeUndefined();
  await plant('d', lost);
  expect(await checkSessionKeys()).toBe(false);
  await expect(keysMustFit('new.myshopify.com')).rejects.toThrow(WrongSessionKey);
  await plant('a', keys().current);
  await expect(keysMustFit('new.myshopify.com')).resolves.toBeUndefined();
});

test('a lost key is forgotten by name, and none that is here', async () => {
  await plant('a', keys().current);
  await plant('d', lost);
  await plant('e', lost, true);
  await expect(forgetKey(keyId(keys().current))).rejects.toThrow(/No token is locked/);
  await forgetKey(keyId(lost));
  await forgetKey('unnamed');
  expect(await readKeyFit()).toMatchObject({ needed: [], current: 1, locked: 0 });
});
