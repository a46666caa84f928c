// Who a birthday is for: the words of older rules mean what they meant, and rules that a word can say go on saying it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOfRules, programForm } from '#app/core/editing/program-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { momentWindow } from '#app/core/moments/calendar.ts';
import { momentChanges } from '#app/core/moments/moment-changes.ts';
import { momentProblems } from '#app/core/moments/moment-problems.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { inRules, isForEverybody, whoOf } from '#app/core/moments/who-of-moment.ts';
import { programRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { addDays } from '#app/core/values/days.ts';
import { isAmong, type Who } from '#app/core/who/who.ts';
import { occasion, rules } from '#tests/support/factories.ts';

const NOTHING_KNOWN = {
  tags: [],
  birthMonth: null,
  orders: 0,
  uncounted: false,
  lastOn: null,
  bought: [],
  collections: {},
};
const VIPS: Who = { conditions: [{ kind: 'tags-in', tags: ['VIP'] }] };

/** As releases before conditions asked it. */
function didOrder(lastOrderedOn: string | null, from: string): boolean {
  return lastOrderedOn !== null && lastOrderedOn >= addDays(from, -365);
}

const born = fc.oneof(
  fc.constantFrom({ month: 2, day: 29 }, { month: 1, day: 1 }, { month: 3, day: 1 }),
  fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
);

describe('the words of older rules', () => {
  it.each(['all', 'ordered'] as const)('are no change beside their conditions (%s)', (who) => {
    const inConditions = [occasion({ who: whoOf({ who }) })];
    expect(momentChanges([occasion({ who })], inConditions)).toEqual([]);
    expect(momentChanges(inConditions, [occasion({ who: VIPS })])).toHaveLength(1);
  });

  it('C57 are read as conditions that mean the same of every window, leap years among them', () => {
    const days = { daysBefore: fc.integer({ min: 0, max: 30 }), daysAfter: fc.integer({ min: 0, max: 60 }) };
    fc.assert(
      fc.property(
        born,
        fc.integer({ min: 2026, max: 2033 }),
        fc.record(days),
        fc.option(fc.oneof(fc.integer({ min: -400, max: 70 }), fc.integer({ min: -367, max: -363 }))),
        (date, year, around, ordered) => {
          const { from } = momentWindow(date, year, around);
          const orderedOn = ordered === null ? null : addDays(from, ordered);
          const facts = { ...NOTHING_KNOWN, orderedOn };
          expect(isAmong(whoOf({ who: 'ordered' }), facts, from)).toBe(didOrder(orderedOn, from));
          expect(isAmong(whoOf({ who: 'all' }), facts, from)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['all', 'ordered'] as const)('C57 “%s” is stored, edited and published again as it was', (who) => {
    const before = upgradeRules(JSON.parse(JSON.stringify(rules({ occasions: [occasion({ who })] }))));
    expect(before.occasions[0]?.who).toBe(who);
    const form = formOfRules(before, 'EUR', { products: {}, collections: {} }, '?');
    const context = { base: rules(), currency: 'EUR', usedKeys: new Set(['coffee']) };
    expect(parseProgramForm(form, context)).toEqual({ ok: true, rules: before });
    // What a page of the release before sends.
    const sent = { ...form, occasions: { ...form.occasions, birthday: { ...form.occasions.birthday, who } } };
    expect(parseProgramForm(programForm.parse(sent), context)).toEqual({ ok: true, rules: before });
  });
});

describe('conditions', () => {
  it('stand in the rules as they are, unless a word says the same', () => {
    const who: Moment['who'][] = [VIPS, { conditions: [{ kind: 'ordered', withinDays: 364 }] }];
    for (const each of who) expect(inRules(whoOf({ who: each }))).toEqual(each);
    expect(inRules({ conditions: [] })).toBe('all');
    expect(inRules({ conditions: [{ kind: 'ordered', withinDays: 365 }] })).toBe('ordered');
    expect(isForEverybody({ who: { conditions: [] } })).toBe(true);
    expect(isForEverybody({ who: 'ordered' })).toBe(false);
    const stored = rules({ occasions: [occasion({ who: VIPS })] });
    expect(programRules.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it('that lack something keep the gift from being published', () => {
    const lacking: Who = { conditions: [VIPS.conditions[0]!, { kind: 'tags-out', tags: [] }] };
    const problems = momentProblems([
      occasion({ who: lacking }),
      occasion({ kind: 'anniversary', who: VIPS }),
    ]);
    expect(problems).toEqual([{ field: 'occasions.birthday.who.1', reason: 'noTags' }]);
  });
});
