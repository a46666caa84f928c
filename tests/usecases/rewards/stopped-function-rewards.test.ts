// Rewards that the app's function decides, where Shopify runs functions no more, and where the app is uninstalled and comes back.
import {
  any,
  capped,
  codesIn,
  hold,
  install,
  local,
  pound,
  rows,
  running,
  shop,
  stateOf,
  testShop,
  there,
  useFunctionRewards,
} from './function-rewards-scene.ts';
import { describe, expect, it } from 'vitest';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopsWithStoppedRewards } from '#app/db/rewards/releases.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { readRewardHealth } from '#app/usecases/rewards/read-reward-health.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { uninstallShop } from '#app/usecases/shop/uninstall-shop.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';

useFunctionRewards();

it('C74 C182 a discount of a value that is only and that Shopify won’t mend, is told with its reward', async () => {
  const five = reward({ key: 'five' });
  await running(five);
  await fillCodes(shop().id);
  await hold(five, 500);
  const dearer = { ...five, gives: { kind: 'amount', minor: 700 } } as const;
  await running(dearer);
  const health = () => readRewardHealth(testShop(), [dearer]);
  expect(await health()).toMatchObject([{ problem: null, state: 'active' }]);
  await pool().query(
    `update "ShopDiscount" set problem = 'refused', "problemSaid" = 'No' where "shopId" = $1 and owner like $2`,
    [shop().id, `reward/five/${rewardValueHash(five)}/%`],
  );
  expect(await health()).toMatchObject([{ problem: 'refused', said: 'No' }]);
});

describe('C110 where Shopify runs functions no more', () => {
  const stop = () => {
    local().shopify().app.publicCategory = 'CUSTOM';
    shop().local.plan = 'basic';
  };
  const goOn = () => void (shop().local.plan = 'plus');

  async function stopped() {
    const five = reward({ key: 'five' });
    await running(five, pound());
    await fillCodes(shop().id);
    const bought = await hold(pound(), 500);
    const gift = await hold(pound(), 0);
    const native = await hold(five, 500);
    stop();
    await syncDiscounts(shop().id);
    return { bought, gift, native };
  }

  it('what was paid for comes back, gifts stay, Shopify’s own go on, and nobody is given a code', async () => {
    const { bought, gift, native } = await stopped();
    expect(await stateOf(bought)).toEqual({ state: 'releasing', why: 'function-stopped' });
    expect(await stateOf(gift)).toEqual({ state: 'held', why: null });
    expect(await stateOf(native)).toEqual({ state: 'held', why: null });
    expect(await rows()).toMatchObject([
      { problem: null, state: 'active' },
      { problem: 'functions-not-available', state: 'active', size: 0 },
    ]);
    const health = await readRewardHealth(testShop(), [reward({ key: 'five' }), pound()]);
    expect(health).toMatchObject([
      { problem: null, idleGifts: 0 },
      { problem: 'functions-not-available', idleGifts: 1 },
    ]);
    const { rows: ready } = await pool().query(
      `select 1 from "RewardCode" where "shopId" = $1 and owner like 'reward/pound/%' and state = 'ready'`,
      [shop().id],
    );
    expect(ready).toEqual([]);
    await fillCodes(shop().id);
    await syncDiscounts(shop().id);
    expect(await stateOf(gift)).toEqual({ state: 'held', why: null });
    expect((await rows())[1]).toMatchObject({ problem: 'functions-not-available', size: 0 });
  });

  it('the same discount goes on where they run again, with codes for everybody', async () => {
    const { gift } = await stopped();
    const before = there().map(({ id }) => id);
    goOn();
    await syncDiscounts(shop().id);
    await fillCodes(shop().id);
    expect(there().map(({ id }) => id)).toEqual(before);
    expect((await rows())[1]).toMatchObject({ problem: null, state: 'active', healed: null });
    expect(shop().local.codeDiscounts.find(gift.code)?.discount.title).toBe('A free bag');
    const { rows: ready } = await pool().query<{ count: number }>(
      `select count(*)::int as count from "RewardCode" where "shopId" = $1 and owner like 'reward/pound/%' and state = 'ready'`,
      [shop().id],
    );
    expect(ready[0]?.count).toBeGreaterThanOrEqual(50);
  });

  it('pages leave it out until they run again, but any amount, which can do without', async () => {
    const shownKeys = async () => {
      await syncProgram(shop().id);
      const metafield = Object.values(shop().local.appMetafields).find(({ key }) => key === 'program');
      const { rewards = [] } = JSON.parse(metafield?.value ?? '{}') as { rewards?: { key: string }[] };
      return rewards.map(({ key }) => key);
    };
    await running(any, capped, pound());
    expect(await shownKeys()).toEqual(['any', 'capped', 'pound']);
    stop();
    await forgetJobs();
    await syncDiscounts(shop().id);
    expect(await bellsOf(shop())).toContain('sync_program');
    expect(await shownKeys()).toEqual(['any']);
    goOn();
    await forgetJobs();
    await syncDiscounts(shop().id);
    expect(await bellsOf(shop())).toContain('sync_program');
    expect(await shownKeys()).toEqual(['any', 'capped', 'pound']);
    await forgetJobs();
    await syncDiscounts(shop().id);
    expect(await bellsOf(shop())).not.toContain('sync_program');
  });

  it('C106 what was paid for is found by the minute where whoever gave it back was cut off', async () => {
    const { bought } = await stopped();
    expect(await shopsWithStoppedRewards(pool())).toEqual([]);
    await pool().query(
      `update "Voucher" set state = 'held', "releasingSince" = null, "releaseWhy" = null, "lookAt" = null where id = $1`,
      [bought.id],
    );
    expect(await shopsWithStoppedRewards(pool())).toEqual([shop().id]);
    await syncDiscounts(shop().id);
    expect(await stateOf(bought)).toEqual({ state: 'releasing', why: 'function-stopped' });
    expect(await shopsWithStoppedRewards(pool())).toEqual([]);
  });

  it('one that was never made says so, and is made once they run', async () => {
    await publishRewards(shop().id, [pound()]);
    stop();
    await syncDiscounts(shop().id);
    expect([there(), (await rows())[0]]).toMatchObject([
      [],
      { problem: 'functions-not-available', state: 'missing', size: 0 },
    ]);
    goOn();
    await syncDiscounts(shop().id);
    expect([there().length, (await rows())[0]]).toMatchObject([
      1,
      { problem: null, state: 'active', size: 50 },
    ]);
  });

  it('one that is published no more goes, and leaves nothing that says that functions don’t run', async () => {
    await running(pound());
    stop();
    await syncDiscounts(shop().id);
    await running();
    expect([there(), (await rows())[0]]).toMatchObject([[], { state: 'gone', problem: null }]);
  });

  it('Shopify isn’t asked whether they run where no reward needs it', async () => {
    stop();
    await running(reward({ key: 'five' }));
    expect(await rows()).toMatchObject([{ problem: null, state: 'active' }]);
  });
});

describe('C115 when the app is uninstalled and comes back', () => {
  async function leave() {
    await local().shopify().uninstall(shop().domain);
    await withTransaction((client) => uninstallShop(client, shop().id, new Date()));
  }

  it('what the function decided is made anew, and held codes with the same text', async () => {
    const [made] = await running(pound());
    await fillCodes(shop().id);
    const bought = await hold(pound(), 500);
    await leave();
    expect([there(), await codesIn('ready')]).toEqual([[], 0]);
    expect(await rows()).toMatchObject([{ discountId: null, state: 'missing', healed: null }]);
    await install();
    await syncDiscounts(shop().id);
    const [again] = there();
    expect(again?.id).not.toBe(made?.id);
    // Nobody's hand did it.
    expect(await rows()).toMatchObject([{ discountId: again?.id, state: 'active', healed: null }]);
    await fillCodes(shop().id);
    expect(await stateOf(bought)).toEqual({ state: 'held', why: null });
    await pool().query(
      `update "Voucher" set "missingSince" = now() - interval '1 hour' where "shopId" = $1 and "missingSince" is not null`,
      [shop().id],
    );
    await pool().query(`update "Shop" set "reconciledThrough" = now() where id = $1`, [shop().id]);
    await fillCodes(shop().id);
    expect(shop().local.codeDiscounts.find(bought.code)?.discount.id).toBe(again?.id);
  });

  it('what Shopify kept, though it gave nothing, is taken up again', async () => {
    const [made] = await running(pound());
    await fillCodes(shop().id);
    const bought = await hold(pound(), 500);
    shop().local.unsettled = { ...shop().local.unsettled, appCodesLeft: 'idle' };
    await leave();
    shop().local.unsettled = { ...shop().local.unsettled, appCodesLeft: 'gone' };
    await install();
    await syncDiscounts(shop().id);
    await fillCodes(shop().id);
    expect(there().map(({ id }) => id)).toEqual([made?.id]);
    expect(await stateOf(bought)).toEqual({ state: 'held', why: null });
    expect(shop().local.codeDiscounts.find(bought.code)).not.toBeNull();
    expect(await codesIn('ready')).toBeGreaterThanOrEqual(50);
  });
});
