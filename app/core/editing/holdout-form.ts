// A comparison group as the merchant types it. Without a share there is none.
import { z } from 'zod';
import type { FieldErrors } from './field-errors.ts';
import { day } from '../values/shapes.ts';
import { isSame } from '../holdouts/freeze-holdouts.ts';
import { MOST_HELD_OUT, NOT_BEGUN, type Holdout } from '../holdouts/holdout.ts';

const text = z.string().max(100);
export const holdoutForm = z.object({ percent: text, until: text });
export type HoldoutForm = z.infer<typeof holdoutForm>;

export const NO_HOLDOUT: HoldoutForm = { percent: '', until: '' };
/** Where it is switched on. */
export const FIRST_PERCENT = '10';
export const FIRST_DAYS = 90;

export function formOfHoldout(holdout: Holdout | undefined): HoldoutForm {
  return holdout ? { percent: String(holdout.percent), until: holdout.until } : NO_HOLDOUT;
}

/**
 * @param before the draft's: as long as nothing of it is typed anew it goes on
 * Problems are added to `errors` under `<field>.percent` and `<field>.until`.
 */
export function parseHoldout(
  form: HoldoutForm,
  before: Holdout | undefined,
  field: string,
  errors: FieldErrors,
): { holdout?: Holdout } {
  const [typed, until] = [form.percent.trim(), form.until.trim()];
  if (/^0*$/.test(typed)) return {};
  const isNumber = /^\d{1,3}$/.test(typed);
  if (!isNumber || Number(typed) > MOST_HELD_OUT) errors[`${field}.percent`] = 'holdoutRange';
  if (!day.safeParse(until).success) errors[`${field}.until`] = 'notADate';
  const wanted = { percent: Number(typed), until };
  const salt = before && isSame(before, wanted) ? before.salt : NOT_BEGUN;
  // In the order of the rules' shape, by which two of them are compared.
  return { holdout: { percent: wanted.percent, salt, until } };
}
