// A moment of the merchant's own making, before it is saved.
import { expect, it } from 'vitest';
import { kindsToMake, ownMoment, withKind } from '#app/core/editing/own-moment.ts';
import { CAUSE_KINDS } from '#app/core/moments/causes/cause-kinds.ts';
import { emptyOffer, type MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { occasion, rules } from '#tests/support/factories.ts';

const CONSENT = { en: 'I agree.', fr: 'J’accepte.' };

it('begins without a title', () => {
  expect(ownMoment(CONSENT)).toMatchObject({ key: '', kind: 'joined', title: { en: '', fr: '' } });
});

it('of another kind keeps what was typed, and begins with the values of that kind', () => {
  const typed: MomentRuleForm = {
    ...ownMoment(CONSENT),
    title: { en: 'Ours', fr: 'Le nôtre' },
    offers: [{ ...emptyOffer('reward'), reward: 'five' }],
    ceilingOf: 'points',
    ceiling: '500',
  };
  const { title, offers, ceilingOf, ceiling } = typed;
  for (const kind of CAUSE_KINDS) {
    const other = withKind(typed, kind, CONSENT);
    expect(other).toMatchObject({ kind, title, offers, ceilingOf, ceiling });
    expect(other.consent.en).toBe(kind === 'life-date' ? CONSENT.en : '');
  }
  expect(withKind(typed, 'nth-order', CONSENT).when).toEqual({ n: '3', every: '' });
});

it('is of every kind, but for a second birthday before there is a first', () => {
  expect(kindsToMake(rules())).not.toContain('birthday');
  expect(kindsToMake(rules({ occasions: [occasion()] }))).toContain('birthday');
  expect(kindsToMake(rules())).toHaveLength(CAUSE_KINDS.length - 2);
});
