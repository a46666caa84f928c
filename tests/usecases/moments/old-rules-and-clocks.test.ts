// Rules as releases before the list of moments wrote them, and rules with it, follow each other in any order, while sweeps run side by
// side, clocks jump to and fro over days that have 23 or 25 hours, and the shop moves to another time zone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts } from '#tests/support/moment-shop.ts';
import { giftsOf, memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const RUNS = Number(process.env['RUNS'] ?? 20);
const HOUR_MS = 3_600_000;
/** In Paris clocks go forward on 28 March, and in New York they did on the 14th. */
const BEGIN = '2027-03-12T12:00:00Z';
const DAYS = { daysBefore: 0, daysAfter: 60 };
const OLD = occasion({ ...DAYS, waitDays: 0 });
const BORN = momentRule('birthday', { key: 'born', when: { ...DAYS, waitDays: 0 } });
const DATE = momentRule('life-date', { key: 'moved', when: { ...DAYS, waitDays: 0, yearly: true } });

/** `old`: as before there was a list, without its field. */
const SHAPES = {
  old: () => withoutList(rules({ occasions: [OLD] })),
  both: () => rules({ occasions: [OLD], moments: [BORN, DATE] }),
  list: () => rules({ moments: [DATE, BORN] }),
  paused: () => rules({ occasions: [OLD], moments: [BORN, DATE], paused: true }),
} as const;

function withoutList({ moments: _, ...old }: ProgramRules): ProgramRules {
  return old;
}

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      shape: fc.constantFrom('old' as const, 'both' as const, 'list' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sweep' as const),
      hours: fc.integer({ min: -30, max: 90 }),
      aside: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      to: fc.constantFrom('Europe/Paris', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

class Story {
  readonly shop: OccasionShop;
  at = new Date(BEGIN);
  #version = 2;

  constructor(shop: OccasionShop) {
    this.shop = shop;
  }

  async publish(shape: keyof typeof SHAPES): Promise<void> {
    this.#version += 1;
    await addVersion(this.shop.id, this.#version, SHAPES[shape](), this.at.toISOString());
  }

  async sweep(hours: number, aside = false): Promise<void> {
    this.at = new Date(this.at.getTime() + hours * HOUR_MS);
    await Promise.all([this.at, ...(aside ? [this.at] : [])].map((at) => sweepMoments(this.shop.id, at)));
  }

  async carryOut(each: Step): Promise<void> {
    if (each.do === 'publish') return this.publish(each.shape);
    if (each.do === 'sweep') return this.sweep(each.hours, each.aside);
    await pool().query('update "Shop" set "timeZone" = $2 where id = $1', [this.shop.id, each.to]);
  }
}

const days = fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 });

async function begin(born: readonly number[]) {
  const story = new Story(await occasionShop([OLD], { publishedAt: BEGIN }));
  const people: { id: string; customerId: string }[] = [];
  for (const day of born) {
    const person = await memberWith(story.shop, { month: 3, day });
    people.push(person);
    await pool().query(
      `insert into "MemberDate" ("shopId", "memberId", "momentKey", month, day, "setOn") values ($1, $2, 'moved', 3, $3, '2026-05-01')`,
      [story.shop.id, person.id, day],
    );
  }
  return { story, people };
}

it('C59 C142 whatever rules follow each other and wherever the clock goes, each date brings one gift of each', async () => {
  const property = fc.asyncProperty(days, fc.array(step, { maxLength: 12 }), async (born, steps) => {
    const { story, people } = await begin(born);
    for (const each of steps) await story.carryOut(each);
    // All three run in the end, long enough for every zone's calendar to have passed the last of the days.
    await story.publish('both');
    story.at = new Date('2027-04-20T12:00:00Z');
    for (const hours of [0, 24, 24]) await story.sweep(hours, true);
    for (const { id } of people) {
      expect((await giftsOf(story.shop, id)).map(({ sourceKey }) => sourceKey)).toEqual(['birthday/2027']);
      expect((await momentGifts(story.shop, id)).sort()).toEqual([
        'birthday/2027 given',
        'born/2027 given 50',
        'moved/2027 given 50',
      ]);
    }
    expect(await checkLedger(pool())).toBeUndefined();
  });
  await fc.assert(property, { numRuns: RUNS });
});

/** How often each person has each cause: before two are made one, each may have had it. */
async function tally(shop: OccasionShop, persons: ReadonlyMap<string, string>): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const [id, person] of persons) {
    for (const gift of await momentGifts(shop, id)) {
      const name = `${person} ${gift.split(' ')[0] ?? ''}`;
      found.set(name, (found.get(name) ?? 0) + 1);
    }
  }
  return found;
}

it('C123 with pauses and merges in between nobody gets one again that they had', async () => {
  const other = fc.constantFrom('pause' as const, 'merge' as const);
  const some = fc.array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 2, arbitrary: other }), {
    maxLength: 14,
  });
  const property = fc.asyncProperty(days, some, async (born, steps) => {
    const { story, people } = await begin(born);
    const persons = new Map(people.map(({ id }) => [id, id]));
    const left = [...people];
    for (const each of steps) {
      if (each === 'merge') {
        const [kept, gone] = left;
        if (!kept || !gone) continue;
        left.splice(1, 1);
        await merge(story.shop, kept.customerId, gone.customerId, story.at);
        persons.set(gone.id, kept.id);
        continue;
      }
      const had = await tally(story.shop, persons);
      await (each === 'pause' ? story.publish('paused') : story.carryOut(each));
      for (const [name, count] of await tally(story.shop, persons))
        expect(count, name).toBe(had.get(name) ?? 1);
    }
    expect(await checkLedger(pool())).toBeUndefined();
  });
  await fc.assert(property, { numRuns: RUNS });
});
