// Random changes of a date, swept day by day: however it is moved, two birthday gifts lie 270 days apart.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueGifts, type MomentMember } from '#app/core/moments/due-gifts.ts';
import { birthdayProjection } from '#app/core/moments/project-moments.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
import { addDays } from '#app/core/values/days.ts';
import { momentMember, occasion } from '#tests/support/factories.ts';

const START = '2026-06-01';
const DAYS = 1_600;

const date = fc.oneof(
  fc.constantFrom({ month: 2, day: 29 }, { month: 1, day: 2 }, { month: 12, day: 30 }, { month: 1, day: 20 }),
  fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
);
const story = fc.record({
  rule: fc.record({
    daysBefore: fc.constantFrom(0, 7, 30),
    daysAfter: fc.constantFrom(0, 7, 60),
    waitDays: fc.constantFrom(0, 0, 30),
  }),
  first: date,
  changes: fc.array(fc.record({ day: fc.integer({ min: 0, max: DAYS }), to: date }), { maxLength: 5 }),
});

it('C99 a date that is moved brings no second gift within 270 days, and the block names the day that comes', () => {
  fc.assert(
    fc.property(story, ({ rule, first, changes }) => {
      const offer = occasion(rule);
      const running = [{ occasion: offer, since: START, version: 1 }];
      let member: MomentMember = momentMember({ birthday: { ...first, setOn: START } });
      const gifts: { on: string; day: number }[] = [];
      for (let day = 0; day <= DAYS; day += 1) {
        const today = addDays(START, day);
        const change = changes.find((each) => each.day === day);
        if (change) member = { ...member, birthday: { ...change.to, setOn: today } };
        const given = member.given.map((gift) => ({ ...gift, ...REST }));
        const shown = birthdayProjection({ birthday: member.birthday, log: [] }, given)!;
        const named = nextGiftOn(shown, offer, today);
        const due = dueGifts(member, running, { sweptThrough: addDays(today, -1), today });
        expect(due.length > 0).toBe(named === today);
        gifts.push(...due.map(({ on }) => ({ on, day })));
        const now = due.map(({ year, on, until }) => ({ occasion: 'birthday' as const, year, on, until }));
        member = { ...member, given: [...member.given, ...now] };
      }
      for (const [index, { day }] of gifts.entries()) {
        if (index > 0) expect(day - gifts[index - 1]!.day).toBeGreaterThanOrEqual(270);
      }
    }),
    { numRuns: 60 },
  );
});

const REST = { v: 1, points: 50, daysBefore: 0, daysAfter: 0, version: 1, late: false } as const;
