import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { publishedOwner } from '#app/db/discounts/reward-discounts.server.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopsToFillCodes } from '#app/db/rewards/pools.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { hearCodeRemoved } from '#app/usecases/rewards/hear-code-removed.ts';
import { reward } from '#tests/support/factories.ts';
import { losingAnswerOf } from '#tests/support/lose-answer.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { holdVoucher } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
const five = reward({ key: 'five' });
let shop: InstalledShop;
let owner: string;

const trouble = () => shop.local.codeDiscounts.trouble;
const discountId = () => shop.local.codeDiscounts.values()[0]?.id ?? '';
const atShopify = () => shop.local.codeDiscounts.codesOf(discountId()).map(({ code }) => code);
const query = async <T extends object>(text: string, ...values: unknown[]) =>
  (await pool().query<T>(text, [shop.id, ...values])).rows;

async function codes(...states: string[]): Promise<string[]> {
  const found = await query<{ code: string }>(
    'select code from "RewardCode" where "shopId" = $1 and owner = $2 and state = any($3) order by code',
    owner,
    states,
  );
  return found.map(({ code }) => code);
}
const ready = () => codes('ready');
const openBatches = () =>
  query<{ heals: boolean }>('select heals from "CodeBatch" where "shopId" = $1 and "closedAt" is null');
const rings = async () => (await shopsToFillCodes(pool())).includes(shop.id);

/** A ready code becomes a voucher's, as a redemption leaves it. */
async function hold(): Promise<{ id: string; code: string }> {
  const [code] = await ready();
  await query('delete from "RewardCode" where "shopId" = $1 and code = $2', code);
  const voucher = await holdVoucher(shop, { price: 0, code: code!, gives: { key: 'five' } });
  await query('update "Voucher" set owner = $2 where "shopId" = $1 and id = $3', owner, voucher.id);
  await query('update "RewardCode" set owner = $2 where "shopId" = $1 and code = $3', owner, code);
  return voucher;
}

const sweepAgain = () => query('update "ShopDiscount" set "sweptAt" = null where "shopId" = $1');
const voucherOf = async ({ id }: { id: string }) =>
  (
    await query<{ missing: boolean; healedOnce: boolean }>(
      `select "missingSince" is not null as missing, "healedOnce" from "Voucher" where "shopId" = $1 and id = $2`,
      id,
    )
  )[0];

/** So long ago was every missing code noticed, and so long ago did the last reconciliation begin. */
async function waited(missingMinutes: number, reconciledMinutes: number): Promise<void> {
  await query(
    `update "Voucher" set "missingSince" = now() - make_interval(mins => $2)
     where "shopId" = $1 and "missingSince" is not null`,
    missingMinutes,
  );
  await pool().query(
    `update "Shop" set "reconciledThrough" = now() - make_interval(mins => $2) where id = $1`,
    [shop.id, reconciledMinutes],
  );
}

beforeEach(async () => {
  shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  trouble().clear();
  await pool().query('delete from "Voucher" where "shopId" = $1', [shop.id]);
  for (const table of ['RewardCode', 'CodeBatch', 'ShopDiscount'])
    await pool().query(`delete from "${table}" where "shopId" = $1`, [shop.id]);
  for (const { id } of shop.local.codeDiscounts.values()) await shop.local.codeDiscounts.remove(id);
  await publishRewards(shop.id, [five]);
  await syncDiscounts(shop.id);
  owner = (await publishedOwner(pool(), shop.id, 'five', rewardValueHash(five))) ?? '';
});

describe('the pool of a published reward', () => {
  it('is filled with codes that Shopify shows, their ids known, and rings no more', async () => {
    expect(await rings()).toBe(true);
    await fillCodes(shop.id);
    expect((await ready()).length).toBeGreaterThanOrEqual(50);
    expect(new Set(atShopify())).toEqual(new Set(await ready()));
    const nameless = await query('select 1 from "RewardCode" where "shopId" = $1 and "codeId" is null');
    expect([nameless, await openBatches(), await rings()]).toEqual([[], [], false]);
    expect((await ready()).every((code) => /^[A-HJKMNP-TV-Z2-9]{12}$/.test(code))).toBe(true);
  });

  it('is filled once by many at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => fillCodes(shop.id)));
    expect((await ready()).length).toBe(75);
    expect(atShopify()).toHaveLength(75);
  });

  it('grows with what a day takes, two hundred and fifty a call', async () => {
    await fillCodes(shop.id);
    const { id } = await hold();
    await query(
      `insert into "Voucher" ("shopId", "memberId", cause, "rewardKey", "programVersion", gives, code, owner, price,
         "heldAt", "validFrom", state)
       select "shopId", "memberId", 'n/' || n, "rewardKey", 1, gives, 'X' || n, owner, 0, now(), current_date, 'used'
       from "Voucher", generate_series(1, 149) n where "shopId" = $1 and id = $2`,
      id,
    );
    await sweepAgain();
    await fillCodes(shop.id);
    expect((await ready()).length).toBe(450);
  });

  it('C106 C181 a code that a creation only says it has made is never given to anybody', async () => {
    let asked = 0;
    trouble().skips = () => (asked += 1) % 2 === 0;
    trouble().fails = (code) => code.endsWith('A');
    await fillCodes(shop.id);
    expect(new Set(atShopify())).toEqual(new Set(await ready()));
    expect((await codes('burnt')).length).toBeGreaterThan(10);
    expect(await openBatches()).toEqual([]);
    trouble().clear();
    expect(await rings()).toBe(true);
    await fillCodes(shop.id);
    expect((await ready()).length).toBeGreaterThanOrEqual(50);
  });

  it('C106 an answer that was lost after the deed: the same codes once more, none of them twice', async () => {
    await losingAnswerOf('AddCodes', () => fillCodes(shop.id));
    expect([(await ready()).length, atShopify().length]).toEqual([1, 75]);
    expect(await rings()).toBe(true);
    await fillCodes(shop.id);
    expect([(await ready()).length, atShopify().length, await openBatches()]).toEqual([75, 75, []]);
  });

  it('C106 codes that were stored, and the process died before Shopify was asked', async () => {
    local.shopify().faults(shop.domain).script = ({ operation }) =>
      operation === 'AddCodes' ? { status: 500, body: {} } : null;
    await expect(fillCodes(shop.id)).rejects.toThrow();
    local.shopify().faults(shop.domain).clear();
    await fillCodes(shop.id);
    expect([(await ready()).length, await openBatches()]).toEqual([75, []]);
  });

  it('C181 a creation that takes its time keeps its codes from everybody, and rings until it is over', async () => {
    trouble().holdsWork = true;
    await fillCodes(shop.id);
    expect([(await ready()).length, (await openBatches()).length, await rings()]).toEqual([1, 1, true]);
    trouble().holdsWork = false;
    await fillCodes(shop.id);
    expect([(await ready()).length, await openBatches()]).toEqual([75, []]);
  });

  it('C75 a code that another discount has is burnt', async () => {
    trouble().holdsWork = true;
    await fillCodes(shop.id);
    const [taken] = await codes('making');
    const [own] = shop.local.codeDiscounts.values();
    trouble().holdsWork = false;
    // Before ours is made: the stand-in works at the next look.
    trouble().fails = (code) => code === taken;
    shop.local.codeDiscounts.find('none');
    await shop.local.codeDiscounts.add({ ...own!, title: 'The merchant’s own', tags: [] }, taken!);
    await fillCodes(shop.id);
    expect(await codes('burnt')).toEqual([taken]);
  });

  it('C183 of a value that is published no more gets nothing, whatever was on its way', async () => {
    trouble().holdsWork = true;
    await fillCodes(shop.id);
    await hold();
    await publishRewards(shop.id, []);
    await syncDiscounts(shop.id);
    trouble().holdsWork = false;
    await fillCodes(shop.id);
    expect([await codes('ready', 'making'), await openBatches(), await rings()]).toEqual([[], [], false]);
  });
});

describe('the nightly comparison', () => {
  it('C181 deletes codes of ours that are alive and nobody’s, and leaves the merchant’s own', async () => {
    await fillCodes(shop.id);
    const [used, held, releasing] = [await hold(), await hold(), await hold()];
    await query(`update "Voucher" set state = 'used' where "shopId" = $1 and id = $2`, used.id);
    await query(`update "Voucher" set state = 'releasing' where "shopId" = $1 and id = $2`, releasing.id);
    const [burnt] = await ready();
    await query(`update "RewardCode" set state = 'burnt' where "shopId" = $1 and code = $2`, burnt);
    await shop.local.codeDiscounts.askFor(discountId(), ['MERCHANTS', 'ABCD2345EFGH']);
    await sweepAgain();
    await fillCodes(shop.id);
    const left = atShopify();
    for (const code of [held.code, releasing.code, 'MERCHANTS']) expect(left).toContain(code);
    for (const code of [used.code, burnt, 'ABCD2345EFGH']) expect(left).not.toContain(code);
  });

  it('C106 a deletion that is refused, or only said to be done, is tried the next night', async () => {
    await fillCodes(shop.id);
    const [burnt] = await ready();
    await query(`update "RewardCode" set state = 'burnt' where "shopId" = $1 and code = $2`, burnt);
    trouble().refusesDeletion = 'not now';
    await sweepAgain();
    await fillCodes(shop.id);
    Object.assign(trouble(), { refusesDeletion: null, keepsDeleted: true });
    await sweepAgain();
    await fillCodes(shop.id);
    expect(atShopify()).toContain(burnt);
    trouble().clear();
    await sweepAgain();
    await fillCodes(shop.id);
    expect(atShopify()).not.toContain(burnt);
  });

  it('C181 what a creation made too late is deleted after the next batch, not only at night', async () => {
    await fillCodes(shop.id);
    const held = await hold();
    await shop.local.codeDiscounts.askFor(discountId(), ['MERCHANTS']);
    const late = (await ready()).slice(0, 30);
    await query(`update "RewardCode" set state = 'burnt' where "shopId" = $1 and code = any($2)`, late);
    await fillCodes(shop.id);
    const left = atShopify();
    expect(left).toEqual(expect.arrayContaining([held.code, 'MERCHANTS', ...(await ready())]));
    expect(left.filter((code) => late.includes(code))).toEqual([]);
  });

  it('C74 what was ready is deleted at once when its value is published no more; a held code stays', async () => {
    await fillCodes(shop.id);
    const held = await hold();
    await publishRewards(shop.id, []);
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    expect(atShopify()).toEqual([held.code]);
  });

  it('C75 burns ready codes that somebody deleted', async () => {
    await fillCodes(shop.id);
    const [gone] = await ready();
    await shop.local.codeDiscounts.removeCode(gone!);
    await sweepAgain();
    await fillCodes(shop.id);
    expect(await codes('burnt')).toEqual([gone]);
  });
});

describe('C46 C182 what Shopify tells of a code that went', () => {
  async function told(code: string): Promise<void> {
    const at = new Date();
    const delivery = { webhookId: randomUUID(), shopDomain: shop.domain, triggeredAt: at, receivedAt: at };
    await hearCodeRemoved({ ...delivery, topic: 'discounts/redeemcode_removed' }, code);
  }

  it('a ready one is burnt, and another made in its place', async () => {
    await fillCodes(shop.id);
    const [gone] = await ready();
    await shop.local.codeDiscounts.removeCode(gone!);
    await told(gone!);
    expect(await ready()).not.toContain(gone);
    await fillCodes(shop.id);
    expect([await codes('burnt'), await codes('making')]).toEqual([[gone], []]);
  });

  it('a ready one that is there after all is ready again, its id known', async () => {
    await fillCodes(shop.id);
    const [alive] = await ready();
    await told(alive!);
    await fillCodes(shop.id);
    expect(await ready()).toContain(alive);
    expect(await query('select 1 from "RewardCode" where "shopId" = $1 and "codeId" is null')).toEqual([]);
  });

  it('a held one is healed without a nightly comparison, and told again it is the same', async () => {
    await fillCodes(shop.id);
    const voucher = await hold();
    await shop.local.codeDiscounts.removeCode(voucher.code);
    await told(voucher.code);
    await waited(60, 0);
    await told(voucher.code);
    await fillCodes(shop.id);
    expect(atShopify().filter((code) => code === voucher.code)).toHaveLength(1);
    expect(await voucherOf(voucher)).toEqual({ missing: false, healedOnce: false });
  });

  it('a held one that is there after all, or was made again before it was told, stays as it is', async () => {
    await fillCodes(shop.id);
    const voucher = await hold();
    await told(voucher.code);
    await waited(60, 0);
    await fillCodes(shop.id);
    expect(atShopify().filter((code) => code === voucher.code)).toHaveLength(1);
    expect([await voucherOf(voucher), await openBatches()]).toEqual([
      { missing: false, healedOnce: false },
      [],
    ]);
  });
});

describe('C182 a held code that a hand deleted', () => {
  async function missing(): Promise<{ id: string; code: string }> {
    await fillCodes(shop.id);
    const voucher = await hold();
    await shop.local.codeDiscounts.removeCode(voucher.code);
    await sweepAgain();
    await fillCodes(shop.id);
    expect(await voucherOf(voucher)).toEqual({ missing: true, healedOnce: false });
    return voucher;
  }

  it('is made again with the same text, after twenty minutes and a reconciliation that began later', async () => {
    const voucher = await missing();
    for (const [since, reconciled] of [
      [19, 0],
      [30, 11],
    ] as const) {
      await waited(since, reconciled);
      await fillCodes(shop.id);
      expect(atShopify()).not.toContain(voucher.code);
    }
    const jobs = await query<{ key: string }>(
      `select key from graphile_worker.jobs where key = 'reconcile_shop/' || $1::int`,
    );
    expect(jobs).toHaveLength(1);
    await waited(30, 9);
    expect(await rings()).toBe(true);
    await fillCodes(shop.id);
    expect(atShopify()).toContain(voucher.code);
    expect(await voucherOf(voucher)).toEqual({ missing: false, healedOnce: false });
    expect(await rings()).toBe(false);
  });

  it('never comes back when an order names it', async () => {
    const voucher = await missing();
    await waited(60, 0);
    await query(
      `insert into "Order" ("shopId", "orderId", codes) values ($1, 4711, array[$2])`,
      voucher.code.toLowerCase(),
    );
    expect(await rings()).toBe(false);
    await fillCodes(shop.id);
    expect(atShopify()).not.toContain(voucher.code);
    await query('delete from "Order" where "shopId" = $1');
  });

  it('is asked for once: where the answer was lost and nothing came, it is missing anew', async () => {
    const voucher = await missing();
    await waited(60, 0);
    trouble().skips = (code) => code === voucher.code;
    await losingAnswerOf('AddCodes', () => fillCodes(shop.id));
    expect(await voucherOf(voucher)).toEqual({ missing: true, healedOnce: true });
    // Shopify's own work ends here.
    shop.local.codeDiscounts.find(voucher.code);
    trouble().clear();
    await fillCodes(shop.id);
    expect(atShopify()).not.toContain(voucher.code);
    expect([await voucherOf(voucher), await openBatches()]).toEqual([
      { missing: true, healedOnce: false },
      [],
    ]);
    const [{ anew } = { anew: false }] = await query<{ anew: boolean }>(
      `select "missingSince" > now() - interval '1 minute' as anew from "Voucher" where "shopId" = $1 and id = $2`,
      voucher.id,
    );
    expect(anew).toBe(true);
  });

  it('is never made for a voucher that is coming back', async () => {
    const voucher = await missing();
    await waited(60, 0);
    await query(`update "Voucher" set state = 'releasing' where "shopId" = $1 and id = $2`, voucher.id);
    await fillCodes(shop.id);
    expect(atShopify()).not.toContain(voucher.code);
  });

  it('C75 comes back when the whole discount was deleted', async () => {
    await fillCodes(shop.id);
    const voucher = await hold();
    await shop.local.codeDiscounts.remove(discountId());
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    expect(await voucherOf(voucher)).toMatchObject({ missing: true });
    await waited(60, 0);
    await fillCodes(shop.id);
    expect(atShopify()).toContain(voucher.code);
    expect((await ready()).every((code) => atShopify().includes(code))).toBe(true);
  });
});
