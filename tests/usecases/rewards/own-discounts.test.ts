// Any amount where functions can't run: each is a discount of Shopify's own, for its owner alone, made by a job.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopsWithDueDiscounts } from '#app/db/rewards/own-discounts.server.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { awaitTold } from '#app/usecases/rewards/await-told.ts';
import { changeAmount } from '#app/usecases/rewards/change-amount.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { tendOwnDiscounts } from '#app/usecases/rewards/own/tend-own-discounts.ts';
import { readRewardHealth } from '#app/usecases/rewards/read-reward-health.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { takeBack } from '#app/usecases/rewards/take-back.ts';
import { discountsOfCart } from '#tests/local-shopify/shop/cart-offers.ts';
import { losingAnswerOf } from '#tests/support/lose-answer.ts';
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
import { merge } from '#tests/support/people.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { look, pass, reconciled, wholeWay } from '#tests/support/releasing.ts';
import { isRung, memberIdOf, outcome } from '#tests/support/rewards.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { givePoints, orderWith, voucherState } from '#tests/support/vouchers.ts';
import { memberCart } from '#tests/support/with-cards.ts';

const local = useLocalShopify(1);
let shop: InstalledShop;
let owner: string;
let other: string;

const tend = () => tendOwnDiscounts(shop.id);
const query = (text: string, ...values: unknown[]) => pool().query(text, [shop.id, ...values]);
const there = () => shop.local.codeDiscounts.values();
const of = (reward: Reward, sharePercent: number): Reward => {
  return { ...reward, gives: { ...reward.gives, sharePercent } as Reward['gives'] };
};

/** What the codes take off a cart of about 30.00. */
function takenOff(code: string, customerId: string | null, coffees = 2): number | undefined {
  const cart = { ...memberCart(shop.local, { 'morning-house': coffees }), codes: [code], customerId };
  const value = discountsOfCart(shop.local, cart)[0]?.value;
  return value?.kind === 'amount' ? value.amountMinor : undefined;
}

async function publish(...rewards: Reward[]): Promise<void> {
  await publishRewards(shop.id, rewards);
  await syncDiscounts(shop.id);
}

async function made(minor = 600) {
  const voucher = await takeAmount(shop, owner, minor);
  await tend();
  return voucher;
}

beforeEach(async () => {
  shop = await bareShop(local);
  [owner, other] = shop.local.setup.customers.slice(0, 2).map(({ id }) => id) as [string, string];
  for (const id of [owner, other]) await givePoints(shop, id, 1_000);
  stopFunctions(local, shop);
  await publish(ANY);
});
afterEach(() => runFunctions(local, shop));

describe('C100 C110 any amount where functions can’t run', () => {
  it('is taken at once, and its discount is made by the job: of its owner alone, once', async () => {
    expect(there()).toEqual([]);
    const voucher = await takeAmount(shop, owner, 600);
    expect(voucher).toMatchObject({ price: 120, faceMinor: 600, owner: `voucher/${voucher.id}` });
    expect([await isRung(shop, 'own_discounts'), there()]).toEqual([true, []]);
    expect(await shopsWithDueDiscounts(pool())).toContain(shop.id);
    await tend();
    expect(there()).toMatchObject([
      {
        title: `Any amount (${voucher.code})`,
        gives: { kind: 'amount', amountMinor: 600 },
        customerIds: [owner],
        usageLimit: 1,
        minimum: null,
        endsAt: null,
        appliesOnSubscription: false,
        recurringCycleLimit: 1,
        combinesWith: { productDiscounts: true, orderDiscounts: false, shippingDiscounts: true },
      },
    ]);
    expect(await ownRows(shop)).toMatchObject([{ behind: false, due: false, discountId: there()[0]?.id }]);
    expect(await shopsWithDueDiscounts(pool())).not.toContain(shop.id);
    const before = there();
    await tend();
    await syncDiscounts(shop.id);
    expect(there()).toEqual(before);
  });

  it('C103 takes nothing off for another customer or a guest', async () => {
    const { code } = await made();
    expect([takenOff(code, owner), takenOff(code, other), takenOff(code, null)]).toEqual([
      600,
      undefined,
      undefined,
    ]);
  });

  it('says whether the checkout knows it', async () => {
    await query('update "Member" set "syncedRev" = rev where "shopId" = $1');
    await takeAmount(shop, owner, 600);
    await query('update "Member" set "syncedRev" = rev where "shopId" = $1');
    expect(await awaitTold(shop.id, owner, new Date())).toBe(false);
    await tend();
    expect(await awaitTold(shop.id, owner, new Date())).toBe(true);
  });

  it('has a share of the cart, and the reward’s least order, as its least subtotal', async () => {
    await publish(of(ANY, 40));
    const share = await takeAmount(shop, owner, 601, of(ANY, 40));
    await publish({ ...ANY, minimumMinor: 2_000 });
    const least = await takeAmount(shop, owner, 300, { ...ANY, minimumMinor: 2_000 });
    await tend();
    expect(discountOf(shop, share)?.minimum).toEqual({ kind: 'subtotal', minor: 1_503 });
    expect(discountOf(shop, least)?.minimum).toEqual({ kind: 'subtotal', minor: 2_000 });
    expect([takenOff(share.code, owner, 1), takenOff(share.code, owner, 2)]).toEqual([undefined, 601]);
  });

  it('C03 C07 taken twice by one key is one, at once or one after the other', async () => {
    const wanted = wish(300);
    const all = await Promise.all([1, 2, 3].map(() => redeem(shop.id, owner, wanted)));
    expect(new Set(all.map((one) => (one.ok ? one.voucher.code : one.refusal.reason))).size).toBe(1);
    await Promise.all([tend(), tend()]);
    expect([there().length, (await ownRows(shop)).length]).toEqual([1, 1]);
    expect(outcome(await redeem(shop.id, owner, { ...wanted, minor: 400 }))).toBe('other-contents');
  });

  it('C87 as a gift by hand it is one, too', async () => {
    const memberId = await memberIdOf(shop, owner);
    const given = await giveByHand(shop.id, memberId, {
      rewardKey: 'any',
      reason: 'sorry',
      note: '',
      requestKey: crypto.randomUUID(),
      userId: '1',
    } as never);
    expect(given).toMatchObject({ ok: true });
    await tend();
    expect(there()).toMatchObject([{ gives: { amountMinor: 500 }, customerIds: [owner] }]);
  });

  it('a reward that functions can’t give at all has no such way', async () => {
    const [beans] = shop.local.products;
    const pound: Reward = {
      ...ANY,
      key: 'pound',
      gives: { kind: 'product', productIds: [beans!.id], upToMinor: 2_000 },
    };
    runFunctions(local, shop);
    await syncDiscounts(shop.id);
    await publish(pound);
    stopFunctions(local, shop);
    await syncDiscounts(shop.id);
    const taken = await redeem(shop.id, owner, { ...wish(1, pound), minor: undefined });
    expect(outcome(taken)).toBe('sold-out');
  });

  it('is in order for the merchant: nothing is the matter with it', async () => {
    expect(await readRewardHealth(shop, [ANY])).toMatchObject([
      { problem: null, state: 'active', idleGifts: 0 },
    ]);
  });

  it('counts as being prepared until it is made', async () => {
    const prepared = async () => {
      const facts = await readHealth(pool(), { id: shop.id, timeZone: 'Europe/Paris' }, new Date());
      return facts.waitingRewards.count;
    };
    await takeAmount(shop, owner, 600);
    expect(await prepared()).toBe(1);
    await tend();
    expect(await prepared()).toBe(0);
  });

  it('one that Shopify refuses holds up no other, and is tried again', async () => {
    const bad = await takeAmount(shop, owner, 600);
    await query(`update "Voucher" set gives = gives - 'title' where "shopId" = $1`);
    const good = await takeAmount(shop, other, 300);
    await tend();
    expect([discountOf(shop, bad), discountOf(shop, good)?.customerIds]).toEqual([null, [other]]);
    expect(await ownRows(shop)).toMatchObject([
      { behind: true, due: true },
      { behind: false, due: false },
    ]);
    expect(await isRung(shop, 'own_discounts')).toBe(true);
  });
});

describe('C100 an amount that changes', () => {
  it('goes up and down at Shopify, under the same code', async () => {
    const voucher = await made(600);
    const id = there()[0]?.id;
    for (const minor of [350, 900]) {
      expect(await changeAmount(shop.id, owner, { voucherId: voucher.id, minor })).toMatchObject({
        ok: true,
      });
      expect(await ownRows(shop)).toMatchObject([{ behind: true, due: true }]);
      await tend();
      expect(there()).toMatchObject([{ id, gives: { amountMinor: minor } }]);
      expect([takenOff(voucher.code, owner), discountOf(shop, voucher)?.id]).toEqual([minor, id]);
    }
  });

  it('C118 changed while its first amount is being written is written once more', async () => {
    const voucher = await takeAmount(shop, owner, 600);
    await Promise.all([tend(), changeAmount(shop.id, owner, { voucherId: voucher.id, minor: 350 })]);
    await tend();
    expect(there()).toMatchObject([{ gives: { amountMinor: 350 } }]);
    expect(await ownRows(shop)).toMatchObject([{ behind: false, due: false }]);
  });

  it('a lost answer to a change changes nothing in the end', async () => {
    const voucher = await made(600);
    await changeAmount(shop.id, owner, { voucherId: voucher.id, minor: 350 });
    await losingAnswerOf('UpdateRewardDiscount', tend);
    await tend();
    expect(there()).toMatchObject([{ gives: { amountMinor: 350 } }]);
  });
});

describe('C106 what Shopify was asked for', () => {
  it('C07 isn’t made again where its answer was lost', async () => {
    const voucher = await takeAmount(shop, owner, 600);
    await losingAnswerOf('CreateRewardDiscount', tend);
    expect([there().length, (await ownRows(shop))[0]?.discountId]).toEqual([1, null]);
    await tend();
    expect(await ownRows(shop)).toMatchObject([
      { discountId: discountOf(shop, voucher)?.id, behind: false, due: false },
    ]);
  });

  it('and was never made is made after the wait, and not before', async () => {
    const voucher = await takeAmount(shop, owner, 600);
    local.shopify().faults(shop.domain).plan('error', 1);
    await expect(tend()).rejects.toThrow();
    await tend();
    for (const minutes of [1, 10]) {
      await pass(shop, minutes);
      await tend();
      expect(there()).toEqual([]);
    }
    await pass(shop, 20);
    await tend();
    expect([await isRung(shop, 'reconcile_shop'), there()]).toEqual([true, []]);
    await reconciled(shop);
    await pass(shop, 0);
    await query(`update "ShopDiscount" set "dueAt" = now() where "shopId" = $1 and "dueAt" is not null`);
    await tend();
    expect(discountOf(shop, voucher)?.gives).toEqual({ kind: 'amount', amountMinor: 600 });
  });

  it('where Shopify is throttled is asked for as soon as it isn’t', async () => {
    await takeAmount(shop, owner, 600);
    local.shopify().faults(shop.domain).plan('throttle', 1);
    await tend().catch(() => null);
    await tend();
    expect(there()).toHaveLength(1);
  });
});

describe('C46 a hand at Shopify', () => {
  const due = () =>
    query(`update "ShopDiscount" set "checkedAt" = now() - interval '1 day' where "shopId" = $1`);

  it.each([
    [{ gives: { kind: 'amount', amountMinor: 9_900 } }],
    [{ customerIds: null }],
    [{ usageLimit: 5 }],
    [{ title: 'Mine' }],
    [{ endsAt: '2026-01-02T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' }],
    [{ minimum: { kind: 'subtotal', minor: 5_000 } }],
  ])('that changed it is put right the same day: %j', async (change) => {
    await made();
    const [before] = there();
    await shop.local.codeDiscounts.change(before!.id, change as never);
    await due();
    expect(await shopsWithDueDiscounts(pool())).toContain(shop.id);
    await tend();
    const { updatedAt: _now, startsAt: _start, ...rest } = before!;
    expect(there()).toMatchObject([rest]);
    expect(await shopsWithDueDiscounts(pool())).not.toContain(shop.id);
  });

  it('that deleted it: the same code again, after the wait, and never where an order has it', async () => {
    const voucher = await made();
    await shop.local.codeDiscounts.remove(there()[0]!.id);
    await due();
    await tend();
    expect([there(), await ownRows(shop)]).toMatchObject([[], [{ discountId: null, due: true }]]);
    await pass(shop, 25);
    await reconciled(shop);
    await tend();
    expect(discountOf(shop, voucher)?.customerIds).toEqual([owner]);
    await shop.local.codeDiscounts.remove(there()[0]!.id);
    await due();
    await tend();
    await pass(shop, 25);
    await reconciled(shop);
    await tellAndApply(shop, { ...orderWith(voucher, [600]), customerId: owner });
    await tend();
    expect(there()).toEqual([]);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used' });
  });

  it('that took its code away gets the same code, after the wait', async () => {
    const voucher = await made();
    await shop.local.codeDiscounts.removeCode(voucher.code);
    await due();
    await tend();
    expect(there()).toEqual([]);
    await pass(shop, 25);
    await reconciled(shop);
    await tend();
    expect(discountOf(shop, voucher)?.gives).toEqual({ kind: 'amount', amountMinor: 600 });
  });

  it('that copied it: the copy ends', async () => {
    await made();
    const copy = await shop.local.codeDiscounts.duplicate(there()[0]!.id, 'BYHAND');
    await query('update "Shop" set "ownSweptAt" = null where id = $1');
    await syncDiscounts(shop.id);
    expect(there().map(({ id, endsAt }) => [id === copy.id, endsAt === null])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

describe('one that nobody needs any more', () => {
  it('given back: gone at once, and its points come after the wait', async () => {
    const voucher = await made();
    expect(await giveBack(shop.id, owner, voucher.id)).toMatchObject({ ok: true });
    await look(shop);
    expect(there()).toEqual([]);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'releasing', taken: 120 });
    await wholeWay(shop);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'released', taken: 0 });
    await tend();
    expect(await ownRows(shop)).toEqual([]);
  });

  it('given back while it is being made: it is seen, and goes', async () => {
    const voucher = await takeAmount(shop, owner, 600);
    await losingAnswerOf('CreateRewardDiscount', tend);
    await giveBack(shop.id, owner, voucher.id);
    await wholeWay(shop);
    expect([there(), await voucherState(shop, voucher)]).toMatchObject([[], { state: 'released', taken: 0 }]);
  });

  it('given back before it was made: it never is', async () => {
    const voucher = await takeAmount(shop, owner, 600);
    await giveBack(shop.id, owner, voucher.id);
    await tend();
    await wholeWay(shop);
    await tend();
    expect([there(), await ownRows(shop)]).toEqual([[], []]);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'released', taken: 0 });
  });

  it('taken back by the merchant, lapsed: the same way', async () => {
    const [one, two] = [await takeAmount(shop, owner, 600), await takeAmount(shop, owner, 300)];
    await tend();
    const memberId = await memberIdOf(shop, owner);
    await takeBack(shop.id, memberId, { voucherId: one.id, reason: 'wrong', userId: '1' });
    await query(
      `update "Voucher" set "validUntil" = current_date - 3 where "shopId" = $1 and id = $2`,
      two.id,
    );
    await wholeWay(shop);
    await tend();
    expect([there(), await ownRows(shop)]).toEqual([[], []]);
    expect(await voucherState(shop, one)).toMatchObject({ state: 'released', taken: 0 });
    expect(await voucherState(shop, two)).toMatchObject({ state: 'released', taken: 0 });
  });

  it('used: it goes, and nothing is known of it any more', async () => {
    const voucher = await made();
    await tellAndApply(shop, { ...orderWith(voucher, [350]), customerId: owner });
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 70 });
    expect(await shopsWithDueDiscounts(pool())).toContain(shop.id);
    await tend();
    await pass(shop, 1);
    await tend();
    expect([there(), await ownRows(shop)]).toEqual([[], []]);
  });

  it('of a database that was restored: whatever bears our tag and is nobody’s goes', async () => {
    const [lost, kept] = [await takeAmount(shop, owner, 600), await takeAmount(shop, owner, 300)];
    await tend();
    await query(`delete from "ShopDiscount" where "shopId" = $1 and owner = $2`, lost.owner);
    await query(`delete from "Voucher" where "shopId" = $1 and id = $2`, lost.id);
    await query(`delete from "RewardCode" where "shopId" = $1 and code = $2`, lost.code);
    await query('update "Shop" set "ownSweptAt" = null where id = $1');
    await syncDiscounts(shop.id);
    expect(there().map(({ id }) => id)).toEqual([discountOf(shop, kept)?.id]);
  });
});

it('C62 after a merge it is the survivor’s', async () => {
  const [one, survivor] = shop.local.setup.customers.slice(2, 4).map(({ id }) => id) as [string, string];
  for (const id of [one, survivor]) await givePoints(shop, id, 500);
  const voucher = await takeAmount(shop, one, 600);
  await tend();
  await merge(shop, survivor, one);
  expect(await isRung(shop, 'own_discounts')).toBe(true);
  await tend();
  expect(discountOf(shop, voucher)?.customerIds).toEqual([survivor]);
  expect([takenOff(voucher.code, survivor), takenOff(voucher.code, one)]).toEqual([600, undefined]);
});

describe('C110 functions appear and go', () => {
  const ready = async () =>
    (
      await query(
        `select 1 from "RewardCode" where "shopId" = $1 and owner like 'reward/any/%' and state = 'ready'`,
      )
    ).rowCount;

  it('what is held goes on as it is, and what is taken then has a code of the function’s', async () => {
    const before = await made();
    runFunctions(local, shop);
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    const after = await takeAmount(shop, owner, 300);
    expect(after.owner).toMatch(/^reward\/any\//);
    await tend();
    await syncDiscounts(shop.id);
    expect(discountOf(shop, before)).toMatchObject({ gives: { kind: 'amount', amountMinor: 600 } });
    expect(discountOf(shop, after)).toMatchObject({ gives: { kind: 'app' } });
    await changeAmount(shop.id, owner, { voucherId: before.id, minor: 250 });
    await tend();
    expect(discountOf(shop, before)).toMatchObject({ gives: { amountMinor: 250 } });
  });

  it('what is held by the function gets a discount of its own under the same code, and no points move', async () => {
    runFunctions(local, shop);
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    const voucher = await takeAmount(shop, owner, 600);
    stopFunctions(local, shop);
    await syncDiscounts(shop.id);
    expect([await ready(), await voucherState(shop, voucher)]).toMatchObject([
      0,
      { state: 'held', taken: 120 },
    ]);
    // First it is taken out of the function's pool, and a checkout under way is waited for.
    await tend();
    expect(discountOf(shop, voucher)).toBeNull();
    for (const minutes of [1, 25, 5]) {
      await pass(shop, minutes);
      await tend();
      await reconciled(shop);
    }
    expect(discountOf(shop, voucher)).toMatchObject({ gives: { amountMinor: 600 }, customerIds: [owner] });
    await fillCodes(shop.id);
    await syncDiscounts(shop.id);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'held', taken: 120 });
    expect(takenOff(voucher.code, owner)).toBe(600);
  });

  it('used by the function before it went isn’t made again', async () => {
    runFunctions(local, shop);
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    const voucher = await takeAmount(shop, owner, 600);
    stopFunctions(local, shop);
    await syncDiscounts(shop.id);
    await tend();
    await pass(shop, 1);
    await tend();
    await tellAndApply(shop, { ...orderWith(voucher, [600]), customerId: owner });
    await pass(shop, 25);
    await reconciled(shop);
    await tend();
    expect([discountOf(shop, voucher), await voucherState(shop, voucher)]).toMatchObject([
      null,
      { state: 'used', taken: 120 },
    ]);
  });

  it('given back while it changes over: its points come back, and no code lives', async () => {
    runFunctions(local, shop);
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    const voucher = await takeAmount(shop, owner, 600);
    stopFunctions(local, shop);
    await syncDiscounts(shop.id);
    await giveBack(shop.id, owner, voucher.id);
    await wholeWay(shop);
    await tend();
    expect([discountOf(shop, voucher), await ownRows(shop)]).toEqual([null, []]);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'released', taken: 0 });
  });
});
