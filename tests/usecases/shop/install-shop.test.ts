import { useNewShops } from '#tests/support/use-new-shops.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { authenticateAdmin } from '#app/shopify/auth/app.server.ts';
import { followShop } from '#app/usecases/shop/follow-shop.ts';
import { installShop } from '#app/usecases/shop/install-shop.ts';
import { checkInstallation } from '#app/usecases/shop/check-installation.ts';
import { hearInstallationHint } from '#app/usecases/shop/hear-installation-hint.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { openingRequest, setEnvironment } from '#tests/routes/merchant.ts';

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
  await authenticateAdmin(openingRequest(shop));
});

afterAll(async () => {
  await closePrisma();
  await database.drop();
});

const shopRow = () => prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
const jobsOf = async (shopId: number) => {
  const jobs = await prisma().$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs where key like ${`%/${shopId}`} order by key`;
  return jobs.map(({ key }) => key.replace(`/${shopId}`, ''));
};

async function tellUninstall(webhookId: string, at = new Date()): Promise<void> {
  const { id } = await shopRow();
  const delivery = {
    webhookId,
    topic: 'app/uninstalled',
    shopDomain: shop,
    triggeredAt: at,
    receivedAt: new Date(),
  };
  await hearInstallationHint(delivery);
  await checkInstallation(id);
  await prisma().$queryRaw`select graphile_worker.remove_job(${`check_installation/${id}`})::text`;
}

async function uninstall(webhookId: string): Promise<void> {
  await added.shopify.uninstall(shop);
  await tellUninstall(webhookId);
}

async function openAgain(): Promise<void> {
  await added.shopify.install(shop);
  await authenticateAdmin(openingRequest(shop));
}

/** All but those of a shop that leaves. */
const EVERY_BELL = [
  'apply_orders',
  'carry_out_requests',
  'fill_codes',
  'follow_shop',
  'give_lists',
  'lapse_choices',
  'move_in',
  'own_discounts',
  'past_orders',
  'read_birthdays',
  'read_collections',
  'read_history',
  'read_theme',
  'reconcile_shop',
  'release_vouchers',
  'sweep_occasions',
  'sync_discounts',
  'sync_members',
  'sync_program',
  'tell_notices',
];

describe('the first visit', () => {
  test('creates the shop with its first program, and a stamp card as a draft', async () => {
    await installShop(shop);
    const row = await shopRow();
    expect(row).toMatchObject({
      currency: 'EUR',
      timeZone: 'Europe/Paris',
      publishedVersion: 1,
      syncedVersion: 0,
    });
    expect(row.earnsFrom.getMilliseconds()).toBe(0);
    const version = await prisma().programVersion.findFirstOrThrow({ where: { shopId: row.id } });
    const published = upgradeRules(version.rules);
    expect(published).toMatchObject({ earn: { points: 1, perMinor: 100 }, pointsOff: true, cards: [] });
    expect(version.publishedAt).toEqual(row.earnsFrom);
    const draft = upgradeRules(row.draft);
    expect(draft.cards).toMatchObject([{ key: 'card-1', size: 5, products: { all: false } }]);
    expect(await jobsOf(row.id)).toEqual(['sync_program']);
  });

  test.each([
    ['EUR', 100],
    ['JPY', 100],
    ['KWD', 1_000],
  ])('C30 counts in the currency that Shopify tells: %s', async (currencyCode, perMinor) => {
    added.shopify.shop(shop).setup.currency = currencyCode;
    await installShop(shop);
    const { rules } = await prisma().programVersion.findFirstOrThrow({ where: { shop: { domain: shop } } });
    expect(upgradeRules(rules).earn.perMinor).toBe(perMinor);
  });

  test('run twice and five times in parallel it is one shop with one program', async () => {
    await Promise.all(Array.from({ length: 5 }, () => installShop(shop)));
    await installShop(shop);
    const { id } = await shopRow();
    expect(await prisma().programVersion.count({ where: { shopId: id } })).toBe(1);
    expect(await jobsOf(id)).toEqual(['sync_program']);
  });

  test('in a time zone that nobody knows it reckons by UTC, until Shopify tells a known one', async () => {
    const faults = added.shopify.faults(shop);
    const told = { name: 'Sixth', currencyCode: 'EUR', ianaTimezone: 'Mars/Olympus' };
    const body = { data: { shop: { ...told, plan: { publicDisplayName: 'Basic' } } } };
    faults.script = ({ operation }) => (operation === 'ShopInfo' ? { status: 200, body } : null);
    const { id } = await installShop(shop);
    expect(await shopRow()).toMatchObject({ timeZone: 'UTC' });
    faults.clear();
    await followShop(id);
    expect(await shopRow()).toMatchObject({ timeZone: 'Europe/Paris' });
  });

  test('whose time zone an older version took over unseen is healed', async () => {
    const { id } = await installShop(shop);
    await prisma().shop.update({ where: { id }, data: { timeZone: 'Mars/Olympus' } });
    const told = { name: 'Sixth', currencyCode: 'EUR', ianaTimezone: 'Mars/Olympus' };
    const body = { data: { shop: { ...told, plan: { publicDisplayName: 'Basic' } } } };
    added.shopify.faults(shop).script = ({ operation }) =>
      operation === 'ShopInfo' ? { status: 200, body } : null;
    await followShop(id);
    expect(await shopRow()).toMatchObject({ timeZone: 'UTC' });
  });

  test('while Shopify is away it creates nothing, and the next visit does', async () => {
    added.shopify.faults(shop).script = () => ({ status: 503, body: {} });
    await expect(installShop(shop)).rejects.toThrow(AdminUnavailable);
    expect(await prisma().shop.count({ where: { domain: shop } })).toBe(0);
    added.shopify.faults(shop).clear();
    await installShop(shop);
    expect((await shopRow()).currency).toBe('EUR');
  });
});

describe('a reinstall', () => {
  test('C76 that is faster than the news of the uninstall is not undone by it', async () => {
    await installShop(shop);
    const yesterday = new Date(Date.now() - 86_400_000);
    await prisma().shop.updateMany({ where: { domain: shop }, data: { installedAt: yesterday } });
    const uninstalledAt = new Date();
    await prisma().session.deleteMany({ where: { shop } });
    await authenticateAdmin(openingRequest(shop));
    await installShop(shop);
    await tellUninstall('late', uninstalledAt);
    expect((await shopRow()).uninstalledAt).toBeNull();
    expect(await prisma().session.count({ where: { shop } })).toBe(1);
  });

  test('C64 finds its history, and has everything synced again', async () => {
    await installShop(shop);
    const before = await shopRow();
    const member = {
      shopId: before.id,
      customerId: 7n,
      syncedRev: 4,
      goneAt: new Date(),
      joinedAt: new Date(),
    };
    await prisma().member.create({ data: member });
    await uninstall('goes');
    await openAgain();
    await installShop(shop);

    const after = await shopRow();
    expect(after).toMatchObject({
      id: before.id,
      uninstalledAt: null,
      publishedVersion: 1,
      syncedVersion: 0,
    });
    expect(after.earnsFrom).toEqual(before.earnsFrom);
    expect(after.reconciledThrough).toEqual(before.reconciledThrough);
    expect(after.installedAt.getTime()).toBeGreaterThan(before.installedAt.getTime());
    const members = await prisma().member.findMany({ where: { shopId: before.id } });
    expect(members).toMatchObject([{ customerId: 7n, syncedRev: 0, goneAt: null }]);
    expect(await jobsOf(before.id)).toEqual(EVERY_BELL);
  });

  test('or a visit after a dead token rings for whatever waited meanwhile', async () => {
    const { id } = await installShop(shop);
    await prisma().shop.update({ where: { id }, data: { needsReopenSince: new Date() } });
    await prisma().$queryRaw`select graphile_worker.remove_job(key)::text from graphile_worker.jobs`;
    await installShop(shop);
    expect(await jobsOf(id)).toEqual(EVERY_BELL);
    expect(await shopRow()).toMatchObject({ needsReopenSince: null });
  });

  test('C62 touches no other shop', async () => {
    await installShop(shop);
    const first = await shopRow();
    await prisma().member.create({
      data: { shopId: first.id, customerId: 7n, syncedRev: 4, joinedAt: new Date() },
    });
    shop = `neighbour-of-${shop}`;
    await added.add(shop);
    await authenticateAdmin(openingRequest(shop));
    await installShop(shop);
    await uninstall('neighbour goes');
    await openAgain();
    await installShop(shop);
    expect(await prisma().member.findMany({ where: { shopId: first.id } })).toMatchObject([{ syncedRev: 4 }]);
    expect(await prisma().shop.findUnique({ where: { id: first.id } })).toEqual(first);
  });

  test('C76 an uninstall from before it arrives late and changes nothing', async () => {
    await installShop(shop);
    const triggeredAt = new Date();
    await uninstall('in time');
    await openAgain();
    await installShop(shop);
    await tellUninstall('late', triggeredAt);
    expect((await shopRow()).uninstalledAt).toBeNull();
    expect(await prisma().session.count({ where: { shop } })).toBe(1);
  });
});
