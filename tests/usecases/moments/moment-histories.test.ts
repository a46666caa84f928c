// Moments of the list under random histories: orders, refunds, parcels, merges, pauses, outages, and sweeps side by side. No cause brings
// a person anything twice, what is given in all stays below its most, and with nothing in between everybody gets what is due.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isHeldOut } from '#app/core/holdouts/is-held-out.ts';
import type { Holdout } from '#app/core/holdouts/holdout.ts';
import { addDays } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { rules } from '#tests/support/factories.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, giveBack, momentGifts, momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const RUNS = Number(process.env['RUNS'] ?? 25);
const FIRST_DAY = '2027-02-01';
const HOLDOUT: Holdout = { percent: 50, salt: '2', until: '2028-12-31' };
const MOST = 150;

const MOMENTS = [
  momentRule('nth-order', { key: 'third' }),
  momentRule('nth-order', { key: 'seconds', when: { n: 2, every: true } }),
  momentRule('nth-order', { key: 'few', when: { n: 1, every: true }, ceiling: { of: 'points', most: MOST } }),
  momentRule('parcel-late', { key: 'late', holdout: HOLDOUT }),
  momentRule('parcel-arrived', { key: 'advice', when: { days: 1 } }),
  momentRule('by-hand', { key: 'thanks', holdout: HOLDOUT }),
];

const who = fc.integer({ min: 0, max: 2 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('buy' as const), who, promised: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deliver' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), who, into: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('list' as const), key: fc.integer({ min: 1, max: 2 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sweep' as const),
      days: fc.integer({ min: 1, max: 6 }),
      aside: fc.boolean(),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Row = { person: string; cause: string; state: string };

/** By whoever the member was merged into. */
async function rowsOf(shop: OccasionShop): Promise<Row[]> {
  const { rows } = await pool().query<Row>(
    `with recursive up as (
       select m.id as member, m.id as person, m."mergedIntoId" as next from "Member" m where m."shopId" = $1
       union all select u.member, m.id, m."mergedIntoId" from up u join "Member" m on m."shopId" = $1 and m.id = u.next
     )
     select u.person::text, g.cause, g.state from "Gift" g join up u on u.member = g."memberId" and u.next is null
     where g."shopId" = $1`,
    [shop.id],
  );
  return rows;
}

const nameOf = ({ person, cause }: Row) => `${person} ${cause}`;
const tally = (rows: readonly Row[]) => {
  const found = new Map<string, number>();
  for (const row of rows) found.set(nameOf(row), (found.get(nameOf(row)) ?? 0) + 1);
  return found;
};

class History {
  readonly shop: OccasionShop;
  readonly people: { id: string; customerId: string }[];
  orders: { id: string; owner: number }[] = [];
  day = FIRST_DAY;
  version = 2;
  paused = false;
  mergedInto = new Map<number, number>();

  constructor(shop: OccasionShop, people: { id: string; customerId: string }[]) {
    this.shop = shop;
    this.people = people;
  }

  rootOf(place: number): number {
    const next = this.mergedInto.get(place);
    return next === undefined ? place : this.rootOf(next);
  }

  idOf(place: number): string {
    return this.people[this.rootOf(place)]!.id;
  }

  async carryOut(each: Step): Promise<void> {
    const { shop } = this;
    if (each.do === 'buy') {
      const promise = each.promised ? { promisedOn: addDays(this.day, 1) } : {};
      const [id] = await bought(shop, this.idOf(each.who), [this.day], promise);
      this.orders.push({ id: id!, owner: each.who });
      return;
    }
    if (each.do === 'sweep') {
      this.day = addDays(this.day, each.days);
      const at = noon(this.day);
      await Promise.all([sweepMoments(shop.id, at), ...(each.aside ? [sweepMoments(shop.id, at)] : [])]);
      return;
    }
    if (each.do === 'pause') return this.pause();
    if (each.do === 'merge') return this.merge(each.who, each.into);
    if (each.do === 'list') return this.list(each.key);
    return this.change(each);
  }

  async pause(): Promise<void> {
    this.paused = !this.paused;
    this.version += 1;
    const published = rules({ moments: MOMENTS, ...(this.paused && { paused: true }) });
    await addVersion(this.shop.id, this.version, published, `${this.day}T13:00:00Z`);
  }

  async merge(from: number, into: number): Promise<void> {
    const [loser, kept] = [this.rootOf(from), this.rootOf(into)];
    if (loser === kept) return;
    const customers = [this.people[kept]!.customerId, this.people[loser]!.customerId] as const;
    await merge(this.shop, ...customers, noon(this.day));
    this.mergedInto.set(loser, kept);
    await counted(this.shop, this.people[kept]!.id, 0);
  }

  async list(key: number): Promise<void> {
    const memberIds = this.people.map(({ id }) => id);
    const requestKey = `0b7c2f2e-0000-4000-8000-00000000000${key}`;
    const wanted = {
      momentKey: 'thanks',
      memberIds,
      reason: 'Thanks',
      requestKey,
      madeBy: '42',
      again: true,
    };
    await beginList(this.shop.id, wanted, noon(this.day));
    await Promise.all([giveLists(this.shop.id, noon(this.day)), giveLists(this.shop.id, noon(this.day))]);
  }

  async change({ do: what, which }: Extract<Step, { which: number }>): Promise<void> {
    const order = this.orders[which % Math.max(1, this.orders.length)];
    if (!order) return;
    if (what === 'refund') return giveBack(this.shop, [order.id]);
    await pool().query('update "KeptOrder" set "deliveredOn" = $3 where "shopId" = $1 and "orderId" = $2', [
      this.shop.id,
      order.id,
      this.day,
    ]);
  }
}

async function begin(): Promise<History> {
  const shop = await momentShop(MOMENTS);
  const people = [await memberWith(shop), await memberWith(shop), await memberWith(shop)];
  for (const { id } of people) await counted(shop, id, 0);
  return new History(shop, people);
}

it('C123 C156 C163 no history gives a person anything twice, more than the most, or against the lot', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const history = await begin();
      for (const each of steps) {
        const before = await rowsOf(history.shop);
        await history.carryOut(each);
        const after = await rowsOf(history.shop);
        if (each.do === 'merge') continue;
        const had = tally(before);
        for (const [name, count] of tally(after)) expect(count, name).toBe(had.get(name) ?? 1);
        const fresh = after.filter((row) => !had.has(nameOf(row)));
        for (const { person, cause, state } of fresh.filter((row) => /^(late|thanks)\//.test(row.cause))) {
          expect(state === 'held-out', cause).toBe(isHeldOut(HOLDOUT, person, history.day));
        }
      }
      const few = (await momentGifts(history.shop)).filter((gift) => gift.startsWith('few/'));
      expect(few.length * 50).toBeLessThanOrEqual(MOST);
      expect(await checkLedger(pool())).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});

const visit = fc.record({ orders: fc.array(who, { maxLength: 3 }), days: fc.integer({ min: 1, max: 9 }) });

it('C123 C141 with outages and sweeps side by side everybody gets each second gift, and one for the third', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 8 }), async (visits) => {
      const history = await begin();
      const bought = [0, 0, 0];
      for (const { orders, days } of visits) {
        for (const one of orders) {
          await history.carryOut({ do: 'buy', who: one, promised: false });
          bought[one]! += 1;
        }
        await history.carryOut({ do: 'sweep', days, aside: true });
      }
      await history.carryOut({ do: 'sweep', days: 1, aside: true });
      for (const [place, orders] of bought.entries()) {
        const gifts = await momentGifts(history.shop, history.people[place]!.id);
        const of = (key: string) => gifts.filter((gift) => gift.startsWith(`${key}/`)).length;
        expect([of('seconds'), of('third')], `${orders} orders`).toEqual([
          Math.floor(orders / 2),
          orders >= 3 ? 1 : 0,
        ]);
      }
    }),
    { numRuns: RUNS },
  );
});
