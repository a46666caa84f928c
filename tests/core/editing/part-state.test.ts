// Where a part of the program stands, as its badge says it.
import { expect, test } from 'vitest';
import { draftWithCards } from '#app/core/editing/draft-cards.ts';
import { partState } from '#app/core/editing/part-state.ts';
import { card, rules } from '#tests/support/factories.ts';

const TODAY = '2026-11-26';
const LIVE = { inDraft: true, isPublished: true, changed: false, paused: false, days: null };

test.each([
  ['live', {}],
  ['off', { inDraft: false, isPublished: false }],
  ['draft', { isPublished: false, changed: true }],
  ['changed', { changed: true }],
  ['ending', { inDraft: false, changed: true }],
  ['paused', { paused: true }],
  ['changed', { changed: true, paused: true }],
  ['scheduled', { days: { startsOn: '2026-11-27', endsOn: null } }],
  ['live', { days: { startsOn: TODAY, endsOn: TODAY } }],
  ['over', { days: { startsOn: null, endsOn: '2026-11-25' } }],
] as const)('%s', (state, part) => {
  expect(partState({ ...LIVE, ...part }, TODAY)).toBe(state);
});

test('a card is taken out of the draft, and put back where it was published', () => {
  const published = rules({ cards: [card({ key: 'a' }), card({ key: 'b' })] });
  const draft = draftWithCards(published, published, { do: 'remove-card', key: 'a' });
  expect(draft?.cards.map(({ key }) => key)).toEqual(['b']);
  expect(draftWithCards(draft!, published, { do: 'remove-card', key: 'a' })).toBeNull();
  expect(draftWithCards(draft!, published, { do: 'keep-card', key: 'a' })).toEqual(published);
  expect(draftWithCards(published, published, { do: 'keep-card', key: 'a' })).toBeNull();
  expect(draftWithCards(draft!, published, { do: 'keep-card', key: 'never' })).toBeNull();
});
