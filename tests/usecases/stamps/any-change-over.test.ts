// Whatever a shop's plan, its shoppers and the network do: once they leave off, each card has the stamps that Shopify's own orders
// say, no full card was given both in the cart and as a code, and none was lost.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import process from 'node:process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { Failure } from '#app/errors.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { acceptOrderNews } from '#app/usecases/orders/accept-order-news.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { passForCards, wayOf } from '#tests/support/card-ways.ts';
import { card } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { memberCart } from '#tests/support/with-cards.ts';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';

/** `HISTORIES=40` plays more of them. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 5);
const local = useLocalShopify(HISTORIES + 1);
const COFFEE = 'morning-house';
const SIZE = 5;

type Telling = 'once' | 'twice' | 'late' | 'lost';
type Voucher = { id: string; code: string; state: string; customerId: string };

class World {
  readonly orders: Order[] = [];
  readonly told: string[] = [];
  /** Customers with an order that we don't know of yet. */
  readonly unknown = new Set<string>();
  readonly shop: InstalledShop;

  constructor(shop: InstalledShop) {
    this.shop = shop;
  }

  customer(who: number): string {
    return this.shop.local.setup.customers[who]!.id;
  }

  async vouchers(): Promise<Voucher[]> {
    const { rows } = await pool().query<Voucher>(
      `select v.id::text, v.code, v.state, m."customerId"::text as "customerId" from "Voucher" v
       join "Member" m on m.id = v."memberId" where v."shopId" = $1 order by v.id`,
      [this.shop.id],
    );
    return rows;
  }

  /** A cart goes by what Shopify was told: whoever has an order that nobody knows of doesn't buy where the cart gives. */
  async buy(who: number, coffees: number, withCode: boolean, telling: Telling): Promise<void> {
    const { local: store } = this.shop;
    const customerId = this.customer(who);
    if (store.automaticDiscounts.values().length > 0) {
      if (this.unknown.has(customerId)) return;
      await this.run('apply');
      local.shopify().faults(this.shop.domain).clear();
      await this.run('members');
    }
    const own = (await this.vouchers()).filter(
      (one) => one.customerId === customerId && one.state !== 'used',
    );
    const codes = withCode ? own.slice(0, 1).map(({ code }) => code) : [];
    const cart = { ...memberCart(store, { [COFFEE]: coffees }), codes, customerId };
    const order = await store.placeOrder(requestOfCart(store, cart, { payment: 'paid' }));
    this.orders.push(order);
    await this.tell(order, telling);
  }

  async tell(order: Order, telling: Telling): Promise<void> {
    const payload = JSON.stringify(orderPayload(this.shop.local, order));
    if (telling !== 'lost') this.told.push(payload);
    if (telling === 'lost' || telling === 'late') return void this.unknown.add(order.customerId ?? '');
    for (let time = 0; time < (telling === 'twice' ? 2 : 1); time += 1) await this.hear(payload);
  }

  async hear(payload: string): Promise<void> {
    const parsed = parseOrderNews('orders/updated', payload);
    if (!parsed.ok) throw new Error(parsed.reason);
    await acceptOrderNews([{ shopDomain: this.shop.domain, news: parsed.news }]);
  }

  async change(index: number, how: 'refund' | 'cancel', telling: Telling): Promise<void> {
    const at = index % Math.max(1, this.orders.length);
    const order = this.orders[at];
    const line = order?.lines.find(({ currentQuantity }) => currentQuantity > 0);
    if (!order || !line || order.cancelledAt !== null) return;
    const { local: store } = this.shop;
    const changed =
      how === 'cancel'
        ? await store.cancelOrder(order.id)
        : await store.refundOrder(order.id, { lines: [{ lineId: line.id, quantity: 1 }] });
    this.orders[at] = changed;
    // Shopify's times are cut to the second: what changes within one is told, or nobody could know.
    const isSameSecond = changed.updatedAt === order.updatedAt;
    await this.tell(changed, isSameSecond ? 'once' : telling);
  }

  async run(job: keyof typeof JOBS): Promise<void> {
    await JOBS[job](this.shop.id).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    });
  }

  /** A checkout that nobody tells of, and then another plan: in the cart, then as codes, or the other way round. */
  async leaveOpen(who: number, to: 'basic' | 'plus', minutes: number): Promise<void> {
    await this.buy(who, SIZE, false, 'once');
    for (const job of ['apply', 'fill', 'members'] as const) await this.run(job);
    await this.buy(who, 1, true, 'lost');
    this.shop.local.plan = to;
    for (const pause of [0, 1, minutes]) {
      await passForCards(this.shop, pause);
      await this.run('sync');
    }
    for (const job of ['fill', 'members', 'sync'] as const) await this.run(job);
  }

  async calmDown(): Promise<void> {
    local.shopify().faults(this.shop.domain).clear();
    for (const payload of this.told) await this.hear(payload);
    for (const minutes of [1, 6, 10, 15, 1, 10, 15, 1, 10, 15, 1, 10, 15, 1, 1]) {
      await passForCards(this.shop, minutes);
      for (const job of ['reconcile', 'apply', 'sync', 'fill', 'release', 'apply', 'members'] as const)
        await JOBS[job](this.shop.id);
    }
  }

  /** By Shopify's orders: floor(((Q − f) − N·f) × k / Q) of each line, and what its code has used up of its card. */
  stampsOf(customerId: string, vouchers: readonly Voucher[]): number {
    const own = this.orders.filter((order) => order.customerId === customerId);
    const ofOrders = own.map((order) => {
      if (order.cancelledAt !== null) return 0;
      const [line] = order.lines;
      const off = offBy(order, 'automatic');
      const free = Math.round(off / line!.unitPriceMinor);
      const { quantity, currentQuantity: kept } = line!;
      return Math.floor(((quantity - free - SIZE * free) * kept) / quantity);
    });
    const taken = vouchers.filter((one) => one.customerId === customerId).map((one) => this.takenBy(one));
    return [...ofOrders, ...taken.map((stamps) => -stamps)].reduce((sum, each) => sum + each, 0);
  }

  takenBy({ code, state }: Voucher): number {
    const named = this.orders.filter((order) => order.discounts.some(({ title }) => title === code));
    if (named.length === 0) return state === 'released' ? 0 : SIZE;
    const used = named.map((order) => {
      if (order.cancelledAt !== null) return 0;
      const off = offBy(order, 'discount_code');
      const { quantity, currentQuantity: kept } = order.lines[0]!;
      if (off === 0) return kept > 0 ? SIZE : 0;
      return Math.ceil((SIZE * Math.ceil((off * kept) / quantity)) / off);
    });
    return used.reduce((sum, each) => sum + each, 0);
  }
}

const offBy = ({ discounts, lines }: Order, type: string): number =>
  lines
    .flatMap(({ allocations }) => allocations)
    .filter(({ application }) => discounts[application]?.type === type)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

const JOBS = {
  sync: syncDiscounts,
  fill: fillCodes,
  reconcile: reconcileShop,
  apply: applyOrders,
  release: releaseVouchers,
  members: syncMembers,
};
const JOB_NAMES = ['sync', 'sync', 'fill', 'reconcile', 'apply', 'release', 'members'] as const;

const telling = fc.constantFrom<Telling>('once', 'once', 'twice', 'late', 'lost');
const buying = fc.record({
  do: fc.constant('buy' as const),
  who: fc.nat(1),
  coffees: fc.integer({ min: 1, max: 7 }),
  withCode: fc.boolean(),
  telling,
});
const plain = [
  { weight: 6, arbitrary: buying },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      plan: fc.constantFrom('basic' as const, 'plus' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      who: fc.nat(1),
      plan: fc.constantFrom('basic' as const, 'plus' as const),
      minutes: fc.constantFrom(2, 19, 25),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('job' as const), job: fc.constantFrom(...JOB_NAMES) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(1, 7, 25) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom('error' as const, 'lose_answer' as const),
      calls: fc.integer({ min: 1, max: 3 }),
    }),
  },
];
const changing = {
  weight: 3,
  arbitrary: fc.record({
    do: fc.constant('change' as const),
    index: fc.nat(7),
    how: fc.constantFrom('refund' as const, 'refund' as const, 'cancel' as const),
    telling,
  }),
};
const step = fc.oneof(...plain);
const anyStep = fc.oneof(...plain, changing);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

async function play(world: World, now: Step): Promise<unknown> {
  switch (now.do) {
    case 'buy':
      return world.buy(now.who, now.coffees, now.withCode, now.telling);
    case 'open':
      return world.leaveOpen(now.who, now.plan, now.minutes);
    case 'plan':
      return void (world.shop.local.plan = now.plan);
    case 'job':
      return world.run(now.job);
    case 'pass':
      return passForCards(world.shop, now.minutes);
    case 'fault':
      return local.shopify().faults(world.shop.domain).plan(now.fault, now.calls);
    case 'change':
      return world.change(now.index, now.how, now.telling);
  }
}

let used = 0;
async function fresh(plan: 'basic' | 'plus'): Promise<World> {
  const shop = await local.install((used += 1) - 1);
  local.shopify().app.publicCategory = 'CUSTOM';
  local.shopify().throttle(shop.domain).configure(1_000_000);
  shop.local.plan = 'plus';
  const coffee = shop.local.productByHandle(COFFEE)!;
  const products = { ...NO_PRODUCTS, productIds: [coffee.id] };
  expect(await publishCards(shop.id, [card({ products, maxPriceMinor: 1_500 })])).toMatchObject({ ok: true });
  shop.local.plan = plan;
  await syncDiscounts(shop.id);
  return new World(shop);
}

async function judge(world: World, changes: boolean): Promise<void> {
  const { shop } = world;
  const isCart = shop.local.plan === 'plus';
  const way = (await wayOf(shop)) ?? 'cart';
  expect(way).toBe(isCart ? 'cart' : 'codes');
  expect(shop.local.automaticDiscounts.values().length).toBe(isCart ? 1 : 0);
  const vouchers = await world.vouchers();
  const held = vouchers.filter(({ state }) => state === 'held' || state === 'releasing');
  if (isCart) expect(held).toEqual([]);
  for (const { code } of held) expect(shop.local.codeDiscounts.find(code), code).not.toBeNull();
  for (const who of [0, 1]) {
    const customerId = world.customer(who);
    const { rows } = await pool().query<{ stamps: number }>(
      `select coalesce(sum(c.stamps), 0)::int as stamps from "MemberCard" c join "Member" m on m.id = c."memberId"
       where m."shopId" = $1 and m."customerId" = $2`,
      [shop.id, customerId],
    );
    const { stamps } = rows[0]!;
    expect({ who, stamps }).toEqual({ who, stamps: world.stampsOf(customerId, vouchers) });
    // Nothing was taken back, so whatever is owed was given twice.
    if (!changes) expect(stamps).toBeGreaterThanOrEqual(0);
    if (!isCart) expect(stamps).toBeLessThan(SIZE);
  }
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
}

it(
  'C04 C05 C07 C110 C184 any history of plans, shoppers and faults ends with the stamps that orders say',
  async () => {
    const history = fc.boolean().chain((changes) =>
      fc.record({
        changes: fc.constant(changes),
        plan: fc.constantFrom('basic' as const, 'plus' as const),
        steps: fc.array(changes ? anyStep : step, { minLength: 8, maxLength: 40 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(history, async ({ changes, plan, steps }) => {
        const world = await fresh(plan);
        for (const each of steps) await play(world, each);
        await world.calmDown();
        await judge(world, changes);
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
  },
  HISTORIES * 60_000,
);
