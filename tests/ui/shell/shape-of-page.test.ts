import { expect, test } from 'vitest';
import { shapeOfPage } from '#app/ui/shell/shape-of-page.ts';

test.each([
  ['/app', 'figures'],
  ['/app/members', 'list'],
  ['/app/members/42', 'beside'],
  ['/app/members/birthdays', 'cards'],
  ['/app/program', 'beside'],
  ['/app/program/cards/card-1', 'beside'],
  ['/app/program/moments/birthday', 'beside'],
  ['/app/program/versions', 'cards'],
  ['/app/settings', 'cards'],
])('%s is awaited as %s', (path, shape) => {
  expect(shapeOfPage(path)).toBe(shape);
});
