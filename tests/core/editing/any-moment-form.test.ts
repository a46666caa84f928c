// Whatever is typed for moments: it is refused beside a field, or it is rules that the draft can keep and read again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { emptyMoment } from '#app/core/editing/moment-rule-form.ts';
import { parseMomentRules } from '#app/core/editing/parse-moment-rules.ts';
import { parseMoments } from '#app/core/editing/parse-moment-form.ts';
import { formOfMoments } from '#app/core/editing/moment-form.ts';
import { CONDITION_KINDS } from '#app/core/who/conditions/conditions.ts';
import { CAUSE_KINDS, causeOf, type CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import { momentRuleList } from '#app/core/moments/moment-rule.ts';
import { momentRules } from '#app/core/moments/moment-rules.ts';

const typed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '5', '10', '30') },
  fc.constantFrom(
    '',
    ' ',
    '0',
    '00',
    '007',
    '-1',
    '-0',
    '1e3',
    '0x1',
    '1.5',
    '1,5',
    '٣',
    ' 7 ',
    '999999',
    '9'.repeat(30),
  ),
  fc.constantFrom(
    'five',
    'yes',
    '2027-02-30',
    '2027-03-31',
    '0001-01-01',
    'a'.repeat(900),
    '\u00a0',
    '\u200b',
    '{{ x }}',
  ),
  fc.nat(1_000_000_000).map(String),
);
const each = fc.record({ en: typed, fr: typed });
const offer = fc.record({
  kind: fc.constantFrom('points', 'reward', 'task'),
  points: typed,
  reward: typed,
  task: fc.constantFrom('note', 'call', 'packing'),
  words: typed,
});
const condition = fc.record({
  kind: fc.constantFrom(...CONDITION_KINDS),
  tags: fc.array(typed, { maxLength: 4 }),
  month: typed,
  products: fc.array(fc.record({ id: fc.constantFrom('501', '0', '9'.repeat(19)), title: typed }), {
    maxLength: 3,
  }),
  within: typed,
  least: typed,
  most: typed,
});

const form = fc
  .tuple(
    fc.constantFrom(...(CAUSE_KINDS as CauseKind[])),
    fc.record({
      title: each,
      who: fc.array(condition, { maxLength: 3 }),
      offers: fc.array(offer, { maxLength: 3 }),
      openDays: typed,
      ceilingOf: fc.constantFrom('none', 'points', 'minor'),
      ceiling: typed,
      advice: each,
      consent: each,
      holdout: fc.record({ percent: typed, until: typed }),
    }),
    fc.infiniteStream(typed),
  )
  .map(([kind, fields, more]) => {
    const when = Object.fromEntries(
      Object.keys(causeOf(kind).fields).map((name) => [name, more.next().value as string]),
    );
    return { ...emptyMoment(kind, fields.title), ...fields, when };
  });

/** Fields at random alone are hardly ever all right: most are those of a moment that can be kept. */
const mostlyRight = fc
  .tuple(
    form,
    fc.subarray([
      'title',
      'who',
      'offers',
      'openDays',
      'ceiling',
      'advice',
      'consent',
      'holdout',
      'when',
    ] as const),
  )
  .map(([any, changed]) => {
    const right = emptyMoment(any.kind, { en: 'A title', fr: 'Un titre' });
    const taken = Object.fromEntries(changed.map((name) => [name, any[name]]));
    return {
      ...right,
      ...taken,
      ceilingOf: changed.includes('ceiling') ? any.ceilingOf : 'none',
    };
  });

it('C159 moments of the list', () => {
  let kept = 0;
  const context = { currency: 'EUR', usedKeys: new Set<string>(), before: [] };
  fc.assert(
    fc.property(
      fc.array(fc.oneof(form, mostlyRight, mostlyRight), { minLength: 1, maxLength: 3 }),
      (forms) => {
        const errors: FieldErrors = {};
        const moments = parseMomentRules(forms, context, errors);
        if (Object.keys(errors).length > 0) return;
        kept += 1;
        const read = momentRuleList.safeParse(JSON.parse(JSON.stringify(moments)));
        expect(read.error?.issues ?? []).toEqual([]);
      },
    ),
    { numRuns: 4_000 },
  );
  expect(kept).toBeGreaterThan(200);
});

it('C159 yearly dates', () => {
  const date = fc.record({
    on: fc.boolean(),
    points: typed,
    reward: fc.oneof(fc.constant(''), typed),
    daysBefore: typed,
    daysAfter: typed,
    waitDays: typed,
    who: fc.array(condition, { maxLength: 3 }),
    asksYear: fc.boolean(),
  });
  fc.assert(
    fc.property(date, date, (birthday, anniversary) => {
      const first = formOfMoments([]);
      const { occasions, errors } = parseMoments({
        birthday: { ...first.birthday, ...birthday },
        anniversary: { ...first.anniversary, ...anniversary },
      });
      if (Object.keys(errors).length > 0) return;
      const read = momentRules.safeParse(JSON.parse(JSON.stringify(occasions)));
      expect(read.error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
