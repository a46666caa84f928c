// What to do about a card's discount, from what the program wants, what Shopify shows and what was written last.
import { describe, expect, it } from 'vitest';
import {
  CARD_DISCOUNTS,
  startOf,
  wantedDiscounts,
  type ShownDiscount,
} from '#app/core/discounts/card-discounts.ts';
import {
  decideDiscounts,
  hashToKeep as hashOfKind,
  type Hashed,
  type KeptDiscount,
} from '#app/core/discounts/decide-discounts.ts';
import { card } from '#tests/support/factories.ts';

const PARIS = { currency: 'EUR', timeZone: 'Europe/Paris', bundleIds: [] };
const [coffee] = wantedDiscounts({ cards: [card()] }, PARIS).map((one) => ({
  ...one,
  owner: 'card/coffee',
  hash: 'wanted',
}));
const wanted = coffee!;

function shown(change: Partial<Hashed<ShownDiscount>> = {}): Hashed<ShownDiscount> {
  const { title, combinesWith, config, variables } = wanted;
  const dates = { status: 'ACTIVE', startsAt: '2026-01-01T00:00:00.000Z', endsAt: null } as const;
  const terms = { classes: ['PRODUCT'], onSubscriptions: false, onOneTimePurchases: true };
  return { id: '10', title, ...dates, ...terms, combinesWith, config, variables, hash: 'shown', ...change };
}

const kept = (change: Partial<KeptDiscount> = {}): KeptDiscount => ({
  owner: 'card/coffee',
  discountId: '10',
  publishedHash: 'wanted',
  shownHash: 'shown',
  ...change,
});
const hashToKeep = (of: typeof wanted, there: Hashed<ShownDiscount>, before: KeptDiscount | undefined) =>
  hashOfKind(CARD_DISCOUNTS, { wanted: of, shown: there }, before);
const steps = (there: Hashed<ShownDiscount>[], rows: KeptDiscount[], cards = [wanted]) =>
  decideDiscounts(CARD_DISCOUNTS, { wanted: cards, shown: there, kept: rows }).map((step) => {
    const id = 'shown' in step ? step.shown.id : null;
    return [step.do, id, 'healed' in step ? step.healed : null];
  });

describe('the discount of a card', () => {
  it.each<[what: string, there: Hashed<ShownDiscount>[], rows: KeptDiscount[], expected: unknown[]]>([
    ['is made where there is none', [], [kept({ discountId: null })], [['create', null, null]]],
    ['is made again where it was deleted', [], [kept()], [['create', null, 'deleted']]],
    ['is left where it is as it was', [shown()], [kept()], [['keep', '10', null]]],
    ['is changed with the program', [shown()], [kept({ publishedHash: 'old' })], [['update', '10', null]]],
    [
      'is adopted where only its config names it',
      [shown()],
      [kept({ discountId: null })],
      [['update', '10', null]],
    ],
    [
      'is no change by hand while nobody knows how it was',
      [shown({ title: 'Other' })],
      [kept({ shownHash: '' })],
      [['update', '10', null]],
    ],
    [
      'is ours again where it was renamed',
      [shown({ title: 'Other', hash: 'other' })],
      [kept()],
      [['update', '10', 'renamed']],
    ],
    [
      'stays the one we know, and its copies end',
      [
        shown({ id: '9' }),
        shown(),
        shown({ id: '11', status: 'SCHEDULED' }),
        shown({ id: '12', status: 'EXPIRED' }),
      ],
      [kept()],
      [
        ['keep', '10', null],
        ['end', '9', null],
        ['delete', '11', null],
      ],
    ],
    [
      'is the oldest where we know none',
      [shown({ id: '100' }), shown({ id: '20' })],
      [kept({ discountId: null })],
      [
        ['update', '20', null],
        ['end', '100', null],
      ],
    ],
    [
      'ends where it gives for no card',
      [shown(), shown({ id: '11', config: null })],
      [kept()],
      [
        ['keep', '10', null],
        ['end', '11', null],
      ],
    ],
  ])('%s', (_what, there, rows, expected) => {
    expect(steps(there, rows)).toEqual(expected);
  });

  it('is written once more where Shopify showed something else right after, and no third time', () => {
    const other = shown({ startsAt: '2099-01-01T00:00:00.000Z', status: 'SCHEDULED', hash: 'later' });
    expect(hashToKeep(wanted, shown(), kept())).toBe('shown');
    const unsure = kept({ shownHash: hashToKeep(wanted, other, kept()) });
    expect(unsure.shownHash).not.toBe('later');
    expect(steps([other], [unsure])).toEqual([['update', '10', 'dates']]);
    const settled = kept({ shownHash: hashToKeep(wanted, other, unsure) });
    expect(steps([other], [settled])).toEqual([['keep', '10', null]]);
  });

  it('C78 names the bundles of the shop to its function, as many as it is shown', () => {
    const bundlesOf = (count: number): unknown[] => {
      const bundleIds = Array.from({ length: count }, (_, index) => String(7_300_000_000_000 + index));
      const [one] = wantedDiscounts({ cards: [card()] }, { ...PARIS, bundleIds });
      return (JSON.parse(one?.config ?? '') as { bundles: unknown[] }).bundles;
    };
    expect(bundlesOf(2)).toEqual(['7300000000000', '7300000000001']);
    expect(bundlesOf(1_000).length).toBeGreaterThan(500);
    expect(bundlesOf(1_000).length).toBeLessThan(625);
  });

  it('goes with its card', () => {
    expect(steps([shown()], [kept()], [])).toEqual([['delete', '10', null]]);
    expect(steps([shown({ status: 'EXPIRED' })], [kept({ discountId: null })], [])).toEqual([
      ['delete', '10', null],
    ]);
  });

  it('C34 runs from the card’s first day to its last, in the shop’s time zone', () => {
    const [dated] = wantedDiscounts(
      { cards: [card({ startsOn: '2026-12-01', endsOn: '2027-07-31' })] },
      PARIS,
    );
    expect([dated?.startsAt, dated?.endsAt]).toEqual([
      '2026-11-30T23:00:00.000Z',
      '2027-07-31T22:00:00.000Z',
    ]);
    const now = new Date('2026-06-01T00:00:00Z');
    expect(startOf(dated!, null, now)).toBe('2026-11-30T23:00:00.000Z');
    expect(startOf(wanted, null, now)).toBe(now.toISOString());
    expect(startOf(wanted, shown(), now)).toBe('2026-01-01T00:00:00.000Z');
    expect(startOf(wanted, shown({ startsAt: '2099-01-01T00:00:00.000Z' }), now)).toBe(now.toISOString());
  });
});
