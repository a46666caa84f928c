// Whatever happens to vouchers and their orders, in any order and told twice: what was posted is what a plain reckoning from
// the last state says, and balance = entries = open lots − owed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { takenForGood } from '#app/core/rewards/points-back.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { settleVouchers } from '#app/usecases/rewards/settle-vouchers.ts';
import { merge } from '#tests/support/people.ts';
import { nextId } from '#tests/support/factories.ts';
import { balance, installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import {
  givePoints,
  holdVoucher,
  later,
  orderWith,
  voucherState,
  type HeldVoucher,
} from '#tests/support/vouchers.ts';

useDatabase();

type Voucher = HeldVoucher & { price: number; owner: string; released: boolean; orders: Set<string> };

/** Two customers, what they hold, and every order as it was told last. */
class World {
  vouchers: Voucher[] = [];
  orders = new Map<string, { snapshot: OrderSnapshot; voucher: Voucher }>();
  merged = false;
  shop: TestShop;

  constructor(shop: TestShop) {
    this.shop = shop;
  }

  person(customerId: string): string {
    return this.merged ? '9002' : customerId;
  }

  async redeem(owner: string, price: number): Promise<void> {
    const customerId = this.person(owner);
    if ((await balance(this.shop, customerId)).points < price) return;
    const held = await holdVoucher(this.shop, { price, customerId });
    this.vouchers.push({ ...held, price, owner: customerId, released: false, orders: new Set() });
  }

  async buy(voucher: Voucher, customerId: string, offs: number[]): Promise<void> {
    const who = { customerId: this.person(customerId), orderId: nextId() };
    await this.tellOf(orderWith(voucher, offs, who), voucher);
  }

  async change(index: number, kept: number[], more: Partial<OrderSnapshot>): Promise<void> {
    const found = [...this.orders.values()][index % Math.max(1, this.orders.size)];
    if (found) await this.tellOf(later(found.snapshot, kept, more), found.voucher);
  }

  async tellOf(snapshot: OrderSnapshot, voucher: Voucher): Promise<void> {
    this.orders.set(snapshot.orderId, { snapshot, voucher });
    await tell(this.shop, snapshot, snapshot);
  }

  /** A state that was replaced before anybody looked at it has used nothing. */
  async apply(): Promise<void> {
    await applyToldOrders(this.shop.id);
    for (const [orderId, { snapshot, voucher }] of this.orders) {
      if (snapshot.discounts.length > 0) voucher.orders.add(orderId);
    }
  }

  /** A release ends only where no order that we know of names the code. */
  async release(voucher: Voucher): Promise<void> {
    const isNamed = [...this.orders.values()].some((one) => one.voucher === voucher);
    if (isNamed) return;
    voucher.released = true;
    await withTransaction(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `update "Voucher" v set state = 'released', "releasedAt" = now() where v.id = $1
         returning (select s.id::text from survivors_of(v."shopId", v."memberId") s where s."mergedIntoId" is null)`,
        [voucher.id],
      );
      const memberIds = rows.map(({ id }) => id);
      await settleVouchers(client, this.shop.id, { voucherIds: [voucher.id], memberIds, at: now() });
    });
  }

  taken(voucher: Voucher): number {
    const uses = [...voucher.orders].map((orderId) => {
      const { snapshot } = this.orders.get(orderId)!;
      const over =
        snapshot.cancelledAt !== null || snapshot.status === 'voided' || snapshot.discounts.length === 0;
      const lines = snapshot.lines.map(({ discounts, quantity, currentQuantity }) => {
        return { off: discounts[0]?.amount[0] ?? 0, quantity, kept: currentQuantity };
      });
      const own = this.person(snapshot.customerId!) === this.person(voucher.owner);
      return { lines, over, own, shippingOff: 0, inProportion: true, rounding: 0 };
    });
    return takenForGood({ points: voucher.price, face: null, released: voucher.released }, uses).taken;
  }
}

const customer = fc.constantFrom('9001', '9002');
const index = fc.nat(5);
const kept = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1));
const end = fc.constantFrom<Partial<OrderSnapshot>>(
  {},
  { cancelledAt: '2026-11-21T12:00:00Z' },
  { cancelledAt: null, status: 'paid' },
  { status: 'voided' },
  { discounts: [] },
);
const step = fc.oneof(
  fc.record({ do: fc.constant('redeem' as const), who: customer, price: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    do: fc.constant('buy' as const),
    who: customer,
    index,
    off: fc.tuple(fc.nat(900), fc.nat(900)),
  }),
  fc.record({ do: fc.constant('change' as const), index, kept, more: end }),
  fc.record({ do: fc.constant('move' as const), index, who: customer }),
  fc.record({ do: fc.constant('release' as const), index }),
  fc.record({ do: fc.constant('merge' as const) }),
  fc.record({ do: fc.constant('apply' as const) }),
  fc.record({ do: fc.constant('apply' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function play(world: World, now: Step): Promise<void> {
  const { shop, vouchers } = world;
  const voucher = 'index' in now ? vouchers[now.index % Math.max(1, vouchers.length)] : undefined;
  if (now.do === 'redeem') return world.redeem(now.who, now.price);
  if (now.do === 'buy') return voucher && world.buy(voucher, now.who, now.off);
  if (now.do === 'change') return world.change(now.index, now.kept, now.more);
  if (now.do === 'move') return world.change(now.index, [], { customerId: world.person(now.who) });
  if (now.do === 'release') return voucher && world.release(voucher);
  if (now.do === 'apply') return world.apply();
  if (world.merged) return;
  world.merged = true;
  await merge(shop, '9002', '9001');
}

it('C05 C04 C36 C104 any history of rewards ends where a plain reckoning says, and every point is in a lot or owed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const world = new World(await installedShop());
      await givePoints(world.shop, '9001', 40, 20);
      await givePoints(world.shop, '9002', 30);
      for (const each of steps) await play(world, each);
      await world.apply();
      for (const voucher of world.vouchers) {
        expect((await voucherState(world.shop, voucher)).taken).toBe(world.taken(voucher));
      }
      expect(await ledgerMismatches(pool(), world.shop.id)).toEqual([]);
      expect(await figureMismatches(pool(), world.shop.id)).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
