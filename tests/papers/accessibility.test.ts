// The accessibility report says what the tests look at, no more and no less.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accessibilityReport } from '#tests/support/accessibility/report.ts';

/** Without the spaces and dashes by which tables are laid out. */
const words = (text: string) =>
  text
    .replaceAll(/\s+|-{2,}/g, ' ')
    .replaceAll(/(?:\| )+/g, '| ')
    .trim();

test('the report is the one that its lists make: npm run accessibility-report', () => {
  const file = path.resolve(import.meta.dirname, '../../app/docs/accessibility.md');
  expect(words(readFileSync(file, 'utf8'))).toBe(words(accessibilityReport()));
});
