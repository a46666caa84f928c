// The same token paths against local Shopify, which rotates refresh tokens and knows what it has given.
import { useLocalShopify } from '#tests/support/use-local-shopify.ts';
import { expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { shopInfo } from '#app/shopify/shop/shop-info.ts';

const { install } = useLocalShopify();

async function letTokenEnd(domain: string): Promise<void> {
  const expires = new Date(Date.now() - 1000);
  await prisma().session.update({ where: { id: `offline_${domain}` }, data: { expires } });
}

test('both of our operations are answered in full', async () => {
  const { domain } = await install();
  expect(await callAdmin(domain, shopInfo, {})).toMatchObject({ shop: { currency: 'EUR' } });
  const { currentAppInstallation } = await callAdmin(domain, appInstallationId, {});
  expect(currentAppInstallation.id).toMatch(/^gid:\/\/shopify\/AppInstallation\/\d+$/);
});

test('round after round of five parallel jobs, each round with one refresh, keeps the shop alive', async () => {
  const { domain } = await install();
  for (const _round of [1, 2, 3]) {
    await letTokenEnd(domain);
    const answers = await Promise.all(Array.from({ length: 5 }, () => callAdmin(domain, shopInfo, {})));
    expect(answers).toHaveLength(5);
  }
  const shop = await prisma().shop.findUniqueOrThrow({ where: { domain } });
  expect(shop.needsReopenSince).toBeNull();
});
