// Moments as they are typed: what was saved is typed back as it is, and what is wrong is told beside its field.
import { describe, expect, it } from 'vitest';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { formOfMomentRules, type MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { emptyCondition } from '#app/core/editing/who-form.ts';
import { parseMomentRules } from '#app/core/editing/parse-moment-rules.ts';
import { beginMoment, READY_MADE } from '#app/core/editing/ready-made.ts';
import { CAUSE_KINDS } from '#app/core/moments/causes/cause-kinds.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { momentRuleChanges } from '#app/core/moments/moment-rule-changes.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const WORDING = { currency: 'EUR', titles: { products: { '11': 'Coffee' }, collections: {} }, gone: 'gone' };

function parse(forms: MomentRuleForm[], before: MomentRule[] = []) {
  const errors: FieldErrors = {};
  const usedKeys = new Set(before.map(({ key }) => `moment/${key}`));
  const moments = parseMomentRules(forms, { currency: 'EUR', usedKeys, before }, errors);
  return { moments, errors };
}

const TITLE = { en: 'A moment', fr: 'Un moment' };

describe('moments as they are typed', () => {
  it.each(CAUSE_KINDS)('of kind %s are typed back as they were saved', (kind) => {
    const all: MomentRule[] = [
      momentRule(kind, {
        who: {
          conditions: [
            { kind: 'tags-in', tags: ['VIP'] },
            { kind: 'bought', productIds: ['11'], withinDays: null },
            { kind: 'bought', productIds: [], collectionIds: ['21'], withinDays: 30 },
            { kind: 'orders', least: 2, most: null },
          ],
        },
        offers: [
          { kind: 'points', points: 20 },
          { kind: 'reward', key: 'five' },
          { kind: 'task', task: 'note', words: 'Thank you' },
        ],
        ceiling: { of: 'minor', most: 1_250 },
        holdout: { percent: 10, salt: '3', until: '2027-01-01' },
      }),
    ];
    const { moments, errors } = parse(formOfMomentRules(all, WORDING), all);
    expect(errors).toEqual({});
    expect(moments).toEqual(all);
    expect(momentRuleChanges(all, moments)).toEqual([]);
  });

  it('that are ready to be used lack what only the merchant can say, and nothing else', () => {
    for (const ready of READY_MADE) {
      const { errors } = parse([beginMoment(ready, TITLE)]);
      expect(
        Object.entries(errors).filter(([field]) => !/^moments\.0\.offers\.\d\.(reward|words)$/.test(field)),
        ready.key,
      ).toEqual([]);
    }
  });

  it('name so many collections, and a page of the release before names none', () => {
    const [one] = formOfMomentRules([momentRule('joined')], WORDING);
    const of = (collections: { id: string; title: string }[] | undefined) => {
      const { collections: _, ...blank } = emptyCondition('bought');
      return parse([{ ...one!, who: [{ ...blank, ...(collections && { collections }) }] }]);
    };
    const some = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: String(index + 1), title: '' }));
    expect(of(some(10)).errors).toEqual({});
    expect(of(some(11)).errors).toEqual({ 'moments.0.who.0': 'tooManyBought' });
    const { moments, errors } = of(undefined);
    expect(errors).toEqual({});
    expect(moments[0]!.who.conditions).toEqual([{ kind: 'bought', productIds: [], withinDays: null }]);
  });

  it('are new ones where their key was never used, or comes twice', () => {
    const one = formOfMomentRules([momentRule('joined')], WORDING)[0]!;
    const { moments } = parse([one, { ...one, key: '' }, one], [momentRule('joined')]);
    expect(moments.map(({ key }) => key)).toEqual(['joined-1', 'joined', 'joined-2']);
  });

  it('say what is wrong beside its field', () => {
    const form = beginMoment(
      READY_MADE.find(({ key }) => key === 'third-order')!,
      { en: '', fr: 'x'.repeat(61) },
    );
    const { errors } = parse([
      {
        ...form,
        when: { n: '101', every: '' },
        openDays: '400',
        ceilingOf: 'minor',
        ceiling: '1.234',
        who: [{ kind: 'orders', tags: [], month: '0', products: [], within: '', least: 'two', most: '' }],
      },
    ]);
    expect(errors).toEqual({
      'moments.0.title.en': 'required',
      'moments.0.title.fr': 'tooLong',
      'moments.0.when.n': 'outOfRange',
      'moments.0.offers.1.reward': 'required',
      'moments.0.offers.2.reward': 'required',
      'moments.0.openDays': 'lastsRange',
      'moments.0.ceiling': 'tooPrecise',
      'moments.0.who.0': 'notANumber',
    });
  });

  it('need words in both languages, or in none', () => {
    const form = beginMoment(
      READY_MADE.find(({ key }) => key === 'arrived')!,
      TITLE,
    );
    expect(parse([{ ...form, advice: { en: 'Keep it cool', fr: ' ' } }]).errors).toEqual({
      'moments.0.advice.fr': 'required',
    });
    expect(parse([{ ...form, advice: { en: '', fr: '' } }]).moments[0]).not.toHaveProperty('advice');
  });

  it('tell what changed, part by part', () => {
    const was = [momentRule('joined'), momentRule('silent')];
    const is = [
      momentRule('joined', { openDays: 9, offers: [{ kind: 'points', points: 9 }] }),
      momentRule('newsletter'),
    ];
    expect(momentRuleChanges(was, is)).toEqual([
      { kind: 'moment-changed', key: 'joined-1', part: 'offers' },
      { kind: 'moment-changed', key: 'joined-1', part: 'openDays' },
      { kind: 'moment-added', key: 'newsletter-1' },
      { kind: 'moment-ended', key: 'silent-1' },
    ]);
  });
});
