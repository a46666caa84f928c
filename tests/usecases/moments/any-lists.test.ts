// Lists by hand in any interleaving: lists of the same people, with and without "again", workers side by side, cut off, and merges.
import fc from 'fast-check';
import process from 'node:process';
import { expect, it } from 'vitest';
import { listsOf } from '#app/db/moments/moment-lists.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const RUNS = Number(process.env['RUNS'] ?? 15);
const PEOPLE = 5;
const NOW = noon('2027-02-01');

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const list = fc.record({
  do: fc.constant('list' as const),
  of: fc.uniqueArray(who, { minLength: 1 }),
  again: fc.boolean(),
  later: fc.integer({ min: -3, max: 3 }),
});
const work = fc.record({
  do: fc.constant('work' as const),
  batches: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  cutAfter: fc.option(fc.integer({ min: 1, max: 40 })),
});
const joined = fc.record({ do: fc.constant('merge' as const), who, into: who });
const steps = (merges: boolean) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: list },
      { weight: 3, arbitrary: work },
      ...(merges ? [{ weight: 1, arbitrary: joined }] : []),
    ),
    { minLength: 4, maxLength: 14 },
  );
type Step = ReturnType<typeof steps> extends fc.Arbitrary<(infer T)[]> ? T : never;

class Lists {
  readonly shop: OccasionShop;
  readonly people: { id: string; customerId: string }[];
  readonly again = new Map<string, boolean>();
  readonly meant = new Set<number>();
  readonly mergedInto = new Map<number, number>();

  constructor(shop: OccasionShop, people: { id: string; customerId: string }[]) {
    this.shop = shop;
    this.people = people;
  }

  rootOf(place: number): number {
    const next = this.mergedInto.get(place);
    return next === undefined ? place : this.rootOf(next);
  }

  async carryOut(step: Step): Promise<void> {
    if (step.do === 'list') return this.begin(step);
    if (step.do === 'merge') return this.merge(this.rootOf(step.who), this.rootOf(step.into));
    if (step.cutAfter === null) return this.work(step.batches);
    await cutOffAfter(step.cutAfter, () =>
      Promise.allSettled(step.batches.map((batch) => giveLists(this.shop.id, NOW, batch))),
    );
  }

  async begin({ of, again, later }: Extract<Step, { do: 'list' }>): Promise<void> {
    const requestKey = `0b7c2f2e-0000-4000-8000-0000000000${String(this.again.size).padStart(2, '0')}`;
    this.again.set(`thanks/${requestKey}`, again);
    for (const place of of) this.meant.add(place);
    const memberIds = of.map((place) => this.people[place]!.id);
    const wanted = { momentKey: 'thanks', memberIds, reason: 'Thanks', requestKey, madeBy: '42', again };
    await beginList(this.shop.id, wanted, new Date(NOW.getTime() + later));
  }

  async work(batches: readonly number[]): Promise<void> {
    await Promise.all(batches.map((batch) => giveLists(this.shop.id, NOW, batch)));
  }

  async merge(loser: number, kept: number): Promise<void> {
    if (loser === kept) return;
    await merge(this.shop, this.people[kept]!.customerId, this.people[loser]!.customerId, NOW);
    this.mergedInto.set(loser, kept);
  }

  /** Causes of the gifts of each person, by whoever they are now. */
  async causes(): Promise<string[][]> {
    const { rows } = await pool().query<{ memberId: string; cause: string }>(
      'select "memberId"::text, cause from "Gift" where "shopId" = $1 order by cause',
      [this.shop.id],
    );
    return this.people.map((_, place) => {
      const own = this.people.filter((__, other) => this.rootOf(other) === place).map(({ id }) => id);
      return rows.filter(({ memberId }) => own.includes(memberId)).map(({ cause }) => cause);
    });
  }
}

async function begin(): Promise<Lists> {
  const shop = await momentShop([momentRule('by-hand', { key: 'thanks' })]);
  const people = [];
  for (let nr = 0; nr < PEOPLE; nr += 1) people.push(await memberWith(shop));
  return new Lists(shop, people);
}

/** What a step gave: who had it has nothing of a list that doesn't say "again", and who hadn't one such at most. */
function expectNothingTwice(lists: Lists, before: string[][], after: string[][]): void {
  for (const [place, causes] of after.entries()) {
    const fresh = causes.filter((cause) => !before[place]!.includes(cause));
    expect(causes.length - before[place]!.length).toBe(fresh.length);
    expect(new Set(fresh).size).toBe(fresh.length);
    const once = fresh.filter((cause) => lists.again.get(cause) === false);
    expect(once.length).toBeLessThanOrEqual(before[place]!.length > 0 ? 0 : 1);
  }
}

async function play(all: readonly Step[]): Promise<Lists> {
  const lists = await begin();
  const last: Step = { do: 'work', batches: [2, 1], cutAfter: null };
  for (const step of [...all, last]) {
    const before = await lists.causes();
    await lists.carryOut(step);
    if (step.do !== 'merge') expectNothingTwice(lists, before, await lists.causes());
  }
  const causes = await lists.causes();
  for (const place of lists.meant) expect(causes[lists.rootOf(place)]!.length).toBeGreaterThan(0);
  expect(await checkLedger(pool())).toBeUndefined();
  return lists;
}

it(
  'C123 C145 no interleaving of lists, workers, cuts and merges gives twice what is to be given once',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps(true), async (all) => {
        const { shop } = await play(all);
        for (const { done, total, given, had } of await listsOf(pool(), shop.id, 'thanks', 20)) {
          expect(done).toBe(total);
          expect(given + had).toBeLessThanOrEqual(total);
        }
      }),
      { numRuns: RUNS },
    );
  },
);

it(
  'C145 whoever is on a list was given it or had it before, and the list says how many of each',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps(false), async (all) => {
        const lists = await play(all);
        for (const { requestKey, total, given, had } of await listsOf(pool(), lists.shop.id, 'thanks', 20)) {
          expect(given + had).toBe(total);
          if (lists.again.get(`thanks/${requestKey}`) === true) expect(had).toBe(0);
        }
      }),
      { numRuns: RUNS },
    );
  },
);
