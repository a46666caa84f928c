// Orders, rules and shops for tests: plain values, each overridable.
import type { CauseFacts } from '#app/core/moments/causes/cause-kind.ts';
import type { OrderLine, OrderRefund, OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { ProgramRules, ProgramVersion } from '#app/core/program/program-rules.ts';
import { PLAIN_CARD, type StampCard } from '#app/core/program/card-rules.ts';
import type { MomentMember } from '#app/core/moments/due-gifts.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';

let lastId = 7_000_000_000_000;
export const nextId = (): string => String((lastId += 1));

/** An instant on the test day, `at('10:30')` or `at('10:30:05')`. */
export function at(time: string): string {
  return `2026-11-21T${time.length === 5 ? `${time}:00` : time}Z`;
}

/** One line of `quantity` units at `priceMinor` each. */
export function line(overrides: Partial<OrderLine> & { priceMinor?: number } = {}): OrderLine {
  const { priceMinor = 1_400, ...rest } = overrides;
  const quantity = rest.quantity ?? 1;
  return {
    lineId: nextId(),
    productId: '501',
    variantId: '601',
    quantity,
    currentQuantity: quantity,
    gross: [priceMinor * quantity, priceMinor * quantity],
    discounts: [],
    taxMinor: 0,
    giftCard: false,
    tip: false,
    bundleGroup: null,
    ...rest,
  };
}

export function order(overrides: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    orderId: nextId(),
    name: '#1001',
    customerId: '9001',
    processedAt: at('10:00'),
    updatedAt: at('10:00'),
    cancelledAt: null,
    status: 'paid',
    test: false,
    source: 'web',
    tags: [],
    taxesIncluded: true,
    currency: 'EUR',
    presentmentCurrency: 'EUR',
    lines: [line()],
    shipping: [0, 0],
    tax: [0, 0],
    tipMinor: 0,
    discounts: [],
    refunds: [],
    ...overrides,
  };
}

export function refund(overrides: Partial<OrderRefund> = {}): OrderRefund {
  return { refundId: nextId(), linesMinor: 0, shippingMinor: 0, moneyMinor: 0, ...overrides };
}

export function card(overrides: Partial<StampCard> = {}): StampCard {
  return {
    key: 'coffee',
    title: { en: 'Coffee card', fr: 'Carte café' },
    size: 5,
    products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
    ...PLAIN_CARD,
    ...overrides,
  };
}

/** 1 point per 1.00, one card over all products. */
export function rules(overrides: Partial<ProgramRules> = {}): ProgramRules {
  return {
    shape: 1,
    names: { en: { one: 'point', other: 'points' }, fr: { one: 'point', other: 'points' } },
    earn: { points: 1, perMinor: 100 },
    counts: { testOrders: true, shipping: false, giftCards: false, tips: false, tax: 'as-shown' },
    leftOutTags: [],
    cards: [card()],
    occasions: [],
    ...overrides,
  };
}

/** 50 points on the day itself, for everybody, at once. */
export function occasion(overrides: Partial<Moment> = {}): Moment {
  return {
    kind: 'birthday',
    offer: { kind: 'points', points: 50 },
    daysBefore: 0,
    daysAfter: 0,
    waitDays: 0,
    who: 'all',
    asksYear: false,
    ...overrides,
  };
}

/** 100 points are 5.00 off the order, for 30 days. */
export function reward(overrides: Partial<Reward> = {}): Reward {
  return {
    key: 'reward-1',
    title: { en: '5.00 off', fr: '5,00 de remise' },
    cost: 100,
    gives: { kind: 'amount', minor: 500 },
    lastsDays: 30,
    usable: 'at-once',
    minimumMinor: 500,
    startsOn: null,
    endsOn: null,
    limits: { perPerson: null, perPeriod: null, inAll: null },
    combinesWith: { product: true, order: false, shipping: true },
    refund: 'in-proportion',
    ...overrides,
  };
}

/** Who told a birthday long ago. */
export function momentMember(overrides: Partial<MomentMember> = {}): MomentMember {
  return {
    birthday: { month: 5, day: 3, setOn: '2025-01-01' },
    joinedOn: '2025-06-15',
    given: [],
    ...overrides,
  };
}

export function version(overrides: Partial<ProgramVersion> = {}): ProgramVersion {
  return { number: 1, publishedAt: new Date(at('08:00')), rules: rules(), ...overrides };
}

/** Somebody who joined two years ago, and of whom nothing else is known. */
export function causeFacts(overrides: Partial<CauseFacts> = {}): CauseFacts {
  return {
    joinedOn: '2025-01-01',
    birthday: null,
    lifeDates: {},
    orders: [],
    keptBefore: 0,
    boughtBefore: 0,
    lastOn: null,
    rhythmDays: null,
    newsletterOn: null,
    ...overrides,
  };
}
