// A reward's code at the checkout, beside a card's free unit, the merchant's sale and a code for the order: what comes off is what
// the core says, in any currency.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FunctionGives } from '#app/core/rewards/voucher-config.ts';
import { ratedOf, type Cart } from '#tests/local-shopify/shop/cart.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { shownLineMinor } from '#tests/local-shopify/shop/money.ts';
import { inMemory, type InMemory } from '#tests/local-shopify/tests/in-memory.ts';
import {
  addCardDiscounts,
  addSale,
  coffeeCard,
  memberCart,
  metafieldsOf,
  setStamps,
} from '#tests/support/with-cards.ts';
import { checkout, shownPrices, type Checkout } from './checkout.ts';
import { CODE } from './voucher-scene.ts';

let world: InMemory;
let shop: LocalShop;

beforeAll(async () => {
  world = await inMemory();
  shop = world.shop;
});
afterAll(() => world.stop());

const HANDLES = ['morning-house', 'kenya-nyeri', 'enamel-cup', 'gift-card'];
const CURRENCIES = ['EUR', 'JPY', 'KWD'];
const someOf = (values: readonly string[]) => fc.subarray([...values]);
/** The shop's ids are known once it is there: a product is drawn by its handle. */
const anyGives = fc.record({
  kind: fc.constantFrom('product', 'of order', 'of products', 'any'),
  handles: someOf(HANDLES),
  percent: fc.integer({ min: 1, max: 100 }),
  mostMinor: fc.integer({ min: 1, max: 4_000 }),
  sharePercent: fc.constantFrom(100, 100, 50),
  upToMinor: fc.option(fc.integer({ min: 900, max: 1_500 })),
});
type Drawn = typeof anyGives extends fc.Arbitrary<infer Gives> ? Gives : never;

const idOf = (handle: string) => shop.productByHandle(handle)?.id ?? '';

function givesOf({ kind, handles, percent, mostMinor, sharePercent, upToMinor }: Drawn): FunctionGives {
  const productIds = handles.map(idOf);
  if (kind === 'product') return { kind, productIds, upToMinor };
  if (kind === 'any') return { kind: 'any-amount', sharePercent };
  const of = kind === 'of order' ? ('order' as const) : { productIds, collectionIds: [] };
  return { kind: 'percent', percent, of, mostMinor };
}

const anyCart = fc.record({
  goods: fc.dictionary(fc.constantFrom(...HANDLES), fc.integer({ min: 1, max: 7 }), { minKeys: 1 }),
  subscribed: fc.integer({ min: 0, max: 7 }),
  codes: someOf(['SPRING10', 'FIVE']),
  presentment: fc.constantFrom(
    undefined,
    { currency: 'USD', rateBp: 10_838 },
    { currency: 'JPY', rateBp: 1_632_700 },
    { currency: 'KWD', rateBp: 3_340 },
  ),
});

const anyScene = fc.record({
  gives: anyGives,
  cart: anyCart,
  minimumMinor: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 6_000 })),
  never: someOf(HANDLES).filter((handles) => handles.length < 3),
  chosen: fc.integer({ min: 1, max: 6_000 }),
  stamps: fc.integer({ min: 0, max: 12 }),
  leastSubtotal: fc.constantFrom('before' as const, 'after' as const),
});
type Scene = typeof anyScene extends fc.Arbitrary<infer One> ? One : never;

async function bought({ gives, cart: drawn, minimumMinor, never, chosen, stamps, leastSubtotal }: Scene) {
  shop.unsettled = { ...shop.unsettled, leastSubtotal };
  const customerId = shop.setup.customers[0]?.id ?? '';
  await setStamps(shop, customerId, { coffee: [stamps, 5] });
  const vouchers = metafieldsOf(shop, [
    [
      { namespace: '$app', key: 'vouchers' },
      { v: 1, codes: { [CODE]: chosen } },
    ],
  ]);
  Object.assign(shop.customers.get(customerId)?.metafields ?? {}, vouchers);
  const plain = memberCart(shop, drawn.goods, { codes: [CODE, ...drawn.codes] });
  const plan = { id: '9001', name: 'Monthly' };
  const lines = plain.lines.map((line, index) =>
    index === drawn.subscribed ? { ...line, sellingPlan: plan } : line,
  );
  const cart = { ...plain, lines, ...(drawn.presentment && { presentment: drawn.presentment }) };
  const reward = {
    gives: givesOf(gives),
    minimumMinor,
    never: { productIds: never.map(idOf), collectionIds: [] },
  };
  const paid = await checkout(shop, cart, reward);
  return { paid, prices: shownPrices(shop, cart), step: stepOf(cart) };
}

/** What one minor unit of the shop's is at most in the shopper's currency; 0 where both are one. */
function stepOf(cart: Cart): number {
  if (!cart.presentment) return 0;
  const million = shownLineMinor(ratedOf(shop, cart), 0, 1_000_000);
  return Math.ceil(million / 1_000_000) + 1;
}

const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);

/** Percentages are worked out in the shop's currency: in another one they differ by one of its minor units a line. */
function slackOf({ saving, said }: Checkout, step: number): number {
  const exact = saving?.on === 'order' && saving.tries.every(({ off }) => 'minor' in off);
  return exact ? 0 : step * said.length;
}

function agrees(paid: Checkout, step: number): void {
  const slack = slackOf(paid, step);
  if (paid.saving?.on === 'products') {
    // A line takes one discount of products, the better one for the shopper.
    paid.ours.forEach((off, line) => {
      const [said = 0, other = 0] = [paid.said[line], paid.others[line]];
      if (off === 0 && said > 0) expect(other + step).toBeGreaterThanOrEqual(said);
      else expect(Math.abs(off - said)).toBeLessThanOrEqual(paid.said.length + slack);
    });
    if (sum(paid.others) === 0) expect(Math.abs(sum(paid.ours) - sum(paid.said))).toBeLessThanOrEqual(slack);
  } else expect(Math.abs(sum(paid.ours) - sum(paid.said))).toBeLessThanOrEqual(slack);
}

test.each(CURRENCIES)(
  'C113 C103 in %s function, checkout and core agree on what a reward takes off',
  async (currency) => {
    shop.changeSettings({ currency });
    for (const { id } of shop.automaticDiscounts.values()) await shop.automaticDiscounts.remove(id);
    await addCardDiscounts(shop, [coffeeCard(shop)]);
    await addSale(shop, 1_500, shop.collections[1]?.id ?? null);
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(anyScene, async (scene) => {
        const { paid, prices, step } = await bought(scene);
        agrees(paid, step);
        paid.ours.forEach((off, line) => expect(off).toBeLessThanOrEqual(prices[line] ?? 0));
        if (sum(paid.ours) > 0) taken += 1;
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(20);
  },
);
