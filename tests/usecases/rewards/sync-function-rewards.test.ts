// Discounts of rewards that the app's function decides: made, healed, ended as others are, and what becomes of them where Shopify
// runs no functions.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VOUCHER_CONFIG, VOUCHER_VARIABLES } from '#app/core/rewards/voucher-config.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { publishedOwner } from '#app/db/discounts/reward-discounts.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopsWithStoppedRewards } from '#app/db/rewards/releases.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { readRewardHealth } from '#app/usecases/rewards/read-reward-health.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { uninstallShop } from '#app/usecases/shop/uninstall-shop.ts';
import type { AppGives, CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { reward } from '#tests/support/factories.ts';
import { losingAnswerOf } from '#tests/support/lose-answer.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { givePoints, holdVoucher } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
const MEMBER = '9001';
let shop: InstalledShop;

const pound = (change: Partial<Reward> = {}): Reward => {
  const [beans, cup] = shop.local.products;
  return reward({
    key: 'pound',
    title: { en: 'A free bag', fr: 'Un sachet offert' },
    gives: { kind: 'product', productIds: [beans!.id, cup!.id], upToMinor: 1500 },
    minimumMinor: null,
    ...change,
  });
};
const capped = reward({
  key: 'capped',
  title: { en: 'A tenth off', fr: 'Un dixième de moins' },
  gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: 500 },
});
const any = reward({
  key: 'any',
  title: { en: 'Any amount', fr: 'Montant au choix' },
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
  minimumMinor: null,
});

const there = (): CodeDiscount[] => shop.local.codeDiscounts.values();
const codesOf = (id = '') => shop.local.codeDiscounts.codesOf(id).map(({ code }) => code);
const appGives = ({ gives }: CodeDiscount): AppGives => {
  if (gives.kind !== 'app') throw new Error('not of a function');
  return gives;
};
const held = (discount: CodeDiscount, { namespace, key }: { namespace: string; key: string }): unknown => {
  const place = `${namespace.replace('$app', shop.local.appNamespace).replace(':', '--')}.${key}`;
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
const rows = async (): Promise<Row[]> =>
  (
    await pool().query<Row>(
      `select owner, "discountId"::text, state, problem, healed, "poolSize" as size from "ShopDiscount"
       where "shopId" = $1 and owner like 'reward/%' order by owner`,
      [shop.id],
    )
  ).rows;
const codesIn = async (state: string): Promise<number> => {
  const { rows: found } = await pool().query<{ count: number }>(
    'select count(*)::int as count from "RewardCode" where "shopId" = $1 and state = $2',
    [shop.id, state],
  );
  return found[0]!.count;
};
const liveOwner = (of: Reward) => publishedOwner(pool(), shop.id, of.key, rewardValueHash(of));

async function running(...rewards: Reward[]): Promise<CodeDiscount[]> {
  await publishRewards(shop.id, rewards);
  await syncDiscounts(shop.id);
  return there();
}

beforeEach(async () => {
  shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  shop.local.codeDiscounts.trouble.clear();
  await publishRewards(shop.id, []);
  await pool().query('delete from "Voucher" where "shopId" = $1', [shop.id]);
  await pool().query('update "RewardCode" set "batchId" = null where "shopId" = $1', [shop.id]);
  for (const table of ['CodeBatch', 'RewardCode', 'ShopDiscount'])
    await pool().query(`delete from "${table}" where "shopId" = $1`, [shop.id]);
  for (const { id } of there()) await shop.local.codeDiscounts.remove(id);
});
afterEach(() => {
  local.shopify().app.publicCategory = 'PUBLIC';
  shop.local.plan = 'development';
});

describe('a discount that the function decides', () => {
  it('has its class, its config, codes that work once, and nothing of Shopify’s own', async () => {
    const made = await running(any, capped, pound());
    expect(made.map(appGives)).toMatchObject([
      { functionHandle: 'loyalty-vouchers', discountClasses: ['ORDER'] },
      { functionHandle: 'loyalty-vouchers', discountClasses: ['ORDER'] },
      { functionHandle: 'loyalty-vouchers', discountClasses: ['PRODUCT'] },
    ]);
    expect(made).toMatchObject(
      [any, capped, pound()].map(({ title }) => ({
        title: title.en,
        minimum: null,
        usageLimit: 1,
        endsAt: null,
        combinesWith: { productDiscounts: true, orderDiscounts: false, shippingDiscounts: true },
        appliesOnSubscription: false,
        appliesOnOneTimePurchase: true,
        recurringCycleLimit: 1,
      })),
    );
    const [, tenth, free] = made;
    expect(held(free!, VOUCHER_CONFIG)).toMatchObject({
      v: 1,
      title: pound().title,
      gives: pound().gives,
      minimumMinor: null,
    });
    expect(held(tenth!, VOUCHER_CONFIG)).toMatchObject({ gives: capped.gives, minimumMinor: 500 });
    expect(held(free!, VOUCHER_VARIABLES)).toEqual({ collectionIds: [], neverIds: [] });
    expect((await rows()).map(({ state, problem, healed }) => [state, problem, healed])).toEqual(
      made.map(() => ['active', null, null]),
    );
    await syncDiscounts(shop.id);
    expect(there()).toEqual(made);
  });

  it('C07 C106 isn’t made again where the answer, or the process, was lost', async () => {
    await publishRewards(shop.id, [pound()]);
    await losingAnswerOf('CreateFunctionReward', () => syncDiscounts(shop.id));
    expect([await liveOwner(pound()), there().length]).toEqual([null, 1]);
    const [made] = there();
    await shop.local.codeDiscounts.change(made!.id, { tags: [] });
    await syncDiscounts(shop.id);
    expect(await rows()).toMatchObject([{ discountId: made?.id, state: 'active', healed: null }]);
    expect([there().length, codesOf(made?.id).length]).toEqual([1, 1]);
  });

  it('C106 has a pool of codes as any other', async () => {
    const [made] = await running(pound());
    await fillCodes(shop.id);
    expect(codesOf(made?.id).length).toBeGreaterThanOrEqual(50);
    expect(await codesIn('ready')).toBe(codesOf(made?.id).length);
  });

  it('C108 is told what its reward is called now, and what never counts, without another discount', async () => {
    const [made] = await running(pound());
    const title = { en: 'A bag on us', fr: 'Un sachet pour vous' };
    const [renamed] = await running(pound({ title }));
    expect([renamed?.id, renamed?.title]).toEqual([made?.id, 'A bag on us']);
    expect(held(renamed!, VOUCHER_CONFIG)).toMatchObject({ title });
    expect(await rows()).toMatchObject([{ healed: null }]);
  });

  it('C100 of any amount is the same at whatever rate and limits', async () => {
    const [made] = await running(any);
    const other = { ...any, cost: 200, gives: { ...any.gives, minor: 700, mostMinor: 5000 } } as Reward;
    expect((await running(other)).map(({ id }) => id)).toEqual([made?.id]);
  });

  it('C74 of another value is another, and the old one ends', async () => {
    const [made] = await running(capped);
    const [now, ...more] = await running({
      ...capped,
      gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: 700 },
    });
    expect([now?.id === made?.id, more]).toEqual([false, []]);
  });
});

describe('C46 a hand at Shopify', () => {
  type Change = (made: CodeDiscount) => Partial<Omit<CodeDiscount, 'id'>>;
  const gives = (change: Partial<AppGives>): Change => {
    return (made) => ({ gives: { ...appGives(made), ...change } });
  };
  it.each<[string, Change]>([
    ['renamed', () => ({ title: 'Mine now' })],
    ['ended', () => ({ endsAt: '2026-01-02T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' })],
    ['dates', () => ({ endsAt: '2099-01-01T00:00:00Z' })],
    ['value', gives({ metafields: {} })],
    ['value', gives({ discountClasses: ['ORDER'] })],
    [
      'combination',
      () => ({ combinesWith: { productDiscounts: true, orderDiscounts: true, shippingDiscounts: true } }),
    ],
    ['other', () => ({ usageLimit: null })],
    ['other', () => ({ appliesOnSubscription: true })],
  ])('that changed it (%s) is put right and told', async (healed, change) => {
    const [made] = await running(pound());
    await shop.local.codeDiscounts.change(made!.id, change(made!));
    await syncDiscounts(shop.id);
    const { updatedAt: _now, startsAt: _start, gives: before, ...rest } = made!;
    expect(there()).toMatchObject([rest]);
    expect(appGives(there()[0]!).discountClasses).toEqual(['PRODUCT']);
    expect(held(there()[0]!, VOUCHER_CONFIG)).toMatchObject({ gives: pound().gives });
    expect(before.kind).toBe('app');
    expect(await rows()).toMatchObject([{ healed }]);
  });

  it('that deleted it gets another with a new code', async () => {
    const [made] = await running(pound());
    await shop.local.codeDiscounts.remove(made!.id);
    const [again] = await running(pound());
    expect(again?.id).not.toBe(made?.id);
    expect(await rows()).toMatchObject([{ discountId: again?.id, healed: 'deleted', state: 'active' }]);
  });

  it.each([true, false])(
    'that copied it, metafields %s: the copy ends, ours stays',
    async (withMetafields) => {
      const [made] = await running(pound());
      await shop.local.codeDiscounts.duplicate(made!.id, 'BYHAND', withMetafields);
      await syncDiscounts(shop.id);
      expect(there().map(({ id, endsAt }) => [id === made?.id, endsAt === null])).toEqual([
        [true, true],
        [false, false],
      ]);
      expect(await rows()).toMatchObject([{ healed: 'copied' }]);
    },
  );

  it('that Shopify wrote its JSON in another form is no hand', async () => {
    const [made] = await running(pound());
    const metafields = Object.fromEntries(
      Object.entries(appGives(made!).metafields).map(([place, field]) => {
        const turned = Object.entries(JSON.parse(field.value) as object).reverse();
        return [place, { ...field, value: JSON.stringify(Object.fromEntries(turned), null, 1) }];
      }),
    );
    await shop.local.codeDiscounts.change(made!.id, { gives: { ...appGives(made!), metafields } });
    await pool().query(`update "ShopDiscount" set "shownHash" = '' where "shopId" = $1`, [shop.id]);
    await syncDiscounts(shop.id);
    await syncDiscounts(shop.id);
    expect(await rows()).toMatchObject([{ healed: null, problem: null }]);
  });
});

describe('C47 C112 products that the shop has no more', () => {
  const of = (...productIds: string[]) => pound({ gives: { kind: 'product', productIds, upToMinor: null } });

  it('are left out, and the reward goes on with the others', async () => {
    const [beans] = shop.local.products;
    const [made] = await running(of('123', beans!.id));
    expect(held(made!, VOUCHER_CONFIG)).toMatchObject({ gives: { productIds: [beans!.id] } });
  });

  it('alone give nobody a code, and the merchant is told; what was made stays', async () => {
    await running(of('123'));
    expect(there()).toEqual([]);
    expect(await rows()).toMatchObject([{ problem: 'products-gone', state: 'missing', size: 0 }]);
    const [beans] = shop.local.products;
    const [made] = await running(of(beans!.id));
    await fillCodes(shop.id);
    const removed = shop.local.setup.products.shift()!;
    await syncDiscounts(shop.id);
    expect([there().map(({ id }) => id), await codesIn('ready')]).toEqual([[made?.id], 0]);
    expect((await rows()).filter(({ problem }) => problem === 'products-gone')).toHaveLength(1);
    expect((await rows()).filter(({ state }) => state === 'gone')).toMatchObject([{ problem: null }]);
    shop.local.setup.products.unshift(removed);
    await syncDiscounts(shop.id);
    expect((await rows()).filter(({ size }) => size > 0)).toMatchObject([{ problem: null, state: 'active' }]);
  });
});

type Held = { id: string; code: string };

/** One of the pool's codes, as somebody holds it. */
async function hold(of: Reward, price: number): Promise<Held> {
  const owner = await liveOwner(of);
  const { rows: taken } = await pool().query<{ code: string }>(
    `delete from "RewardCode" where "shopId" = $1 and code = (
       select code from "RewardCode" where "shopId" = $1 and owner = $2 and state = 'ready' limit 1) returning code`,
    [shop.id, owner],
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
    [shop.id, voucher.id, owner],
  );
  await pool().query('update "RewardCode" set owner = $3 where "shopId" = $1 and code = $2', [
    shop.id,
    voucher.code,
    owner,
  ]);
  return voucher;
}

const testShop = () => ({ id: shop.id, domain: shop.domain });
const stateOf = async ({ id }: Held) => {
  const { rows: found } = await pool().query<{ state: string; why: string | null }>(
    'select state, "releaseWhy" as why from "Voucher" where "shopId" = $1 and id = $2',
    [shop.id, id],
  );
  return found[0];
};

it('C74 C182 a discount of a value that is only held, and that Shopify won’t mend, is told with its reward', async () => {
  const five = reward({ key: 'five' });
  await running(five);
  await fillCodes(shop.id);
  await hold(five, 500);
  const dearer = { ...five, gives: { kind: 'amount', minor: 700 } } as const;
  await running(dearer);
  const health = () => readRewardHealth(testShop(), [dearer]);
  expect(await health()).toMatchObject([{ problem: null, state: 'active' }]);
  await pool().query(
    `update "ShopDiscount" set problem = 'refused', "problemSaid" = 'No' where "shopId" = $1 and owner like $2`,
    [shop.id, `reward/five/${rewardValueHash(five)}/%`],
  );
  expect(await health()).toMatchObject([{ problem: 'refused', said: 'No' }]);
});

describe('C110 where Shopify runs functions no more', () => {
  const stop = () => {
    local.shopify().app.publicCategory = 'CUSTOM';
    shop.local.plan = 'basic';
  };
  const goOn = () => void (shop.local.plan = 'plus');

  async function stopped() {
    const five = reward({ key: 'five' });
    await running(five, pound());
    await fillCodes(shop.id);
    const bought = await hold(pound(), 500);
    const gift = await hold(pound(), 0);
    const native = await hold(five, 500);
    stop();
    await syncDiscounts(shop.id);
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
      [shop.id],
    );
    expect(ready).toEqual([]);
    await fillCodes(shop.id);
    await syncDiscounts(shop.id);
    expect(await stateOf(gift)).toEqual({ state: 'held', why: null });
    expect((await rows())[1]).toMatchObject({ problem: 'functions-not-available', size: 0 });
  });

  it('the same discount goes on where they run again, with codes for everybody', async () => {
    const { gift } = await stopped();
    const before = there().map(({ id }) => id);
    goOn();
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    expect(there().map(({ id }) => id)).toEqual(before);
    expect((await rows())[1]).toMatchObject({ problem: null, state: 'active', healed: null });
    expect(shop.local.codeDiscounts.find(gift.code)?.discount.title).toBe('A free bag');
    const { rows: ready } = await pool().query<{ count: number }>(
      `select count(*)::int as count from "RewardCode" where "shopId" = $1 and owner like 'reward/pound/%' and state = 'ready'`,
      [shop.id],
    );
    expect(ready[0]?.count).toBeGreaterThanOrEqual(50);
  });

  it('pages leave it out until they run again, but any amount, which can do without', async () => {
    const shownKeys = async () => {
      await syncProgram(shop.id);
      const metafield = Object.values(shop.local.appMetafields).find(({ key }) => key === 'program');
      const { rewards = [] } = JSON.parse(metafield?.value ?? '{}') as { rewards?: { key: string }[] };
      return rewards.map(({ key }) => key);
    };
    await running(any, capped, pound());
    expect(await shownKeys()).toEqual(['any', 'capped', 'pound']);
    stop();
    await forgetJobs();
    await syncDiscounts(shop.id);
    expect(await bellsOf(shop)).toContain('sync_program');
    expect(await shownKeys()).toEqual(['any']);
    goOn();
    await forgetJobs();
    await syncDiscounts(shop.id);
    expect(await bellsOf(shop)).toContain('sync_program');
    expect(await shownKeys()).toEqual(['any', 'capped', 'pound']);
    await forgetJobs();
    await syncDiscounts(shop.id);
    expect(await bellsOf(shop)).not.toContain('sync_program');
  });

  it('C106 what was paid for is found by the minute where whoever gave it back was cut off', async () => {
    const { bought } = await stopped();
    expect(await shopsWithStoppedRewards(pool())).toEqual([]);
    await pool().query(
      `update "Voucher" set state = 'held', "releasingSince" = null, "releaseWhy" = null, "lookAt" = null where id = $1`,
      [bought.id],
    );
    expect(await shopsWithStoppedRewards(pool())).toEqual([shop.id]);
    await syncDiscounts(shop.id);
    expect(await stateOf(bought)).toEqual({ state: 'releasing', why: 'function-stopped' });
    expect(await shopsWithStoppedRewards(pool())).toEqual([]);
  });

  it('one that was never made says so, and is made once they run', async () => {
    await publishRewards(shop.id, [pound()]);
    stop();
    await syncDiscounts(shop.id);
    expect([there(), (await rows())[0]]).toMatchObject([
      [],
      { problem: 'functions-not-available', state: 'missing', size: 0 },
    ]);
    goOn();
    await syncDiscounts(shop.id);
    expect([there().length, (await rows())[0]]).toMatchObject([
      1,
      { problem: null, state: 'active', size: 50 },
    ]);
  });

  it('one that is published no more goes, and leaves nothing that says that functions don’t run', async () => {
    await running(pound());
    stop();
    await syncDiscounts(shop.id);
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
    await local.shopify().uninstall(shop.domain);
    await withTransaction((client) => uninstallShop(client, shop.id, new Date()));
  }

  it('what the function decided is made anew, and held codes with the same text', async () => {
    const [made] = await running(pound());
    await fillCodes(shop.id);
    const bought = await hold(pound(), 500);
    await leave();
    expect([there(), await codesIn('ready')]).toEqual([[], 0]);
    expect(await rows()).toMatchObject([{ discountId: null, state: 'missing', healed: null }]);
    shop = await local.install();
    await syncDiscounts(shop.id);
    const [again] = there();
    expect(again?.id).not.toBe(made?.id);
    // Nobody's hand did it.
    expect(await rows()).toMatchObject([{ discountId: again?.id, state: 'active', healed: null }]);
    await fillCodes(shop.id);
    expect(await stateOf(bought)).toEqual({ state: 'held', why: null });
    await pool().query(
      `update "Voucher" set "missingSince" = now() - interval '1 hour' where "shopId" = $1 and "missingSince" is not null`,
      [shop.id],
    );
    await pool().query(`update "Shop" set "reconciledThrough" = now() where id = $1`, [shop.id]);
    await fillCodes(shop.id);
    expect(shop.local.codeDiscounts.find(bought.code)?.discount.id).toBe(again?.id);
  });

  it('what Shopify kept, though it gave nothing, is taken up again', async () => {
    const [made] = await running(pound());
    await fillCodes(shop.id);
    const bought = await hold(pound(), 500);
    shop.local.unsettled = { ...shop.local.unsettled, appCodesLeft: 'idle' };
    await leave();
    shop.local.unsettled = { ...shop.local.unsettled, appCodesLeft: 'gone' };
    shop = await local.install();
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    expect(there().map(({ id }) => id)).toEqual([made?.id]);
    expect(await stateOf(bought)).toEqual({ state: 'held', why: null });
    expect(shop.local.codeDiscounts.find(bought.code)).not.toBeNull();
    expect(await codesIn('ready')).toBeGreaterThanOrEqual(50);
  });
});
