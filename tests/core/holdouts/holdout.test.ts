import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { freezeHoldouts } from '#app/core/holdouts/freeze-holdouts.ts';
import { formOfHoldout, NO_HOLDOUT, parseHoldout } from '#app/core/editing/holdout-form.ts';
import { begunBy, NOT_BEGUN, type Holdout } from '#app/core/holdouts/holdout.ts';
import { isHeldOut } from '#app/core/holdouts/is-held-out.ts';

const HOLDOUT: Holdout = { percent: 10, salt: '3', until: '2027-03-31' };
const TODAY = '2027-01-15';

const drawn = (holdout: Holdout, people = 10_000) =>
  Array.from({ length: people }, (_, nr) => String(nr + 1)).filter((id) => isHeldOut(holdout, id, TODAY));

describe('the lot', () => {
  it('draws the share that is asked for, from ids in a row as from any', () => {
    for (const percent of [1, 10, 33, 50]) {
      const people = drawn({ ...HOLDOUT, percent }).length;
      // Four standard errors of as many throws.
      const error = Math.sqrt(10_000 * (percent / 100) * (1 - percent / 100));
      expect(Math.abs(people - percent * 100), `${percent} %`).toBeLessThan(4 * error);
    }
  });

  it('C163 draws a person once: the same on every day up to the planned one, and nobody after it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 62n }), fc.integer({ min: 1, max: 50 }), (id, percent) => {
        const on = (today: string) => isHeldOut({ ...HOLDOUT, percent }, String(id), today);
        expect(on('2027-01-01')).toBe(on('2027-03-31'));
        expect(on('2027-04-01')).toBe(false);
      }),
    );
  });

  it('C163 draws others with another start: what one was drawn for says nothing of the next', () => {
    const [first, second] = [new Set(drawn(HOLDOUT)), drawn({ ...HOLDOUT, salt: '4' })];
    const both = second.filter((id) => first.has(id)).length;
    // A tenth of a tenth, 100 of 10,000, four standard errors about it.
    expect(both).toBeGreaterThan(60);
    expect(both).toBeLessThan(140);
  });
});

describe('C163 a comparison begins with a publish', () => {
  const rules = (holdout?: Holdout) => ({ moments: [{ key: 'silent', ...(holdout && { holdout }) }] });
  const salts = (after: ReturnType<typeof rules>, before: ReturnType<typeof rules>, version = 7) =>
    freezeHoldouts(after, before, version).moments.map(({ holdout }) => holdout?.salt);
  const typed: Holdout = { ...HOLDOUT, salt: NOT_BEGUN };

  it('that brings it, with the version’s number', () => {
    expect(salts(rules(typed), rules())).toEqual(['7']);
    expect(begunBy({ ...HOLDOUT, salt: '7' })).toBe(7);
    expect(begunBy(typed)).toBeNull();
  });

  it('and goes on through publishes that leave it alone', () => {
    expect(salts(rules(typed), rules(HOLDOUT))).toEqual(['3']);
    expect(salts(rules(HOLDOUT), rules(HOLDOUT))).toEqual(['3']);
    expect(freezeHoldouts(rules(), rules(HOLDOUT), 7)).toEqual(rules());
  });

  it('and anew with another share, another planned day, and when it was stopped between', () => {
    expect(salts(rules({ ...HOLDOUT, percent: 20 }), rules(HOLDOUT))).toEqual(['7']);
    expect(salts(rules({ ...HOLDOUT, until: '2027-06-30' }), rules(HOLDOUT))).toEqual(['7']);
    expect(salts(rules(HOLDOUT), rules())).toEqual(['7']);
  });
});

describe('a comparison as it is typed', () => {
  const parse = (percent: string, until: string, before?: Holdout) => {
    const errors: FieldErrors = {};
    return { ...parseHoldout({ percent, until }, before, 'moments.0.holdout', errors), errors };
  };

  it('is none without a share', () => {
    expect(parse('', '')).toEqual({ errors: {} });
    expect(parse(' 0 ', 'soon')).toEqual({ errors: {} });
    expect(formOfHoldout(undefined)).toEqual(NO_HOLDOUT);
  });

  it('goes on as long as nothing of it is typed anew', () => {
    const { percent, until } = formOfHoldout(HOLDOUT);
    expect(parse(percent, until, HOLDOUT)).toEqual({ holdout: HOLDOUT, errors: {} });
    expect(parse('11', until, HOLDOUT).holdout?.salt).toBe(NOT_BEGUN);
    expect(parse(percent, '2027-05-01', HOLDOUT).holdout?.salt).toBe(NOT_BEGUN);
  });

  it('says beside each field what is wrong', () => {
    expect(parse('51', '2027-02-30').errors).toEqual({
      'moments.0.holdout.percent': 'holdoutRange',
      'moments.0.holdout.until': 'notADate',
    });
    expect(parse('2.5', '2027-02-01').errors).toEqual({ 'moments.0.holdout.percent': 'holdoutRange' });
  });
});
