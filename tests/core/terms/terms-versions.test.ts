import { expect, test } from 'vitest';
import { termsVersions } from '#app/core/terms/terms-versions.ts';
import type { ProgramVersion } from '#app/core/program/program-rules.ts';
import { rules } from '#tests/support/factories.ts';

const version = (number: number, publishedAt: string, points: number): ProgramVersion => ({
  number,
  publishedAt: new Date(publishedAt),
  rules: rules({ earn: { points, perMinor: 100 } }),
});
const said = ({ earn }: ProgramVersion['rules']) => String(earn.points);

test('S-86 each version has its days in the shop’s calendar, the newest first', () => {
  const versions = [version(1, '2026-01-01T22:30:00Z', 1), version(2, '2026-03-01T23:30:00Z', 2)];
  const found = termsVersions(versions, 'Europe/Paris', said);
  expect(found.map(({ numbers, from, until }) => ({ numbers, from, until }))).toEqual([
    { numbers: [2], from: '2026-03-02', until: null },
    { numbers: [1], from: '2026-01-01', until: '2026-03-02' },
  ]);
});

test('S-86 a publish that changes no word, as of a note alone, makes no version', () => {
  const versions = [1, 2, 3].map((number) =>
    version(number, `2026-0${number}-01T12:00:00Z`, number === 1 ? 1 : 2),
  );
  const found = termsVersions([...versions, version(4, '2026-04-01T12:00:00Z', 1)], 'UTC', said);
  expect(found.map(({ numbers, from, until }) => ({ numbers, from, until }))).toEqual([
    { numbers: [4], from: '2026-04-01', until: null },
    { numbers: [2, 3], from: '2026-02-01', until: '2026-04-01' },
    { numbers: [1], from: '2026-01-01', until: '2026-02-01' },
  ]);
});

test('a shop without versions has no terms', () => {
  expect(termsVersions([], 'UTC', said)).toEqual([]);
});
