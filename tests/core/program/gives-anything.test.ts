import { describe, expect, test } from 'vitest';
import { givesAnything } from '#app/core/program/gives-anything.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import { card, rules } from '#tests/support/factories.ts';

describe('whether a program brings customers anything', () => {
  const nothing = firstProgram('EUR').rules;

  test('GIVEN the rules that a shop begins with THEN it brings nothing', () => {
    expect(givesAnything(nothing)).toBe(false);
  });

  test('GIVEN points, a card or a gift THEN it does', () => {
    expect(givesAnything(rules())).toBe(true);
    expect(givesAnything({ ...nothing, cards: [card()] })).toBe(true);
  });
});
