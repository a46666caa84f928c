// The two small parts of a member's copy that are there only where there is something to say.
import { expect, it } from 'vitest';
import { adjustmentProblems, noteOf } from '#app/core/ledger/adjustment.ts';
import { freeOfStamps } from '#app/core/orders/free-of-stamps.ts';
import { savedByFree } from '#app/core/orders/saved-by-free.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { recentNote } from '#app/core/storefront/project-note.ts';
import { projectSaved, type UsedFree } from '#app/core/storefront/project-saved.ts';
import { line } from '#tests/support/factories.ts';

const member = {
  ...{ points: 7, pendingPoints: 0, blocked: false, rev: 3 },
  ...{ gifts: [], birthday: null, cards: [] },
};

it('a member without them is written byte for byte as before', () => {
  const before =
    '{"v":1,"points":7,"pending":0,"owed":0,"cards":[],"gifts":[],"birthday":null,"blocked":false,"rev":3}';
  expect(JSON.stringify(projectMember(member, []))).toBe(before);
  expect(JSON.stringify(projectMember({ ...member, usedFree: [], note: null }, []))).toBe(before);
});

it('with them, they stand before what was there at the end', () => {
  const usedFree = [{ orderId: '1', unit: 'stamps/coffee', savedMinor: 950, day: '2026-11-21' }];
  const note = { text: 'Sorry for the cup', day: '2026-11-20' };
  const { saved, note: shown } = projectMember({ ...member, usedFree, note }, []);
  expect(saved).toEqual({ minor: 950, day: '2026-11-21' });
  expect(shown).toEqual(note);
});

it.each([
  ['one free of six', { quantity: 6, kept: 6, free: 1, taken: 5 }, 950],
  ['one of six returned: the free one goes with the last', { quantity: 6, kept: 5, free: 1, taken: 5 }, 950],
  ['all returned', { quantity: 6, kept: 0, free: 1, taken: 0 }, 0],
  ['half of two free', { quantity: 12, kept: 6, free: 2, taken: 5 }, 950],
  ['nobody pays for it any more', { quantity: 6, kept: 6, free: 1, taken: 0 }, 0],
])('what free units saved: %s', (_, of, minor) => {
  const bought = line({ lineId: '11', priceMinor: 950, quantity: of.quantity });
  expect(savedByFree([{ lineId: '11', ...of }], [bought])).toBe(minor);
  expect(savedByFree([{ lineId: 'gone', ...of }], [bought])).toBe(0);
});

const used = (orderId: string, savedMinor: number | null, unit = 'stamps/coffee'): UsedFree => ({
  ...{ orderId, unit, savedMinor },
  day: `2026-11-${orderId.padStart(2, '0')}`,
});

it('the last order that saved something is told, by its newest entry of each card', () => {
  const saved = (...usedFree: UsedFree[]) => projectSaved({ usedFree }).saved;
  expect(saved(used('9', 950), used('3', 400))).toEqual({ minor: 950, day: '2026-11-09' });
  expect(saved(used('9', 950), used('9', 300, 'stamps/tea'))).toEqual({ minor: 1250, day: '2026-11-09' });
  // Given back since, so the one before counts.
  expect(saved(used('9', null), used('9', 950), used('3', 400))).toEqual({ minor: 400, day: '2026-11-03' });
  // Entries from before they said how much.
  expect(saved(used('9', null))).toBeUndefined();
});

it('how many items of which card were free is told where one card gave them, and its entry says how many', () => {
  const saved = (...usedFree: UsedFree[]) => projectSaved({ usedFree }).saved;
  const one = { ...used('9', 950), free: 1 };
  expect(saved(one)).toEqual({ minor: 950, day: '2026-11-09', free: 1, card: 'coffee' });
  expect(saved(one, { ...used('9', 300, 'stamps/tea'), free: 1 })).toEqual({
    minor: 1250,
    day: '2026-11-09',
  });
  expect(saved({ ...used('9', 950), free: null })).toEqual({ minor: 950, day: '2026-11-09' });
});

const lineOf = (of: object) => ({ lineId: '1', units: 5, quantity: 6, kept: 6, free: 1, taken: 5, ...of });

it.each([
  ['one free of six', [lineOf({})], 1],
  ['two lines', [lineOf({}), lineOf({ quantity: 12, kept: 12, free: 2 })], 3],
  ['half of two given back', [lineOf({ quantity: 12, kept: 6, free: 2 })], 1],
  ['nobody pays for it any more', [lineOf({ taken: 0 })], null],
  ['entries from before free units could be taken', [{ lineId: '1', units: 5 }], null],
  ['no lines', undefined, null],
  ['anything else', [{ free: 'x' }, 4], null],
])('how many free items an entry says: %s', (_, stored, free) => {
  expect(freeOfStamps(stored)).toBe(free);
});

it('a sentence is shown for thirty days', () => {
  const note = { text: 'Sorry', day: '2026-11-01' };
  expect(recentNote(note, '2026-12-01')).toEqual({ note });
  expect(recentNote(note, '2026-12-02')).toEqual({});
});

it('a sentence is one line of at most 140 characters', () => {
  expect(noteOf(' Sorry\n for\tthe   cup \u0007')).toBe('Sorry for the cup');
  expect([noteOf(''), noteOf(' \n '), noteOf(undefined)]).toEqual([null, null, null]);
  const wanted = { unit: 'points', amount: 1, reason: 'r', requestKey: 'k', madeBy: '1', belowZero: false };
  expect(adjustmentProblems({ ...wanted, note: 'x'.repeat(140) })).toEqual([]);
  expect(adjustmentProblems({ ...wanted, note: 'x'.repeat(141) })).toEqual([
    { field: 'note', reason: 'too-long' },
  ]);
});
