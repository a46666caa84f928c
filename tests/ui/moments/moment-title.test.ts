// The name over a moment's page while its fields are typed.
import { expect, test } from 'vitest';
import { OWN } from '#app/core/editing/own-moment.ts';
import { textsOf } from '#app/locales/texts.ts';
import { momentTitle } from '#app/ui/moments/list/moment-title.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const { own, readyMade } = textsOf('fr').moments;
const third = momentRule('nth-order', { key: 'third', title: { en: 'Third', fr: 'Troisième' } });
// An address without a beginning says this one.
const known: Parameters<typeof momentTitle>[1] = {
  draft: { moments: [third] },
  begin: 'welcome',
  language: 'fr',
};
const EMPTY = { en: '', fr: '' };

test('a moment whose name is emptied keeps its own, whatever new ones begin as', () => {
  expect(momentTitle({ key: 'third', title: { en: 'X', fr: 'Y' } }, known)).toBe('Y');
  expect(momentTitle({ key: 'third', title: EMPTY }, known)).toBe('Troisième');
  expect(momentTitle({ key: 'gone', title: EMPTY }, known)).toBe(own);
});

test('a new one without a name is called by what it begins as', () => {
  expect(momentTitle({ key: '', title: EMPTY }, known)).toBe(readyMade.welcome.name);
  expect(momentTitle({ key: '', title: EMPTY }, { ...known, begin: OWN })).toBe(own);
});
