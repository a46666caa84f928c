// Discounts of rewards that the app's function decides: made, healed, and ended as others are.
import {
  any,
  appGives,
  capped,
  codesIn,
  codesOf,
  held,
  liveOwner,
  pound,
  rows,
  running,
  shop,
  there,
  useFunctionRewards,
} from './function-rewards-scene.ts';
import { describe, expect, it } from 'vitest';
import { VOUCHER_CONFIG, VOUCHER_VARIABLES } from '#app/core/rewards/voucher-config.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import type { AppGives, CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { losingAnswerOf } from '#tests/support/lose-answer.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';

useFunctionRewards();

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
    await syncDiscounts(shop().id);
    expect(there()).toEqual(made);
  });

  it('C07 C106 isn’t made again where the answer, or the process, was lost', async () => {
    await publishRewards(shop().id, [pound()]);
    await losingAnswerOf('CreateFunctionReward', () => syncDiscounts(shop().id));
    expect([await liveOwner(pound()), there().length]).toEqual([null, 1]);
    const [made] = there();
    await shop().local.codeDiscounts.change(made!.id, { tags: [] });
    await syncDiscounts(shop().id);
    expect(await rows()).toMatchObject([{ discountId: made?.id, state: 'active', healed: null }]);
    expect([there().length, codesOf(made?.id).length]).toEqual([1, 1]);
  });

  it('C106 has a pool of codes as any other', async () => {
    const [made] = await running(pound());
    await fillCodes(shop().id);
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
    await shop().local.codeDiscounts.change(made!.id, change(made!));
    await syncDiscounts(shop().id);
    const { updatedAt: _now, startsAt: _start, gives: before, ...rest } = made!;
    expect(there()).toMatchObject([rest]);
    expect(appGives(there()[0]!).discountClasses).toEqual(['PRODUCT']);
    expect(held(there()[0]!, VOUCHER_CONFIG)).toMatchObject({ gives: pound().gives });
    expect(before.kind).toBe('app');
    expect(await rows()).toMatchObject([{ healed }]);
  });

  it('that deleted it gets another with a new code', async () => {
    const [made] = await running(pound());
    await shop().local.codeDiscounts.remove(made!.id);
    const [again] = await running(pound());
    expect(again?.id).not.toBe(made?.id);
    expect(await rows()).toMatchObject([{ discountId: again?.id, healed: 'deleted', state: 'active' }]);
  });

  it.each([true, false])(
    'that copied it, metafields %s: the copy ends, ours stays',
    async (withMetafields) => {
      const [made] = await running(pound());
      await shop().local.codeDiscounts.duplicate(made!.id, 'BYHAND', withMetafields);
      await syncDiscounts(shop().id);
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
    await shop().local.codeDiscounts.change(made!.id, { gives: { ...appGives(made!), metafields } });
    await pool().query(`update "ShopDiscount" set "shownHash" = '' where "shopId" = $1`, [shop().id]);
    await syncDiscounts(shop().id);
    await syncDiscounts(shop().id);
    expect(await rows()).toMatchObject([{ healed: null, problem: null }]);
  });
});

describe('C47 C112 products that the shop has no more', () => {
  const of = (...productIds: string[]) => pound({ gives: { kind: 'product', productIds, upToMinor: null } });

  it('are left out, and the reward goes on with the others', async () => {
    const [beans] = shop().local.products;
    const [made] = await running(of('123', beans!.id));
    expect(held(made!, VOUCHER_CONFIG)).toMatchObject({ gives: { productIds: [beans!.id] } });
  });

  it('alone give nobody a code, and the merchant is told; what was made stays', async () => {
    await running(of('123'));
    expect(there()).toEqual([]);
    expect(await rows()).toMatchObject([{ problem: 'products-gone', state: 'missing', size: 0 }]);
    const [beans] = shop().local.products;
    const [made] = await running(of(beans!.id));
    await fillCodes(shop().id);
    const removed = shop().local.setup.products.shift()!;
    await syncDiscounts(shop().id);
    expect([there().map(({ id }) => id), await codesIn('ready')]).toEqual([[made?.id], 0]);
    expect((await rows()).filter(({ problem }) => problem === 'products-gone')).toHaveLength(1);
    expect((await rows()).filter(({ state }) => state === 'gone')).toMatchObject([{ problem: null }]);
    shop().local.setup.products.unshift(removed);
    await syncDiscounts(shop().id);
    expect((await rows()).filter(({ size }) => size > 0)).toMatchObject([{ problem: null, state: 'active' }]);
  });
});
