// Moments of the list in the terms: each kind that is foretold has words, and what each says.
import { expect, test } from 'vitest';
import { CAUSES, CAUSE_KINDS, type CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { CAUSES_IN_TERMS } from '#app/proxy/terms/say-moment.ts';
import { sayTerms } from '#app/proxy/terms/say-terms.ts';
import { reward, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

test('S-86 each kind of moment that shoppers can read of is told, in either language, and no other', () => {
  const told = CAUSE_KINDS.filter((key) => CAUSES_IN_TERMS[key] !== null);
  expect(told).toEqual(CAUSES.filter(({ foretold }) => foretold).map(({ key }) => key));
  for (const language of LANGUAGES) {
    const namesOf = (key: CauseKind) => {
      const gifts = sayTerms(rules({ occasions: [], moments: [momentRule(key)] }), 'EUR', language)[3];
      return gifts?.facts.map(({ name }) => name);
    };
    for (const key of CAUSE_KINDS) {
      expect(namesOf(key)).toEqual([told.includes(key) ? momentRule(key).title[language] : null]);
    }
  }
});

test('S-08 S-86 a third order’s choice is told gift by gift, and what the shop notes for itself is not', () => {
  const third = momentRule('nth-order', {
    title: { en: 'Your third order', fr: 'Votre troisième commande' },
    offers: [
      { kind: 'points', points: 50 },
      { kind: 'reward', key: 'reward-1' },
      { kind: 'task', task: 'packing', words: 'the blue jar' },
    ],
    ceiling: { of: 'points', most: 5_000 },
  });
  const said = sayTerms(rules({ occasions: [], moments: [third], rewards: [reward()] }), 'EUR', 'en')[3];
  expect(said?.facts).toEqual([
    {
      name: 'Your third order',
      sentences: [
        'Your order no. 3: you choose one of 3 gifts.',
        'Gift 1: 50 points.',
        'Gift 2: “5.00 off”.',
        'Gift 3: something in your parcel.',
        'Orders that you keep count.',
        'You can choose for 30 days, then use it for 30 days.',
        'It ends once the shop has given all that it set aside for it.',
      ],
    },
  ]);
});
