// A shop whose plan runs no functions, where any amount can be had all the same.
import { randomUUID } from 'node:crypto';
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import type { Voucher } from '#app/db/rewards/vouchers.server.ts';
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { reward } from './factories.ts';
import { publishRewards } from './publish-rewards.ts';

type Local = ReturnType<typeof useLocalShopify>;

/** 100 points are 5.00, from 1.00. */
export const ANY = reward({
  key: 'any',
  title: { en: 'Any amount', fr: 'Montant au choix' },
  minimumMinor: null,
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: 5_000, sharePercent: 100 },
});

export function stopFunctions(local: Local, shop: InstalledShop): void {
  local.shopify().app.publicCategory = 'CUSTOM';
  shop.local.plan = 'basic';
}

/** As after a test that changed them. */
export function runFunctions(local: Local, shop: InstalledShop): void {
  local.shopify().app.publicCategory = 'PUBLIC';
  shop.local.plan = 'development';
}

/** Without rewards, vouchers, and discounts with codes. */
export async function bareShop(local: Local): Promise<InstalledShop> {
  const shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  shop.local.codeDiscounts.trouble.clear();
  await publishRewards(shop.id, []);
  await pool().query('delete from "Voucher" where "shopId" = $1', [shop.id]);
  await pool().query('update "RewardCode" set "batchId" = null where "shopId" = $1', [shop.id]);
  for (const table of ['CodeBatch', 'RewardCode', 'ShopDiscount'])
    await pool().query(`delete from "${table}" where "shopId" = $1`, [shop.id]);
  await pool().query('update "Shop" set "ownSweptAt" = null where id = $1', [shop.id]);
  for (const { id } of shop.local.codeDiscounts.values()) await shop.local.codeDiscounts.remove(id);
  return shop;
}

export const wish = (minor: number, of: Reward = ANY) => {
  return { requestKey: randomUUID(), rewardKey: of.key, shown: shownHash(of), minor };
};

export async function takeAmount(
  shop: { id: number },
  customerId: string,
  minor: number,
  of: Reward = ANY,
): Promise<Voucher> {
  const taken = await redeem(shop.id, customerId, wish(minor, of));
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.voucher;
}

/** The discount that has a code. */
export const discountOf = (shop: InstalledShop, { code }: { code: string }): CodeDiscount | null =>
  shop.local.codeDiscounts.find(code)?.discount ?? null;

export type OwnRow = {
  owner: string;
  discountId: string | null;
  behind: boolean;
  due: boolean;
  problem: string | null;
};

export async function ownRows(shop: { id: number }): Promise<OwnRow[]> {
  const { rows } = await pool().query<OwnRow>(
    `select owner, "discountId"::text, "doneRev" < rev as behind, "dueAt" is not null as due, problem from "ShopDiscount"
     where "shopId" = $1 and owner like 'voucher/%' order by split_part(owner, '/', 2)::bigint`,
    [shop.id],
  );
  return rows;
}
