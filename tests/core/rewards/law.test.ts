import { describe, expect, test } from 'vitest';
import { cardsThatForbid } from '#app/core/rewards/combines-with-card.ts';
import { lawWarnings } from '#app/core/rewards/law/law-warnings.ts';
import { card, reward } from '#tests/support/factories.ts';

const place = (country: string, province: string | null = null) => ({ country, province });
const amount = (minor: number) => reward({ gives: { kind: 'amount', minor } });
const off = (percent: number, productIds: string[], collectionIds: string[] = []) =>
  reward({ gives: { kind: 'percent', percent, of: { productIds, collectionIds }, mostMinor: null } });

describe('what the law where the shop is may say', () => {
  test('France warns above 34 % on one named product', () => {
    const warned = (percent: number, products: string[], collections?: string[]) =>
      lawWarnings(off(percent, products, collections), place('FR'), 'EUR');
    expect(warned(35, ['1'])).toEqual(['france-daily-good']);
    expect(warned(34, ['1'])).toEqual([]);
    expect(warned(35, ['1', '2'])).toEqual([]);
    expect(warned(35, ['1'], ['7'])).toEqual([]);
    expect(lawWarnings(off(35, ['1']), place('DE'), 'EUR')).toEqual([]);
  });

  test.each([
    ['QC', 'quebec-small'],
    ['ON', 'ontario-small'],
  ] as const)('%s warns above 50.00', (province, warning) => {
    const warned = (minor: number, currency = 'CAD') =>
      lawWarnings(amount(minor), place('CA', province), currency);
    expect(warned(5_000)).toEqual([]);
    expect(warned(5_001)).toEqual([warning]);
    // 50 US dollars are another amount: nobody here knows which.
    expect(warned(5_001, 'USD')).toEqual([]);
    expect(lawWarnings(off(5, ['1']), place('CA', province), 'CAD')).toEqual([warning]);
    const anyRate = reward({ gives: { kind: 'free-shipping', upToMinor: null } });
    expect(lawWarnings(anyRate, place('CA', province), 'CAD')).toEqual([warning]);
    expect(lawWarnings(amount(5_001), place('CA', 'BC'), 'CAD')).toEqual([]);
  });

  test('nothing is said of a shop whose place nobody knows', () => {
    expect(lawWarnings(off(90, ['1']), null, 'EUR')).toEqual([]);
  });
});

describe('C48 beside a card’s free unit', () => {
  const open = card();
  const strict = card({ key: 'tea', combinesWith: { product: true, order: false, shipping: false } });

  test('stands what the card allows', () => {
    expect(cardsThatForbid(reward(), [open, strict])).toEqual([strict]);
    expect(cardsThatForbid(off(10, ['1']), [open, strict])).toEqual([]);
    const shipping = reward({ gives: { kind: 'free-shipping', upToMinor: null } });
    expect(cardsThatForbid(shipping, [open, strict])).toEqual([strict]);
  });
});
