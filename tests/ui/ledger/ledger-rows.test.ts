// A member's history as a merchant reads it, word for word in both languages.
import { describe, expect, it } from 'vitest';
import type { OrderExplanation } from '#app/core/orders/order-explanation.ts';
import { explainEntry } from '#app/ui/ledger/explain-entry.ts';
import { stampsInWords } from '#app/ui/ledger/ledger-balances.ts';
import { ledgerRows } from '#app/ui/ledger/ledger-rows.ts';
import { showsPoints } from '#app/ui/ledger/shows-points.ts';
import type { EntryRow, MemberData } from '#app/ui/members/member/member-data.ts';
import { card, rules } from '#tests/support/factories.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const AT = '2026-11-20T10:00:00Z';
const LATER = '2026-11-24T09:00:00Z';

const order = (change: Partial<OrderExplanation> = {}): OrderExplanation => ({
  ...{ v: 1, order: '#1001', version: 2, target: 48, posted: 0, pending: 0, status: 'paid', nothing: null },
  ...change,
});
const lines = [
  { lineId: '11', keptMinor: 2_400 },
  { lineId: '12', keptMinor: 2_400 },
];
const earned = { points: 1, perMinor: 100, earningMinor: 4_800, baseMinor: 4_800, lines };
const SIX = [{ lineId: '11', units: 5, quantity: 6, kept: 6, free: 1, taken: 5 }];

let seq = 0;
const entry = (change: Partial<EntryRow>): EntryRow => ({
  ...{ id: String((seq += 1)), event: '9', unit: 'points', kind: 'order', amount: 48, balanceAfter: 48 },
  ...{ balance: 48, points: 48, orderId: '70', explanation: order(), occurredAt: AT, recordedAt: LATER },
  ...{ reason: null, note: null, madeBy: null },
  ...change,
});

function page(entries: EntryRow[], change: Partial<MemberData> = {}): MemberData {
  const member = { points: 48, pendingPoints: 0, cards: [{ key: 'coffee', stamps: 3, coming: 0, size: 5 }] };
  const data = { member, cards: [card()], names: rules().names, currency: 'EUR', timeZone: 'UTC' };
  return { ...data, birthday: { log: [] }, pointsOff: false, ...change, entries } as unknown as MemberData;
}

const coffee = { unit: 'stamps/coffee' };

describe('one row for one event', () => {
  it('has an order’s points, its stamps and what its free item took', () => {
    const entries = [
      entry({ explanation: order({ earned }) }),
      entry({ ...coffee, amount: 5, balance: 0, explanation: order({ target: 5, stamps: SIX, size: 5 }) }),
      entry({
        ...coffee,
        kind: 'free-unit',
        amount: -5,
        balance: 0,
        explanation: order({ part: 'taken', target: -5, stamps: SIX, size: 5, savedMinor: 950 }),
      }),
    ];
    const [row, ...others] = ledgerRows(page(entries), 'en');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      at: AT,
      what: 'Order #1001',
      beside: '1 free item, worth €9.50',
      points: 48,
      stamps: [
        { cardKey: 'coffee', amount: 5 },
        { cardKey: 'coffee', amount: -5 },
      ],
      balances: ['48', '0 of 5'],
    });
    const [french] = ledgerRows(page(entries), 'fr');
    expect([french?.what, plain(french?.beside ?? ''), french?.balances]).toEqual([
      'Commande nº\u00a01001',
      '1 article offert, d’une valeur de 9,50 €',
      ['48', '0 sur 5'],
    ]);
  });

  it('says the card where there are several, and its size as it was counted then', () => {
    const several = { cards: [card(), card({ key: 'tea', title: { en: 'Tea card', fr: 'Carte thé' } })] };
    const stamped = entry({ ...coffee, amount: 2, balance: 3, explanation: order({ stamps: [], size: 8 }) });
    const [row] = ledgerRows(page([stamped], several), 'en');
    expect(row?.balances).toEqual(['48', 'Coffee card: 3 of 8']);
  });

  it('says what became of an order, on the day on which that was noted', () => {
    const said = (change: Partial<OrderExplanation>, language: 'en' | 'fr' = 'en') => {
      const [row] = ledgerRows(page([entry({ explanation: order({ posted: 48, ...change }) })]), language);
      return [row?.what, row?.at];
    };
    expect(said({})).toEqual(['Order #1001 changed', LATER]);
    expect(said({ nothing: 'cancelled' })).toEqual(['Order #1001 cancelled', LATER]);
    expect(said({ nothing: 'refunded' }, 'fr')).toEqual(['Commande nº\u00a01001 remboursée', LATER]);
    expect(said({ nothing: 'deleted' }, 'fr')).toEqual(['Commande nº\u00a01001 supprimée', LATER]);
    expect(said({ nothing: 'moved' })).toEqual(['Order #1001 moved to another customer', LATER]);
    expect(said({ nothing: 'blocked' })).toEqual(['Order #1001 changed', LATER]);
  });

  it('says an adjustment’s reason, a gift, a merge and what it can’t read', () => {
    const rows = ledgerRows(
      page([
        entry({ event: '9', kind: 'adjustment', explanation: { v: 1 }, reason: 'Broken cup', orderId: null }),
        entry({ event: '8', kind: 'occasion', explanation: GIFT, orderId: null }),
        entry({ event: '7', kind: 'merge', explanation: { v: 1 }, amount: -48, orderId: '70' }),
        entry({ event: '7', kind: 'merge', explanation: { v: 1 }, amount: 48, orderId: '70' }),
        entry({ event: '6', kind: 'redeem', explanation: { v: 1 }, orderId: null }),
      ]),
      'en',
    );
    expect(rows.map(({ what, beside, points, orderId }) => [what, beside, points, orderId])).toEqual([
      ['Adjusted by hand', 'Broken cup', 48, null],
      ['Birthday 2026', null, 48, null],
      ['Two customers merged', null, 0, null],
      ['Entry of a newer version', null, 48, null],
    ]);
  });
});

const GIFT = {
  ...{ v: 1, occasion: 'birthday', year: 2026, on: '2026-11-20', until: '2026-12-18', points: 48 },
  ...{ daysBefore: 0, daysAfter: 30, version: 2, late: true },
};

describe('why', () => {
  const why = (of: EntryRow, language: 'en' | 'fr' = 'en', titles = {}, change: Partial<MemberData> = {}) =>
    explainEntry(of, page([of], change), language, titles).reasons.map(plain);

  it('of an order is a sum with its products’ names', () => {
    const said = why(entry({ explanation: order({ earned }) }), 'en', { '11': 'Kenya - 250 g' });
    expect(said.slice(1)).toEqual([
      'Kenya - 250 g: €24.00',
      'Product 2: €24.00',
      '€24.00 + €24.00 = €48.00 → 48 points',
    ]);
    expect(why(entry({ explanation: order({ earned }) }), 'fr').at(-1)).toBe(
      '24,00 € + 24,00 € = 48,00 € → 48 points',
    );
  });

  it('of money that isn’t whole, or of another rate, says how it was counted', () => {
    const odd = {
      ...earned,
      earningMinor: 4_850,
      baseMinor: 4_850,
      lines: [lines[0]!, { lineId: '12', keptMinor: 2_450 }],
    };
    expect(why(entry({ explanation: order({ earned: odd }) })).slice(-2)).toEqual([
      '€24.00 + €24.50 = €48.50',
      '€48.50 ÷ €1.00 = 48 points (rounded down)',
    ]);
    const half = { ...earned, baseMinor: 2_400 };
    expect(why(entry({ explanation: order({ earned: half }) })).at(-1)).toBe('€24.00 → 24 points');
  });

  it('of an adjustment says who, why and what the customer reads', () => {
    const by = { kind: 'adjustment', explanation: { v: 1 }, reason: 'Broken cup', madeBy: '42' };
    expect(why(entry({ ...by, note: 'Sorry!' }))).toEqual([
      'Reason: Broken cup',
      'Message to the customer: “Sorry!”',
      'By the staff member with Shopify user ID 42.',
    ]);
    expect(why(entry({ ...by, note: 'Pardon !' }), 'fr')[1]).toBe('Message au client : « Pardon ! »');
  });

  it('of a late birthday names the day on which it was told, where that is why', () => {
    const gift = entry({ kind: 'occasion', explanation: GIFT, orderId: null });
    const log = [{ date: { month: 11, day: 18, year: null }, madeAt: '2026-11-20T08:00:00Z' }];
    const told = { birthday: { log } } as unknown as Partial<MemberData>;
    expect(why(gift, 'en', {}, told)[0]).toBe(
      'Given on 20 November 2026. The birthday was added or changed on 20 November 2026.',
    );
    const before = [{ ...log[0], madeAt: '2026-01-01T08:00:00Z' }];
    expect(why(gift, 'en', {}, { birthday: { log: before } } as unknown as Partial<MemberData>)[0]).toContain(
      'late',
    );
  });
});

it('a balance of stamps is said once, with its sign', () => {
  const said = [-2, 0, 3, 5, 8].map((stamps) => stampsInWords(stamps, 5, 'en'));
  expect(said).toEqual(['\u22122', '0 of 5', '3 of 5', '5 of 5', '5 of 5, and 3 more']);
  expect(stampsInWords(8, 5, 'fr')).toBe('5 sur 5, et 3 de plus');
});

it('a program without points says nothing of them, unless there are some', () => {
  const none = { points: 0, pendingPoints: 0, cards: [] } as unknown as MemberData['member'];
  expect(showsPoints(page([entry(coffee)], { pointsOff: true, member: none }))).toBe(false);
  expect(showsPoints(page([entry({})], { pointsOff: true, member: none }))).toBe(true);
  expect(showsPoints(page([], { pointsOff: true }))).toBe(true);
  expect(showsPoints(page([], { member: none }))).toBe(true);
});
