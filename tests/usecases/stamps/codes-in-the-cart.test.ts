// What becomes of codes of full cards when the cart gives again, and of a change-over whose card is published no more.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_PRODUCTS, type StampCard } from '#app/core/program/card-rules.ts';
import type { ProgramProjection } from '#app/core/storefront/projection.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopsToFollowCards } from '#app/db/stamps/card-ways.server.ts';
import { readHomeFigures } from '#app/db/figures/home.server.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { readDiscountHealth } from '#app/usecases/discounts/read-discount-health.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { bellsOf } from '#tests/support/bells.ts';
import { followWays, wayOf, wholeWayToCodes } from '#tests/support/card-ways.ts';
import { card } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { look, wholeWay } from '#tests/support/releasing.ts';
import { offOf, sell } from '#tests/support/reward-sales.ts';
import { tellAndApply } from '#tests/support/shops.ts';

const local = useLocalShopify(10);
let used = 0;
let shop: InstalledShop;

const ofProduct = (id: string) => ({ ...NO_PRODUCTS, productIds: [id] });
const coffee = (change: Partial<StampCard> = {}): StampCard => {
  const products = ofProduct(shop.local.products[0]!.id);
  return { ...card(), maxPriceMinor: 1500, products, ...change };
};
const customer = (place = 0) => [...shop.local.customers.values()][place]!.id;
const buy = (quantity: number, code: string | null = null, customerId = customer()) =>
  sell(shop, {
    customerId,
    isAuthenticated: true,
    language: 'en' as const,
    lines: [{ variantId: shop.local.products[0]!.variants[0]!.id, quantity }],
    codes: code === null ? [] : [code],
  });

type Held = { state: string; code: string; price: number; stamps: number; size: number };
const held = async (): Promise<Held[]> =>
  (
    await pool().query<Held>(
      `select v.state, v.code, v.price::int, c.stamps::int, c.size from "Voucher" v
       left join "MemberCard" c on c."memberId" = v."memberId" where v."shopId" = $1 order by v.id`,
      [shop.id],
    )
  ).rows;

async function asCodes(): Promise<void> {
  await publishCards(shop.id, [coffee()]);
  await syncDiscounts(shop.id);
  shop.local.plan = 'basic';
  await wholeWayToCodes(shop);
  await buy(5);
  await syncMembers(shop.id);
  expect(await held()).toMatchObject([{ state: 'held', price: 5, stamps: 0 }]);
}

/** Until the cart gives, and everything that was to come back is back. */
async function backToCart(between = async () => Promise.resolve<unknown>(null)): Promise<void> {
  shop.local.plan = 'plus';
  for (let time = 0; time < 4; time += 1) {
    await syncMembers(shop.id);
    await followWays(shop);
  }
  expect(await wayOf(shop)).toBe('cart');
  await between();
  await wholeWay(shop);
  await look(shop);
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
}

beforeEach(async () => {
  shop = await local.install((used += 1) - 1);
  shop.local.plan = 'plus';
  local.shopify().app.publicCategory = 'CUSTOM';
});
afterEach(() => {
  local.shopify().app.publicCategory = 'PUBLIC';
  shop.local.plan = 'development';
});

describe('C184 a code whose stamps the cart would give nothing for stays a code', () => {
  it('of a card that is over', async () => {
    await asCodes();
    await publishCards(shop.id, [coffee({ endsOn: '2026-01-31' })]);
    await backToCart();
    expect(await held()).toMatchObject([{ state: 'held' }]);
    expect(offOf(await buy(1, (await held())[0]!.code))).toBeGreaterThan(0);
    expect(await held()).toMatchObject([{ state: 'used' }]);
  });

  it('C52 of a card that is larger by now, and was begun anew before or since', async () => {
    await asCodes();
    await publishCards(shop.id, [coffee({ size: 8 })]);
    await backToCart(() => buy(2));
    expect(await held()).toMatchObject([{ state: 'held', price: 5, stamps: 2, size: 8 }]);
  });

  it('of somebody who was left out, also with another', async () => {
    await asCodes();
    await pool().query('update "Member" set blocked = true where "shopId" = $1', [shop.id]);
    await backToCart();
    expect(await held()).toMatchObject([{ state: 'held', stamps: 0 }]);
    await buy(1, null, customer(1));
    await merge(shop, customer(1), customer());
    await followWays(shop);
    expect(await held()).toMatchObject([{ state: 'held' }]);
  });

  it('of a card that is smaller by now the stamps come back, and fill it', async () => {
    await asCodes();
    await publishCards(shop.id, [coffee({ size: 3 })]);
    await backToCart();
    expect(await held()).toMatchObject([{ state: 'released', stamps: 5, size: 3 }]);
  });
});

describe('C110 a card that is published no more while it is being changed over', () => {
  const mugs = () => coffee({ key: 'mugs', title: { en: 'Mugs', fr: 'Tasses' } });
  const isRung = async () => (await shopsToFollowCards(pool())).includes(shop.id);

  it.each([
    ['the only one', []],
    ['one of two', [mugs]],
  ])('%s rings no bell, and begins anew when it is restored', async (_name, others) => {
    await publishCards(shop.id, [coffee(), ...others.map((make) => make())]);
    await syncDiscounts(shop.id);
    shop.local.plan = 'basic';
    await followWays(shop);
    await followWays(shop);
    expect([await wayOf(shop), await isRung()]).toEqual(['to-codes', false]);
    await publishCards(
      shop.id,
      others.map((make) => make()),
    );
    await wholeWayToCodes(shop);
    expect(await isRung()).toBe(false);
    await publishCards(shop.id, [coffee(), ...others.map((make) => make())]);
    await followWays(shop, 30);
    expect(await wayOf(shop)).toBe('to-codes');
    await wholeWayToCodes(shop);
    expect(await wayOf(shop)).toBe('codes');
  });
});

describe('C110 a card that can’t be given as a code', () => {
  const problems = async (rules: StampCard[]) =>
    (await readDiscountHealth(shop, rules)).map(({ way, problem }) => [way, problem]);

  /** As pages read it. */
  const shownWay = async () => {
    await syncProgram(shop.id);
    const copy = Object.values(shop.local.appMetafields).find(({ key }) => key === 'program');
    return (JSON.parse(copy!.value) as ProgramProjection).cards[0]!.way;
  };

  it('keeps its stamps and gives nothing, which is said; with a ceiling it is given as codes', async () => {
    const [plain, capped] = [[coffee({ maxPriceMinor: null })], [coffee()]];
    await publishCards(shop.id, plain);
    await syncDiscounts(shop.id);
    expect(await problems(plain)).toEqual([['cart', null]]);
    shop.local.plan = 'basic';
    await buy(12);
    await followWays(shop);
    expect(await problems(plain)).toEqual([['cart', 'functions-not-available']]);
    expect([await bellsOf(shop), await shownWay()]).toMatchObject([
      expect.arrayContaining(['sync_program']),
      'changing',
    ]);
    shop.local.plan = 'plus';
    await followWays(shop);
    expect([await problems(plain), await shownWay()]).toEqual([[['cart', null]], undefined]);
    shop.local.plan = 'basic';
    await followWays(shop);
    expect(await publishCards(shop.id, capped)).toMatchObject({ ok: true });
    await wholeWayToCodes(shop);
    await syncMembers(shop.id);
    expect(await held()).toMatchObject([{ state: 'held' }, { state: 'held', stamps: 2 }]);
    expect(await problems(capped)).toEqual([['codes', null]]);
    expect(await publishCards(shop.id, plain)).toMatchObject({ ok: false });
  });
});

it('C110 codes of full cards are counted on Home, by the day of the order that used them', async () => {
  await asCodes();
  await buy(5);
  await syncMembers(shop.id);
  const [first, second] = await held();
  const off = offOf(await buy(1, first!.code)) + offOf(await buy(1, second!.code));
  const home = async () =>
    (await readHomeFigures(pool(), { ...shop, timeZone: 'UTC' }, 30, new Date())).current;
  expect(await home()).toMatchObject({ freed: 0, cardCodes: 2, cardCodesMinor: off, rewardsUsed: 2 });
  const { orders } = shop.local;
  await shop.local.cancelOrder([...orders.keys()].at(-1)!);
  await tellAndApply(shop, (await fetchOrder(shop.domain, [...orders.keys()].at(-1)!))!);
  expect(await home()).toMatchObject({ cardCodes: 1, rewardsUsed: 1 });
});

it('C47 a card whose products are gone gives no code, and what was given comes back for other products', async () => {
  await asCodes();
  const removed = shop.local.setup.products.shift()!;
  const problem = async () =>
    (await readDiscountHealth(shop, [coffee({ products: ofProduct(removed.id) })]))[0]?.problem;
  await followWays(shop);
  expect([await problem(), await held()]).toMatchObject(['products-gone', [{ state: 'releasing' }]]);
  await wholeWay(shop);
  await syncMembers(shop.id);
  await fillCodes(shop.id);
  expect(await held()).toMatchObject([{ state: 'released', stamps: 5 }]);
  await publishCards(shop.id, [coffee()]);
  await followWays(shop);
  await fillCodes(shop.id);
  const [, again] = await held();
  expect(again).toMatchObject({ state: 'held', stamps: 0 });
  shop.local.setup.products.unshift(removed);
  const { id: kept } = removed;
  await publishCards(shop.id, [coffee({ products: ofProduct(kept) })]);
  await followWays(shop);
  expect(await problem()).toBeNull();
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
});
