// Everything that is due is given once, and by the first sweep that ended well on its day or later: through a spring and an autumn in
// which clocks change, jumps of the clock to and fro, moves to other time zones, the change from old rules to the list, sweeps side by side,
// a database that breaks in the middle and a Shopify that can't be asked for tags.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import fc from 'fast-check';
import process from 'node:process';
import { expect, it } from 'vitest';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted } from '#tests/support/moment-shop.ts';
import { addVersion } from '#tests/support/shops.ts';

const RUNS = Number(process.env['RUNS'] ?? 6);
const local = useLocalShopify(RUNS);
const HOUR_MS = 3_600_000;

/** Clocks go forward in New York on the 14th of March and in Paris on the 28th, and back in Paris on the 31st of October and in New York on the 7th. */
const BEGINS = ['2027-03-08T12:00:00Z', '2027-10-26T12:00:00Z'] as const;
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
/** Before it orders and yeses may come, after it nothing becomes due: enough for every zone's calendar. */
const [FIRST, LAST, END] = [6, 25, 45];

const AROUND = { daysBefore: 2, daysAfter: 6, waitDays: 0 };
const OLD = occasion({ ...AROUND, waitDays: 0 });
const LIST = [
  momentRule('birthday', { key: 'born', when: AROUND }),
  momentRule('life-date', { key: 'wed', when: { ...AROUND, yearly: true } }),
  momentRule('anniversary', { key: 'years', when: { daysBefore: 2, daysAfter: 6 } }),
  momentRule('nth-order', { key: 'third' }),
  momentRule('newsletter', { key: 'news' }),
];
const TAGS = { leftOutTags: ['staff'] };

/** `old`: as releases before the list wrote them, without its field. */
const SHAPES = {
  old: () => withoutList(rules({ ...TAGS, occasions: [OLD] })),
  both: () => rules({ ...TAGS, occasions: [OLD], moments: LIST }),
  turned: () => rules({ ...TAGS, occasions: [OLD], moments: [...LIST].reverse() }),
} as const;

function withoutList({ moments: _, ...old }: ProgramRules): ProgramRules {
  return old;
}

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('sweep' as const),
      hours: fc.integer({ min: -20, max: 70 }),
      how: fc.constantFrom('well', 'aside', 'shopify', 'cut' as const),
      deed: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), to: fc.constantFrom(...ZONES) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      shape: fc.constantFrom('both', 'turned' as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Days after the beginning. */
const days = fc.record({
  birth: fc.integer({ min: 0, max: LAST }),
  date: fc.integer({ min: 0, max: LAST }),
  joined: fc.integer({ min: 0, max: LAST }),
  third: fc.integer({ min: FIRST, max: LAST }),
  news: fc.integer({ min: FIRST, max: LAST }),
});
type Days = typeof days extends fc.Arbitrary<infer T> ? T : never;

const story = fc.record({
  begin: fc.constantFrom(...BEGINS),
  zone: fc.constantFrom(...ZONES),
  people: fc.array(days, { minLength: 1, maxLength: 3 }),
  staff: days,
  steps: fc.array(step, { minLength: 4, maxLength: 16 }),
});

/** A sweep; `whole` where it ended well. */
type Swept = { at: number; day: string; whole: boolean };
type Person = { id: string; days: Days };

class Story {
  readonly shop: InstalledShop;
  readonly #begin: string;
  readonly swept: Swept[] = [];
  at: Date;
  zone: string;
  #version = 2;
  #listed = { place: 0, from: '' };

  constructor(shop: InstalledShop, begin: string, zone: string) {
    this.shop = shop;
    this.#begin = begin;
    this.at = new Date(begin);
    this.zone = zone;
  }

  /** So many days after the beginning. */
  day(after: number): string {
    return addDays(this.#begin.slice(0, 10), after);
  }

  async start(): Promise<void> {
    await pool().query(
      `update "Shop" set "timeZone" = $2, "earnsFrom" = '2026-01-01', "installedAt" = '2026-01-01', "sweptThrough" = $3::date - 1 where id = $1`,
      [this.shop.id, this.zone, dayIn(this.zone, this.at)],
    );
    await addVersion(this.shop.id, 2, SHAPES.old(), this.at.toISOString());
  }

  /** As a publish does, windows that are open are swept again. */
  async publish(shape: keyof typeof SHAPES): Promise<void> {
    this.#version += 1;
    await addVersion(this.shop.id, this.#version, SHAPES[shape](), this.at.toISOString());
    const through = addDays(dayIn(this.zone, this.at), -1);
    await pool().query('update "Shop" set "sweptThrough" = least("sweptThrough", $2::date) where id = $1', [
      this.shop.id,
      through,
    ]);
  }

  async person(customerId: string, of: Days): Promise<Person> {
    const [birth, date, joined] = [this.day(of.birth), this.day(of.date), this.day(of.joined)];
    const monthDay = (day: string) => day.split('-').slice(1).map(Number);
    const { rows } = await pool().query<{ id: string }>(
      `insert into "Member" ("shopId", "customerId", "joinedAt", "birthMonth", "birthDay", "birthdaySetOn", "newsletterOn")
       values ($1, $2, (($3::date - interval '1 year') + interval '12 hours') at time zone $4, $5, $6, '2025-01-01', $7) returning id::text`,
      [this.shop.id, customerId, joined, this.zone, ...monthDay(birth), this.day(of.news)],
    );
    const id = rows[0]!.id;
    // The day of it is kept, whatever zone the shop moves to.
    await pool().query(
      `insert into "MemberDate" ("shopId", "memberId", "momentKey", month, day, "setOn") values ($1, $2, 'wed', $3, $4, '2025-01-01')`,
      [this.shop.id, id, ...monthDay(date)],
    );
    await counted(this.shop, id, 0);
    await bought(this.shop, id, [this.day(of.third - 2), this.day(of.third - 1), this.day(of.third)]);
    return { id, days: of };
  }

  async carryOut(each: Step): Promise<void> {
    if (each.do === 'publish') return this.publish(each.shape);
    if (each.do === 'move') {
      this.zone = each.to;
      await pool().query('update "Shop" set "timeZone" = $2 where id = $1', [this.shop.id, each.to]);
      return;
    }
    const latest = new Date(Date.parse(this.#begin) + LAST * 24 * HOUR_MS);
    this.at = new Date(Math.min(this.at.getTime() + each.hours * HOUR_MS, latest.getTime()));
    await this.sweep(each.how, each.deed);
  }

  async sweep(how: 'well' | 'aside' | 'shopify' | 'cut', deed = 0): Promise<void> {
    const { shop, at } = this;
    const faults = local.shopify().faults(shop.domain);
    if (how === 'shopify') faults.script = () => ({ status: 403, body: {} });
    const sweep = async () => {
      if (how === 'cut') return !(await cutOffAfter(deed, () => sweepMoments(shop.id, at)));
      return sweepMoments(shop.id, at).then(
        () => true,
        () => false,
      );
    };
    const done = await Promise.all([sweep(), ...(how === 'aside' ? [sweep()] : [])]);
    faults.clear();
    this.swept.push({ at: at.getTime(), day: dayIn(this.zone, at), whole: done.every(Boolean) });
  }

  /** By the first day on which each is due; the list's no sooner than there is a list. */
  dueOf({ days: of }: Person): Map<string, string> {
    const year = this.#begin.slice(0, 4);
    return new Map([
      [`born/${year}`, this.day(of.birth - AROUND.daysBefore)],
      [`wed/${year}`, this.day(of.date - AROUND.daysBefore)],
      [`years/${year}`, this.day(of.joined - 2)],
      ['third/3', this.day(of.third)],
      ['news/1', this.day(of.news)],
    ]);
  }

  /** There is a list from now on. Where the clock goes back then, nothing is looked at before the day after the last that was swept. */
  async begin(): Promise<void> {
    const swept = this.swept.flatMap(({ day, whole }) => (whole ? day : []));
    const yesterday = addDays(dayIn(this.zone, this.at), -1);
    const through = [...swept, addDays(dayIn(this.zone, new Date(this.#begin)), -1)].sort().at(-1) ?? '';
    this.#listed = { place: this.swept.length, from: addDays(through < yesterday ? through : yesterday, 1) };
    await this.publish('both');
  }

  /** Of the sweeps since the list is there: the one that must have given it, or one that broke before. */
  mayBeAt(first: string): Set<number> {
    const { place: since, from } = this.#listed;
    const able = this.swept.slice(since).filter(({ day }) => day >= first && day >= from);
    const place = able.findIndex(({ whole }) => whole);
    return new Set(able.slice(0, place + 1).map(({ at }) => at));
  }
}

type Given = { cause: string; at: Date };

async function givenTo(shop: InstalledShop, id: string): Promise<Given[]> {
  const { rows } = await pool().query<Given>(
    'select cause, "givenAt" as at from "Gift" where "shopId" = $1 and "memberId" = $2 order by cause',
    [shop.id, id],
  );
  return rows;
}

/** Each history has a shop of its own, so that a counterexample can’t be made smaller here. */
let nextShop = 0;

it(
  'C57 C58 C59 C87 each due moment is given once, by the first sweep that ends well from its first day on',
  { timeout: 240_000 },
  async () => {
    const property = fc.asyncProperty(story, async ({ begin, zone, people, staff, steps }) => {
      const shop = await local.install(nextShop++ % RUNS);
      local.shopify().throttle(shop.domain).configure(1_000_000);
      const model = shop.local.setup.customers[0]!;
      const told = new Story(shop, begin, zone);
      await told.start();
      const members: Person[] = [];
      for (const of of people)
        members.push(await told.person((await shop.local.addCustomer({ ...model, tags: [] })).id, of));
      const out = await told.person((await shop.local.addCustomer({ ...model, tags: ['staff'] })).id, staff);
      const [before, after] = [steps.slice(0, 1), steps.slice(1)];
      for (const each of before) if (each.do === 'sweep') await told.carryOut(each);
      await told.begin();
      for (const each of after) await told.carryOut(each);
      told.at = new Date(Date.parse(begin) + END * 24 * HOUR_MS);
      for (const hours of [0, 24, 48]) {
        told.at = new Date(told.at.getTime() + hours * HOUR_MS);
        await told.sweep('aside');
      }
      expect(await givenTo(shop, out.id)).toEqual([]);
      for (const person of members) {
        const given = await givenTo(shop, person.id);
        const due = told.dueOf(person);
        expect(given.map(({ cause }) => cause)).toEqual(
          [`birthday/${begin.slice(0, 4)}`, ...due.keys()].sort(),
        );
        for (const [cause, first] of due) {
          const at = given.find((one) => one.cause === cause)?.at.getTime() ?? 0;
          expect([...told.mayBeAt(first)], `${cause} from ${first} on`).toContain(at);
        }
      }
      expect(await checkLedger(pool())).toBeUndefined();
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  },
);
