// SESSION_KEY is rotated while orders come in: within the hour nothing is left under the old key.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyId } from '#app/shopify/auth/token-cipher.ts';
import { keyedApp, newKey, type KeyedApp } from './keyed-app.ts';
import { oweNothing } from './keyed-state.ts';

const SHOPS = 2;
const [old, fresh] = [newKey(), newKey()];
let app: KeyedApp;

const idOf = (key: string) => keyId(Buffer.from(key, 'base64'));

/** The keys that the tokens name. */
async function named(): Promise<string[]> {
  const rows = await app.ask<{ key: string }>(
    `select distinct split_part(token, '.', 3) as key from (
       select "accessToken" as token from "Session" union all select "refreshToken" from "Session") t`,
  );
  return rows.map(({ key }) => key);
}

beforeAll(async () => {
  app = await keyedApp(SHOPS);
  await app.start({ SESSION_KEY: old });
  for (const domain of app.domains) expect((await app.visit(domain)).status).toBe(200);
  await app.settled();
});

afterAll(() => app.stop());

test('first every process is given the new key beside the old', async () => {
  await app.start({ SESSION_KEY: old, SESSION_KEY_OLD: fresh });
  await app.buyEverywhere();
  await app.settled();
  expect(await named()).toEqual([idOf(old)]);
});

test('then the new one seals, and within an hour nothing is left under the old', async () => {
  await app.start({ SESSION_KEY: fresh, SESSION_KEY_OLD: old });
  await app.buyEverywhere();
  await app.hourPasses();
  await app.settled();
  expect(await named()).toEqual([idOf(fresh)]);
  const said = (await app.logOf('worker')).findLast(({ msg }) => msg === 'session keys open every token');
  expect(said).toMatchObject({ given: [idOf(fresh), idOf(old)], current: SHOPS, old: 0 });
});

test('then the old one is taken away', async () => {
  await app.start({ SESSION_KEY: fresh });
  await app.buyEverywhere();
  await app.hourPasses();
  await app.settled();
  expect(await app.ask('select 1 from "Order" where "appliedRevision" = revision')).toHaveLength(3 * SHOPS);
  expect(await oweNothing(app)).toBe(true);
});
