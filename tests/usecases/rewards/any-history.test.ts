// Whatever shoppers, merchants, Shopify and the network do to rewards: once they leave off, every voucher is held and its code
// works, or used and took what Shopify's own orders say, or its points are back; and every point is in a lot or owed.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import process from 'node:process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
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
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { pass } from '#tests/support/releasing.ts';
import { FIVE, tap } from '#tests/support/rewards.ts';
import { givePoints } from '#tests/support/vouchers.ts';
import { memberCart } from '#tests/support/with-cards.ts';

const local = useLocalShopify(1);
/** `HISTORIES=60` plays more of them. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 8);
const PRICE = 100;
const FACE = 500;

type Held = { id: string; code: string; owner: string };
/** An order as Shopify has it, or had it before it was deleted. */
type Bought = { order: Order; deleted: boolean };

class World {
  readonly vouchers: Held[] = [];
  readonly bought: Bought[] = [];
  /** Payloads of webhooks, each of which may come again. */
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

  async redeem(who: number): Promise<void> {
    const owner = this.customer(who);
    const taken = await tap(this.shop, owner);
    if (taken.ok) this.vouchers.push({ id: taken.voucher.id, code: taken.voucher.code, owner });
  }

  /** With whatever codes of these still work at Shopify. @param who 2 is a guest */
  async buy(codes: string[], who: number, coffees: number, telling: Telling): Promise<void> {
    const { local: store } = this.shop;
    const cart = { ...memberCart(store, { 'morning-house': coffees, 'enamel-cup': 1 }), codes };
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

  async change(bought: Bought, how: 'refund' | 'cancel' | 'delete', telling: Telling): Promise<void> {
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
    await this.tell(bought.order, telling);
  }

  /** As a release does that knows no vouchers. */
  async applyAsBefore(): Promise<void> {
    await pool().query(
      `update "Order" set "appliedRevision" = revision where "shopId" = $1 and codes <> '{}' and "appliedRevision" = 0`,
      [this.shop.id],
    );
  }

  async lapse({ id }: Held): Promise<void> {
    await pool().query(
      `update "Voucher" set "validUntil" = current_date - 3 where id = $1 and state = 'held'`,
      [id],
    );
  }

  /** A job that fails is tried again later. */
  async run(job: keyof typeof JOBS): Promise<void> {
    await JOBS[job](this.shop.id).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    });
  }

  /** Everybody leaves off, and the clock goes on. */
  async calmDown(): Promise<void> {
    local.shopify().faults(this.shop.domain).clear();
    this.codes.trouble.clear();
    this.codes.trouble.usageLagMs = 0;
    for (const payload of this.told) await this.hear(payload);
    await pool().query('update "ShopDiscount" set "sweptAt" = null where "shopId" = $1', [this.shop.id]);
    for (const minutes of [1, 6, 1, 10, 15, 1, 10, 15, 1, 10, 15, 1]) {
      await pass(this.shop, minutes);
      for (const job of ['sync', 'fill', 'reconcile', 'apply', 'release', 'apply'] as const)
        await JOBS[job](this.shop.id);
    }
  }

  /** What a plain reckoning of Shopify's orders says that it takes. */
  taken({ code, owner }: Held): number {
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
    return takenForGood({ points: PRICE, face: FACE, released: false }, uses).taken;
  }

  isNamed({ code }: Held): boolean {
    const names = ({ order, deleted }: Bought) =>
      !deleted && order.discounts.some(({ title }) => title === code);
    return this.bought.some(names);
  }
}

const JOBS = {
  sync: syncDiscounts,
  fill: fillCodes,
  reconcile: reconcileShop,
  apply: applyOrders,
  release: releaseVouchers,
};

const telling = fc.constantFrom<'once' | 'twice' | 'late' | 'lost'>('once', 'once', 'twice', 'late', 'lost');
type Telling = 'once' | 'twice' | 'late' | 'lost';
const index = fc.nat(7);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('redeem' as const), who: fc.nat(1) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      indexes: fc.array(index, { minLength: 1, maxLength: 2 }),
      who: fc.nat(2),
      coffees: fc.integer({ min: 1, max: 3 }),
      telling,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      index,
      how: fc.constantFrom<'refund' | 'cancel' | 'delete'>('refund', 'refund', 'cancel', 'delete'),
      telling,
    }),
  },
  fc.record({ do: fc.constantFrom('give-back' as const, 'lapse' as const, 'remove-code' as const), index }),
  fc.record({
    do: fc.constantFrom('remove-discount' as const, 'apply-as-before' as const, 'again' as const),
    index,
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('job' as const),
      job: fc.constantFrom<keyof typeof JOBS>(
        'sync',
        'fill',
        'reconcile',
        'apply',
        'apply',
        'release',
        'release',
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
  const { shop, vouchers, bought } = world;
  const voucherAt = (at: number) => vouchers[at % Math.max(1, vouchers.length)];
  switch (now.do) {
    case 'redeem':
      return world.redeem(now.who);
    case 'buy':
      return world.buy(
        [...new Set(now.indexes.flatMap((at) => voucherAt(at)?.code ?? []))],
        now.who,
        now.coffees,
        now.telling,
      );
    case 'change': {
      const found = bought[now.index % Math.max(1, bought.length)];
      return found && world.change(found, now.how, now.telling);
    }
    case 'give-back': {
      const held = voucherAt(now.index);
      return held && giveBack(shop.id, held.owner, held.id);
    }
    case 'lapse': {
      const held = voucherAt(now.index);
      return held && world.lapse(held);
    }
    case 'remove-code': {
      const held = voucherAt(now.index);
      return held && world.codes.find(held.code) && world.codes.removeCode(held.code);
    }
    case 'remove-discount': {
      const [discount] = world.codes.values();
      return discount && world.codes.remove(discount.id);
    }
    case 'apply-as-before':
      return world.applyAsBefore();
    case 'again': {
      const payload = world.told[now.index % Math.max(1, world.told.length)];
      return payload && world.hear(payload);
    }
    case 'job':
      return world.run(now.job);
    case 'pass':
      return pass(shop, now.minutes);
    case 'fault':
      return local.shopify().faults(shop.domain).plan(now.fault, now.calls);
  }
}

async function fresh(): Promise<World> {
  const shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  shop.local.codeDiscounts.trouble.clear();
  shop.local.unsettled = { ...shop.local.unsettled, usageLimit: 'late' };
  await publishRewards(shop.id, [FIVE]);
  await syncDiscounts(shop.id);
  await fillCodes(shop.id);
  const world = new World(shop);
  for (const who of [0, 1]) await givePoints(shop, world.customer(who), 250, 150);
  return world;
}

async function judge(world: World): Promise<void> {
  for (const voucher of world.vouchers) {
    const { rows } = await pool().query<{ state: string; taken: number; flag: string | null }>(
      `select v.state, v.flag, (select 0 - coalesce(sum(e.amount), 0)::int from "LedgerEntry" e where e."voucherId" = v.id) as taken
       from "Voucher" v where v.id = $1`,
      [voucher.id],
    );
    const { state, taken } = rows[0]!;
    const works = world.codes.find(voucher.code) !== null;
    const named = world.isNamed(voucher);
    if (state === 'held')
      expect({ ...voucher, taken, works, named }).toMatchObject({ taken: PRICE, works: true, named: false });
    else if (state === 'released')
      expect({ ...voucher, taken, named }).toMatchObject({ taken: 0, named: false });
    else expect({ ...voucher, state, taken }).toMatchObject({ state: 'used', taken: world.taken(voucher) });
  }
}

it(
  'C04 C05 C07 C46 C104 C105 C181 C182 any history of shoppers, hands and faults ends well',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const world = await fresh();
        for (const each of steps) await play(world, each);
        await world.calmDown();
        await judge(world);
        expect(await ledgerMismatches(pool(), world.shop.id)).toEqual([]);
        expect(await figureMismatches(pool(), world.shop.id)).toEqual([]);
      }),
      // A history takes a second: what fails is told as it is, and made smaller by hand.
      { numRuns: HISTORIES, endOnFailure: true },
    );
  },
  HISTORIES * 30_000,
);
