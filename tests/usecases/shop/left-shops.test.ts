// Shops that left: erased by themselves once they have given no sign of life for long, also where nobody told us anything.
import { beforeEach, describe, expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { noteHeard } from '#app/db/shop/webhook-deliveries.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { checkInstallation } from '#app/usecases/shop/check-installation.ts';
import { doubtQuietShops } from '#app/usecases/shop/doubt-quiet-shops.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { hearShopChange } from '#app/usecases/shop/hear-shop-change.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { order } from '#tests/support/factories.ts';
import { delivery, uninstall } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

let shop: TestShop;
beforeEach(async () => {
  shop = await installedShop();
  await tellAndApply(shop, order());
  await forgetJobs();
});

const DAY_MS = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const set = (data: Parameters<ReturnType<typeof prisma>['shop']['update']>[0]['data']) =>
  prisma().shop.update({ where: { id: shop.id }, data });
const row = () => prisma().shop.findUnique({ where: { id: shop.id } });

async function uninstalledFor(days: number): Promise<void> {
  await uninstall(shop);
  await set({ installedAt: daysAgo(400), uninstalledAt: daysAgo(days) });
}

/** Whether the bell rings, and the job then takes everything. */
async function isErased(): Promise<[rung: boolean, gone: boolean]> {
  await forgetJobs();
  await ringBells();
  const rung = (await bellsOf(shop)).includes('erase_shop');
  await eraseShop(shop.id);
  return [rung, (await row()) === null];
}

describe('a shop that has uninstalled', () => {
  it('C63 is erased after sixty days, though nobody asked for it', async () => {
    await uninstalledFor(59);
    expect(await isErased()).toEqual([false, false]);
    await uninstalledFor(61);
    expect(await isErased()).toEqual([true, true]);
    expect(await prisma().erasedShop.findUnique({ where: { id: shop.id } })).toMatchObject({
      askedBy: 'nobody: it had left for good',
      orders: 1,
      members: 1,
    });
  });

  it('C64 C76 stays where it was installed again before', async () => {
    await uninstalledFor(61);
    await set({ installedAt: daysAgo(1), uninstalledAt: null });
    expect(await isErased()).toEqual([false, false]);
  });

  it('C64 stays for another sixty days where a signed delivery says that it lives', async () => {
    await uninstalledFor(61);
    await tell(shop, order());
    await noteSignOfLife(pool(), [shop.domain], new Date());
    expect(await isErased()).toEqual([false, false]);
    await set({ aliveAt: daysAgo(61) });
    expect(await isErased()).toEqual([true, true]);
  });

  it('C64 takes a change of the shop’s settings for a sign of life', async () => {
    await uninstalledFor(61);
    await hearShopChange(delivery(shop, 'shop/update'));
    expect(await isErased()).toEqual([false, false]);
  });

  it('C64 C76 stays where Shopify has just given a token, though the install isn’t done', async () => {
    await uninstalledFor(61);
    await set({ tokenGivenAt: new Date() });
    expect(await isErased()).toEqual([false, false]);
  });

  it('is not kept by deliveries that were on their way when it left', async () => {
    await uninstalledFor(61);
    await noteSignOfLife(pool(), [shop.domain], daysAgo(60));
    expect((await row())?.aliveAt).toBeNull();
    expect(await isErased()).toEqual([true, true]);
  });

  it('is not erased by a worker whose clock is ahead', async () => {
    await uninstalledFor(10);
    await ringBells(daysAgo(-100));
    expect(await bellsOf(shop)).not.toContain('erase_shop');
  });

  it('C62 leaves every other shop as it is', async () => {
    const other = await installedShop();
    await tellAndApply(other, order());
    await uninstalledFor(61);
    await isErased();
    expect(await prisma().member.count({ where: { shopId: other.id } })).toBe(1);
  });
});

describe('a shop of whose uninstall nobody told us', () => {
  const quietFor = (days: number) => set({ installedAt: daysAgo(400), needsReopenSince: daysAgo(days) });
  const isDoubted = async () => {
    await deleteOldRecords();
    return (await bellsOf(shop)).includes('check_installation');
  };

  it('C64 is asked for once its token has been dead for 120 days without a word, and counts as uninstalled', async () => {
    await quietFor(119);
    expect(await isDoubted()).toBe(false);
    await quietFor(121);
    expect(await isDoubted()).toBe(true);
    await doubtQuietShops();
    await checkInstallation(shop.id);
    const { uninstalledAt } = (await row())!;
    expect(uninstalledAt!.getTime()).toBeGreaterThan(Date.now() - DAY_MS);
    expect(await isErased()).toEqual([false, false]);
    await set({ uninstalledAt: daysAgo(61) });
    expect(await isErased()).toEqual([true, true]);
  });

  it('C64 is left alone where its webhooks still tell of orders, or of anything else', async () => {
    await quietFor(200);
    await noteHeard(pool(), [shop.domain], daysAgo(100));
    expect(await isDoubted()).toBe(false);
    await pool().query('delete from "WebhookPulse" where "shopId" = $1', [shop.id]);
    await hearShopChange(delivery(shop, 'shop/update'));
    expect(await isDoubted()).toBe(false);
  });

  it('leaves a shop alone whose token works, however quiet it is', async () => {
    await set({ installedAt: daysAgo(400) });
    expect(await isDoubted()).toBe(false);
  });
});
