import { expect, it } from 'vitest';
import { firstProgram } from '#app/core/program/first-program.ts';
import { nextVersion } from '#app/core/program/next-version.ts';

const { rules } = firstProgram('EUR');
const before = { number: 3, rules, publishedAt: new Date('2026-11-25T10:00:05Z') };

it('runs from the whole second in which it is published', () => {
  expect(nextVersion(before, rules, new Date('2026-11-25T10:00:09.900Z'))).toEqual({
    number: 4,
    rules,
    publishedAt: new Date('2026-11-25T10:00:09Z'),
  });
});

it('never runs from before its forerunner, whatever a slow clock says', () => {
  const { publishedAt } = nextVersion(before, rules, new Date('2026-11-25T09:58:00Z'));
  expect(publishedAt).toEqual(before.publishedAt);
});
