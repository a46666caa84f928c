// A share that is held out, as anybody may type it: it is read, refused, or none, and what is read can be stored and read again.
import { expect, it } from 'vitest';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { parseHoldout } from '#app/core/editing/holdout-form.ts';
import { holdoutRule } from '#app/core/holdouts/holdout.ts';

const UNTIL = '2027-03-31';

it.each([
  '0',
  '00',
  '000',
  '',
  ' ',
  '1',
  '50',
  '050',
  '51',
  '-1',
  '1e9',
  '5.5',
  '1 0',
  '٣',
  '999',
  '１',
  '\n10\n',
  '0x1',
])('C159 %j is a share, none, or refused', (percent) => {
  const errors: FieldErrors = {};
  const { holdout } = parseHoldout({ percent, until: UNTIL }, undefined, 'h', errors);
  if (holdout && Object.keys(errors).length === 0) expect(holdoutRule.safeParse(holdout).success).toBe(true);
  else expect(holdout === undefined || errors['h.percent'] === 'holdoutRange').toBe(true);
});

it.each(['2027-02-30', '2027-13-01', '0000-00-00', '31.3.2027', 'x', '2027-3-1', '99999-01-01'])(
  'C159 until %j is refused',
  (until) => {
    const errors: FieldErrors = {};
    parseHoldout({ percent: '10', until }, undefined, 'h', errors);
    expect(errors).toEqual({ 'h.until': 'notADate' });
  },
);
