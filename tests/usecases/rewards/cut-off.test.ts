// Web and worker may be killed between any two statements: at each of them once, and whatever runs next makes it whole.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { holdVoucher } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
const five = reward({ key: 'five' });
const ten = { ...five, gives: { kind: 'amount', minor: 1000 } } as const;
let shop: InstalledShop;

const query = async <T extends object>(text: string, ...values: unknown[]) =>
  (await pool().query<T>(text, [shop.id, ...values])).rows;
const syncAndFill = async () => {
  await syncDiscounts(shop.id);
  await fillCodes(shop.id);
};
const discounts = () => shop.local.codeDiscounts.values();
const atShopify = () =>
  discounts().flatMap(({ id }) => shop.local.codeDiscounts.codesOf(id).map((one) => one.code));
const ready = async () =>
  (
    await query<{ code: string }>(`select code from "RewardCode" where "shopId" = $1 and state = 'ready'`)
  ).map(({ code }) => code);

async function nothingYet(): Promise<void> {
  await query('delete from "Voucher" where "shopId" = $1');
  for (const table of ['RewardCode', 'CodeBatch', 'ShopDiscount'])
    await query(`delete from "${table}" where "shopId" = $1`);
  for (const { id } of discounts()) await shop.local.codeDiscounts.remove(id);
  await publishRewards(shop.id, [five]);
}

/** One discount of this amount, known to us; codes are ready where they are at Shopify, and nowhere else. */
async function isWhole(amountMinor: number): Promise<void> {
  expect(discounts()).toMatchObject([{ gives: { amountMinor } }]);
  const rows = await query<{ discountId: string }>(
    `select "discountId"::text from "ShopDiscount" where "shopId" = $1 and "discountId" is not null`,
  );
  expect(rows.map(({ discountId }) => discountId)).toEqual(discounts().map(({ id }) => id));
  expect(await query('select 1 from "CodeBatch" where "shopId" = $1 and "closedAt" is null')).toEqual([]);
  expect((await ready()).length).toBeGreaterThanOrEqual(50);
}

async function atEachDeed(story: {
  begin: () => Promise<void>;
  work: () => Promise<unknown>;
  whole: () => Promise<void>;
}): Promise<number> {
  for (let deed = 1; ; deed += 1) {
    await story.begin();
    const wasCut = await cutOffAfter(deed, story.work);
    await syncAndFill();
    await story.whole();
    if (!wasCut) return deed;
  }
}

beforeEach(async () => {
  shop = await local.install();
  local.shopify().throttle(shop.domain).configure(1_000_000);
});

it(
  'C07 C106 a discount and its pool are made once, and every code that is ready works',
  { timeout: 300_000 },
  async () => {
    const deeds = await atEachDeed({
      begin: nothingYet,
      work: syncAndFill,
      whole: async () => {
        await isWhole(500);
        expect(new Set(atShopify())).toEqual(new Set(await ready()));
      },
    });
    expect(deeds).toBeGreaterThan(30);
  },
);

it('C74 C183 a value that is replaced leaves nothing of the old one', { timeout: 300_000 }, async () => {
  const deeds = await atEachDeed({
    begin: async () => {
      await nothingYet();
      await syncAndFill();
      await publishRewards(shop.id, [ten]);
    },
    work: syncAndFill,
    whole: async () => {
      await isWhole(1000);
      expect(new Set(atShopify())).toEqual(new Set(await ready()));
    },
  });
  expect(deeds).toBeGreaterThan(40);
});

it(
  'C182 a held code that was deleted is made again, or is missing anew: never twice at a time',
  { timeout: 300_000 },
  async () => {
    let code = '';
    const waitedLong = () =>
      query(
        `update "Voucher" set "missingSince" = now() - interval '1 hour' where "shopId" = $1 and "missingSince" is not null`,
      );
    const begin = async () => {
      await nothingYet();
      await syncAndFill();
      const [first] = await query<{ code: string; owner: string }>(
        `delete from "RewardCode" where "shopId" = $1 and code = (
         select code from "RewardCode" where "shopId" = $1 and state = 'ready' limit 1) returning code, owner`,
      );
      code = first!.code;
      await holdVoucher(shop, { price: 0, code });
      await query(
        `update "Voucher" set owner = $2, "missingSince" = now() where "shopId" = $1`,
        first!.owner,
      );
      await query(`update "RewardCode" set owner = $2 where "shopId" = $1 and code = $3`, first!.owner, code);
      await shop.local.codeDiscounts.removeCode(code);
      await waitedLong();
      await query('update "Shop" set "reconciledThrough" = now() where id = $1');
    };
    const deeds = await atEachDeed({
      begin,
      work: () => fillCodes(shop.id),
      whole: async () => {
        await waitedLong();
        await syncAndFill();
        await isWhole(500);
        expect(atShopify()).toContain(code);
        expect(
          await query('select 1 from "Voucher" where "shopId" = $1 and "missingSince" is not null'),
        ).toEqual([]);
      },
    });
    expect(deeds).toBeGreaterThan(15);
  },
);
