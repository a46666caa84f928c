// Web and worker may be killed between any two statements of an amount that stands alone: at each of them once, and whatever runs next
// makes it whole, without anything being made or taken twice.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { changeAmount } from '#app/usecases/rewards/change-amount.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { tendOwnDiscounts } from '#app/usecases/rewards/own/tend-own-discounts.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import {
  ANY,
  bareShop,
  discountOf,
  ownRows,
  runFunctions,
  stopFunctions,
  takeAmount,
  wish,
} from '#tests/support/own-shop.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { pass, reconciled, wholeWay } from '#tests/support/releasing.ts';
import { givePoints, voucherState } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
const LONG = { timeout: 300_000 };
let shop: InstalledShop;
let owner: string;

const there = () => shop.local.codeDiscounts.values();
const tend = () => tendOwnDiscounts(shop.id);

/** Every bell, and so much time as the longest wait takes. */
async function calmDown(): Promise<void> {
  await pool().query(
    `update "ShopDiscount" set "dueAt" = now() where "shopId" = $1 and owner like 'voucher/%' and "dueAt" is not null`,
    [shop.id],
  );
  await tend();
  for (const minutes of [1, 25, 5]) {
    await pass(shop, minutes);
    await reconciled(shop);
    await tend();
  }
}

async function atEachDeed(story: {
  begin: () => Promise<void>;
  work: () => Promise<unknown>;
  whole: () => Promise<void>;
}): Promise<number> {
  for (let deed = 1; ; deed += 1) {
    await pool().query('delete from "ShopDiscount" where "shopId" = $1 and owner like $2', [
      shop.id,
      'voucher/%',
    ]);
    await pool().query('delete from "Voucher" where "shopId" = $1', [shop.id]);
    for (const { id, gives } of there())
      if (gives.kind === 'amount') await shop.local.codeDiscounts.remove(id);
    await story.begin();
    const wasCut = await cutOffAfter(deed, story.work);
    await story.whole();
    if (!wasCut) return deed;
  }
}

beforeEach(async () => {
  shop = await bareShop(local);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  owner = shop.local.setup.customers[0]!.id;
  await givePoints(shop, owner, 100_000);
  stopFunctions(local, shop);
  await publishRewards(shop.id, [ANY]);
  await syncDiscounts(shop.id);
});
afterEach(() => runFunctions(local, shop));

it('C07 C100 taken and made once', LONG, async () => {
  let wanted = wish(600);
  const deeds = await atEachDeed({
    begin: () => Promise.resolve(void (wanted = wish(600))),
    work: async () => {
      await redeem(shop.id, owner, wanted);
      await tend();
    },
    whole: async () => {
      const again = await redeem(shop.id, owner, wanted);
      if (!again.ok) throw new Error(again.refusal.reason);
      await calmDown();
      expect(there()).toMatchObject([{ gives: { amountMinor: 600 }, customerIds: [owner] }]);
      expect(await ownRows(shop)).toMatchObject([
        { discountId: discountOf(shop, again.voucher)?.id, behind: false, due: false },
      ]);
      expect(await voucherState(shop, again.voucher)).toMatchObject({ state: 'held', taken: 120 });
    },
  });
  expect(deeds).toBeGreaterThan(20);
});

it('C100 changed, its points and its discount say the same', LONG, async () => {
  let voucher = { id: '', code: '' };
  const deeds = await atEachDeed({
    begin: async () => {
      voucher = await takeAmount(shop, owner, 600);
      await tend();
    },
    work: async () => {
      await changeAmount(shop.id, owner, { voucherId: voucher.id, minor: 350 });
      await tend();
    },
    whole: async () => {
      await changeAmount(shop.id, owner, { voucherId: voucher.id, minor: 350 });
      await calmDown();
      expect(there()).toMatchObject([{ gives: { amountMinor: 350 } }]);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'held', taken: 70 });
    },
  });
  expect(deeds).toBeGreaterThan(15);
});

it('C104 given back, its code is dead before its points are back', LONG, async () => {
  let voucher = { id: '', code: '' };
  await atEachDeed({
    begin: async () => {
      voucher = await takeAmount(shop, owner, 600);
    },
    work: async () => {
      await tend();
      await giveBack(shop.id, owner, voucher.id);
      await wholeWay(shop);
    },
    whole: async () => {
      const state = await voucherState(shop, voucher);
      if (state.state === 'released') expect(discountOf(shop, voucher)).toBeNull();
      await giveBack(shop.id, owner, voucher.id);
      for (let time = 0; time < 2; time += 1) await wholeWay(shop);
      await calmDown();
      expect([there(), await ownRows(shop)]).toEqual([[], []]);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'released', taken: 0 });
    },
  });
});

it('C110 functions go, and what is held loses nothing', LONG, async () => {
  let voucher = { id: '', code: '' };
  const deeds = await atEachDeed({
    begin: async () => {
      runFunctions(local, shop);
      await syncDiscounts(shop.id);
      await fillCodes(shop.id);
      voucher = await takeAmount(shop, owner, 600);
      stopFunctions(local, shop);
    },
    work: async () => {
      await syncDiscounts(shop.id);
      await calmDown();
    },
    whole: async () => {
      await syncDiscounts(shop.id);
      await calmDown();
      await calmDown();
      expect(discountOf(shop, voucher)).toMatchObject({ gives: { amountMinor: 600 }, customerIds: [owner] });
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'held', taken: 120 });
    },
  });
  expect(deeds).toBeGreaterThan(40);
});
