// Whatever shoppers, hands, plans and the network do to amounts where functions run today and not tomorrow: once they leave off, every
// voucher is held and its code takes off just that, or used and took what orders say, or its points are back and its code is dead.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { costOf } from '#app/core/rewards/any-amount.ts';
import { takenForGood } from '#app/core/rewards/points-back.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { Failure } from '#app/errors.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { acceptOrderNews } from '#app/usecases/orders/accept-order-news.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { changeAmount } from '#app/usecases/rewards/change-amount.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { tendOwnDiscounts } from '#app/usecases/rewards/own/tend-own-discounts.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { ANY, bareShop, discountOf, runFunctions, stopFunctions, wish } from '#tests/support/own-shop.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { pass } from '#tests/support/releasing.ts';
import { givePoints } from '#tests/support/vouchers.ts';
import { memberCart } from '#tests/support/with-cards.ts';

const local = useLocalShopify(1);
/** `HISTORIES=60` plays more of them. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 8);
const RATE = { points: 100, minor: 500 };

type Held = { id: string; code: string; owner: string };
type Bought = { order: Order; deleted: boolean };
type Telling = 'once' | 'twice' | 'late' | 'lost';
type Row = { state: string; price: number; face: number; taken: number; owner: string };

const JOBS = {
  sync: syncDiscounts,
  fill: fillCodes,
  tend: tendOwnDiscounts,
  members: syncMembers,
  reconcile: reconcileShop,
  apply: applyOrders,
  release: releaseVouchers,
};
type Job = keyof typeof JOBS;

class World {
  readonly vouchers: Held[] = [];
  readonly bought: Bought[] = [];
  readonly told: string[] = [];
  readonly shop: InstalledShop;

  constructor(shop: InstalledShop) {
    this.shop = shop;
  }

  get codes() {
    return this.shop.local.codeDiscounts;
  }

  customer(who: number): string {
    return this.shop.local.setup.customers[who]!.id;
  }

  voucherAt(index: number): Held | undefined {
    return this.vouchers[index % Math.max(1, this.vouchers.length)];
  }

  async take(who: number, minor: number): Promise<void> {
    const owner = this.customer(who);
    const taken = await redeem(this.shop.id, owner, wish(minor));
    if (taken.ok) this.vouchers.push({ id: taken.voucher.id, code: taken.voucher.code, owner });
  }

  /** With whatever codes of these still work at Shopify. @param who 2 is a guest */
  async buy(codes: string[], who: number, coffees: number, telling: Telling): Promise<void> {
    const { local: store } = this.shop;
    const cart = { ...memberCart(store, { 'morning-house': coffees }), codes };
    const customerId = who === 2 ? null : this.customer(who);
    const order = await store.placeOrder(
      requestOfCart(store, { ...cart, customerId }, { payment: 'paid', shippingMinor: 490 }),
    );
    this.bought.push({ order, deleted: false });
    await this.tell(order, telling);
  }

  async tell(order: Order, telling: Telling): Promise<void> {
    const payload = JSON.stringify(orderPayload(this.shop.local, order));
    if (telling !== 'lost') this.told.push(payload);
    if (telling === 'lost' || telling === 'late') return;
    for (let time = 0; time < (telling === 'twice' ? 2 : 1); time += 1) await this.hear(payload);
  }

  async hear(payload: string): Promise<void> {
    const parsed = parseOrderNews('orders/updated', payload);
    if (!parsed.ok) throw new Error(parsed.reason);
    await acceptOrderNews([{ shopDomain: this.shop.domain, news: parsed.news }]);
  }

  async undo(bought: Bought, how: 'refund' | 'cancel' | 'delete'): Promise<void> {
    const { local: store } = this.shop;
    const { id, cancelledAt, lines } = bought.order;
    if (bought.deleted || cancelledAt !== null) return;
    if (how === 'delete') {
      bought.deleted = true;
      return store.deleteOrder(id);
    }
    const line = lines.find(({ currentQuantity }) => currentQuantity > 0);
    if (how === 'refund' && !line) return;
    bought.order =
      how === 'cancel'
        ? await store.cancelOrder(id)
        : await store.refundOrder(id, { lines: [{ lineId: line!.id, quantity: 1 }] });
    await this.tell(bought.order, 'once');
  }

  async lapse({ id }: Held): Promise<void> {
    const text = `update "Voucher" set "validUntil" = current_date - 3 where id = $1 and state = 'held'`;
    await pool().query(text, [id]);
  }

  /** By a merchant, in Shopify's admin. */
  async byHand(how: 'delete' | 'worth' | 'code' | 'copy', held: Held): Promise<unknown> {
    const discount = discountOf(this.shop, held);
    if (!discount) return;
    if (how === 'code') return this.codes.removeCode(held.code);
    if (how === 'delete') return this.codes.remove(discount.id);
    if (how === 'copy') return this.codes.duplicate(discount.id, `HAND-${this.codes.values().length}`);
    if (discount.gives.kind !== 'amount') return;
    return this.codes.change(discount.id, { gives: { kind: 'amount', amountMinor: 4_321 } });
  }

  async run(job: Job): Promise<void> {
    await JOBS[job](this.shop.id).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    });
  }

  /** Everybody leaves off, and the clock goes on; every bell rings. */
  async calmDown(): Promise<void> {
    const { id, domain } = this.shop;
    local.shopify().faults(domain).clear();
    this.codes.trouble.clear();
    this.codes.trouble.usageLagMs = 0;
    for (const payload of this.told) await this.hear(payload);
    await pool().query('update "ShopDiscount" set "sweptAt" = null, "checkedAt" = null where "shopId" = $1', [
      id,
    ]);
    await pool().query(
      `update "ShopDiscount" set "dueAt" = now() where "shopId" = $1 and owner like 'voucher/%'`,
      [id],
    );
    await pool().query('update "Shop" set "ownSweptAt" = null where id = $1', [id]);
    for (const minutes of [1, 6, 1, 10, 15, 1, 10, 15, 1, 10, 15, 1, 5]) {
      await pass(this.shop, minutes);
      for (const job of [
        'sync',
        'fill',
        'tend',
        'reconcile',
        'apply',
        'release',
        'apply',
        'tend',
        'members',
      ] as const)
        await JOBS[job](id);
    }
  }

  /** What a plain reckoning of Shopify's orders says that it takes. */
  taken({ code, owner }: Held, { price, face }: Row): number {
    const uses = this.bought.flatMap(({ order, deleted }) => {
      const index = order.discounts.findIndex(({ title }) => title.toUpperCase() === code);
      if (index < 0) return [];
      const lines = order.lines.map(({ allocations, quantity, currentQuantity }) => ({
        off: allocations.reduce((sum, one) => sum + (one.application === index ? one.amountMinor : 0), 0),
        quantity,
        kept: currentQuantity,
      }));
      const over = deleted || order.cancelledAt !== null;
      return [
        { lines, shippingOff: 0, over, own: order.customerId === owner, inProportion: true, rounding: 0 },
      ];
    });
    return takenForGood({ points: price, face, rate: RATE, released: false }, uses).taken;
  }

  isNamed({ code }: Held): boolean {
    return this.bought.some(
      ({ order, deleted }) => !deleted && order.discounts.some(({ title }) => title.toUpperCase() === code),
    );
  }
}

const index = fc.nat(7);
const minor = fc.integer({ min: 100, max: 2_400 });
const who = fc.nat(1);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), who, minor }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), index, minor }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      indexes: fc.array(index, { minLength: 1, maxLength: 2 }),
      who: fc.nat(2),
      coffees: fc.integer({ min: 1, max: 3 }),
      telling: fc.constantFrom<Telling>('once', 'once', 'twice', 'late', 'lost'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('undo' as const),
      index,
      how: fc.constantFrom('refund' as const, 'cancel' as const, 'delete' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('give-back' as const, 'lapse' as const), index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('hand' as const),
      index,
      how: fc.constantFrom('delete' as const, 'worth' as const, 'code' as const, 'copy' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plan' as const), runs: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('job' as const),
      job: fc.constantFrom<Job>(
        'sync',
        'fill',
        'tend',
        'tend',
        'tend',
        'members',
        'apply',
        'release',
        'reconcile',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(1, 7, 25) }),
  },
  fc.record({
    do: fc.constant('fault' as const),
    fault: fc.constantFrom('error' as const, 'lose_answer' as const),
    calls: fc.integer({ min: 1, max: 3 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function play(world: World, now: Step): Promise<unknown> {
  const { shop, bought } = world;
  const held = 'index' in now ? world.voucherAt(now.index) : undefined;
  switch (now.do) {
    case 'take':
      return world.take(now.who, now.minor);
    case 'change':
      return held && changeAmount(shop.id, held.owner, { voucherId: held.id, minor: now.minor });
    case 'buy': {
      const codes = [...new Set(now.indexes.flatMap((at) => world.voucherAt(at)?.code ?? []))];
      return world.buy(codes, now.who, now.coffees, now.telling);
    }
    case 'undo': {
      const found = bought[now.index % Math.max(1, bought.length)];
      return found && world.undo(found, now.how);
    }
    case 'give-back':
      return held && giveBack(shop.id, held.owner, held.id);
    case 'lapse':
      return held && world.lapse(held);
    case 'hand':
      return held && world.byHand(now.how, held);
    case 'plan':
      return now.runs ? runFunctions(local, shop) : stopFunctions(local, shop);
    case 'job':
      return world.run(now.job);
    case 'pass':
      return pass(shop, now.minutes);
    case 'fault':
      return local.shopify().faults(shop.domain).plan(now.fault, now.calls);
  }
}

async function fresh(): Promise<World> {
  const shop = await bareShop(local);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  shop.local.unsettled = { ...shop.local.unsettled, usageLimit: 'late' };
  stopFunctions(local, shop);
  await publishRewards(shop.id, [ANY]);
  await syncDiscounts(shop.id);
  const world = new World(shop);
  for (const one of [0, 1]) await givePoints(shop, world.customer(one), 250, 150);
  return world;
}

async function rowOf({ id }: Held): Promise<Row> {
  const { rows } = await pool().query<Row>(
    `select v.state, v.owner, v.price::int, v."faceMinor"::int as face,
       (select 0 - coalesce(sum(e.amount), 0)::int from "LedgerEntry" e where e."voucherId" = v.id) as taken
     from "Voucher" v where v.id = $1`,
    [id],
  );
  return rows[0]!;
}

async function judge(world: World): Promise<void> {
  for (const voucher of world.vouchers) {
    const row = await rowOf(voucher);
    const discount = discountOf(world.shop, voucher);
    const [named, about] = [world.isNamed(voucher), { ...voucher, ...row, voucherOwner: voucher.owner }];
    if (row.state === 'used') {
      expect({ ...about, discount }).toMatchObject({ taken: world.taken(voucher, row) });
    } else if (row.state === 'released') {
      expect({ ...about, named, discount }).toMatchObject({ taken: 0, named: false, discount: null });
    } else {
      const price = costOf(row.face, RATE);
      expect({ ...about, named }).toMatchObject({ state: 'held', price, taken: price, named: false });
      const gives = row.owner.startsWith('voucher/')
        ? { kind: 'amount', amountMinor: row.face }
        : { kind: 'app' };
      expect({ ...about, discount }).toMatchObject({ discount: { gives } });
    }
  }
}

/** Of those that stand alone; a pool's are looked after elsewhere. */
async function noCodeIsNobodys(world: World): Promise<void> {
  const alone = world.codes
    .values()
    .filter(({ tags, endsAt }) => tags[0] === 'sixth-voucher' && endsAt === null);
  const codes = alone.flatMap(({ id }) => world.codes.codesOf(id).map(({ code }) => code));
  const { rows } = await pool().query<{ code: string }>(
    `select code from "Voucher" where "shopId" = $1 and state = 'held' and owner like 'voucher/%'`,
    [world.shop.id],
  );
  expect(codes.sort()).toEqual(rows.map(({ code }) => code).sort());
}

afterEach(async () => runFunctions(local, await local.install()));

it(
  'C100 C07 C46 C103 C104 C110 C118 any history of amounts, hands, plans and faults ends well',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 28 }), async (steps) => {
        const world = await fresh();
        for (const each of steps) await play(world, each);
        await world.calmDown();
        await judge(world);
        await noCodeIsNobodys(world);
        expect(await ledgerMismatches(pool(), world.shop.id)).toEqual([]);
        expect(await figureMismatches(pool(), world.shop.id)).toEqual([]);
      }),
      { numRuns: HISTORIES },
    );
  },
  HISTORIES * 30_000,
);
