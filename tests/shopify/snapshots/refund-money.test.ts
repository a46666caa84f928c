// Payloads with the keys of Shopify's own, filled in by hand: what the reducer makes of money that went back, of tips, codes and bounds.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { orderWorth } from '#app/core/orders/order-worth.ts';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { rules } from '#tests/support/factories.ts';

type Json = Record<string, unknown>;

const fixture = (name: string): Json =>
  JSON.parse(
    readFileSync(new URL(`../../support/fixtures/${name}-webhook.json`, import.meta.url), 'utf8'),
  ) as Json;

const set = (amount: string, currency = 'USD', shown = amount, shownCurrency = currency) => ({
  shop_money: { amount, currency_code: currency },
  presentment_money: { amount: shown, currency_code: shownCurrency },
});

const item = (id: number, amount: string, more: Json = {}): Json => ({
  admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
  product_id: 501,
  variant_id: 601,
  quantity: 1,
  current_quantity: 1,
  price_set: set(amount),
  discount_allocations: [],
  tax_lines: [],
  gift_card: false,
  requires_shipping: true,
  sales_line_item_group_id: null,
  ...more,
});

const TRANSACTION = {
  kind: 'refund',
  status: 'success',
  currency: null,
  amount_rounding: null,
  gateway: 'bogus',
};

const back = (transaction: Json, more: Json = {}): Json => ({
  ...fixture('refund'),
  duties: [],
  total_duties_set: set('0.00'),
  refund_line_items: [],
  refund_shipping_lines: [],
  transactions: [{ ...TRANSACTION, ...transaction }],
  ...more,
});

const units = (id: number, quantity = 1): Json => ({
  line_item: { admin_graphql_api_id: `gid://shopify/LineItem/${id}` },
  line_item_id: id,
  quantity,
  // Not read: whether it holds tax is unsettled.
  subtotal_set: set('0.01'),
  total_tax_set: set('0.00'),
});

const ORDER: Json = {
  ...fixture('order'),
  processed_at: '2026-11-21T10:00:00Z',
  updated_at: '2026-11-21T10:00:00Z',
  cancelled_at: null,
  financial_status: 'paid',
  taxes_included: false,
  currency: 'USD',
  presentment_currency: 'USD',
  current_total_price_set: set('0.00'),
  current_total_tax_set: set('0.00'),
  current_shipping_price_set: set('0.00'),
  total_cash_rounding_payment_adjustment_set: set('0.00'),
  total_cash_rounding_refund_adjustment_set: set('0.00'),
  total_outstanding: '0.00',
  total_tip_received: '0.00',
  discount_applications: [],
  line_items: [item(1, '10.00')],
  shipping_lines: [],
  fulfillments: [],
  fulfillment_status: null,
  refunds: [],
};

function read(change: Json): OrderSnapshot {
  const news = parseOrderNews('orders/updated', JSON.stringify({ ...ORDER, ...change }));
  if (!news.ok) throw new Error(news.reason);
  if (news.news.kind !== 'snapshot') throw new Error(news.news.kind);
  return news.news.snapshot;
}

const points = (change: Json) => orderWorth(read(change), rules({ cards: [] }), NO_FACTS).amounts.points ?? 0;

describe('money that went back', () => {
  const two = (kept: number) => [item(1, '50.00', { current_quantity: kept }), item(2, '50.00')];

  it('C80 duties take nothing, named one by one or as a sum, and whether the order’s sum falls or not', () => {
    for (const more of [
      { duties: [{ amount_set: set('10.00') }], total_duties_set: null },
      { duties: [], total_duties_set: set('10.00') },
    ]) {
      for (const current of ['10.00', '20.00']) {
        const refunds = [back({ amount: '60.00' }, { refund_line_items: [units(1)], ...more })];
        const duties = { original_total_duties_set: set('20.00'), current_total_duties_set: set(current) };
        expect(
          points({ line_items: two(0), refunds, ...duties, current_total_price_set: set('60.00') }),
        ).toBe(50);
      }
    }
  });

  it('C80 a fee takes nothing, named by its refund or not', () => {
    const fees = (current: string) => ({
      original_total_additional_fees_set: set('10.00'),
      current_total_additional_fees_set: set(current),
      current_total_price_set: set('100.00'),
      total_outstanding: '0.00',
    });
    const alone = back({ amount: '10.00' });
    const named = back({ amount: '10.00' }, { total_additional_fees_set: set('10.00') });
    expect(points({ line_items: two(1), refunds: [alone], ...fees('0.00') })).toBe(100);
    expect(points({ line_items: two(1), refunds: [named], ...fees('10.00') })).toBe(100);
  });

  it('C81 cash that was rounded takes nothing, told or not', () => {
    const line_items = [
      item(1, '10.00', { quantity: 2, current_quantity: 1, tax_lines: [{ price_set: set('2.56') }] }),
    ];
    const told = { line_items, current_total_tax_set: set('1.28'), current_total_price_set: set('11.28') };
    const refunds = (transaction: Json) => [back(transaction, { refund_line_items: [units(1)] })];
    expect(points({ ...told, refunds: refunds({ amount: '11.30', amount_rounding: '0.02' }) })).toBe(10);
    expect(points({ ...told, refunds: refunds({ amount: '11.30', gateway: 'cash' }) })).toBe(10);
    const ofOrder = { total_cash_rounding_refund_adjustment_set: set('0.02') };
    expect(points({ ...told, ...ofOrder, refunds: refunds({ amount: '11.30' }) })).toBe(10);
  });

  it.each([
    ['USD', '9.19'],
    [null, '9.19'],
    ['JPY', '1500'],
  ])(
    'C83 a transaction told in %s takes nothing of a yen shop’s order paid in dollars',
    (currency, amount) => {
      const line_items = [
        item(1, '0', {
          quantity: 2,
          current_quantity: 1,
          price_set: set('150000', 'JPY', '918.56', 'USD'),
        }),
      ];
      const zero = { current_total_tax_set: set('0', 'JPY', '0.00', 'USD') };
      const refunds = [
        back(
          { amount: amount === '1500' ? '150000' : '918.56', currency },
          { refund_line_items: [units(1)] },
        ),
      ];
      const told = {
        currency: 'JPY',
        presentment_currency: 'USD',
        line_items,
        refunds,
        ...zero,
        current_total_price_set: set('150000', 'JPY', '918.56', 'USD'),
      };
      expect(points(told)).toBe(1_500);
    },
  );

  it('C83 a transaction in a third currency is refused by its name', () => {
    expect(() => read({ refunds: [back({ amount: '10.00', currency: 'CHF' })] })).toThrow(
      'not an order: refunds.transactions.currency',
    );
  });

  it('until the toml is deployed, what it doesn’t ask for yet is missing, and nothing breaks', () => {
    const later =
      /^(fulfillment|shipping_lines|total_outstanding|original_total|current_total_(price|dut|add)|total_cash)/;
    const kept = Object.keys(ORDER).filter((key) => !later.test(key));
    const old = Object.fromEntries(kept.map((key) => [key, ORDER[key]]));
    const news = parseOrderNews('orders/paid', JSON.stringify(old));
    expect(news).toMatchObject({ ok: true, news: { snapshot: { total: [0, 0], fulfillments: [] } } });
  });
});

describe('tips', () => {
  const custom = (id: number, amount: string, more: Json = {}) =>
    item(id, amount, { product_id: null, variant_id: null, ...more });
  const keys = { tip_payment_gateway: null, tip_payment_method: null };

  it('C90 are the lines with Shopify’s own keys, null or not, whatever costs the same', () => {
    const line_items = [
      custom(1, '3.00', keys),
      custom(2, '3.00', { current_quantity: 0 }),
      item(3, '10.00'),
    ];
    expect(points({ line_items, total_tip_received: '3.00' })).toBe(10);
    const other = [custom(1, '3.00', keys), custom(2, '3.00'), item(3, '10.00')];
    expect(read({ line_items: other, total_tip_received: '3.00' }).lines.map(({ tip }) => tip)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('C90 say that they were told only where a guess might be another', () => {
    const told = (...line_items: Json[]) => read({ line_items, total_tip_received: '3.00' }).tipsTold;
    expect(told(custom(1, '3.00'), custom(2, '3.00', keys), item(3, '10.00'))).toBe(true);
    expect(told(custom(1, '3.00', keys), custom(2, '3.00'), item(3, '10.00'))).toBe(true);
    expect(told(custom(1, '3.00'), custom(2, '3.00'), item(3, '10.00'))).toBeUndefined();
    expect(told(custom(1, '7.00'), custom(2, '3.00', keys), item(3, '10.00'))).toBeUndefined();
  });

  it('C90 are known by a value where every line has the keys', () => {
    const line_items = [
      custom(1, '3.00', { ...keys, tip_payment_gateway: 'bogus' }),
      custom(2, '3.00', keys),
      item(3, '10.00', keys),
    ];
    expect(read({ line_items, total_tip_received: '3.00' }).lines.map(({ tip }) => tip)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test('a code that can’t be ours is kept nowhere; one that could be ours is', () => {
  const discount_applications = ['JANE-SECRETNAME', 'abcd-EFGH-jkmn', 'ABCDEFGHJKMN', 'WELCOME10'].map(
    (code) => ({
      type: 'discount_code',
      code,
    }),
  );
  const snapshot = read({ discount_applications });
  expect(snapshot.discounts.map(({ title }) => title)).toEqual(['', 'abcd-EFGH-jkmn', 'ABCDEFGHJKMN', '']);
  expect(JSON.stringify(snapshot)).not.toContain('SECRET');
});

test.each<[string, Json, string]>([
  [
    'a line beyond 10¹² minor units',
    { line_items: [item(1, '9999999.99', { quantity: 999_999 })] },
    'lines.0.gross.0',
  ],
  ['an amount of 14 digits', { total_outstanding: '10000000000000.00' }, 'total_outstanding'],
  [
    'more than a million units',
    { line_items: [item(1, '0.01', { quantity: 1_000_001 })] },
    'lines.0.quantity',
  ],
])('C89 %s is refused by the field’s name', (_name, change, field) => {
  expect(() => read(change)).toThrow(`not an order: ${field}`);
});
