import { describe, expect, it } from 'vitest';
import { inCurrency } from '#app/core/program/in-currency.ts';
import { card, rules } from '#tests/support/factories.ts';

const program = (perMinor: number, maxPriceMinor: number | null) =>
  rules({ earn: { points: 1, perMinor }, cards: [card({ maxPriceMinor })] });

describe('C93 the same figures in another currency', () => {
  it.each([
    ['EUR', 'USD', 100, 550, 100, 550],
    ['EUR', 'JPY', 100, 550, 1, 6],
    ['JPY', 'EUR', 1, 500, 100, 50_000],
    ['EUR', 'KWD', 100, null, 1_000, null],
    ['EUR', 'JPY', 1, 1, 1, 1],
    ['JPY', 'KWD', 900_000_000, null, 1_000_000_000, null],
  ])('%s to %s', (from, to, perMinor, ceiling, perMinorThen, ceilingThen) => {
    const then = inCurrency(program(perMinor, ceiling), from, to);
    expect(then).toEqual(program(perMinorThen, ceilingThen));
  });
});
