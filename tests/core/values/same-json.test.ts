import { expect, it } from 'vitest';
import { isSameJson } from '#app/core/values/same-json.ts';

it.each([
  ['{"a":1,"b":[1,2]}', '{ "b": [1, 2], "a": 1 }', true],
  ['{"a":{"c":1,"d":2}}', '{"a":{"d":2,"c":1}}', true],
  ['[1,2]', '[2,1]', false],
  ['{"a":1}', '{"a":1,"b":null}', false],
  ['{"a":1}', null, false],
  ['{"a":1}', 'not JSON', false],
])('%s and %s are the same: %s', (one, other, expected) => {
  expect(isSameJson(one, other)).toBe(expected);
});
