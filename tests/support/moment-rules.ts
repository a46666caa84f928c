// Moments of the list, for tests: the first values of each kind, each overridable.
import { causeOf, type CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';

/** 50 points for everybody. Its key is its kind's with a number. */
export function momentRule<K extends CauseKind>(
  kind: K,
  overrides: Partial<Omit<Extract<MomentRule, { kind: K }>, 'when'>> & {
    when?: Partial<Extract<MomentRule, { kind: K }>['when']>;
  } = {},
): MomentRule {
  const { fields, words, first } = causeOf(kind);
  const when = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.first]));
  const said = Object.fromEntries(words.map((name) => [name, { en: 'Words', fr: 'Mots' }]));
  return {
    key: `${kind}-1`,
    kind,
    title: { en: 'A moment', fr: 'Un moment' },
    who: { conditions: [] },
    offers: [{ kind: 'points', points: 50 }],
    openDays: first.openDays,
    ...said,
    ...overrides,
    when: { ...when, ...overrides.when },
  } as MomentRule;
}
