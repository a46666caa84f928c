// Money given back, by hand: what each kind of refund leaves of an order's points. Amounts in minor units.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { OrderRefund, OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { givenBesideMinor, goodwillMinor, receivedKey } from '#app/core/points/goodwill.ts';
import { orderPoints } from '#app/core/points/order-points.ts';
import { line, order, refund, rules } from '#tests/support/factories.ts';

type Bought = [lineId: string, priceMinor: number, ordered: number, kept?: number];

const linesOf = (bought: Bought[]) =>
  bought.map(([lineId, priceMinor, quantity, currentQuantity = quantity]) =>
    line({ lineId, priceMinor, quantity, currentQuantity }),
  );

const back = (moneyMinor: number, units: [lineId: string, quantity: number][] = [], more = {}): OrderRefund =>
  refund({
    moneyMinor,
    units: units.map(([lineId, quantity]) => ({ lineId, quantity })),
    linesMinor: 999_999,
    ...more,
  });

/** `received` is what Shopify says; null where only the order tells it. */
type Kind = {
  bought: Bought[];
  refunds: OrderRefund[];
  received: number | null;
  shipping?: number;
  more?: Partial<OrderSnapshot>;
  points: number;
};

function told({ bought, refunds, shipping = 0, more }: Kind): OrderSnapshot {
  const lines = linesOf(bought);
  return order({ lines, refunds, shipping: [shipping, shipping], status: 'partially_refunded', ...more });
}

function pointsOf(kind: Kind): number {
  return orderPoints(told(kind), rules(), kind.received).points;
}

test.each<[string, Kind]>([
  [
    'C82 48.00 exchanged for 60.00, 12.00 paid, 20.00 back',
    {
      bought: [
        ['a', 4_800, 1, 0],
        ['b', 6_000, 1],
      ],
      refunds: [back(0, [['a', 1]]), back(2_000)],
      received: 6_000,
      points: 40,
    },
  ],
  [
    'C82 a restocking fee of 2.00, the 2.00 later',
    {
      bought: [['a', 1_000, 2, 1]],
      refunds: [back(800, [['a', 1]]), back(200)],
      received: 2_000,
      points: 8,
    },
  ],
  [
    'C82 48.00 exchanged for 30.00 with 18.00 back at once, 10.00 of other goods back without money, 10.00 later',
    {
      bought: [
        ['a', 4_800, 1, 0],
        ['b', 1_000, 1, 0],
        ['c', 3_000, 1],
      ],
      refunds: [back(1_800, [['a', 1]]), back(0, [['b', 1]]), back(1_000)],
      received: 5_800,
      points: 30,
    },
  ],
  [
    'C82 the same, and 5.00 given',
    {
      bought: [
        ['a', 4_800, 1, 0],
        ['b', 1_000, 1, 0],
        ['c', 3_000, 1],
      ],
      refunds: [back(1_800, [['a', 1]]), back(0, [['b', 1]]), back(1_000), back(500)],
      received: 5_800,
      points: 25,
    },
  ],
  [
    'C82 48.00 exchanged for 60.00, one of two 10.00 back less a fee of 2.00, the 2.00 later',
    {
      bought: [
        ['a', 4_800, 1, 0],
        ['b', 1_000, 2, 1],
        ['c', 6_000, 1],
      ],
      refunds: [back(0, [['a', 1]]), back(800, [['b', 1]]), back(200)],
      received: 8_000,
      points: 68,
    },
  ],
  [
    'C80 C82 an exchange with 18.00 back at once, and the fee of 2.00 alone back',
    {
      bought: [
        ['a', 4_800, 1, 0],
        ['c', 3_000, 1],
      ],
      refunds: [back(1_800, [['a', 1]]), back(200)],
      received: 5_000,
      more: { fees: { ordered: [200, 200], kept: [0, 0] } },
      points: 30,
    },
  ],
  [
    'C82 300.00 for 300.00, then 150.00 back',
    {
      bought: [
        ['a', 30_000, 1, 0],
        ['b', 30_000, 1],
      ],
      refunds: [back(0, [['a', 1]]), back(15_000)],
      received: 30_000,
      points: 150,
    },
  ],
  [
    'C82 five of 9.50 and 4.90 of shipping, edited to three before payment, 10.00 back',
    {
      bought: [['a', 950, 5, 3]],
      refunds: [back(0, [['a', 2]]), back(1_000)],
      shipping: 490,
      received: 3_340,
      points: 19,
    },
  ],
  [
    'C82 lines back without money, the money later',
    {
      bought: [['a', 950, 5, 3]],
      refunds: [back(0, [['a', 2]]), back(1_900)],
      shipping: 490,
      received: 5_240,
      points: 28,
    },
  ],
  [
    'C83 46.50 edited to 31.00 without a refund record, 15.50 paid back',
    { bought: [['a', 1_550, 3, 2]], refunds: [back(1_550)], received: 4_650, points: 31 },
  ],
  [
    'C83 the same with a refund record',
    {
      bought: [['a', 1_550, 3, 2]],
      refunds: [back(0, [['a', 1]]), back(1_550)],
      received: 4_650,
      points: 31,
    },
  ],
  [
    'C81 a cent more than the lines say, tax on top',
    {
      bought: [],
      refunds: [back(1_087, [['a', 1]])],
      received: 3_261,
      more: {
        taxesIncluded: false,
        tax: [175, 175],
        lines: [
          line({ lineId: 'a', priceMinor: 999, currentQuantity: 0, taxMinor: 87, taxPaidMinor: 87 }),
          line({ lineId: 'b', priceMinor: 2_000, taxMinor: 175, taxPaidMinor: 175 }),
        ],
      },
      points: 20,
    },
  ],
  [
    'C81 11.28 given back as 11.30 in cash',
    {
      bought: [],
      refunds: [back(1_130, [['a', 1]], { roundingMinor: 2 })],
      received: 2_256,
      more: {
        taxesIncluded: false,
        tax: [128, 128],
        lines: [
          line({
            lineId: 'a',
            priceMinor: 1_000,
            quantity: 2,
            currentQuantity: 1,
            taxMinor: 256,
            taxPaidMinor: 256,
          }),
        ],
      },
      points: 10,
    },
  ],
  [
    'C81 a Swedish order of 99.60 paid as 100.00 in cash, 10.00 back',
    {
      bought: [['a', 9_960, 1]],
      refunds: [back(1_000)],
      received: 10_000,
      more: { cashRounding: { paid: [40, 40], refunded: [0, 0] } },
      points: 89,
    },
  ],
  [
    'C80 one of two dutied lines back with its duty',
    {
      bought: [
        ['a', 5_000, 1, 0],
        ['b', 5_000, 1],
      ],
      refunds: [back(6_000, [['a', 1]], { dutiesMinor: 1_000 })],
      received: 12_000,
      more: { duties: { ordered: [2_000, 2_000], kept: [1_000, 1_000] } },
      points: 50,
    },
  ],
  [
    'C80 duties alone back',
    {
      bought: [['a', 5_000, 2]],
      refunds: [back(2_000, [], { dutiesMinor: 2_000 })],
      received: 12_000,
      more: { duties: { ordered: [2_000, 2_000], kept: [0, 0] } },
      points: 100,
    },
  ],
  [
    'C80 a fee alone back, which no refund names',
    {
      bought: [['a', 10_000, 1]],
      refunds: [back(1_000)],
      received: 11_000,
      more: { fees: { ordered: [1_000, 1_000], kept: [0, 0] } },
      points: 100,
    },
  ],
  [
    'C80 duties and fees that are kept count in what the order costs',
    {
      bought: [['a', 10_000, 1]],
      refunds: [back(1_300)],
      received: 13_000,
      more: {
        duties: { ordered: [2_000, 2_000], kept: [2_000, 2_000] },
        fees: { ordered: [1_000, 1_000], kept: [1_000, 1_000] },
      },
      points: 90,
    },
  ],
  [
    'C13 a tenth of the order',
    { bought: [['a', 950, 5]], refunds: [back(524)], shipping: 490, received: 5_240, points: 42 },
  ],
  [
    'C13 a tenth, of an order paid in yen',
    {
      bought: [],
      refunds: [back(1_633)],
      received: 16_327,
      more: {
        currency: 'EUR',
        presentmentCurrency: 'JPY',
        lines: [line({ lineId: 'a', gross: [10_000, 16_327] })],
      },
      points: 89,
    },
  ],
  [
    'C83 three dinars of thirty, where a unit has three decimals',
    {
      bought: [['a', 30_000, 1]],
      refunds: [back(3_000)],
      received: 30_000,
      more: { currency: 'KWD', presentmentCurrency: 'KWD' },
      points: 270,
    },
  ],
])('%s', (_name, kind) => {
  expect(pointsOf(kind)).toBe(kind.points);
});

/** What Shopify may tell after goodwill of 20.00 on 60.00 that came for 48.00. */
const ANSWERS: [string, Partial<OrderSnapshot>][] = [
  ['the total', { total: [4_000, 4_000], outstandingMinor: 0 }],
  ['what is outstanding', { total: [6_000, 6_000], outstandingMinor: 2_000 }],
  ['neither', { total: [6_000, 6_000], outstandingMinor: 0 }],
];

describe.each(ANSWERS)('where goodwill moves %s', (moved, more) => {
  const exchange = (received: number | null): Kind => ({
    bought: [
      ['a', 4_800, 1, 0],
      ['b', 6_000, 1],
    ],
    refunds: [back(0, [['a', 1]]), back(2_000)],
    received,
    more,
    points: 40,
  });

  it('C82 C83 Shopify’s own sum decides', () => {
    expect(pointsOf(exchange(6_000))).toBe(40);
  });

  it('C83 without it the order tells what it can', () => {
    expect(pointsOf(exchange(null))).toBe(moved === 'neither' ? 60 : 40);
  });

  it('C83 an order that lacks nothing needs no sum: nothing of it is gone', () => {
    const plain = {
      bought: [['b', 6_000, 1]] as Bought[],
      refunds: [back(2_000)],
      received: null,
      more,
      points: 40,
    };
    expect(pointsOf(plain)).toBe(40);
  });
});

describe('Shopify’s sum of what it received', () => {
  const asked = told({ bought: [['a', 1_000, 2]], refunds: [back(500)], received: null, points: 0 });

  it('is asked for where refunds gave more than they name, and for each state of the money', () => {
    const key = receivedKey(asked);
    expect(key).not.toBeNull();
    const changed: Partial<OrderSnapshot>[] = [
      { refunds: [...asked.refunds, back(100)] },
      { outstandingMinor: 300 },
      { total: [1, 1] },
    ];
    for (const change of changed) expect(receivedKey({ ...asked, ...change })).not.toBe(key);
    expect(receivedKey({ ...asked, tags: ['sent'], updatedAt: '2026-12-01T00:00:00Z' })).toBe(key);
  });

  it('isn’t asked for where nothing depends on it', () => {
    expect(receivedKey({ ...asked, refunds: [back(1_000, [['a', 1]])] })).not.toBe(receivedKey(asked));
    const ordinary = told({
      bought: [['a', 1_000, 2, 1]],
      refunds: [back(1_000, [['a', 1]])],
      received: null,
      points: 0,
    });
    expect(receivedKey(ordinary)).toBeNull();
    expect(receivedKey({ ...asked, cancelledAt: '2026-12-01T00:00:00Z' })).toBeNull();
    expect(receivedKey({ ...asked, status: 'refunded' })).toBeNull();
    expect(receivedKey({ ...asked, refunds: [refund({ moneyMinor: 500 })] })).toBeNull();
  });
});

describe('any refunds', () => {
  const amount = fc.integer({ min: 0, max: 5_000 });
  const story = fc.record({
    kept: fc.integer({ min: 0, max: 5 }),
    received: amount,
    refunds: fc.array(
      fc.record({
        money: amount,
        units: fc.integer({ min: 0, max: 3 }),
        shipping: fc.constantFrom(0, 0, 490),
      }),
      { maxLength: 4 },
    ),
  });

  /** The rule as it was first written down: kept money against money, refund by refund. */
  function plainGoodwill(snapshot: OrderSnapshot, received: number): number {
    let [given, named, moneyKeptBack, net] = [0, 0, 0, received];
    for (const { moneyMinor, shippingMinor, units = [] } of snapshot.refunds) {
      const names = units.reduce((sum, { quantity }) => sum + 950 * quantity, 0) + shippingMinor;
      given += Math.max(0, moneyMinor - names - units.length);
      if (moneyMinor > 0) named += names;
      if (moneyMinor > 0) moneyKeptBack += names - moneyMinor;
      net -= moneyMinor;
    }
    const kept = snapshot.lines.reduce((sum, each) => sum + 950 * each.currentQuantity, 490);
    // What the shopper has paid in the end, less than kept goods and fees cost.
    const short = kept + moneyKeptBack - net;
    expect(short).toBe(kept + named - received);
    return Math.min(given, Math.max(0, given + short));
  }

  it('C82 goodwill is at most what was given beside, and at most what the shopper paid too little for what is kept', () => {
    fc.assert(
      fc.property(story, ({ kept, received, refunds }) => {
        const snapshot = order({
          lines: [line({ lineId: 'a', priceMinor: 950, quantity: 5, currentQuantity: kept })],
          shipping: [490, 490],
          refunds: refunds.map(({ money, units, shipping }) =>
            back(money, units > 0 ? [['a', units]] : [], { shippingMinor: shipping }),
          ),
        });
        const goodwill = goodwillMinor(snapshot, received);
        const plain = plainGoodwill(snapshot, received);
        const gaveLess = snapshot.refunds.some(
          ({ moneyMinor, shippingMinor, units = [] }) =>
            moneyMinor > 0 && moneyMinor < shippingMinor + 950 * (units[0]?.quantity ?? 0),
        );
        // What a refund gave less may have been spent on other goods.
        if (gaveLess) expect(goodwill).toBeLessThanOrEqual(plain);
        else expect(goodwill).toBe(plain);
        expect(goodwill).toBeLessThanOrEqual(givenBesideMinor(snapshot));
      }),
      { numRuns: 2_000 },
    );
  });

  it('a refund of goods alone never costs what is kept a point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }), (gone, cents) => {
        const refunds = gone > 0 ? [back(950 * gone + Math.min(cents, 1), [['a', gone]])] : [];
        const kind: Kind = { bought: [['a', 950, 5, 5 - gone]], refunds, received: 4_750, points: 0 };
        expect(pointsOf(kind)).toBe(Math.floor((950 * (5 - gone)) / 100));
      }),
    );
  });
});

describe('an order that Shopify wasn’t asked for since its refunds say what they are for', () => {
  it('keeps the worth it had: lines without money still hide money that follows', () => {
    const lines = linesOf([
      ['a', 4_800, 1, 0],
      ['b', 6_000, 1],
    ]);
    const before = order({ lines, refunds: [refund({ linesMinor: 4_800 }), refund({ moneyMinor: 2_000 })] });
    expect(orderPoints(before, rules(), 6_000).points).toBe(60);
    const custom = order({ lines, refunds: [refund({ moneyMinor: 600 })] });
    expect(orderPoints(custom, rules()).points).toBe(54);
  });
});
