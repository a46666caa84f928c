// The preview of a moment shows what a shopper reads in each of its states, by the theme's own blocks, and nothing else of the program.
import { describe, expect, it } from 'vitest';
import { momentAlone } from '#app/core/editing/previewed-rules.ts';
import { CAUSE_KINDS } from '#app/core/moments/causes/cause-kinds.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { momentStates, type MomentState } from '#app/core/moments/moment-states.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { occasion, reward, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const POINTS = { kind: 'points', points: 50 } as const;
const offers = [POINTS, { kind: 'reward', key: 'five' } as const];
const other = momentRule('life-date', { key: 'other', title: { en: 'Another', fr: 'Un autre' } });

function shown(rule: MomentRule, shopper: MomentState, language: Language = 'en', dark = false): string {
  const program = rules({ occasions: [occasion()], moments: [other, rule], rewards: [FIVE] });
  const previews = renderPreviews(
    {
      rules: momentAlone(program, 1),
      currency: 'EUR',
      language,
      shopper,
      product: 'House blend',
      clock: { at: new Date('2026-11-21T12:00:00Z'), timeZone: 'Europe/Paris' },
      momentAlone: true,
      dark,
    },
    ['birthday', 'member'],
  );
  return previews.map(({ html }) => html ?? '').join('');
}

const plain = (html: string) =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const read = (rule: MomentRule, state: MomentState, language: Language = 'en') =>
  plain(shown(rule, state, language));

describe('a choice with the third order', () => {
  const third = momentRule('nth-order', {
    key: 'third',
    title: { en: 'Your third', fr: 'Votre troisième' },
    offers,
  });

  it('shows the way to it, what there is to choose, and what was chosen', () => {
    expect(momentStates(third)).toEqual(['moment-before', 'moment-open', 'moment-chosen', 'moment-over']);
    expect(read(third, 'moment-before')).toMatch(/Your third .*2 of 3/);
    expect(read(third, 'moment-open')).toMatch(/Your third Choose your gift: 50 points €5\.00 off/);
    expect(read(third, 'moment-chosen')).toMatch(/Your third 50 points, added to your balance/);
    expect(read(third, 'moment-over')).toBe('');
    expect(read(third, 'moment-open', 'fr')).toMatch(/Votre troisième .*5,00/);
  });

  it('one gift is given at once, a reward by its name; every third goes on', () => {
    const reward = momentRule('nth-order', { key: 'third', offers: [{ kind: 'reward', key: 'five' }] });
    expect(read(reward, 'moment-given')).toContain('€5.00 off, yours since');
    const every = momentRule('nth-order', { key: 'third', when: { n: 3, every: true } });
    expect(read(every, 'moment-over')).toMatch(/0 of 3/);
  });
});

it('a date of life is asked for, then told, then brings its gift', () => {
  const wedding = momentRule('life-date', { key: 'wedding', title: { en: 'Wedding', fr: 'Mariage' } });
  expect(shown(wedding, 'moment-before')).toContain('<form');
  expect(read(wedding, 'moment-given')).toMatch(/50 points, added to your balance.*21 November/);
  expect(read(wedding, 'moment-over')).toContain('21 November');
});

it('silence is a question first, then its gift', () => {
  const advice = { en: 'Is all well?', fr: 'Tout va bien ?' };
  const silent = momentRule('silent', { advice });
  expect(read(silent, 'moment-before')).toBe('');
  expect(read(silent, 'moment-asked')).toContain('Is all well?');
  expect(read(silent, 'moment-given')).toMatch(/50 points.*Is all well\?/);
});

it('every kind has each of its states in both languages, on light and dark pages', () => {
  for (const kind of CAUSE_KINDS) {
    for (const rule of [momentRule(kind), momentRule(kind, { offers })] as MomentRule[]) {
      for (const state of momentStates(rule)) {
        for (const language of LANGUAGES) expect(() => shown(rule, state, language)).not.toThrow();
      }
      expect(shown(rule, momentStates(rule)[1] ?? 'moment-before')).not.toContain('Another');
    }
  }
  const dark = shown(momentRule('joined'), 'moment-given', 'en', true);
  expect(dark).toContain('background:#1a1a1a');
});

it('a reward that is gone leaves the rest', () => {
  const gone = momentRule('joined', { offers: [{ kind: 'reward', key: 'gone' }, POINTS] });
  expect(read(gone, 'moment-chosen')).toContain('50 points');
});
