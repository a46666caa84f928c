// What a reward takes off that the app's function decides is one amount, too: on the page, in the cart, on the order, in the ledger.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { discountsOfCart } from '#tests/local-shopify/shop/cart-offers.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import type { Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
import { USUAL } from '#tests/local-shopify/shop/unsettled.ts';
import { reward } from '#tests/support/factories.ts';
import { heldBy, offer, offOf, sell, shownRewards, shownVouchers } from '#tests/support/reward-sales.ts';
import { voucherState } from '#tests/support/vouchers.ts';
import { addCardDiscounts, addSale, coffeeCard, memberCart, setStamps } from '#tests/support/with-cards.ts';

/** The stand-in's prices are as many minor units in each: 9.50, ¥950, 0.950. */
const CURRENCIES = ['EUR', 'JPY', 'KWD'];
const RATES: Record<string, NonNullable<Cart['presentment']>> = {
  EUR: { currency: 'JPY', rateBp: 1_632_700 },
  JPY: { currency: 'EUR', rateBp: 61 },
  KWD: { currency: 'USD', rateBp: 32_570 },
};
const local = useLocalShopify(CURRENCIES.length, () => null, {
  change: (setup, index) => ({ ...setup, currency: CURRENCIES[index]! }),
});
let shop: InstalledShop;

const idOf = (handle: string) => shop.local.productByHandle(handle)!.id;
const price = (handle: string) => shop.local.productByHandle(handle)!.variants[0]!.priceMinor;
const idOfCustomer = (place: number): string => {
  const { customers } = shop.local.setup;
  return customers[place % customers.length]!.id;
};
const unsettled = (change: Partial<Unsettled>) => void (shop.local.unsettled = { ...USUAL, ...change });

const plain = { key: 'off', cost: 100, minimumMinor: null };
const freeOne = (upToMinor: number | null = null): Reward =>
  reward({
    ...plain,
    title: { en: 'A free one', fr: 'Un offert' },
    gives: { kind: 'product', productIds: [idOf('morning-house'), idOf('enamel-cup')], upToMinor },
  });
const capped = (mostMinor: number): Reward =>
  reward({
    ...plain,
    title: { en: 'A fifth off', fr: 'Un cinquième de moins' },
    gives: { kind: 'percent', percent: 20, of: 'order', mostMinor },
  });
const cappedOf = (mostMinor: number): Reward =>
  reward({
    ...plain,
    title: { en: 'A fifth off coffee', fr: 'Un cinquième sur le café' },
    gives: {
      kind: 'percent',
      percent: 20,
      of: { productIds: [], collectionIds: [shop.local.collections[0]!.id] },
      mostMinor,
    },
  });
/** A hundred points are 500. */
const any = (change: Partial<Extract<Reward['gives'], { kind: 'any-amount' }>> = {}): Reward =>
  reward({
    ...plain,
    title: { en: 'Any amount', fr: 'Montant au choix' },
    gives: { kind: 'any-amount', minor: 500, leastMinor: 1, mostMinor: null, sharePercent: 100, ...change },
  });

const cartOf = (goods: Record<string, number>, change: Partial<Cart> = {}) =>
  memberCart(shop.local, goods, change);
const named = (cart: Cart) => discountsOfCart(shop.local, cart).map(({ title }) => title);

afterEach(async () => {
  shop.local.unsettled = USUAL;
  for (const { id } of shop.local.automaticDiscounts.values()) await shop.local.automaticDiscounts.remove(id);
});

describe.each(CURRENCIES.map((currency, index) => ({ currency, index })))(
  'C113 in $currency',
  ({ index }) => {
    beforeEach(async () => {
      shop = await local.install(index);
    });

    it('a free product: page, cart, order and ledger agree', async () => {
      const one = await offer(shop, freeOne());
      const customerId = idOfCustomer(0);
      const voucher = await heldBy(shop, one, customerId);
      expect(shownRewards(shop)[0]!.gives).toMatchObject({ kind: 'product' });
      expect(shownVouchers(shop, customerId).find(({ id }) => id === voucher.id)).toMatchObject({
        code: voucher.code,
        gives: { kind: 'product' },
      });
      const cart = cartOf(
        { 'kenya-nyeri': 1, 'enamel-cup': 2, 'morning-house': 2 },
        { codes: [voucher.code] },
      );
      const order = await sell(shop, cart);
      const cheaper = Math.min(price('enamel-cup'), price('morning-house'));
      expect(order.discounts).toMatchObject([{ type: 'discount_code', title: voucher.code }]);
      expect(offOf(order)).toBe(cheaper);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 100, flag: null });
    });

    it('a free product in the shopper’s own currency is free to the last sign', async () => {
      const one = await offer(shop, freeOne());
      const customerId = idOfCustomer(1);
      const voucher = await heldBy(shop, one, customerId);
      const presentment = RATES[shop.local.currency]!;
      const cart = cartOf({ 'morning-house': 2 }, { customerId, codes: [voucher.code], presentment });
      expect(offOf(await sell(shop, cart))).toBe(price('morning-house'));
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 100 });
    });

    it.each(['before', 'after'] as const)(
      'a percentage of the order stops at its ceiling, counted %s the products’ discounts',
      async (leastSubtotal) => {
        unsettled({ leastSubtotal });
        const most = Math.floor(price('kenya-nyeri') / 4);
        const one = await offer(shop, capped(most));
        const customerId = idOfCustomer(2);
        const carts = [{ 'enamel-cup': 1 }, { 'kenya-nyeri': 1 }, { 'kenya-nyeri': 9 }] as Record<
          string,
          number
        >[];
        const offs: number[] = [];
        for (const goods of carts) {
          const voucher = await heldBy(shop, one, customerId);
          offs.push(offOf(await sell(shop, cartOf(goods, { customerId, codes: [voucher.code] }))));
          expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 100 });
        }
        const fifth = (handle: string) => Math.round(price(handle) / 5);
        expect(offs).toEqual([
          Math.min(fifth('enamel-cup'), most),
          Math.min(fifth('kenya-nyeri'), most),
          most,
        ]);
      },
    );

    it('a percentage of chosen products stops at its ceiling, shared out over the lines', async () => {
      const most = Math.floor(price('kenya-nyeri') / 4);
      const one = await offer(shop, cappedOf(most));
      const customerId = idOfCustomer(3);
      const voucher = await heldBy(shop, one, customerId);
      const goods = { 'enamel-cup': 1, 'morning-house': 2, 'kenya-nyeri': 1 };
      const order = await sell(shop, cartOf(goods, { customerId, codes: [voucher.code] }));
      expect(order.lines.map(({ allocations }) => allocations.length)).toEqual([0, 1, 1]);
      expect(offOf(order)).toBe(most);
      const small = await heldBy(shop, one, customerId);
      const little = await sell(shop, cartOf({ 'morning-house': 1 }, { customerId, codes: [small.code] }));
      expect(offOf(little)).toBe(Math.min(Math.round(price('morning-house') / 5), most));
      expect(await voucherState(shop, small)).toMatchObject({ state: 'used', taken: 100 });
    });

    it('C100 any amount takes exactly what was chosen, and what the cart didn’t need comes back', async () => {
      const one = await offer(shop, any());
      const customerId = idOfCustomer(4);
      const more = price('enamel-cup') + 250;
      const voucher = await heldBy(shop, one, customerId, { points: 10_000, minor: more });
      const whole = cartOf({ 'kenya-nyeri': 2 }, { customerId, codes: [voucher.code] });
      expect(offOf(await sell(shop, whole))).toBe(more);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: voucher.price });
      const other = await heldBy(shop, one, customerId, { points: 10_000, minor: more });
      const small = cartOf({ 'enamel-cup': 1 }, { customerId, codes: [other.code] });
      expect(offOf(await sell(shop, small))).toBe(price('enamel-cup'));
      const taken = Math.ceil((other.price * price('enamel-cup')) / more);
      expect(await voucherState(shop, other)).toMatchObject({ state: 'used', taken });
    });

    it('C100 any amount in the shopper’s own currency is used up, whatever the rounding of its lines', async () => {
      const one = await offer(shop, any());
      const customerId = idOfCustomer(5);
      const presentment = RATES[shop.local.currency]!;
      const voucher = await heldBy(shop, one, customerId, { points: 10_000, minor: 1_234 });
      const goods = { 'morning-house': 1, 'enamel-cup': 1, 'kenya-nyeri': 1 };
      const order = await sell(shop, cartOf(goods, { customerId, codes: [voucher.code], presentment }));
      const shown = order.lines.flatMap(({ allocations }) => allocations.map((each) => each.shownMinor ?? 0));
      const said = Math.floor(1_234 * rateOf(shop) + 0.5);
      expect(shown.reduce((sum, each) => sum + each, 0)).toBe(said);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', flag: null });
      const { taken } = await voucherState(shop, voucher);
      const lost = Math.ceil((voucher.price * Math.max(0, 1_234 - offOf(order) - 3)) / 1_234);
      expect(taken).toBeGreaterThanOrEqual(voucher.price - lost);
      expect(taken).toBeLessThanOrEqual(Math.max(voucher.price, Math.ceil((100 * offOf(order)) / 500)));
    });
  },
);

/** Minor units of the shopper's for one of the shop's. */
function rateOf({ local: { currency } }: InstalledShop): number {
  const decimals: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3, USD: 2 };
  const { currency: shown, rateBp } = RATES[currency]!;
  return (rateBp / 10_000) * 10 ** (decimals[shown]! - decimals[currency]!);
}

describe('C103 whose code it is', () => {
  beforeEach(async () => {
    shop = await local.install(0);
  });

  it('of any amount it gives nothing to another customer, to a guest, or to a till that knows nobody', async () => {
    const one = await offer(shop, any());
    const [owner, other] = [idOfCustomer(6), idOfCustomer(7)];
    const { code } = await heldBy(shop, one, owner, { points: 10_000, minor: 700 });
    const goods = { 'kenya-nyeri': 1 };
    const codes = [code];
    const guest = { customerId: null, isAuthenticated: false };
    expect(named(cartOf(goods, { customerId: other, codes }))).toEqual([]);
    expect(named(cartOf(goods, { ...guest, codes }))).toEqual([]);
    expect(named(cartOf(goods, { ...guest, codes, atTill: true }))).toEqual([]);
    expect(named(cartOf(goods, { customerId: owner, codes, atTill: true, isAuthenticated: false }))).toEqual(
      codes,
    );
    expect(named(cartOf(goods, { customerId: owner, codes }))).toEqual(codes);
  });

  it('of a free product it is the proof, whoever has it', async () => {
    const one = await offer(shop, freeOne());
    const { code } = await heldBy(shop, one, idOfCustomer(8));
    const cart = cartOf({ 'enamel-cup': 1 }, { customerId: null, isAuthenticated: false, codes: [code] });
    expect(named(cart)).toEqual([code]);
  });

  it.each(['made', 'typed'] as const)(
    'C102 typed in another case it is the same, told as it was %s',
    async (triggeringCode) => {
      unsettled({ triggeringCode });
      const one = await offer(shop, any());
      const owner = idOfCustomer(9);
      const { code } = await heldBy(shop, one, owner, { points: 10_000, minor: 700 });
      const cart = cartOf({ 'kenya-nyeri': 1 }, { customerId: owner, codes: [code.toLowerCase()] });
      expect(named(cart)).toEqual([code]);
    },
  );

  it('C118 of an amount that Shopify wasn’t told yet it gives nothing', async () => {
    const one = await offer(shop, any());
    const owner = idOfCustomer(10);
    const { code } = await heldBy(shop, one, owner, { points: 10_000, minor: 700 });
    const customer = shop.local.customers.get(owner)!;
    const metafields = Object.fromEntries(
      Object.entries(customer.metafields).filter(([, { key }]) => key !== 'vouchers'),
    );
    await shop.local.saveCustomer({ ...customer, metafields });
    expect(named(cartOf({ 'kenya-nyeri': 1 }, { customerId: owner, codes: [code] }))).toEqual([]);
  });
});

describe('C112 what a voucher for a product doesn’t take off', () => {
  beforeEach(async () => {
    shop = await local.install(0);
  });
  const held = async (one: Reward) => (await heldBy(shop, await offer(shop, one), idOfCustomer(11))).code;

  it('is another product, a dearer variant, a gift card, or a subscription', async () => {
    const byPrice = ['morning-house', 'enamel-cup'].toSorted((a, b) => price(a) - price(b));
    const [cheap = '', dear = ''] = byPrice;
    const code = await held(freeOne(price(cheap)));
    const lines = (handle: string, more: object = {}) => [
      { variantId: shop.local.productByHandle(handle)!.variants[0]!.id, quantity: 1, ...more },
    ];
    const cart = (bought: Cart['lines']) => cartOf({}, { lines: bought, codes: [code] });
    const plan = { sellingPlan: { id: '1', name: 'Monthly' } };
    expect(named(cart(lines('kenya-nyeri')))).toEqual([]);
    expect(named(cart(lines(dear)))).toEqual([]);
    expect(named(cart(lines(cheap, plan)))).toEqual([]);
    expect(named(cart(lines(cheap)))).toEqual([code]);
    expect(named(cart([...lines(cheap, plan), ...lines(cheap)]))).toEqual([code]);
  });
});

describe('C113 beside other discounts', () => {
  beforeEach(async () => {
    shop = await local.install(0);
  });

  it('a card’s free unit and a free product on one line: the line takes one of them', async () => {
    await addCardDiscounts(shop.local, [coffeeCard(shop.local)]);
    const customerId = idOfCustomer(12);
    const voucher = await heldBy(shop, await offer(shop, freeOne()), customerId);
    await setStamps(shop.local, customerId, { coffee: [5, 5] });
    const cart = cartOf({ 'morning-house': 2 }, { customerId, codes: [voucher.code] });
    expect(named(cart)).toHaveLength(1);
    const both = cartOf({ 'kenya-nyeri': 1, 'enamel-cup': 1 }, { customerId, codes: [voucher.code] });
    expect(named(both).toSorted()).toEqual([voucher.code, 'Coffee card'].toSorted());
    expect(offOf(await sell(shop, both))).toBe(price('kenya-nyeri') + price('enamel-cup'));
  });

  it('the order’s part comes off what products’ discounts left', async () => {
    await addSale(shop.local, 5_000, null);
    const customerId = idOfCustomer(13);
    const one = { ...any(), combinesWith: { product: true, order: false, shipping: true } };
    const { code } = await heldBy(shop, await offer(shop, one), customerId, {
      points: 100_000,
      minor: 100_000,
    });
    const order = await sell(shop, cartOf({ 'kenya-nyeri': 1 }, { customerId, codes: [code] }));
    expect(order.discounts.map(({ title }) => title)).toEqual(['Winter sale', code]);
    expect(offOf(order)).toBe(price('kenya-nyeri'));
  });

  it('where either doesn’t allow the other, the one stands that takes most', async () => {
    const alone = { product: false, order: false, shipping: false };
    const customerId = idOfCustomer(14);
    const { code } = await heldBy(shop, await offer(shop, { ...any(), combinesWith: alone }), customerId, {
      points: 10_000,
      minor: 100,
    });
    await addSale(shop.local, 5_000, null);
    expect(named(cartOf({ 'kenya-nyeri': 1 }, { customerId, codes: [code] }))).toEqual(['Winter sale']);
    expect(named(cartOf({ 'kenya-nyeri': 1 }, { customerId, codes: [code, 'FIVE'] }))).toEqual([
      'Winter sale',
      'FIVE',
    ]);
  });

  it('C110 where functions don’t run any more, it takes nothing off', async () => {
    const customerId = idOfCustomer(15);
    const { code } = await heldBy(shop, await offer(shop, freeOne()), customerId);
    const cart = cartOf({ 'enamel-cup': 1 }, { customerId, codes: [code] });
    local.shopify().app.publicCategory = 'CUSTOM';
    shop.local.plan = 'basic';
    expect(named(cart)).toEqual([]);
    local.shopify().app.publicCategory = 'PUBLIC';
    shop.local.plan = 'development';
    expect(named(cart)).toEqual([code]);
  });
});
