// Birthday and anniversary as they are typed: what is read, what is said beside which field, and the sentences.
import { describe, expect, it } from 'vitest';
import { formOfMoments, type MomentForm } from '#app/core/editing/moment-form.ts';
import { emptyCondition } from '#app/core/editing/who-form.ts';
import { formOfRules } from '#app/core/editing/program-form.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { momentProblems } from '#app/core/moments/moment-problems.ts';
import { parseMoments } from '#app/core/editing/parse-moment-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { textsOf } from '#app/locales/texts.ts';
import { mergeEdits } from '#app/ui/form/merge-edits.ts';
import { occasionSentence } from '#app/ui/moments/describe-moment.ts';
import { momentChangesInShort } from '#app/ui/moments/moment-changes-in-short.ts';
import { changesInWords } from '#app/ui/editing/changes-in-words.ts';
import { occasion, reward, rules } from '#tests/support/factories.ts';

const both: Moment[] = [
  occasion({ daysBefore: 3, daysAfter: 7, waitDays: 30, who: 'ordered', asksYear: true }),
  occasion({ kind: 'anniversary', offer: { kind: 'points', points: 100 } }),
];
const typed = (changes: Partial<MomentForm>) => {
  const form = formOfMoments(both);
  return { ...form, birthday: { ...form.birthday, ...changes } };
};
const titles = { products: {}, collections: {} };

describe('the form of occasions', () => {
  it('reads back what it showed, in both ways of the program’s form', () => {
    expect(parseMoments(formOfMoments(both))).toEqual({ occasions: both, errors: {} });
    const before = rules({ occasions: both });
    const form = formOfRules(before, 'EUR', titles, '?');
    const context = { base: rules(), currency: 'EUR', usedKeys: new Set(['coffee']) };
    expect(parseProgramForm(form, context)).toEqual({ ok: true, rules: before });
  });

  it('begins with 50 points: birthdays on the day, open for 30 days, after a wait of 30 days', () => {
    const { birthday, anniversary } = formOfMoments([]);
    const first = { on: false, points: '50', reward: '', daysBefore: '0', who: [], asksYear: false };
    expect(birthday).toEqual({ ...first, daysAfter: '30', waitDays: '30' });
    expect(anniversary).toEqual({ ...first, daysAfter: '7', waitDays: '0' });
  });

  it('switched off it gives nothing, whatever its fields hold', () => {
    expect(parseMoments(formOfMoments([]))).toEqual({ occasions: [], errors: {} });
    const off = parseMoments(typed({ on: false, points: 'many' }));
    expect(off).toEqual({ occasions: [both[1]], errors: {} });
  });

  it.each([
    ['points', '', 'required'],
    ['points', '0', 'tooSmall'],
    ['points', '1.5', 'notWhole'],
    ['points', '100001', 'tooLarge'],
    ['daysBefore', '', 'required'],
    ['daysBefore', '-1', 'daysBeforeRange'],
    ['daysBefore', '31', 'daysBeforeRange'],
    ['daysAfter', '61', 'daysAfterRange'],
    ['daysAfter', 'a week', 'daysAfterRange'],
    ['waitDays', '366', 'waitRange'],
    ['waitDays', '9'.repeat(40), 'waitRange'],
  ] as const)('beside %s it says what is wrong with “%s”', (field, value, problem) => {
    const { errors } = parseMoments(typed({ [field]: value }));
    expect(errors).toEqual({ [`occasions.birthday.${field}`]: problem });
  });

  it.each([
    { daysBefore: '0', daysAfter: '0', waitDays: '0' },
    { daysBefore: '30', daysAfter: '60', waitDays: ' 365 ' },
  ])('takes the ends of each range', (days) => {
    expect(parseMoments(typed(days)).errors).toEqual({});
  });

  it('conditions are typed and read back as for every other moment', () => {
    const form = formOfMoments(both);
    expect(form.birthday.who).toMatchObject([{ kind: 'ordered', within: '365' }]);
    expect(form.anniversary.who).toEqual([]);
    const vips = { ...emptyCondition('tags-in'), tags: ['VIP'] };
    const sent = typed({ who: [{ ...form.birthday.who[0]!, within: '90' }, vips] });
    const conditions = [
      { kind: 'ordered', withinDays: 90 },
      { kind: 'tags-in', tags: ['VIP'] },
    ];
    expect(parseMoments(sent)).toMatchObject({ occasions: [{ who: { conditions } }, {}], errors: {} });
    const wrong = typed({ who: [vips, { ...emptyCondition('ordered'), within: '0' }] });
    expect(parseMoments(wrong).errors).toEqual({ 'occasions.birthday.who.1': 'tooSmall' });
  });

  it('nobody tells the day of joining: no wait and no year, whatever was sent', () => {
    const form = formOfMoments(both);
    const sent = { ...form, anniversary: { ...form.anniversary, waitDays: '9', asksYear: true } };
    expect(parseMoments(sent).occasions[1]).toEqual(both[1]);
  });

  it('two people’s edits of one occasion are both kept', () => {
    const base = formOfMoments(both);
    const mine = typed({ points: '80' });
    const theirs = typed({ daysBefore: '1' });
    expect(mergeEdits(base, mine, theirs).birthday).toMatchObject({ points: '80', daysBefore: '1' });
  });
});

describe('an occasion in words', () => {
  const say = (each: Moment, language: 'en' | 'fr') =>
    occasionSentence(each, rules({ rewards: [reward()] }), { language, currency: 'EUR', titles });

  it('says who gets what when, what comes late, and what waits', () => {
    expect(say(both[0]!, 'en')).toBe(
      'Customers who ordered in the last 365 days get 50 points for their birthday, 3 days before it. ' +
        'The gift still comes up to 7 days after it, for example when a date is added late. ' +
        'After a birthday is added or changed, its gift waits 30 days. The block asks for the year of birth, too.',
    );
    expect(say(both[1]!, 'en')).toBe(
      'All members get 100 points for each year of membership, on the day itself.',
    );
    expect(say(occasion({ daysBefore: 1, offer: { kind: 'points', points: 1 } }), 'fr')).toBe(
      'Tous les membres reçoivent 1 point pour leur anniversaire, 1 jour avant.',
    );
  });

  it('each difference of two programs is one sentence', () => {
    const more = [occasion({ offer: { kind: 'points', points: 80 } })];
    const words = (before: Moment[], after: Moment[]) =>
      changesInWords(rules({ occasions: before }), rules({ occasions: after }), {
        language: 'en',
        currency: 'EUR',
        titles,
      });
    const { kinds, added, ended, changed } = textsOf('en').birthdays.offer;
    expect(words([], more)).toEqual([added(kinds.birthday, say(more[0]!, 'en'))]);
    expect(words(more, [])).toEqual([ended(kinds.birthday)]);
    expect(words([occasion()], more)).toEqual([
      changed(kinds.birthday, say(more[0]!, 'en'), say(occasion(), 'en')),
    ]);
    expect(words([...both].reverse(), both)).toEqual([]);
  });
});

it('who it is for is a line of its own among the changes', () => {
  const conditions = [{ kind: 'tags-in' as const, tags: ['VIP'] }];
  const before = rules({ occasions: [occasion({ who: 'ordered' })] });
  const after = rules({ occasions: [occasion({ who: { conditions } })] });
  expect(momentChangesInShort(before, after, { language: 'en', currency: 'EUR', titles })).toEqual([
    {
      what: 'Birthday, who gets it',
      before: 'customers who ordered in the last 365 days',
      after: 'customers tagged VIP',
    },
  ]);
});

describe('a reward as the gift', () => {
  const five = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
  const any = reward({
    key: 'any',
    gives: { kind: 'any-amount', minor: 100, leastMinor: 100, mostMinor: null, sharePercent: 100 },
  });
  const given = occasion({ offer: { kind: 'reward', key: 'five' } });
  const wording = { language: 'en', currency: 'EUR', titles } as const;

  it('stands in the form by its key, and comes out of it as it went in', () => {
    const form = formOfMoments([given]);
    expect(form.birthday).toMatchObject({ on: true, reward: 'five', points: '50' });
    expect(parseMoments(form)).toEqual({ occasions: [given], errors: {} });
    expect(parseMoments(typed({ reward: 'five', points: 'what was typed' })).errors).toEqual({});
  });

  it.each(['Five', 'a b', 'x'.repeat(33), 'five/1'])('is refused where it can be no key: %s', (key) => {
    expect(parseMoments(typed({ reward: key })).errors).toEqual({ 'occasions.birthday.reward': 'malformed' });
  });

  it('can’t be published where the program has no such reward, or one that nobody can be given', () => {
    const lacks = [{ field: 'occasions.birthday.reward', reason: 'noGiftReward' }];
    const of = (key: string) => [occasion({ offer: { kind: 'reward', key } })];
    expect(momentProblems(of('five'), [five])).toEqual([]);
    expect(momentProblems(of('five'), undefined)).toEqual(lacks);
    expect(momentProblems(of('gone'), [five])).toEqual(lacks);
    expect(momentProblems(of('any'), [any])).toEqual(lacks);
  });

  it('is called by its name, in sentences and in changes', () => {
    const program = rules({ occasions: [given], rewards: [five] });
    expect(occasionSentence(given, program, wording)).toContain(
      'All members get “€5.00 off” for their birthday',
    );
    const before = rules({ occasions: [occasion()], rewards: [five] });
    expect(momentChangesInShort(before, program, wording)).toEqual([
      { what: 'Birthday', before: '50 points', after: '“€5.00 off”' },
    ]);
    const more = rules({ occasions: [occasion({ offer: { kind: 'points', points: 80 } })], rewards: [five] });
    expect(momentChangesInShort(before, more, wording)).toEqual([
      { what: 'Birthday', before: '50', after: '80 points' },
    ]);
  });
});
