// Any amount where functions can't run, whatever happens meanwhile: amounts that change, hands at Shopify, answers that are lost,
// orders, merges, functions that come and go. In the end Shopify has one discount for each voucher that is held, none for any other, and
// the points are what a plain reckoning says.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { OWN_TAG } from '#app/core/discounts/own-discount.ts';
import { pool } from '#app/db/pool.server.ts';
import { Failure } from '#app/errors.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { changeAmount } from '#app/usecases/rewards/change-amount.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { tendOwnDiscounts } from '#app/usecases/rewards/own/tend-own-discounts.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import type { Fault } from '#tests/local-shopify/shop/faults.ts';
import { ANY, bareShop, discountOf, runFunctions, stopFunctions, wish } from '#tests/support/own-shop.ts';
import { nextId } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { pass, reconciled } from '#tests/support/releasing.ts';
import { balance, tellAndApply } from '#tests/support/shops.ts';
import { givePoints, later, orderWith } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
let shop: InstalledShop;
let customers: string[];
let isMerged = false;

type Held = { id: string; code: string; who: number; order: Order | null };
type Order = { snapshot: OrderSnapshot; who: number; off: number; cancelled: boolean };
let vouchers: Held[] = [];
const GRANTED = 1_000;

const faults = () => local.shopify().faults(shop.domain);
const codes = () => shop.local.codeDiscounts;
const customerOf = (who: number): string => customers[isMerged ? 0 : who]!;

beforeEach(async () => {
  shop = await bareShop(local);
});
afterEach(() => runFunctions(local, shop));

async function begin(): Promise<void> {
  shop = await bareShop(local);
  vouchers = [];
  isMerged = false;
  customers = [];
  for (let index = 0; index < 2; index += 1) {
    const like = [...shop.local.customers.values()][index]!;
    const id = nextId();
    await shop.local.saveCustomer({ ...like, id, metafields: {} });
    customers.push(id);
    await givePoints(shop, id, GRANTED);
  }
  await publishRewards(shop.id, [ANY]);
  stopFunctions(local, shop);
  await syncDiscounts(shop.id);
}

/** Jobs that fail by Shopify are done again. */
async function attempt(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

const who = fc.nat(1);
const minor = fc.integer({ min: 100, max: 1_500 });
const which = fc.nat(5);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), who, minor }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), which, minor }) },
  fc.record({ do: fc.constant('back' as const), which }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('use' as const), which, who, minor }) },
  fc.record({ do: fc.constant('cancel' as const), which }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hand' as const), which, hand: fc.nat(4) }) },
  fc.record({ do: fc.constant('functions' as const), run: fc.boolean() }),
  fc.record({ do: fc.constant('merge' as const) }),
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('fault' as const), after: fc.nat(4) },
      fault: fc.constantFrom<Fault>('lose_answer', 'error'),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('tend' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function hand(voucher: Held, which: number): Promise<void> {
  const found = codes().find(voucher.code);
  const one = found?.discount;
  if (!found || !one) return;
  if (which === 0) await codes().remove(one.id);
  if (which === 1 && one.gives.kind === 'amount')
    await codes().change(one.id, { gives: { ...one.gives, amountMinor: 1 } });
  if (which === 2)
    await codes().change(one.id, { endsAt: '2026-01-02T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' });
  if (which === 3) await codes().duplicate(one.id, `HAND${nextId()}`, true);
  if (which === 4) await codes().change(one.id, { title: 'Mine', usageLimit: null, tags: [] });
}

/** What Shopify takes off by the code as it stands, for whoever buys. */
function offNow({ code }: Held, buyer: string, cart: number): number {
  const one = discountOf(shop, { code });
  if (one?.gives.kind !== 'amount' || one.endsAt !== null) return 0;
  if (one.customerIds && !one.customerIds.includes(buyer)) return 0;
  return Math.min(one.gives.amountMinor, cart);
}

async function play(one: Step): Promise<void> {
  const voucher = 'which' in one ? vouchers[one.which % Math.max(1, vouchers.length)] : undefined;
  if (one.do === 'take') {
    const taken = await redeem(shop.id, customerOf(one.who), wish(one.minor));
    if (taken.ok)
      vouchers.push({ id: taken.voucher.id, code: taken.voucher.code, who: one.who, order: null });
  }
  if (one.do === 'tend') await attempt(tendOwnDiscounts(shop.id));
  if (one.do === 'wait') await time();
  if (one.do === 'fault') {
    let left = one.after;
    faults().script = () => {
      if (left-- === 0) faults().plan(one.fault);
      return null;
    };
  }
  if (one.do === 'functions') {
    (one.run ? runFunctions : stopFunctions)(local, shop);
    await attempt(syncDiscounts(shop.id));
    await attempt(fillCodes(shop.id));
  }
  if (one.do === 'merge' && !isMerged) {
    isMerged = true;
    await merge(shop, customers[0]!, customers[1]!);
  }
  if (!voucher) return;
  if (one.do === 'change')
    await changeAmount(shop.id, customerOf(voucher.who), { voucherId: voucher.id, minor: one.minor });
  if (one.do === 'back') await giveBack(shop.id, customerOf(voucher.who), voucher.id);
  if (one.do === 'hand') await hand(voucher, one.hand);
  if (one.do === 'use' && !voucher.order) await use(voucher, one.who, one.minor);
  if (one.do === 'cancel' && voucher.order && !voucher.order.cancelled) {
    const cancelledAt = '2026-11-21T12:00:00Z';
    await tellAndApply(shop, later(voucher.order.snapshot, [], { cancelledAt }));
    voucher.order.cancelled = true;
  }
}

async function use(voucher: Held, who: number, cart: number): Promise<void> {
  const off = offNow(voucher, customerOf(who), cart);
  if (off === 0) return;
  const snapshot = orderWith(voucher, [off], { customerId: customerOf(who), orderId: nextId() });
  const free = snapshot.lines.map((line) => ({ ...line, productId: null, variantId: null }));
  const order = { ...snapshot, lines: free };
  voucher.order = { snapshot: order, who, off, cancelled: false };
  // It works once.
  const found = codes().find(voucher.code);
  if (found) await codes().remove(found.discount.id);
  await tellAndApply(shop, order);
}

async function time(): Promise<void> {
  await pass(shop, 21);
  await reconciled(shop);
  await attempt(releaseVouchers(shop.id));
  await attempt(tendOwnDiscounts(shop.id));
}

type Row = { state: string; price: number; face: number; owner: string };
async function rowOf({ id }: Held): Promise<Row> {
  const { rows } = await pool().query<Row>(
    'select state, price::int, "faceMinor"::int as face, owner from "Voucher" where id = $1',
    [id],
  );
  return rows[0]!;
}

/** In points, at 100 for 5.00. */
const cost = (minor: number): number => Math.ceil((minor * 100) / 500);

function takenOf({ order, who }: Held, { state, price, face }: Row): number {
  if (!order) return state === 'released' ? 0 : price;
  if (order.cancelled) return 0;
  const taken = order.off > face ? cost(order.off) : Math.ceil((price * order.off) / face);
  const isOwn = isMerged || order.who === who;
  return isOwn ? taken : Math.min(price, taken);
}

/** What orders brought beside, by their own entries. */
async function earned(customerId: string): Promise<number> {
  const { rows } = await pool().query<{ sum: number }>(
    `select coalesce(sum(e.amount), 0)::int as sum from "LedgerEntry" e join "Member" m on m.id = e."memberId"
     where m."shopId" = $1 and m."customerId" = $2 and e.unit = 'points' and e.kind = 'order'`,
    [shop.id, customerId],
  );
  return rows[0]!.sum;
}

it('C100 C110 C182 ends with one discount for each amount that is held, and with the points that were left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      await begin();
      for (const one of steps) await play(one);
      faults().clear();
      await syncDiscounts(shop.id);
      // Each is looked at once a day, and what is nobody's, too.
      await pass(shop, 24 * 60);
      await pool().query('update "Shop" set "ownSweptAt" = null where id = $1', [shop.id]);
      for (let times = 0; times < 6; times += 1) {
        await time();
        await syncDiscounts(shop.id);
        await fillCodes(shop.id);
      }
      const rows = await Promise.all(vouchers.map(rowOf));
      const wrong = vouchers.flatMap((voucher, index) => {
        const row = rows[index]!;
        const one = discountOf(shop, voucher);
        if (row.state !== 'held')
          return one && !row.owner.startsWith('reward/') ? [{ voucher, row, one }] : [];
        if (row.owner.startsWith('reward/')) return one ? [] : [{ voucher, row, one }];
        const isRight =
          one?.gives.kind === 'amount' &&
          one.gives.amountMinor === row.face &&
          one.usageLimit === 1 &&
          one.endsAt === null;
        return isRight && one.customerIds?.join() === customerOf(voucher.who) ? [] : [{ voucher, row, one }];
      });
      expect(wrong).toEqual([]);
      expect(rows.filter(({ state }) => state === 'releasing')).toEqual([]);
      const alive = codes()
        .values()
        .filter(({ endsAt, tags }) => endsAt === null && tags.includes(OWN_TAG));
      const own = rows.filter(({ state, owner }) => state === 'held' && owner.startsWith('voucher/'));
      expect(alive.length).toBe(own.length);
      for (const index of isMerged ? [0] : [0, 1]) {
        const theirs = vouchers.flatMap((voucher, at) =>
          isMerged || voucher.who === index ? [takenOf(voucher, rows[at]!)] : [],
        );
        const left = (isMerged ? 2 : 1) * GRANTED - theirs.reduce((sum, each) => sum + each, 0);
        const { points } = await balance(shop, customers[index]);
        expect(points - (await earned(customers[index]!))).toBe(left);
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 3), endOnFailure: true },
  );
}, 120_000);
