import { describe, expect, it } from 'vitest';
import { decideCardWay, type CardWayState } from '#app/core/discounts/card-way.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

const state = (change: Partial<CardWayState> = {}): CardWayState => ({
  way: 'cart',
  offSince: null,
  functionsRun: false,
  canBeCodes: true,
  isThere: false,
  reconciledThrough: NOW,
  waitsForOrder: false,
  isTold: false,
  now: NOW,
  ...change,
});
const SETTLED = { offSince: null, lookAt: null, reconcile: false };

describe('where functions run', () => {
  it.each([
    ['cart', false, 'cart'],
    ['codes', false, 'to-cart'],
    // Not in one step: whoever gives a code just now is waited for, and seen by the next look.
    ['codes', true, 'to-cart'],
    ['to-codes', true, 'to-cart'],
    ['to-cart', false, 'to-cart'],
    ['to-cart', true, 'cart'],
  ] as const)('C110 a card given by %s, stamps told: %s, is %s', (way, isTold, then) => {
    expect(decideCardWay(state({ way, isTold, functionsRun: true })).way).toBe(then);
  });
});

describe('C110 C184 where they stop', () => {
  it('what can’t be a code stays where it is', () => {
    expect(decideCardWay(state({ canBeCodes: false }))).toEqual({ way: 'cart', ...SETTLED });
  });

  it('the wait begins once the automatic discount is seen to be off', () => {
    expect(decideCardWay(state())).toMatchObject({ way: 'to-codes', offSince: null, lookAt: NOW });
    const going = state({ way: 'to-codes' });
    expect(decideCardWay({ ...going, isThere: true })).toMatchObject({ offSince: null, lookAt: later(1) });
    expect(decideCardWay(going)).toMatchObject({ way: 'to-codes', offSince: NOW, lookAt: later(20) });
  });

  it.each([
    ['nineteen minutes', { offSince: later(-19), reconciledThrough: NOW }, 'to-codes', false],
    [
      'twenty, and orders aren’t in',
      { offSince: later(-20), reconciledThrough: later(-1) },
      'to-codes',
      true,
    ],
    ['twenty, and orders are in', { offSince: later(-20), reconciledThrough: NOW }, 'codes', false],
    ['an order isn’t counted', { offSince: later(-60), waitsForOrder: true }, 'to-codes', false],
    ['it is back', { offSince: later(-60), isThere: true }, 'to-codes', false],
  ] as const)('after %s', (_what, change, way, reconcile) => {
    expect(decideCardWay(state({ way: 'to-codes', ...change }))).toMatchObject({ way, reconcile });
  });

  it('before it is back in the cart it goes the whole way again', () => {
    expect(decideCardWay(state({ way: 'to-cart', isTold: true }))).toMatchObject({
      way: 'to-codes',
      offSince: null,
    });
    expect(decideCardWay(state({ way: 'codes' }))).toEqual({ way: 'codes', ...SETTLED });
  });
});
