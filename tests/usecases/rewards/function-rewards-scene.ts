// A shop whose rewards the app's function decides, as each test of their discounts begins with it: nothing made, nothing held.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { publishedOwner } from '#app/db/discounts/reward-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import type { AppGives, CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { givePoints, holdVoucher } from '#tests/support/vouchers.ts';

const MEMBER = '9001';
let opened: ReturnType<typeof useLocalShopify> | undefined;
let installed: InstalledShop | undefined;

export const local = () => {
  if (!opened) throw new Error('useFunctionRewards is called first');
  return opened;
};
export const shop = (): InstalledShop => {
  if (!installed) throw new Error('the shop is installed before each test');
  return installed;
};
/** Also once more, after it was uninstalled. */
export async function install(): Promise<void> {
  installed = await local().install();
}

/** Call at the top of a test file. */
export function useFunctionRewards(): void {
  opened = useLocalShopify(1);
  beforeEach(async () => {
    await install();
    local().shopify().faults(shop().domain).clear();
    shop().local.codeDiscounts.trouble.clear();
    await publishRewards(shop().id, []);
    await pool().query('delete from "Voucher" where "shopId" = $1', [shop().id]);
    await pool().query('update "RewardCode" set "batchId" = null where "shopId" = $1', [shop().id]);
    for (const table of ['CodeBatch', 'RewardCode', 'ShopDiscount'])
      await pool().query(`delete from "${table}" where "shopId" = $1`, [shop().id]);
    for (const { id } of there()) await shop().local.codeDiscounts.remove(id);
  });
  afterEach(() => {
    local().shopify().app.publicCategory = 'PUBLIC';
    shop().local.plan = 'development';
  });
}

export const pound = (change: Partial<Reward> = {}): Reward => {
  const [beans, cup] = shop().local.products;
  return reward({
    key: 'pound',
    title: { en: 'A free bag', fr: 'Un sachet offert' },
    gives: { kind: 'product', productIds: [beans!.id, cup!.id], upToMinor: 1500 },
    minimumMinor: null,
    ...change,
  });
};
export const capped = reward({
  key: 'capped',
  title: { en: 'A tenth off', fr: 'Un dixième de moins' },
  gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: 500 },
});
export const any = reward({
  key: 'any',
  title: { en: 'Any amount', fr: 'Montant au choix' },
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
  minimumMinor: null,
});

export const there = (): CodeDiscount[] => shop().local.codeDiscounts.values();
export const codesOf = (id = '') =>
  shop()
    .local.codeDiscounts.codesOf(id)
    .map(({ code }) => code);
export const appGives = ({ gives }: CodeDiscount): AppGives => {
  if (gives.kind !== 'app') throw new Error('not of a function');
  return gives;
};
export const held = (
  discount: CodeDiscount,
  { namespace, key }: { namespace: string; key: string },
): unknown => {
  const place = `${namespace.replace('$app', shop().local.appNamespace).replace(':', '--')}.${key}`;
  return JSON.parse(appGives(discount).metafields[place]?.value ?? 'null');
};

type Row = {
  owner: string;
  discountId: string | null;
  state: string;
  problem: string | null;
  healed: string | null;
  size: number;
};
export const rows = async (): Promise<Row[]> =>
  (
    await pool().query<Row>(
      `select owner, "discountId"::text, state, problem, healed, "poolSize" as size from "ShopDiscount"
       where "shopId" = $1 and owner like 'reward/%' order by owner`,
      [shop().id],
    )
  ).rows;
export const codesIn = async (state: string): Promise<number> => {
  const { rows: found } = await pool().query<{ count: number }>(
    'select count(*)::int as count from "RewardCode" where "shopId" = $1 and state = $2',
    [shop().id, state],
  );
  return found[0]!.count;
};
export const liveOwner = (of: Reward) => publishedOwner(pool(), shop().id, of.key, rewardValueHash(of));

export async function running(...rewards: Reward[]): Promise<CodeDiscount[]> {
  await publishRewards(shop().id, rewards);
  await syncDiscounts(shop().id);
  return there();
}

type Held = { id: string; code: string };

/** One of the pool's codes, as somebody holds it. */
export async function hold(of: Reward, price: number): Promise<Held> {
  const owner = await liveOwner(of);
  const { rows: taken } = await pool().query<{ code: string }>(
    `delete from "RewardCode" where "shopId" = $1 and code = (
       select code from "RewardCode" where "shopId" = $1 and owner = $2 and state = 'ready' limit 1) returning code`,
    [shop().id, owner],
  );
  if (price > 0) await givePoints(testShop(), MEMBER, price);
  const voucher = await holdVoucher(testShop(), {
    price,
    gives: of,
    code: taken[0]!.code,
    customerId: MEMBER,
  });
  await pool().query(
    `update "Voucher" set owner = $3, "validUntil" = current_date + 30 where "shopId" = $1 and id = $2`,
    [shop().id, voucher.id, owner],
  );
  await pool().query('update "RewardCode" set owner = $3 where "shopId" = $1 and code = $2', [
    shop().id,
    voucher.code,
    owner,
  ]);
  return voucher;
}

export const testShop = () => ({ id: shop().id, domain: shop().domain });
export const stateOf = async ({ id }: Held) => {
  const { rows: found } = await pool().query<{ state: string; why: string | null }>(
    'select state, "releaseWhy" as why from "Voucher" where "shopId" = $1 and id = $2',
    [shop().id, id],
  );
  return found[0];
};
