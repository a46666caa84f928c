// Tokens of a shop: exchanged once, refreshed once, encrypted, given up when dead.
import { useNewShops } from '#tests/support/use-new-shops.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import {
  AdminRefused,
  AdminThrottled,
  AdminUnavailable,
  NeedsReopen,
  ShopNotInstalled,
} from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { authenticateAdmin } from '#app/shopify/auth/app.server.ts';
import { shopInfo } from '#app/shopify/shop/shop-info.ts';
import { installShop } from '#app/usecases/shop/install-shop.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { bearerRequest, openingRequest, sessionToken, setEnvironment } from './merchant.ts';

const added = useNewShops();
let database: TestDatabase;
let shop: string;
let shops = 0;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
});

beforeEach(async () => {
  added.reset();
  shop = `shop-${(shops += 1)}.myshopify.com`;
  await added.add(shop);
});

afterAll(async () => {
  await closePrisma();
  await database.drop();
});

const BERLIN = {
  name: 'Sixth',
  currencyCode: 'EUR',
  ianaTimezone: 'Europe/Berlin',
  plan: { publicDisplayName: 'Basic' },
};
/** The same as the app reads it. */
const READ = { name: 'Sixth', currency: 'EUR', timeZone: 'Europe/Berlin', plan: 'Basic' };

const asked = () => added.shopify.asked;
const faults = () => added.shopify.faults(shop);
const grantsOf = (type: 'exchange' | 'refresh') => asked().grants.filter((grant) => grant.type === type);
const row = () => prisma().session.findUniqueOrThrow({ where: { id: `offline_${shop}` } });
const call = () => callAdmin(shop, shopInfo, {});

/** As after an hour without a visit. */
async function letTokenEnd(): Promise<void> {
  const expires = new Date(Date.now() - 1000);
  await prisma().session.update({ where: { id: `offline_${shop}` }, data: { expires } });
}

async function openedShop(): Promise<void> {
  await authenticateAdmin(openingRequest(shop));
  await installShop(shop);
}

async function responseOf(request: Promise<unknown>): Promise<Response> {
  const thrown: unknown = await request.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error(`No Response was thrown, but ${String(thrown)}`);
  return thrown;
}

describe('exchange', () => {
  test('two parallel first opens make one exchange', async () => {
    const opened = await Promise.all([
      authenticateAdmin(openingRequest(shop)),
      authenticateAdmin(bearerRequest(shop)),
    ]);
    expect(opened.map(({ session }) => session.shop)).toEqual([shop, shop]);
    expect(grantsOf('exchange')).toHaveLength(1);
  });

  test('a second visit within the hour asks Shopify for nothing', async () => {
    await authenticateAdmin(openingRequest(shop));
    await authenticateAdmin(openingRequest(shop));
    expect(asked().grants).toHaveLength(1);
  });

  test('tokens are encrypted at rest, and open only with the key', async () => {
    await authenticateAdmin(openingRequest(shop));
    const { accessToken, refreshToken } = await row();
    expect(accessToken).toMatch(/^v1\./);
    expect(refreshToken).toMatch(/^v1\./);
    expect(`${accessToken}${refreshToken}`).not.toMatch(/shp/);
    await call();
    expect(asked().calls[0]?.token).toMatch(/^shpat_[0-9a-f]{32}$/);
  });

  test("C62 a token moved from another shop's row opens nothing", async () => {
    await openedShop();
    const stolen = await row();
    shop = `thief-of-${shop}`;
    await added.add(shop);
    await openedShop();
    await prisma().session.update({
      where: { id: `offline_${shop}` },
      data: { accessToken: stolen.accessToken, refreshToken: stolen.refreshToken },
    });
    asked().clear();
    await expect(call()).rejects.toThrow(NeedsReopen);
    expect(asked().calls).toEqual([]);
  });

  test('an exchange that Shopify fails leaves the lease free for the next visit', async () => {
    faults().tokenRefusal = { status: 500, body: {} };
    expect((await responseOf(authenticateAdmin(openingRequest(shop)))).status).toBe(500);
    faults().tokenRefusal = null;
    expect((await authenticateAdmin(openingRequest(shop))).session.shop).toBe(shop);
    expect(await prisma().tokenLease.count()).toBe(0);
  });

  test('a holder that crashed loses its lease by time', async () => {
    const until = new Date(Date.now() + 150);
    await prisma().tokenLease.create({ data: { shop, holder: 'crashed', until } });
    expect((await authenticateAdmin(openingRequest(shop))).session.shop).toBe(shop);
  });
});

describe('a session token that is not good', () => {
  test.each([
    ['signed by somebody else', () => sessionToken(shop, {}, 'somebody else')],
    ['of another app', () => sessionToken(shop, { aud: 'another app' })],
    ['that is over', () => sessionToken(shop, { exp: 1_700_000_000 })],
    ['that is no token', () => 'nonsense'],
  ])('%s: 401 for a fetch, the bounce page for a document, no exchange', async (_what, token) => {
    expect((await responseOf(authenticateAdmin(bearerRequest(shop, token())))).status).toBe(401);
    const bounced = await responseOf(authenticateAdmin(openingRequest(shop, { token: token() })));
    expect(bounced.headers.get('location')).toMatch(/^\/auth\/session-token\?/);
    expect(bounced.headers.get('location')).not.toMatch(/id_token/);
    expect(asked().grants).toEqual([]);
  });

  test("C62 the shop is the token's, whatever the address says", async () => {
    const { session } = await authenticateAdmin(
      openingRequest('victim.myshopify.com', { token: sessionToken(shop) }),
    );
    expect(session.shop).toBe(shop);
    expect(asked().grants.map((grant) => grant.shop)).toEqual([shop]);
  });
});

describe('refresh', () => {
  test('five parallel jobs make one refresh', async () => {
    await openedShop();
    await letTokenEnd();
    const results = await Promise.all(Array.from({ length: 5 }, call));
    expect(results).toHaveLength(5);
    expect(grantsOf('refresh')).toHaveLength(1);
    const { expires } = await row();
    expect(expires?.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  test('each refresh uses the refresh token of the one before', async () => {
    await openedShop();
    for (const _round of [1, 2]) {
      await letTokenEnd();
      await call();
    }
    const [first, second] = grantsOf('refresh');
    expect(first?.refreshToken).not.toBe(second?.refreshToken);
  });

  test.each([
    [400, 'invalid_request'],
    [401, 'invalid_grant'],
  ])('a refusal (%i) marks the shop, and jobs stop asking', async (status, error) => {
    await openedShop();
    await letTokenEnd();
    faults().tokenRefusal = { status, body: { error } };
    await expect(call()).rejects.toThrow(NeedsReopen);
    await expect(call()).rejects.toThrow(NeedsReopen);
    expect(grantsOf('refresh')).toHaveLength(1);
    const marked = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
    expect(marked.needsReopenSince).not.toBeNull();
  });

  test('Shopify being away, or our own secret being wrong, marks nobody', async () => {
    await openedShop();
    await letTokenEnd();
    faults().tokenRefusal = { status: 503, body: {} };
    await expect(call()).rejects.toThrow(AdminUnavailable);
    faults().tokenRefusal = { status: 401, body: { error: 'invalid_client' } };
    await expect(call()).rejects.toThrow(AdminUnavailable);
    faults().tokenRefusal = null;
    await expect(call()).resolves.toMatchObject({ shop: { currency: 'EUR' } });
  });

  test('the next visit brings a new token, and the shop runs again', async () => {
    await openedShop();
    await letTokenEnd();
    faults().tokenRefusal = { status: 400, body: { error: 'invalid_request' } };
    await expect(call()).rejects.toThrow(NeedsReopen);
    faults().tokenRefusal = null;
    await openedShop();
    const revived = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
    expect(revived.needsReopenSince).toBeNull();
    await expect(call()).resolves.toMatchObject({ shop: { currency: 'EUR' } });
  });
});

describe('answers of the Admin API', () => {
  const answers = (status: number, body: object, headers = {}) => {
    faults().script = () => ({ status, body, headers });
  };

  test('without a session the shop is not installed', async () => {
    await expect(call()).rejects.toThrow(ShopNotInstalled);
  });

  test('throttled: how long to wait comes from the bucket', async () => {
    await openedShop();
    const throttleStatus = { maximumAvailable: 2000, currentlyAvailable: 20, restoreRate: 100 };
    const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
    answers(200, { errors, extensions: { cost: { requestedQueryCost: 120, throttleStatus } } });
    const thrown = await call().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AdminThrottled);
    expect(thrown).toMatchObject({ waitMs: 1000, retry: true });
    answers(429, {}, { 'retry-after': '2.0' });
    await expect(call()).rejects.toMatchObject({ waitMs: 2000 });
  });

  test.each([500, 502, 503, 402, 423])('%i is asked again later', async (status) => {
    await openedShop();
    answers(status, {});
    await expect(call()).rejects.toMatchObject({ code: 'admin-unavailable', retry: true });
  });

  test('an answer that never comes is asked for again later', async () => {
    await openedShop();
    faults().plan('lose_answer');
    await expect(call()).rejects.toThrow(AdminUnavailable);
  });

  test('a refused document is not asked again', async () => {
    await openedShop();
    answers(200, {
      errors: [{ message: "Field 'x' doesn't exist", extensions: { code: 'undefinedField' } }],
    });
    await expect(call()).rejects.toThrow(AdminRefused);
    answers(200, { data: { shop: { currencyCode: 7 } } });
    await expect(call()).rejects.toMatchObject({ code: 'admin-refused', retry: false });
  });

  test('a field that needs an approval comes as null beside its error', async () => {
    await openedShop();
    const errors = [
      { message: 'Not approved', path: ['shop', 'name'], extensions: { code: 'ACCESS_DENIED' } },
    ];
    answers(200, {
      data: { shop: { ...BERLIN, name: null } },
      errors,
    });
    await expect(call()).resolves.toMatchObject({ shop: { currency: 'EUR', name: null } });
  });

  test('a 401 to a token that is not over is asked again with a refreshed one', async () => {
    await openedShop();
    const [dead] = asked().calls.map(({ token }) => token);
    faults().script = ({ token }) =>
      token === dead ? { status: 401, body: {} } : { status: 200, body: { data: { shop: BERLIN } } };
    await expect(call()).resolves.toEqual({ shop: READ });
    expect(grantsOf('refresh')).toHaveLength(1);
  });

  test('a 401 to the refreshed one too gives the shop up, once and for good', async () => {
    await openedShop();
    answers(401, { errors: 'Invalid API key or access token' });
    await expect(call()).rejects.toThrow(NeedsReopen);
    const marked = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
    expect(marked.needsReopenSince).not.toBeNull();
    asked().clear();
    await expect(call()).rejects.toThrow(NeedsReopen);
    expect(asked().calls).toEqual([]);
    expect(await row()).toMatchObject({ accessToken: '', refreshToken: null });
  });

  test('a clock that is put forward while a token is refreshed gives nobody up', async () => {
    await openedShop();
    const lasting = { expires_in: 0, refresh_token: 'shprt_next', refresh_token_expires_in: 7_776_000 };
    const body = { access_token: 'shpat_next', scope: 'read_orders', ...lasting };
    faults().tokenRefusal = { status: 200, body };
    faults().script = () => ({ status: 200, body: { data: { shop: BERLIN } } });
    await letTokenEnd();
    asked().clear();
    await expect(call()).resolves.toEqual({ shop: READ });
    expect(asked().calls.map(({ token }) => token)).toEqual(['shpat_next']);
    const shopNow = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
    expect(shopNow.needsReopenSince).toBeNull();
    expect((await row()).refreshToken).not.toBeNull();
  });

  test.each([
    ['none', undefined],
    ['null', null],
    ['a text', '3600'],
    ['no number', 'soon'],
    ['one beyond all dates', 1e300],
  ])('a refresh that tells its end badly (%s) is one all the same', async (_how, seconds) => {
    await openedShop();
    await letTokenEnd();
    const lasting = { refresh_token: 'shprt_next', refresh_token_expires_in: seconds };
    const body = { access_token: 'shpat_next', scope: 'read_orders', expires_in: seconds, ...lasting };
    faults().tokenRefusal = { status: 200, body };
    faults().script = () => ({ status: 200, body: { data: { shop: BERLIN } } });
    asked().clear();
    await expect(call()).resolves.toEqual({ shop: READ });
    expect(asked().calls.map(({ token }) => token)).toEqual(['shpat_next']);
  });

  test('after an uninstall that nobody told, the refused refresh marks the shop', async () => {
    await openedShop();
    answers(401, {});
    faults().tokenRefusal = { status: 401, body: { error: 'invalid_grant' } };
    await expect(call()).rejects.toThrow(NeedsReopen);
    const marked = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
    expect(marked.needsReopenSince).not.toBeNull();
  });

  test('a 401 to a token that another process has just replaced is asked again with the new one', async () => {
    await openedShop();
    let old = '';
    faults().script = async ({ token }) => {
      if (old !== '') return { status: 200, body: { data: { shop: { ...BERLIN, ianaTimezone: 'UTC' } } } };
      old = token;
      await letTokenEnd();
      await authenticateAdmin(openingRequest(shop));
      return { status: 401, body: {} };
    };
    await expect(call()).resolves.toMatchObject({ shop: { timeZone: 'UTC' } });
    expect(asked().calls.at(-1)?.token).not.toBe(old);
  });
});
