// A code that nobody used is taken out of the world, checkouts under way are waited for, and then its points come back.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { shopsToRelease } from '#app/db/rewards/releases.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { takeBack } from '#app/usecases/rewards/take-back.ts';
import { captureLog } from '#tests/support/captured-log.ts';
import { nextId } from '#tests/support/factories.ts';
import { redact } from '#tests/support/people.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import {
  look as lookOf,
  pass as passOf,
  reconciled as reconciledOf,
  wholeWay as wholeWayOf,
} from '#tests/support/releasing.ts';
import { books, FIVE, isRung, memberIdOf, memberWith, tap } from '#tests/support/rewards.ts';
import { tell, tellAndApply } from '#tests/support/shops.ts';
import { givePoints, orderWith } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
let shop: InstalledShop;
let customerId: string;
let voucher: { id: string; code: string };

const trouble = () => shop.local.codeDiscounts.trouble;
const isThere = () => shop.local.codeDiscounts.find(voucher.code) !== null;
const query = (text: string, ...values: unknown[]) => pool().query<object>(text, [shop.id, ...values]);

async function stateOf(id = voucher.id) {
  const { rows } = await pool().query<{ state: string; gone: boolean }>(
    `select state, "goneSince" is not null as gone from "Voucher" where id = $1`,
    [id],
  );
  return rows[0];
}

const look = (minutes?: number) => lookOf(shop, minutes);
const pass = (minutes: number) => passOf(shop, minutes);
const reconciled = () => reconciledOf(shop);
const wholeWay = () => wholeWayOf(shop);

async function held(of = customerId): Promise<{ id: string; code: string }> {
  const taken = await tap(shop, of);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.voucher;
}

beforeEach(async () => {
  shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  trouble().clear();
  await publishRewards(shop.id, [FIVE]);
  await syncDiscounts(shop.id);
  await fillCodes(shop.id);
  customerId = await memberWith(shop, 100);
  voucher = await held();
});

describe('given back', () => {
  it('goes at Shopify, waits twenty minutes and for a reconciliation, and then its points are back, once', async () => {
    await giveBack(shop.id, customerId, voucher.id);
    await look();
    expect([await stateOf(), isThere()]).toEqual([{ state: 'releasing', gone: false }, false]);
    await look();
    expect(await stateOf()).toEqual({ state: 'releasing', gone: true });
    await pool().query('delete from graphile_worker._private_jobs');
    await pass(18);
    await reconciled();
    await look();
    expect([(await stateOf())?.state, await isRung(shop, 'reconcile_shop')]).toEqual(['releasing', false]);
    await pass(2);
    await look();
    expect([(await stateOf())?.state, await isRung(shop, 'reconcile_shop')]).toEqual(['releasing', true]);
    expect((await books(shop, customerId)).points).toBe(0);
    await reconciled();
    await Promise.all([look(), releaseVouchers(shop.id)]);
    expect(await stateOf()).toMatchObject({ state: 'released' });
    for (let time = 0; time < 2; time += 1) await look();
    expect(await books(shop, customerId)).toMatchObject({ points: 100, entries: [-100, 100] });
    expect(await isRung(shop, 'sync_members')).toBe(true);
  });

  it('rings its bell when there is something to do, and not while it waits', async () => {
    const rings = async () => (await shopsToRelease(pool(), new Date())).includes(shop.id);
    expect(await rings()).toBe(false);
    await giveBack(shop.id, customerId, voucher.id);
    expect(await rings()).toBe(true);
    for (let time = 0; time < 2; time += 1) await look();
    expect(await rings()).toBe(false);
    await pass(20);
    expect(await rings()).toBe(true);
  });

  it('C117 ten times over, it costs nothing and every time another code', async () => {
    const codes = new Set([voucher.code]);
    for (let time = 0; time < 10; time += 1) {
      await giveBack(shop.id, customerId, voucher.id);
      await wholeWay();
      expect([(await stateOf())?.state, (await books(shop, customerId)).points]).toEqual(['released', 100]);
      voucher = await held();
      codes.add(voucher.code);
    }
    expect(codes.size).toBe(11);
  });

  it('C45 a lapsed one comes back once', async () => {
    await query(
      `update "Voucher" set "validUntil" = current_date - 3 where "shopId" = $1 and id = $2`,
      voucher.id,
    );
    await wholeWay();
    await wholeWay();
    expect(await books(shop, customerId)).toMatchObject({
      points: 100,
      entries: [-100, 100],
      vouchers: ['released'],
    });
  });

  it('a gift that is taken back brings no points', async () => {
    const id = await memberIdOf(shop, customerId);
    const wish = { rewardKey: 'five', reason: 'x', note: '', requestKey: nextId(), madeBy: '42' };
    await giveByHand(shop.id, id, wish);
    const gift = await pool().query<{ id: string }>(
      `select id::text from "Voucher" where "memberId" = $1 and price = 0`,
      [id],
    );
    const giftId = gift.rows[0]!.id;
    await takeBack(shop.id, id, { voucherId: giftId, reason: 'x', userId: '42' });
    await wholeWay();
    expect(await stateOf(giftId)).toMatchObject({ state: 'released' });
    expect(await books(shop, customerId)).toMatchObject({ points: 0, entries: [-100] });
  });

  it('C114 of an erased customer its points come back to the row that is nobody’s', async () => {
    const id = await memberIdOf(shop, customerId);
    await redact(shop, customerId);
    await wholeWay();
    const { rows } = await pool().query(
      'select points::int, "customerId" < 0 as nobody from "Member" where id = $1',
      [id],
    );
    expect(rows).toEqual([{ points: 100, nobody: true }]);
  });
});

describe('C181 what Shopify says proves nothing', () => {
  it('deletions that are told as done and weren’t: no points while the code is there', async () => {
    trouble().keepsDeleted = true;
    await giveBack(shop.id, customerId, voucher.id);
    for (let time = 0; time < 4; time += 1) {
      await pass(30);
      await reconciled();
      await look();
    }
    expect([await stateOf(), isThere()]).toEqual([{ state: 'releasing', gone: false }, true]);
    trouble().clear();
    await pass(30);
    await wholeWay();
    expect((await books(shop, customerId)).points).toBe(100);
  });

  it('once it does as it says, the points are back within half an hour, however long it didn’t', async () => {
    trouble().keepsDeleted = true;
    await giveBack(shop.id, customerId, voucher.id);
    for (let hour = 0; hour < 10; hour += 1) await look(60);
    trouble().clear();
    let minutes = 0;
    for (; minutes < 60 && (await stateOf())?.state !== 'released'; minutes += 1) {
      await reconciled();
      await look(1);
    }
    expect(minutes).toBeLessThanOrEqual(30);
  });

  it('a code that is there again after the wait begins anew', async () => {
    await giveBack(shop.id, customerId, voucher.id);
    for (let time = 0; time < 2; time += 1) await look();
    const [discount] = shop.local.codeDiscounts.values();
    await shop.local.codeDiscounts.askFor(discount!.id, [voucher.code]);
    await pass(20);
    await reconciled();
    await look();
    expect(await stateOf()).toEqual({ state: 'releasing', gone: false });
    await pass(30);
    await wholeWay();
    expect([await stateOf(), isThere()]).toMatchObject([{ state: 'released' }, false]);
  });

  it('one whose points would be more than can be counted keeps no other from coming back', async () => {
    const rich = await memberWith(shop, Number.MAX_SAFE_INTEGER);
    const theirs = await held(rich);
    await givePoints(shop, rich, 60);
    await giveBack(shop.id, rich, theirs.id);
    await giveBack(shop.id, customerId, voucher.id);
    const lines = captureLog();
    await wholeWay();
    expect([await stateOf(theirs.id), await stateOf()]).toMatchObject([
      { state: 'releasing' },
      { state: 'released' },
    ]);
    expect(lines.map(({ msg }) => msg)).toContain('a voucher could not be released');
  });

  it('one whose reward can’t be read lapses beside others, and can be taken back', async () => {
    const [early, late] = [await memberWith(shop, 100), await memberWith(shop, 100)];
    const [lapsing, theirs] = [await held(early), await held(late)];
    await query(`update "Voucher" set gives = gives - 'gives' where "shopId" = $1 and id = any($2)`, [
      lapsing.id,
      theirs.id,
    ]);
    const wish = { voucherId: theirs.id, reason: 'x', userId: '42' };
    expect(await takeBack(shop.id, await memberIdOf(shop, late), wish)).toEqual({ ok: true });
    await query(`update "Voucher" set "validUntil" = '2026-01-01' where "shopId" = $1 and state = 'held'`);
    await wholeWay();
    const states = await Promise.all([lapsing, theirs, voucher].map(({ id }) => stateOf(id)));
    expect(states.map((found) => found?.state)).toEqual(['released', 'released', 'released']);
  });

  it('a deletion that is refused is asked for again, and keeps no other from coming back', async () => {
    const other = await memberWith(shop, 100);
    const theirs = await held(other);
    await shop.local.codeDiscounts.removeCode(theirs.code);
    trouble().refusesDeletion = 'not now';
    await giveBack(shop.id, customerId, voucher.id);
    await giveBack(shop.id, other, theirs.id);
    await wholeWay();
    expect([(await stateOf())?.state, (await stateOf(theirs.id))?.state]).toEqual(['releasing', 'released']);
  });

  it('while a batch that may make it is open, it isn’t gone', async () => {
    await shop.local.codeDiscounts.removeCode(voucher.code);
    const batch = await query(
      `with b as (insert into "CodeBatch" ("shopId", owner, "askedAt", heals) values ($1, 'x', now(), true) returning id)
       update "RewardCode" set "batchId" = b.id from b where "shopId" = $1 and code = $2`,
      voucher.code,
    );
    expect(batch.rowCount).toBe(1);
    await giveBack(shop.id, customerId, voucher.id);
    await wholeWay();
    expect(await stateOf()).toEqual({ state: 'releasing', gone: false });
    await query('update "CodeBatch" set "closedAt" = now() where "shopId" = $1');
    await pass(30);
    await wholeWay();
    expect(await stateOf()).toMatchObject({ state: 'released' });
  });

  it('C46 a discount that a hand deleted took its codes with it', async () => {
    const [discount] = shop.local.codeDiscounts.values();
    await shop.local.codeDiscounts.remove(discount!.id);
    await giveBack(shop.id, customerId, voucher.id);
    await wholeWay();
    expect((await books(shop, customerId)).points).toBe(100);
  });
});

describe('C105 an order that names the code', () => {
  const paid = () => orderWith(voucher, [500], { customerId });

  const due = async () =>
    (await query('select 1 from "Order" where "shopId" = $1 and "appliedRevision" < revision')).rowCount;

  async function nightly(): Promise<void> {
    await query('update "ShopDiscount" set "sweptAt" = null where "shopId" = $1');
    await fillCodes(shop.id);
  }

  /** As a release that knew no vouchers leaves it. */
  async function tellAppliedBefore(order: ReturnType<typeof paid>): Promise<void> {
    await tell(shop, order);
    await query('update "Order" set "appliedRevision" = revision where "shopId" = $1');
  }

  it('told while it waits uses it: no points come back', async () => {
    await giveBack(shop.id, customerId, voucher.id);
    for (let time = 0; time < 2; time += 1) await look();
    await tellAndApply(shop, paid());
    await wholeWay();
    expect(await stateOf()).toMatchObject({ state: 'used' });
    expect((await books(shop, customerId)).entries).toEqual([-100]);
  });

  it('C89 stored and not applied, set aside or not, keeps it waiting', async () => {
    await giveBack(shop.id, customerId, voucher.id);
    for (let time = 0; time < 2; time += 1) await look();
    await tell(shop, paid());
    await pass(20);
    await reconciled();
    for (let time = 0; time < 3; time += 1) {
      await pass(10);
      await reconciled();
      await look();
    }
    expect(await stateOf()).toEqual({ state: 'releasing', gone: true });
    await applyToldOrders(shop.id);
    expect(await stateOf()).toMatchObject({ state: 'used' });
  });

  it('applied by a release that knew no vouchers is applied once more, and uses it', async () => {
    await tellAppliedBefore(paid());
    await giveBack(shop.id, customerId, voucher.id);
    await wholeWay();
    expect(await stateOf()).toEqual({ state: 'releasing', gone: true });
    expect(await isRung(shop, 'apply_orders')).toBe(true);
    await applyToldOrders(shop.id);
    expect(await stateOf()).toMatchObject({ state: 'used' });
    expect((await books(shop, customerId)).entries).toEqual([-100]);
  });

  it.each(['held', 'released'])(
    'of one that is %s the nightly comparison finds the order that such a release applied',
    async (state) => {
      if (state === 'released') {
        await giveBack(shop.id, customerId, voucher.id);
        await wholeWay();
      }
      await tellAppliedBefore(paid());
      await nightly();
      await applyToldOrders(shop.id);
      await nightly();
      expect([(await stateOf())?.state, await due()]).toEqual(['used', 0]);
      expect((await books(shop, customerId)).points).toBe(0);
    },
  );

  it('C180 a renewal that names it is no use, however often one looks', async () => {
    await tellAppliedBefore({ ...paid(), source: 'subscription_contract_checkout_one' });
    await giveBack(shop.id, customerId, voucher.id);
    await pool().query('delete from graphile_worker._private_jobs');
    await wholeWay();
    expect([(await stateOf())?.state, await isRung(shop, 'apply_orders')]).toEqual(['released', false]);
  });

  it('told after its points are back takes them again', async () => {
    await giveBack(shop.id, customerId, voucher.id);
    await wholeWay();
    await tellAndApply(shop, paid());
    expect(await stateOf()).toMatchObject({ state: 'used' });
    expect((await books(shop, customerId)).entries).toEqual([-100, 100, -100]);
  });
});

it('where Shopify can’t be asked it fails, nothing is lost, and it goes on from there', async () => {
  await giveBack(shop.id, customerId, voucher.id);
  local.shopify().faults(shop.domain).plan('error', 20);
  await expect(look()).rejects.toThrow();
  expect(await stateOf()).toEqual({ state: 'releasing', gone: false });
  local.shopify().faults(shop.domain).clear();
  await wholeWay();
  expect((await books(shop, customerId)).points).toBe(100);
});

it('C115 while the app is uninstalled nothing is released', async () => {
  await giveBack(shop.id, customerId, voucher.id);
  await query('update "Shop" set "uninstalledAt" = now() where id = $1');
  await wholeWay();
  expect(await shopsToRelease(pool(), new Date())).not.toContain(shop.id);
  await query('update "Shop" set "uninstalledAt" = null where id = $1');
  expect(await stateOf()).toEqual({ state: 'releasing', gone: false });
});
