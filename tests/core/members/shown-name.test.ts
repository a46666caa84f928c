import { expect, it } from 'vitest';
import { shownName } from '#app/core/members/shown-name.ts';

it.each([
  [{ firstName: 'Anna', lastName: 'Weber' }, 'Anna Weber'],
  [{ firstName: ' Anna ', lastName: '' }, 'Anna'],
  [{ firstName: 'Anna', lastName: null }, 'Anna'],
  [{ firstName: null, lastName: 'Weber' }, 'Weber'],
  [{ firstName: null, lastName: null }, null],
  [{ firstName: '', lastName: ' ' }, null],
  [{}, null],
])('a customer of whom %j is given is shown as %j', (given, name) => {
  expect(shownName(given)).toBe(name);
});
