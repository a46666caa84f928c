// In two processes a shop's job may run twice at once. Whoever was asked, or writes, earlier may be the one who ends last.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { checkInstallation } from '#app/usecases/shop/check-installation.ts';
import { followShop } from '#app/usecases/shop/follow-shop.ts';
import { hearInstallationHint } from '#app/usecases/shop/hear-installation-hint.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { card, nextId } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { balance } from '#tests/support/shops.ts';

const local = useLocalShopify(5);
let shops = 0;
let shop: InstalledShop;

beforeEach(async () => {
  shop = await local.install(shops++);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

type Held = { reached: Promise<void>; letGo: () => void };

/** Holds the first call of an operation: before Shopify is told of it, or before its answer comes back. */
function holdFirst(operation: string, where: 'sending' | 'answer'): Held {
  const { fetch: real } = globalThis;
  let reach = () => {};
  let letGo = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  let isFirst = true;
  vi.stubGlobal('fetch', async (...[url, init]: Parameters<typeof fetch>) => {
    const held = isFirst && typeof init?.body === 'string' && init.body.includes(operation);
    if (!held) return real(url, init);
    isFirst = false;
    const answer = where === 'answer' ? await real(url, init) : null;
    reach();
    await gone;
    return answer ?? real(url, init);
  });
  return { reached, letGo };
}

const row = () => prisma().shop.findUniqueOrThrow({ where: { id: shop.id } });
/** When it was written last says nothing of what it is. */
const textOfProgram = () =>
  JSON.stringify(shop.local.appMetafields, (key, value: unknown) =>
    key === 'updatedAt' ? undefined : value,
  );

it('the program that Shopify shows is the published one, though an older is written last', async () => {
  await syncProgram(shop.id);
  expect(await publishCards(shop.id, [card({ size: 7 })])).toMatchObject({ ok: true });
  const { reached, letGo } = holdFirst('SetMetafields', 'sending');
  const older = syncProgram(shop.id);
  await reached;
  expect(await publishCards(shop.id, [card({ size: 9 })])).toMatchObject({ ok: true });
  await syncProgram(shop.id);
  const newest = textOfProgram();
  letGo();
  await older;
  expect(textOfProgram()).toBe(newest);
  expect((await row()).syncedVersion).toBe((await row()).publishedVersion);
});

it('a shop is followed to where it is, though an older answer comes last', async () => {
  const { reached, letGo } = holdFirst('ShopInfo', 'answer');
  const older = followShop(shop.id);
  await reached;
  shop.local.changeSettings({ timeZone: 'America/New_York', name: 'Seventh' });
  await followShop(shop.id);
  letGo();
  await older;
  expect(await row()).toMatchObject({ timeZone: 'America/New_York', name: 'Seventh' });
});

it('a hint that was answered leaves no doubt behind, though an older answer comes last', async () => {
  const at = new Date();
  const delivery = { webhookId: `hint-${nextId()}`, topic: 'app/uninstalled', shopDomain: shop.domain };
  await hearInstallationHint({ ...delivery, triggeredAt: at, receivedAt: at });
  await pool().query(`update "Shop" set "hintedAt" = "hintedAt" - interval '3 minutes' where id = $1`, [
    shop.id,
  ]);
  local.shopify().faults(shop.domain).script = () => ({ status: 404, body: {} });
  const { reached, letGo } = holdFirst('InstallationNow', 'answer');
  const older = checkInstallation(shop.id);
  await reached;
  local.shopify().faults(shop.domain).clear();
  await checkInstallation(shop.id);
  await forgetJobs();
  letGo();
  await older;
  expect(await row()).toMatchObject({ hintedAt: null, shutOutSince: null, uninstalledAt: null });
  expect(await bellsOf(shop)).toEqual(['check_installation']);
});

it('orders that no webhook told are counted once, and the mark stays where it has got to', async () => {
  const [customerId = ''] = [...shop.local.customers.keys()];
  const variant = shop.local.products[0]!.variants[0]!;
  await applyOrders(shop.id);
  const lines = [{ variantId: variant.id, quantity: 1 }];
  for (let bought = 0; bought < 3; bought += 1)
    await shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
  const { reached, letGo } = holdFirst('OrdersUpdated', 'answer');
  const older = reconcileShop(shop.id);
  await reached;
  await Promise.all([reconcileShop(shop.id), reconcileShop(shop.id)]);
  const { reconciledThrough } = await row();
  letGo();
  await older;
  expect((await row()).reconciledThrough.getTime()).toBeGreaterThanOrEqual(reconciledThrough.getTime());
  await Promise.all([applyOrders(shop.id), applyOrders(shop.id)]);
  expect(await balance(shop, customerId)).toMatchObject({ points: 3 * Math.floor(variant.priceMinor / 100) });
});
