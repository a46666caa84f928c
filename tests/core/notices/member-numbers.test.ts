import { expect, test } from 'vitest';
import { MEMBER_NUMBERS, memberNumbers } from '#app/core/notices/member-numbers.ts';
import { MEMBER_TAGS, memberTags } from '#app/core/notices/member-tags.ts';
import { projectMember, type MemberState } from '#app/core/storefront/project-member.ts';
import { card as anyCard } from '#tests/support/factories.ts';

const card = anyCard({ key: 'coffee', size: 5 });
const state = (more: Partial<MemberState> = {}): MemberState => ({
  ...{ points: 120, pendingPoints: 7, gifts: [], birthday: null, blocked: false, rev: 3 },
  cards: [{ key: 'coffee', stamps: 11, coming: 0, size: 5 }],
  ...more,
});
const shown = (more: Partial<MemberState> = {}) => projectMember(state(more), [card]);

test('numbers are what the storefront shows, of those that are switched on', () => {
  const birthday = { month: 5, day: 3, setOn: '2026-01-01', givenYear: null, changeFrom: '2026-01-01' };
  expect(memberNumbers(shown({ birthday }), MEMBER_NUMBERS)).toEqual({
    points: 120,
    free_units: 2,
    birthday_month: 5,
  });
  expect(memberNumbers(shown({ birthday }), ['free_units'])).toEqual({ free_units: 2 });
});

test('what is owed is no number below zero, and an untold birthday is none', () => {
  expect(memberNumbers(shown({ points: -40 }), ['points', 'birthday_month'])).toEqual({ points: 0 });
});

test('C150 whoever is left out, or left, has no numbers and no tags', () => {
  expect(memberNumbers(shown({ blocked: true }), MEMBER_NUMBERS)).toEqual({});
  expect(memberTags(shown({ blocked: true }), MEMBER_TAGS)).toEqual([]);
  expect(memberNumbers(shown({ blocked: true, isLeft: true }), MEMBER_NUMBERS)).toEqual({});
});

test('a tag stands for as long as what it says holds', () => {
  expect(memberTags(shown(), MEMBER_TAGS)).toEqual(['sixth-free-item']);
  expect(memberTags(shown(), ['sixth-reward-ready'])).toEqual([]);
  expect(memberTags(shown({ cards: [] }), MEMBER_TAGS)).toEqual([]);
});

test('tags are in the order in which the database sorts them', () => {
  expect([...MEMBER_TAGS].sort()).toEqual([...MEMBER_TAGS]);
});
