// Years of members who buy, stay away and come back, swept every day or seldom, with pauses: who stays away is asked once, is offered something
// one rhythm later and left alone for a year, as the plain replay of the torture says.
import fc from 'fast-check';
import process from 'node:process';
import { expect, it } from 'vitest';
import { addDays } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { reckonSilence, type Given, type Silence } from '#tests/torture/replay/silence.ts';

useDatabase();

const RUNS = Number(process.env['RUNS'] ?? 12);
const START = '2027-01-10';
const PEOPLE = 3;
const WHEN = { factor: 2, leastDays: 45, fallbackDays: 50 };
const SILENT = momentRule('silent', { key: 'quiet', when: WHEN });

const who = fc.nat(PEOPLE - 1);
const step = fc.oneof(
  { weight: 9, arbitrary: fc.record({ days: fc.constantFrom(1, 1, 7, 20, 28, 28, 28) }) },
  { weight: 3, arbitrary: fc.record({ buys: who }) },
  { weight: 1, arbitrary: fc.record({ pause: fc.constant(true) }) },
);
type Step = Partial<{ days: number; buys: number; pause: boolean }>;

type Person = { id: string; days: string[]; looks: { day: string; bought: string[] }[] };

class Story {
  readonly shop: OccasionShop;
  readonly people: Person[] = [];
  readonly pauses: { from: string; until: string }[] = [];
  day = START;
  #version = 2;
  #paused = false;

  constructor(shop: OccasionShop) {
    this.shop = shop;
  }

  async carryOut({ days, buys, pause }: Step): Promise<void> {
    const buyer = buys === undefined ? undefined : this.people[buys];
    if (buyer) {
      await bought(this.shop, buyer.id, [this.day]);
      buyer.days = [...buyer.days, this.day];
    }
    if (pause) await this.pause();
    if (days === undefined) return;
    this.day = addDays(this.day, days);
    await Promise.all([1, 2].map(() => sweepMoments(this.shop.id, noon(this.day))));
    if (this.#paused) return;
    for (const person of this.people) person.looks.push({ day: this.day, bought: person.days });
  }

  async pause(): Promise<void> {
    this.#paused = !this.#paused;
    this.#version += 1;
    const published = rules({ moments: [SILENT], ...(this.#paused && { paused: true as const }) });
    await addVersion(this.shop.id, this.#version, published, `${this.day}T13:00:00Z`);
    if (this.#paused) this.pauses.push({ from: this.day, until: '9999-12-31' });
    else Object.assign(this.pauses.at(-1) ?? {}, { until: this.day });
  }
}

async function begin(): Promise<Story> {
  const shop = await momentShop([SILENT], { publishedAt: `${START}T01:00:00Z` });
  const story = new Story(shop);
  for (const ago of [[400, 40], [20, 10], [30]]) {
    const { id } = await memberWith(shop);
    const days = ago.map((count) => addDays(START, -count));
    await bought(shop, id, days);
    story.people.push({ id, days, looks: [] });
  }
  await sweepMoments(shop.id, noon(START));
  return story;
}

async function givenTo({ shop }: Story, id: string): Promise<string[]> {
  const { rows } = await pool().query<Given>(
    `select split_part(cause, '/', 2) as name, (("givenAt" at time zone 'Europe/Paris')::date)::text as on from "Gift"
     where "shopId" = $1 and "memberId" = $2`,
    [shop.id, id],
  );
  return said(rows);
}

const said = (given: readonly Given[]) => given.map(({ name, on }) => `${name} on ${on}`).sort();

it(
  'S-55 C57 who stays away is asked, offered something one rhythm later, and left alone for a year',
  { timeout: 120_000 },
  async () => {
    let offers = 0;
    const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
      const story = await begin();
      for (const each of steps as Step[]) await story.carryOut(each);
      for (const { id, looks } of story.people) {
        const silence: Silence = { since: START, had: [], pauses: story.pauses, looks };
        const wanted = said(reckonSilence(WHEN, silence));
        expect(await givenTo(story, id)).toEqual(wanted);
        offers += wanted.filter((name) => name.includes('-offer')).length;
      }
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(offers).toBeGreaterThan(0);
  },
);
