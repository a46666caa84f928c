// An hour with a SHOPIFY_API_SECRET that Shopify doesn't know: nothing can be verified and no token renewed, and nothing is
// lost by it. Then the secret is rotated while orders come in.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyedApp, newKey, SECRET, type KeyedApp } from './keyed-app.ts';
import { oweNothing, marked, usedUp } from './keyed-state.ts';

const SHOPS = 2;
const SESSION_KEY = newKey();
let app: KeyedApp;
let bought = 0;

const buy = async () => {
  await app.buyEverywhere();
  bought += SHOPS;
};
const applied = () => app.ask('select 1 from "Order" where "appliedRevision" = revision');

beforeAll(async () => {
  app = await keyedApp(SHOPS);
  await app.start({ SESSION_KEY });
  for (const domain of app.domains) expect((await app.visit(domain)).status).toBe(200);
  await buy();
  await app.settled();
});

afterAll(() => app.stop());

test('with a wrong secret nobody is marked, and no job is used up', async () => {
  const before = await app.ask('select * from "Session" order by id');
  await app.start({ SESSION_KEY, SHOPIFY_API_SECRET: 'not the secret' });
  await buy();
  expect(await applied()).toHaveLength(bought - SHOPS);
  await app.hourPasses();
  expect(await app.ask('select * from "Session" order by id')).toEqual(before);
  expect(await marked(app)).toEqual([]);
  expect(await usedUp(app)).toEqual([]);
});

test('with the right one reconciliation brings what was refused', async () => {
  await app.start({ SESSION_KEY });
  await app.hourPasses();
  await app.settled();
  expect(await applied()).toHaveLength(bought);
  expect(await oweNothing(app)).toBe(true);
});

const ROTATED = { SESSION_KEY, SHOPIFY_API_SECRET: 'the secret afterwards', SHOPIFY_API_SECRET_OLD: SECRET };
const OLD = { webhooks: 'old', proxy: 'old', sessionTokens: 'old' } as const;
const NEW = { webhooks: 'new', proxy: 'new', sessionTokens: 'new' } as const;

test.each([
  ['signs with the old secret and lets us ask by both', OLD, 'both'],
  ['signs with the old secret and lets us ask by the new one alone', OLD, 'new'],
  ['signs with the new secret and lets us ask by the old one alone', NEW, 'old'],
  ['signs webhooks with the old secret and session tokens with the new', { ...NEW, webhooks: 'old' }, 'both'],
] as const)('while Shopify %s, orders, renewals and visits go on', async (_how, signsWith, accepts) => {
  app.shopify.app.rotation = { newSecret: ROTATED.SHOPIFY_API_SECRET, signsWith, accepts };
  await app.start(ROTATED);
  await app.ask(`update "Session" set expires = now() - interval '1 day' where id like '%roaster-0%'`);
  expect((await app.visit(app.domains[0] ?? '')).status).toBe(200);
  await buy();
  await app.hourPasses();
  await app.settled();
  expect(await applied()).toHaveLength(bought);
  expect(await oweNothing(app)).toBe(true);
});

test('an hour later the old secret can be revoked, also if its tokens die with it', async () => {
  app.shopify.app.rotation = { newSecret: ROTATED.SHOPIFY_API_SECRET, signsWith: OLD, accepts: 'both' };
  await app.hourPasses();
  await app.settled();
  await app.shopify.revokeOldSecret({ tokensToo: true });
  await app.start({ SESSION_KEY, SHOPIFY_API_SECRET: ROTATED.SHOPIFY_API_SECRET });
  await buy();
  await app.settled();
  expect(await applied()).toHaveLength(bought);
  expect(await oweNothing(app)).toBe(true);
});
