// Left out goes by when an order was placed, not by when it is told or by who had it first.
import { describe, expect, it } from 'vitest';
import { wasLeftOut, type TimeLeftOut } from '#app/core/members/left-out.ts';
import { at } from '#tests/support/factories.ts';

const time = (from: string, until: string | null): TimeLeftOut => ({
  from: new Date(at(from)),
  until: until === null ? null : new Date(at(until)),
});
const outNow = (...leftOut: TimeLeftOut[]) => ({ blocked: true, leftOut });
const takesPart = (...leftOut: TimeLeftOut[]) => ({ blocked: false, leftOut });

describe('C88 whether somebody was left out', () => {
  it.each([
    ['never', takesPart(), '10:00', false],
    ['before it', outNow(time('10:00', null)), '09:59:59', false],
    ['in its first second', outNow(time('10:00', null)), '10:00', true],
    ['since', outNow(time('10:00', null)), '23:00', true],
    ['meanwhile', takesPart(time('10:00', '11:00')), '10:59:59', true],
    ['in the second of being included again', takesPart(time('10:00', '11:00')), '11:00', false],
    ['between two times', outNow(time('10:00', '11:00'), time('12:00', null)), '11:30', false],
    ['in the first of two times', outNow(time('10:00', '11:00'), time('12:00', null)), '10:30', true],
    ['in the second of two times', outNow(time('10:00', '11:00'), time('12:00', null)), '12:30', true],
    ['by the release before, nobody knows since when', outNow(), '08:00', true],
    ['by the release before, after a time that is known', outNow(time('10:00', '11:00')), '11:30', true],
    ['before what the release before did', outNow(time('10:00', '11:00')), '09:30', false],
    ['included again by the release before', takesPart(time('10:00', null)), '10:30', false],
  ])('%s', (_name, member, placed, expected) => {
    expect(wasLeftOut(member, new Date(at(placed)))).toBe(expected);
  });
});
