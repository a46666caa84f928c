// What a paused moment changes of the program: what pages promise, what changed, and what the form keeps.
import { describe, expect, it } from 'vitest';
import { formOfRules } from '#app/core/editing/program-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { previewedRules } from '#app/core/editing/previewed-rules.ts';
import { momentPausedAs, withoutPaused } from '#app/core/moments/paused-moments.ts';
import { projectProgram } from '#app/core/storefront/project-program.ts';
import { termsOfRules } from '#app/core/terms/terms-of-rules.ts';
import { changesInWords } from '#app/ui/editing/changes-in-words.ts';
import { changesInShort } from '#app/ui/editing/changes-in-short.ts';
import { pauseLines } from '#app/ui/moments/figures/pause-lines.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const own = momentRule('life-date', { key: 'wedding', title: { en: 'Wedding', fr: 'Mariage' } });
const all = rules({ occasions: [occasion()], moments: [own] });
const both = rules({ ...all, pausedMoments: ['birthday', 'wedding'] });
const titles = { products: {}, collections: {} };
const wording = { language: 'en', currency: 'EUR', titles } as const;

describe('a program of which moments are paused', () => {
  it('promises none of them on pages and in its terms', () => {
    const shop = { currency: 'EUR', proxyPath: '' };
    expect(projectProgram({ number: 1, rules: all }, shop)).toHaveProperty('dates');
    const shown = projectProgram({ number: 1, rules: both }, shop);
    expect(shown.occasions).toEqual([]);
    expect(shown).not.toHaveProperty('dates');
    const gifts = (of: typeof all) => termsOfRules(of).find(({ part }) => part === 'gifts')?.facts;
    expect(gifts(both)).toEqual(gifts(rules()));
    expect(withoutPaused(all)).toBe(all);
  });

  it('is previewed as it would be running', () => {
    expect(previewedRules(both)).toMatchObject({ occasions: [{ kind: 'birthday' }] });
    expect(previewedRules(both)).not.toHaveProperty('pausedMoments');
  });

  it('keeps its pauses through the form; a date that is switched off isn’t paused any more', () => {
    const form = formOfRules(both, 'EUR', titles, '?');
    const context = { base: both, currency: 'EUR', usedKeys: new Set(['moment/wedding']) };
    expect(parseProgramForm(form, context)).toMatchObject({
      ok: true,
      rules: { pausedMoments: ['birthday', 'wedding'] },
    });
    const { occasions } = form;
    const off = { ...form, occasions: { ...occasions, birthday: { ...occasions.birthday, on: false } } };
    expect(parseProgramForm(off, context)).toMatchObject({ ok: true, rules: { pausedMoments: ['wedding'] } });
  });

  it('each pause and each start is a change with the moment’s name', () => {
    const birthday = momentPausedAs(all, 'birthday', true);
    expect(momentPausedAs(birthday, 'wedding', true)).toEqual(both);
    expect(momentPausedAs(birthday, 'birthday', false)).toEqual(all);
    expect(changesInWords(all, both, wording)).toEqual([
      'The moment “Birthday” is paused: it gives nothing.',
      'The moment “Wedding” is paused: it gives nothing.',
    ]);
    expect(changesInWords(both, birthday, wording)).toEqual(['The moment “Wedding” runs again.']);
    expect(changesInShort(all, birthday, wording)).toEqual(['Birthday: Paused']);
  });

  it('its figures tell when it gave nothing', () => {
    const pauses = {
      since: '2027-05-12T08:00:00Z',
      over: [
        { from: '2027-05-01', until: '2027-05-01' },
        { from: '2027-05-03', until: '2027-05-10' },
      ],
    };
    expect(pauseLines(pauses, { language: 'en', timeZone: 'Europe/Paris' })).toEqual([
      { what: 'Paused', value: '1 May 2027' },
      { what: 'Paused', value: '3 May 2027 to 10 May 2027' },
      { what: 'Paused', value: 'since 12 May 2027' },
    ]);
  });
});
