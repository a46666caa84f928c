import { afterAll, beforeAll, expect, test } from 'vitest';
import { CREDENTIALS, inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import { mintSessionToken } from '#tests/local-shopify/oauth/session-token.ts';

let world: InMemory;

beforeAll(async () => {
  world = await inMemory();
});
afterAll(() => world.stop());

type TokenBody = { access_token: string; refresh_token: string; error?: string };

async function ask(body: object): Promise<{ status: number; body: TokenBody }> {
  const secrets = { client_id: CREDENTIALS.apiKey, client_secret: CREDENTIALS.apiSecret };
  const response = await fetch(`${world.shopUrl}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...secrets, ...body }),
  });
  return { status: response.status, body: (await response.json()) as TokenBody };
}

const exchange = (subjectToken: string) =>
  ask({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: subjectToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
  });

const refresh = (token: string) => ask({ grant_type: 'refresh_token', refresh_token: token });

const works = async (token: string) => (await world.admin('{ shop { name } }', {}, token)).status;

test('a session token is exchanged for an expiring offline token that works', async () => {
  const { status, body } = await exchange(await world.shopify.sessionToken(world.shop.domain));
  expect(status).toBe(200);
  expect(body).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
  expect(await works(body.access_token)).toBe(200);
});

test('a session token of another secret, shop or hour is refused', async () => {
  const { domain } = world.shop;
  const now = new Date();
  const forged = mintSessionToken({ ...CREDENTIALS, apiSecret: 'other' }, domain, now);
  const foreign = mintSessionToken(CREDENTIALS, 'other.myshopify.com', now);
  const old = mintSessionToken(CREDENTIALS, domain, new Date(now.getTime() - 3_600_000));
  for (const token of [forged, foreign, old, 'nonsense']) {
    expect(await exchange(token)).toMatchObject({ status: 400, body: { error: 'invalid_subject_token' } });
  }
});

test('a refresh token works once; its successor too', async () => {
  const first = await exchange(await world.shopify.sessionToken(world.shop.domain));
  const second = await refresh(first.body.refresh_token);
  expect(await works(second.body.access_token)).toBe(200);
  expect(await refresh(first.body.refresh_token)).toMatchObject({
    status: 401,
    body: { error: 'invalid_grant' },
  });
  expect((await refresh(second.body.refresh_token)).status).toBe(200);
});

test('a wrong client secret is refused', async () => {
  expect(await ask({ grant_type: 'refresh_token', refresh_token: 'x', client_secret: 'y' })).toMatchObject({
    status: 401,
  });
});

test('an access token ends when it expires, and all end when the app is uninstalled', async () => {
  const { body } = await exchange(await world.shopify.sessionToken(world.shop.domain));
  await world.shopify.tokens.expireAccess(world.shop.domain, new Date());
  expect(await works(body.access_token)).toBe(401);
  const fresh = await refresh(body.refresh_token);
  expect(await works(fresh.body.access_token)).toBe(200);
  await world.shopify.uninstall(world.shop.domain);
  expect(await works(fresh.body.access_token)).toBe(401);
  expect((await refresh(fresh.body.refresh_token)).status).toBe(401);
});
