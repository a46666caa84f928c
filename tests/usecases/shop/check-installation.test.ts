// A hint that the app was uninstalled: Shopify's answer to the shop's own token decides.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { checkInstallation } from '#app/usecases/shop/check-installation.ts';
import { hearInstallationHint } from '#app/usecases/shop/hear-installation-hint.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { nextId } from '#tests/support/factories.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;

beforeEach(async () => {
  local
    .shopify()
    .faults(local.shopify().shops.keys().next().value ?? '')
    .clear();
  shop = await local.install();
  await forgetJobs();
});

const row = () => prisma().shop.findUniqueOrThrow({ where: { id: shop.id } });
const sessions = () => prisma().session.count({ where: { shop: shop.domain } });
const outcomeOf = async (webhookId: string) =>
  (await prisma().webhookDelivery.findUnique({ where: { webhookId } }))?.outcome;

async function hint(topic = 'app/uninstalled'): Promise<string> {
  const webhookId = `hint-${nextId()}`;
  const at = new Date();
  await hearInstallationHint({ webhookId, topic, shopDomain: shop.domain, triggeredAt: at, receivedAt: at });
  return webhookId;
}

/** As if that had been so many minutes ago. */
const longAgo = (minutes: number) =>
  pool().query(`update "Shop" set "hintedAt" = "hintedAt" - $2 * interval '1 minute' where id = $1`, [
    shop.id,
    minutes,
  ]);

/** As if Shopify had first shut the app out so many minutes ago. */
const shutOutFor = (minutes: number) =>
  pool().query(
    `update "Shop" set "shutOutSince" = now() - $2 * interval '1 minute' where id = $1 and "shutOutSince" is not null`,
    [shop.id, minutes],
  );

describe('an uninstall that was hinted', () => {
  it('C62 changes nothing where Shopify says that the app is installed', async () => {
    const webhookId = await hint();
    await longAgo(3);
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: null, hintedAt: null, needsReopenSince: null });
    expect(await sessions()).toBe(1);
    expect(await outcomeOf(webhookId)).toBe('ignored');
    expect(await prisma().webhookDelivery.findUnique({ where: { webhookId } })).toMatchObject({
      reason: 'Shopify says that the app is installed',
    });
  });

  it('C64 is carried out once Shopify refuses the token, by our own clock', async () => {
    const before = new Date();
    await local.shopify().uninstall(shop.domain);
    const webhookId = await hint();
    await checkInstallation(shop.id);
    const { uninstalledAt, hintedAt } = await row();
    expect(uninstalledAt?.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(hintedAt).toBeNull();
    expect(await sessions()).toBe(0);
    expect(await outcomeOf(webhookId)).toBe('done');
    await checkInstallation(shop.id);
    expect((await row()).uninstalledAt).toEqual(uninstalledAt);
  });

  it('C64 is carried out too where Shopify’s servers say for a moment that all is as it was', async () => {
    await hint();
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: null, hintedAt: expect.any(Date) as Date });
    await local.shopify().uninstall(shop.domain);
    await ringBells();
    expect(await bellsOf(shop)).toContain('check_installation');
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: expect.any(Date) as Date, hintedAt: null });
  });

  it.each([403, 404, 410])('C64 counts where Shopify answers %i, and again minutes later', async (status) => {
    local.shopify().faults(shop.domain).script = () => ({ status, body: {} });
    await hint();
    for (const minutes of [0, 4]) {
      await shutOutFor(minutes);
      await checkInstallation(shop.id);
      expect(await row()).toMatchObject({ uninstalledAt: null, hintedAt: expect.any(Date) as Date });
      expect(await sessions()).toBe(1);
    }
    await forgetJobs();
    await ringBells();
    expect(await bellsOf(shop)).toContain('check_installation');
    await shutOutFor(5);
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: expect.any(Date) as Date, shutOutSince: null });
    local.shopify().faults(shop.domain).clear();
  });

  it.each([403, 404, 410])('C64 changes nothing where Shopify answers %i for a moment', async (status) => {
    local.shopify().faults(shop.domain).script = () => ({ status, body: {} });
    await hint();
    await checkInstallation(shop.id);
    local.shopify().faults(shop.domain).clear();
    await shutOutFor(10);
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: null, shutOutSince: null });
    // Another moment of another day begins anew.
    local.shopify().faults(shop.domain).script = () => ({ status, body: {} });
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: null });
    local.shopify().faults(shop.domain).clear();
  });

  it.each([500, 502, 423])('waits and rings again where Shopify answers %i', async (status) => {
    local.shopify().faults(shop.domain).script = () => ({ status, body: {} });
    await hint();
    await expect(checkInstallation(shop.id)).rejects.toThrow(AdminUnavailable);
    expect(await row()).toMatchObject({ uninstalledAt: null, hintedAt: expect.any(Date) as Date });
    expect(await sessions()).toBe(1);
    await forgetJobs();
    await ringBells();
    expect(await bellsOf(shop)).toContain('check_installation');
    local.shopify().faults(shop.domain).clear();
    await longAgo(3);
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: null, hintedAt: null });
  });

  it('C62 with an erasure told beside it, of a shop that has the app: both are dropped', async () => {
    const at = new Date();
    const told = { topic: 'shop/redact', shopDomain: shop.domain, triggeredAt: at, receivedAt: at };
    await recordPrivacyRequest({ ...told, webhookId: 'forged redact' }, { customerId: null, orderIds: [] });
    expect(await bellsOf(shop)).toEqual(['check_installation']);
    await longAgo(3);
    await checkInstallation(shop.id);
    expect(await row()).toMatchObject({ uninstalledAt: null, hintedAt: null });
    expect(await prisma().peopleRequest.count({ where: { shopId: shop.id, doneAt: null } })).toBe(0);
    expect(await outcomeOf('forged redact')).toBe('ignored');
  });
});

it('the scopes are those that Shopify tells, whatever the webhook said', async () => {
  await local.shopify().changeScopes(shop.domain, ['read_orders', 'read_customers']);
  const webhookId = await hint('app/scopes_update');
  await checkInstallation(shop.id);
  const session = await prisma().session.findFirstOrThrow({ where: { shop: shop.domain } });
  expect(session.scope?.split(',').sort()).toEqual(['read_customers', 'read_orders']);
  expect(await outcomeOf(webhookId)).toBe('done');
});

it('C62 a hint of one shop asks of no other', async () => {
  const other = await local.install(1);
  await hint();
  expect(await bellsOf(other)).not.toContain('check_installation');
  await checkInstallation(other.id);
  expect(await row()).toMatchObject({ hintedAt: expect.any(Date) as Date });
});
