import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyExponent, minorUnits, mulDivCeil, mulDivFloor, wholeSteps } from '#app/core/values/money.ts';

describe('money', () => {
  it.each([
    ['12.50', 'EUR', 1_250],
    ['12.5', 'EUR', 1_250],
    ['12', 'EUR', 1_200],
    ['0.00', 'EUR', 0],
    ['-3.10', 'EUR', -310],
    ['1000.0', 'JPY', 1_000],
    ['1000', 'JPY', 1_000],
    ['1.234', 'KWD', 1_234],
    ['1.2', 'KWD', 1_200],
  ])('C30 reads %s %s digit by digit', (decimal, currency, minor) => {
    expect(minorUnits(decimal, currency)).toBe(minor);
  });

  it.each(['', 'free', '1,50', '1e3', '99999999999999999.00', ' 1'])('refuses %j', (decimal) => {
    expect(minorUnits(decimal, 'EUR')).toBeNull();
  });

  it('knows how many decimals a currency has', () => {
    expect(['EUR', 'JPY', 'KWD'].map(currencyExponent)).toEqual([2, 0, 3]);
  });

  it('multiplies and divides exactly, rounding down, below and beyond 2^53', () => {
    const any = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
    const small = fc.integer({ min: 0, max: 100_000 });
    const divisor = fc.integer({ min: 1, max: 100_000_000 });
    fc.assert(
      fc.property(any, small, divisor, (a, b, c) => {
        const product = BigInt(a) * BigInt(b);
        const divided = product / BigInt(c);
        const floored = product < 0n && divided * BigInt(c) !== product ? divided - 1n : divided;
        if (floored > BigInt(Number.MAX_SAFE_INTEGER) || floored < BigInt(Number.MIN_SAFE_INTEGER)) return;
        expect(BigInt(mulDivFloor(a, b, c))).toBe(floored);
        expect(BigInt(mulDivCeil(-a, b, c))).toBe(-floored);
      }),
      { numRuns: 2_000 },
    );
  });

  it('counts whole steps, none below zero', () => {
    expect([wholeSteps(300, 250), wholeSteps(249, 250), wholeSteps(0, 250), wholeSteps(-900, 250)]).toEqual([
      1, 0, 0, 0,
    ]);
  });
});
