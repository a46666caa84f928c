// The model's property (tests/core/moments/moments-model.test.ts) once more with real rows, locks and two workers at once.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { occasion } from '#tests/support/factories.ts';
import { memberWith, occasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const DAY_MS = 86_400_000;
/** When the offer is published: already 2 January on Samoa. */
const BEGIN = '2027-01-01T12:00:00Z';
const END = Date.parse('2036-12-31');

const story = fc.record({
  timeZone: fc.constantFrom('Pacific/Apia', 'Pacific/Honolulu', 'Asia/Kathmandu'),
  daysBefore: fc.constantFrom(0, 7, 30),
  daysAfter: fc.constantFrom(0, 3, 60),
  born: fc.array(
    fc.oneof(
      fc.constantFrom({ month: 2, day: 29 }, { month: 1, day: 1 }, { month: 12, day: 31 }),
      fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  /** Days between two sweeps. */
  gaps: fc.array(fc.constantFrom(1, 2, 30, 170, 400), { minLength: 12, maxLength: 12 }),
});

/** Years whose window overlaps the days from the first sweep's to the last's. */
function yearsDue(
  { month, day }: { month: number; day: number },
  window: { before: number; after: number },
  first: string,
  last: string,
) {
  return Array.from({ length: 13 }, (_, index) => 2026 + index).filter((year) => {
    const asked = new Date(Date.UTC(year, month - 1, day));
    const middle = asked.getUTCMonth() === month - 1 ? asked.getTime() : Date.UTC(year, 1, 28);
    const closes = middle + window.after * DAY_MS;
    return closes >= Date.parse(first) && middle - window.before * DAY_MS <= Date.parse(last);
  });
}

async function given(memberId: string): Promise<number[]> {
  const { rows } = await pool().query<{ year: number }>(
    `select (explanation->>'year')::int as year from "LedgerEntry" where "memberId" = $1 order by 1`,
    [memberId],
  );
  return rows.map(({ year }) => year);
}

it(
  'C55 C56 C57 C59 every birthday of ten years brings one gift, whatever the outages',
  { timeout: 120_000 },
  async () => {
    const property = fc.asyncProperty(story, async ({ timeZone, daysBefore, daysAfter, born, gaps }) => {
      const shop = await occasionShop([occasion({ daysBefore, daysAfter })], { timeZone });
      const members = [];
      for (const date of born) members.push({ date, ...(await memberWith(shop, date)) });
      let at = Date.parse(BEGIN);
      const first = dayIn(timeZone, new Date(at));
      for (const gap of gaps) {
        await Promise.all([1, 2].map(() => sweepMoments(shop.id, new Date(at))));
        if (at + gap * DAY_MS > END) break;
        at += gap * DAY_MS;
      }
      await sweepMoments(shop.id, new Date(at));
      const last = dayIn(timeZone, new Date(at));
      for (const { id, date } of members) {
        expect(await given(id)).toEqual(
          yearsDue(date, { before: daysBefore, after: daysAfter }, first, last),
        );
      }
    });
    await fc.assert(property, { numRuns: 8 });
  },
);
