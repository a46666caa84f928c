// "Why −5?": stamps earned, taken for free units, given back and repaid, as a member's history says them.
import { expect, it } from 'vitest';
import type { OrderExplanation, StampLine } from '#app/core/orders/order-explanation.ts';
import { debtInWords, explainOrder, type ExplainContext } from '#app/ui/orders/explain-order.ts';
import { rules } from '#tests/support/factories.ts';

const context = (language: 'en' | 'fr' = 'en'): ExplainContext => ({
  language,
  currency: 'EUR',
  names: rules().names,
  unit: 'stamps/coffee',
  cardTitle: language === 'en' ? 'Coffee card' : 'Carte café',
});

const why = (change: Partial<OrderExplanation>): OrderExplanation => ({
  v: 1,
  order: '#1001',
  version: 2,
  target: 5,
  posted: 0,
  pending: 0,
  status: 'paid',
  nothing: null,
  ...change,
});

const SIX: StampLine = { lineId: '1', units: 5, quantity: 6, kept: 6, free: 1, taken: 5 };
const said = (explanation: OrderExplanation, amount: number, language: 'en' | 'fr' = 'en') => {
  const { summary, reasons } = explainOrder(explanation, { ...context(language), amount });
  return [summary, ...reasons].map((sentence) => sentence.replaceAll(/[\u00a0\u202f]/g, ' '));
};

it('C50 six of which one was free: five earned and five used', () => {
  expect(said(why({ stamps: [SIX], size: 5 }), 5)).toEqual([
    'Order #1001 gave 5 stamps on Coffee card.',
    'The rules of version 2 apply.',
    '5 stamps = 6 items − 1 free item',
  ]);
  const taken = why({ part: 'taken', target: -5, stamps: [SIX], size: 5 });
  expect(said(taken, -5)).toEqual([
    'Order #1001 used 5 stamps on Coffee card for its free items.',
    'The rules of version 2 apply.',
    '1 free item × 5 stamps = 5 stamps',
  ]);
  expect(said(taken, -5, 'fr')[0]).toBe(
    'La commande nº 1001 a utilisé 5 tampons sur Carte café pour ses articles offerts.',
  );
});

it('C71 three of the six returned: both follow in proportion', () => {
  const half = { ...SIX, units: 3, kept: 3, taken: 3 };
  expect(said(why({ part: 'taken', target: -3, posted: -5, stamps: [half], size: 5 }), 2)).toEqual([
    'Order #1001 gave back 2 stamps on Coffee card that its free items had used.',
    'The rules of version 2 apply.',
    '1 free item, for 5 stamps each. 3 of 6 items kept: 3 stamps in proportion.',
    'The order had already used 5 stamps on Coffee card.',
    'As it stands now, it should use 3 stamps on Coffee card.',
  ]);
  expect(said(why({ target: 3, posted: 5, stamps: [half], size: 5 }), -2)[2]).toBe(
    '3 stamps, in proportion to what is kept: 3 of 6 items, less 1 free item.',
  );
});

it('a free unit stays taken although the order earns nothing, and both are said', () => {
  const kept = why({ part: 'taken', target: -5, stamps: [SIX], size: 5, nothing: 'refunded' });
  expect(said(kept, -5).slice(1)).toEqual([
    'All of its payments were refunded.',
    '1 free item × 5 stamps = 5 stamps',
  ]);
});

it('entries from before free units read as they did', () => {
  expect(said(why({ target: 2, stamps: [{ lineId: '1', units: 2 }] }), 2)).toEqual([
    'Order #1001 gave 2 stamps on Coffee card.',
    'The rules of version 2 apply.',
    '2 stamps: one per item kept.',
  ]);
  expect(said(why({ target: 0, stamps: [] }), -2).at(-1)).toBe('None of its products are on this card.');
});

it('C15 a debt is told where it begins, and where it is repaid', () => {
  const debt = (amount: number, after: number, language: 'en' | 'fr' = 'en') =>
    debtInWords(amount, after, context(language)).map((sentence) => sentence.replaceAll('\u00a0', ' '));
  expect(debt(-5, -3)).toEqual([
    'The balance is 3 stamps on Coffee card below zero: the next ones make up for it first.',
  ]);
  expect(debt(2, -1)).toEqual(['Of this, 2 stamps on Coffee card made up for a negative balance.']);
  expect(debt(6, 3)).toEqual(['Of this, 3 stamps on Coffee card made up for a negative balance.']);
  expect(debt(6, 6)).toEqual([]);
  expect(debt(-2, 3)).toEqual([]);
  expect(debt(-5, -3, 'fr')).toEqual([
    'Le solde est négatif de 3 tampons sur Carte café : les prochains gains le compensent d’abord.',
  ]);
});
