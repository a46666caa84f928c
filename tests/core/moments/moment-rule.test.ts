// The list of moments as rules hold it: what reads, what doesn't, and what rules from before mean.
import { describe, expect, it } from 'vitest';
import { CAUSE_KINDS, causeOf } from '#app/core/moments/causes/cause-kinds.ts';
import { isUsedMoment, nextMomentKey, usedMomentKeys } from '#app/core/moments/moment-keys.ts';
import { momentsOf } from '#app/core/moments/moments-of.ts';
import { givesAnything } from '#app/core/program/gives-anything.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const stored = (moments: unknown) => JSON.parse(JSON.stringify({ ...rules(), moments })) as unknown;

describe('the list of moments', () => {
  it.each(CAUSE_KINDS)('%s reads as it was written', (kind) => {
    const rule = momentRule(kind);
    expect(upgradeRules(stored([rule])).moments).toEqual([rule]);
  });

  it('rules from before there were any have none, and their occasions are moments all the same', () => {
    const old = upgradeRules(JSON.parse(JSON.stringify(rules({ occasions: [occasion({ daysAfter: 30 })] }))));
    expect(old.moments).toBeUndefined();
    expect(momentsOf(old)).toMatchObject([
      { key: 'birthday', kind: 'birthday', openDays: 30, when: { daysBefore: 0, daysAfter: 30 } },
    ]);
    expect(momentsOf({ ...old, moments: [momentRule('joined')] }).map(({ key }) => key)).toEqual([
      'birthday',
      'joined-1',
    ]);
  });

  it.each([
    ['a key that begins other causes', { key: 'redeem' }],
    ['a key that is none', { key: 'Third order' }],
    ['a kind that nobody knows', { kind: 'full-moon' }],
    ['the numbers of another kind', { when: { days: 2 } }],
    ['a number beyond its most', { when: { n: 101, every: false } }],
    ['more than four to choose from', { offers: Array(5).fill({ kind: 'points', points: 5 }) }],
    ['no points', { offers: [{ kind: 'points', points: 0 }] }],
    ['no day', { openDays: 0 }],
    ['a ceiling of nothing', { ceiling: { of: 'points', most: 0 } }],
    ['a title of one language', { title: { en: '' } }],
  ])('%s can’t be read', (_what, change) => {
    expect(() => upgradeRules(stored([{ ...momentRule('nth-order'), ...change }]))).toThrow();
  });

  it('words that lack a younger language are there in the first', () => {
    const { moments } = upgradeRules(stored([{ ...momentRule('nth-order'), title: { en: 'Third order' } }]));
    expect(moments?.[0]?.title).toEqual({ en: 'Third order', fr: 'Third order' });
  });

  it('twenty moments at most', () => {
    const all = Array.from({ length: 21 }, (_, nr) => ({ ...momentRule('joined'), key: `m-${nr}` }));
    expect(upgradeRules(stored(all.slice(1))).moments).toHaveLength(20);
    expect(() => upgradeRules(stored(all))).toThrow();
  });

  it('a moment is something that is given', () => {
    const nothing = rules({ pointsOff: true, cards: [] });
    expect(givesAnything(nothing)).toBe(false);
    expect(givesAnything({ ...nothing, moments: [momentRule('joined')] })).toBe(true);
  });
});

describe('keys', () => {
  it('are never given twice, nor such as begin other causes', () => {
    const used = usedMomentKeys([{ moments: [momentRule('joined')] }, {}]);
    const next = (wanted: string) => nextMomentKey(wanted, (key) => isUsedMoment(key, used));
    expect(next('joined-1')).toBe('joined-1-2');
    expect(next('birthday')).toBe('birthday-2');
    expect(next('wedding')).toBe('wedding');
  });
});

it.each(CAUSE_KINDS)('%s begins its form with values that it takes', (kind) => {
  for (const field of Object.values(causeOf(kind).fields)) {
    if (field.type === 'number') {
      expect(field.first).toBeGreaterThanOrEqual(field.least);
      expect(field.first).toBeLessThanOrEqual(field.most);
    }
  }
});
