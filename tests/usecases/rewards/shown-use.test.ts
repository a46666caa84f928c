// A held code that Shopify shows as used while no order says so: looked for, and then used, or given back and flagged.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { shopsToRelease } from '#app/db/rewards/releases.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { look, reconciled, wholeWay } from '#tests/support/releasing.ts';
import { books, FIVE, isRung, memberWith, tap } from '#tests/support/rewards.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { orderWith, voucherState } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
let shop: InstalledShop;
let customerId: string;
let voucher: { id: string; code: string };

const query = (text: string, ...values: unknown[]) => pool().query<object>(text, [shop.id, ...values]);
const stateOf = () => voucherState(shop, voucher);

/** Paid with the code at Shopify, and no webhook comes. @param before codes that were typed in before it */
async function buyUntold(...before: string[]): Promise<string> {
  const value = { kind: 'amount', amountMinor: 100 } as const;
  const discounts = [...before, voucher.code].map((title) => ({
    type: 'discount_code' as const,
    title,
    value,
  }));
  const variantId = shop.local.products[0]!.variants[0]!.id;
  const lines = [{ variantId, quantity: 1 }];
  const bought = { customerId: null, lines, payment: 'paid', locale: 'en', discounts } as const;
  return (await shop.local.placeOrder(bought)).id;
}

/** Codes and their uses are compared with what we know. */
async function nightly(): Promise<void> {
  await query('update "ShopDiscount" set "sweptAt" = null where "shopId" = $1');
  await fillCodes(shop.id);
}

/** Shown as used, and a reconciliation later than that is through, one step ahead of Shopify's index. */
async function noticed(): Promise<void> {
  await nightly();
  await look(shop, 6);
  await reconciled(shop);
  await look(shop, 1);
}

async function heldSince(days: number): Promise<void> {
  await query(
    `update "Voucher" set "heldAt" = now() - make_interval(days => $2) where "shopId" = $1 and id = $3`,
    days,
    voucher.id,
  );
  await query('update "ShopDiscount" set "countedAt" = null where "shopId" = $1');
}

const grant = (scopes: string) =>
  pool().query(`update "Session" set scope = $2 where shop = $1`, [shop.domain, scopes]);

beforeEach(async () => {
  shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  shop.local.codeDiscounts.trouble.clear();
  shop.local.codeDiscounts.trouble.usageLagMs = 0;
  shop.local.searchLagMs = 0;
  await publishRewards(shop.id, [FIVE]);
  await syncDiscounts(shop.id);
  await fillCodes(shop.id);
  customerId = await memberWith(shop, 100);
  const taken = await tap(shop, customerId);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  voucher = taken.voucher;
});

describe('C104 an order that nobody told of', () => {
  it('is looked for once a reconciliation is through, found by the code, and uses it', async () => {
    await buyUntold();
    await nightly();
    expect(await shopsToRelease(pool(), new Date())).toContain(shop.id);
    await releaseVouchers(shop.id);
    expect(await shopsToRelease(pool(), new Date())).not.toContain(shop.id);
    await pool().query('delete from graphile_worker._private_jobs');
    await look(shop, 6);
    expect([(await stateOf()).state, await isRung(shop, 'reconcile_shop')]).toEqual(['held', true]);
    await reconciled(shop);
    await look(shop);
    expect(await isRung(shop, 'apply_orders')).toBe(true);
    await applyToldOrders(shop.id);
    expect(await stateOf()).toMatchObject({ state: 'used', flag: null, uses: 1 });
  });

  it('is found the second time where Shopify’s search runs behind, before any points come back', async () => {
    await buyUntold();
    shop.local.searchLagMs = 3_600_000;
    await noticed();
    expect((await stateOf()).state).toBe('releasing');
    shop.local.searchLagMs = 0;
    await wholeWay(shop);
    await applyToldOrders(shop.id);
    expect(await stateOf()).toMatchObject({ state: 'used', uses: 1 });
    expect((await books(shop, customerId)).entries[0]).toBe(-100);
  });

  it('and its copy: both are found, and both are uses', async () => {
    await buyUntold();
    await buyUntold();
    await noticed();
    await applyToldOrders(shop.id);
    expect(await stateOf()).toMatchObject({ state: 'used', uses: 2 });
  });

  it('is stored already and isn’t applied: it is waited for, and nothing is asked', async () => {
    await buyUntold();
    await nightly();
    await look(shop, 6);
    await reconciled(shop);
    await tellAndApply(shop, orderWith(voucher, [500], { customerId }));
    await look(shop);
    expect(await stateOf()).toMatchObject({ state: 'used', uses: 1 });
  });
});

describe('C104 a use that no order explains', () => {
  it('as of an order that was deleted before it was told: its points come back, and the merchant is told', async () => {
    await shop.local.deleteOrder(await buyUntold());
    await noticed();
    const { rows } = await query(
      'select "releaseWhy" from "Voucher" where "shopId" = $1 and id = $2',
      voucher.id,
    );
    expect([(await stateOf()).state, rows]).toEqual(['releasing', [{ releaseWhy: 'unexplained' }]]);
    expect((await books(shop, customerId)).points).toBe(0);
    await wholeWay(shop);
    expect(await stateOf()).toMatchObject({ state: 'released', flag: 'unexplained', taken: 0 });
    expect((await books(shop, customerId)).points).toBe(100);
    expect(shop.local.codeDiscounts.find(voucher.code)).toBeNull();
  });

  it('as of an order that Shopify finds by its first code only; told late, it takes the points again', async () => {
    await buyUntold('WELCOME10');
    await noticed();
    await wholeWay(shop);
    expect(await stateOf()).toMatchObject({ state: 'released', flag: 'unexplained' });
    await tellAndApply(shop, orderWith(voucher, [500], { customerId }));
    expect(await stateOf()).toMatchObject({ state: 'used', flag: 'used-late', taken: 100 });
  });

  it('given back by the shopper meanwhile, it is looked for all the same', async () => {
    await shop.local.deleteOrder(await buyUntold());
    await nightly();
    await giveBack(shop.id, customerId, voucher.id);
    await wholeWay(shop);
    expect(await stateOf()).toMatchObject({ state: 'released', flag: 'unexplained' });
  });

  it('where Shopify can’t be asked nothing is decided', async () => {
    await shop.local.deleteOrder(await buyUntold());
    await nightly();
    await look(shop, 6);
    await reconciled(shop);
    local.shopify().faults(shop.domain).plan('error', 20);
    await expect(look(shop)).rejects.toThrow();
    expect((await stateOf()).state).toBe('held');
  });
});

describe('C115 a use that is older than what apps may read', () => {
  it('counts as used, and its points stay taken', async () => {
    await shop.local.deleteOrder(await buyUntold());
    await heldSince(70);
    await noticed();
    await wholeWay(shop);
    expect(await stateOf()).toMatchObject({ state: 'used', flag: null, taken: 100, uses: 0 });
    expect(await isRung(shop, 'sync_members')).toBe(true);
  });

  it('where the merchant lets all orders be read it is looked for', async () => {
    const { rows } = await pool().query<{ scope: string }>('select scope from "Session" where shop = $1', [
      shop.domain,
    ]);
    await grant(`${rows[0]!.scope},read_all_orders`);
    await shop.local.deleteOrder(await buyUntold());
    await heldSince(70);
    await noticed();
    await grant(rows[0]!.scope);
    expect((await stateOf()).state).toBe('releasing');
  });

  it('counted the day before, it would be within reach', async () => {
    await heldSince(70);
    await nightly();
    await shop.local.deleteOrder(await buyUntold());
    await noticed();
    expect((await stateOf()).state).toBe('releasing');
  });

  it('its uses are counted before an old code that lapses is deleted', async () => {
    await heldSince(70);
    await shop.local.deleteOrder(await buyUntold());
    await query(
      `update "Voucher" set "validUntil" = current_date - 3 where "shopId" = $1 and id = $2`,
      voucher.id,
    );
    await pool().query('delete from graphile_worker._private_jobs');
    await look(shop);
    expect(shop.local.codeDiscounts.find(voucher.code)).not.toBeNull();
    expect(await isRung(shop, 'fill_codes')).toBe(true);
    await nightly();
    await wholeWay(shop);
    expect(await stateOf()).toMatchObject({ state: 'used', taken: 100 });
  });

  it('an old one that nobody used lapses as every other, once it was counted', async () => {
    await heldSince(70);
    await giveBack(shop.id, customerId, voucher.id);
    await look(shop);
    await nightly();
    await wholeWay(shop);
    expect(await stateOf()).toMatchObject({ state: 'released', flag: null, taken: 0 });
  });
});
