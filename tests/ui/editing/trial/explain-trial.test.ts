// "Why 25?": a made-up cart's and an order's number, in sentences of both languages.
import { describe, expect, it } from 'vitest';
import { NOTHING_ASKED } from '#app/core/orders/facts/freeze-facts.ts';
import { cartAsOrder, explainTrial, trialOrder } from '#app/core/editing/trial/trial-order.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { explainOrder, type ExplainContext } from '#app/ui/orders/explain-order.ts';
import { changesInWords } from '#app/ui/editing/changes-in-words.ts';
import { earnSentence } from '#app/ui/editing/earn-sentence.ts';
import { cardSentence } from '#app/ui/stamps/card-sentence.ts';
import { card, line, order, refund, rules } from '#tests/support/factories.ts';

const words = {
  language: 'en',
  currency: 'EUR',
  titles: { products: { '1': 'Kenya' }, collections: { '7': 'Beans' } },
} as const;

function explained(snapshot: OrderSnapshot, program: ProgramRules, context: Partial<ExplainContext> = {}) {
  const asked = { blocked: false, asked: NOTHING_ASKED, timeZone: 'Europe/Paris' };
  return explainTrial(trialOrder(snapshot), program, asked).map(({ unit, explanation }) => {
    const { summary, reasons } = explainOrder(explanation, {
      language: 'en',
      currency: 'EUR',
      names: program.names,
      unit,
      ...context,
    });
    return [summary, ...reasons].map((sentence) => sentence.replaceAll(/[\u00a0\u202f]/g, ' '));
  });
}

const CART = cartAsOrder(
  [
    { priceMinor: 1_450, quantity: 2, productId: '1', variantId: '11' },
    { priceMinor: 500, quantity: 1, productId: null, variantId: null },
  ],
  'EUR',
  new Set(),
  new Date('2026-11-21T10:00:00Z'),
);

describe('the explanation', () => {
  it('of a cart while points are off: none, and why', () => {
    const [points] = explained(CART, rules({ pointsOff: true, cards: [] }), { madeUp: true });
    expect(points).toEqual(['This cart earns 0 points.', 'Under these rules orders earn no points.']);
  });

  it('of a made-up cart', () => {
    expect(explained(CART, rules(), { madeUp: true, lineTitles: { '1': 'Kenya' } })).toEqual([
      [
        'This cart earns 34 points.',
        'Kenya: €29.00',
        'Product 2: €5.00',
        '€29.00 + €5.00 = €34.00 → 34 points',
      ],
      ['This cart earns 2 stamps.', 'Kenya: 2 stamps: one per item kept.'],
    ]);
  });

  it('in French', () => {
    const [points] = explained(CART, rules({ cards: [] }), { language: 'fr', madeUp: true });
    expect(points).toEqual([
      'Ce panier rapporte 34 points.',
      'Produit 1 : 29,00 €',
      'Produit 2 : 5,00 €',
      '29,00 € + 5,00 € = 34,00 € → 34 points',
    ]);
  });

  it('of an order with a gift card, shipping and money given back', () => {
    const snapshot = order({
      lines: [line({ priceMinor: 2_000 }), line({ priceMinor: 2_500, giftCard: true })],
      shipping: [500, 500],
      refunds: [refund({ moneyMinor: 500 })],
    });
    const counts = { ...rules().counts, shipping: true };
    const [points] = explained(snapshot, rules({ counts, cards: [] }));
    expect(points).toEqual([
      'Order #1001 is worth 22 points.',
      'Product 1: €20.00',
      'Product 2: €25.00, not counted: gift cards don’t earn.',
      'Shipping: €5.00',
      'Money given back lowers every line in proportion, which leaves €22.50 to count.',
      '€22.50 ÷ €1.00 = 22 points (rounded down)',
    ]);
  });

  it.each([
    [
      'en',
      'Given back as goodwill: €5.00 of the €50.00 that the order now costs. Money that was due back isn’t part of it.',
    ],
    [
      'fr',
      'Geste commercial : 5,00 € sur les 50,00 € que coûte maintenant la commande. Les sommes dues n’en font pas partie.',
    ],
  ] as const)('of an order of which something was given as goodwill, in %s', (language, sentence) => {
    const snapshot = order({
      lines: [line({ priceMinor: 5_000 })],
      refunds: [refund({ moneyMinor: 500, units: [] })],
    });
    const [points] = explained(snapshot, rules({ cards: [] }), { language });
    expect(points?.map((each) => each.replaceAll(/[\u00a0\u202f]/g, ' '))).toContain(sentence);
    expect(points?.[0]).toContain('45 points');
  });

  it('of an order that isn’t paid says what is still to come', () => {
    const [points] = explained(order({ status: 'pending' }), rules({ cards: [] }));
    expect(points?.[0]).toBe('Order #1001 is worth 14 points.');
    expect(points?.at(-1)).toBe('Of this, 14 points will come once the order is paid.');
  });

  it('of nothing says why', () => {
    const cancelled = explained(order({ cancelledAt: '2026-11-21T11:00:00Z' }), rules());
    expect(cancelled).toEqual([['Order #1001 is worth 0 points.', 'It was cancelled, so it earns nothing.']]);
  });

  it('of an entry says what was given before', () => {
    const explanation = {
      v: 1,
      order: '#1001',
      version: 2,
      target: 9,
      posted: 14,
      pending: 0,
      status: 'paid',
      nothing: null,
    } as const;
    const context = {
      language: 'en',
      currency: 'EUR',
      names: rules().names,
      unit: 'points',
      amount: -5,
    } as const;
    expect(explainOrder(explanation, context)).toEqual({
      summary: 'Order #1001 took back 5 points.',
      reasons: [
        'The rules of version 2 apply.',
        'The order had already given 14 points.',
        'As it stands now, it should give 9 points.',
      ],
    });
  });
});

describe('every rule reads as one sentence', () => {
  it('in both languages', () => {
    const chosen = card({
      products: { all: false, productIds: ['1'], collectionIds: ['7'], withTags: [], withoutTags: [] },
    });
    const french = { ...words, language: 'fr' } as const;
    const plain = (sentence: string) => sentence.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(earnSentence(rules(), words)).toBe('1 point for every €1.00 spent.');
    expect(plain(earnSentence(rules(), french))).toBe('1 point pour 1,00 € d’achat.');
    expect(cardSentence(card(), words)).toBe('Buy 5 of any product, and the 6th is free.');
    expect(cardSentence(chosen, words)).toBe('Buy 5 of Kenya or the collection Beans, and the 6th is free.');
    expect(plain(cardSentence(chosen, french))).toBe(
      '5 articles achetés parmi Kenya ou la collection « Beans », le 6ᵉ offert.',
    );
  });

  it('of whole collections by their names, and of no products yet', () => {
    const of = (collectionIds: string[]) =>
      card({ products: { all: false, productIds: [], collectionIds, withTags: [], withoutTags: [] } });
    const french = { ...words, language: 'fr' } as const;
    const plain = (sentence: string) => sentence.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(cardSentence(of(['7']), words)).toBe('Buy 5 in “Beans”, and the 6th is free.');
    expect(plain(cardSentence(of(['7']), french))).toBe('5 articles achetés dans « Beans », le 6ᵉ offert.');
    expect(cardSentence(of([]), words)).toBe('Buy 5, and the 6th is free. Its products are still to choose.');
    expect(plain(cardSentence(of([]), french))).toBe(
      '5 articles achetés, le 6ᵉ offert. Les produits restent à choisir.',
    );
  });

  it('also of a card with everything set, and so do its changes', () => {
    const full = card({
      maxPriceMinor: 500,
      startsOn: '2026-05-01',
      endsOn: '2026-05-31',
      combinesWith: { product: false, order: false, shipping: true },
      products: {
        all: false,
        productIds: ['1'],
        collectionIds: [],
        withTags: ['tea'],
        withoutTags: ['sale'],
      },
    });
    const french = { ...words, language: 'fr' } as const;
    const plain = (sentence: string) => sentence.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(cardSentence(full, words)).toBe(
      'Buy 5 of Kenya or products tagged “tea”, and the 6th is free. Products tagged “sale” don’t count. The free item costs €5.00 at most. From 1 May 2026 until 31 May 2026. Not together with product discounts or order discounts.',
    );
    expect(plain(cardSentence(full, french))).toBe(
      '5 articles achetés parmi Kenya ou les produits balisés « tea », le 6ᵉ offert. Les produits balisés « sale » ne comptent pas. L’article offert coûte 5,00 € au maximum. Du 1er mai 2026 au 31 mai 2026. Sans cumul avec les remises de produit ou de commande.',
    );
    const { products } = card();
    const said = changesInWords(rules(), rules({ cards: [{ ...full, products }] }), words);
    expect(said).toEqual([
      'On the card “Coffee card”, only items that cost €5.00 or less can be the free one.',
      'The card “Coffee card” counts from 1 May 2026 until 31 May 2026.',
      'The free item of “Coffee card” doesn’t combine with product discounts or order discounts.',
    ]);
    const back = changesInWords(rules({ cards: [{ ...full, products }] }), rules(), french).map(plain);
    expect(back).toEqual([
      'Sur la carte « Carte café », les articles de tous les prix peuvent être offerts.',
      'La carte « Carte café » compte tous les jours.',
      'L’article offert de « Carte café » se cumule avec toutes les autres remises.',
    ]);
  });

  it('points turned on say their rate, turned off that orders earn none', () => {
    const off = rules({ pointsOff: true });
    const [on] = changesInWords(off, rules(), words);
    expect(on).toBe('Points: off → on. 1 point for every €1.00 spent.');
    expect(changesInWords(rules(), off, words)).toEqual(['Points: on → off. Orders earn none any more.']);
    expect(earnSentence(off, words)).toBe('Orders earn no points.');
  });

  it('C52 a changed size says that begun cards keep theirs', () => {
    const [sentence] = changesInWords(rules(), rules({ cards: [card({ size: 8 })] }), words);
    expect(sentence).toBe(
      'The card “Coffee card” needs 8 stamps instead of 5. Cards that customers have begun keep 5.',
    );
  });

  it('C91 a smaller size says that it is every customer’s at once', () => {
    const french = { ...words, language: 'fr' } as const;
    const plain = (sentence: string) => sentence.replaceAll(/[\u00a0\u202f]/g, ' ');
    const smaller = rules({ cards: [card({ size: 4 })] });
    expect(changesInWords(rules(), smaller, words)).toEqual([
      'The card “Coffee card” needs 4 stamps instead of 5, at once and for every customer.',
    ]);
    expect(changesInWords(rules(), smaller, french).map(plain)).toEqual([
      'La carte « Carte café » demande 4 tampons au lieu de 5, dès maintenant et pour tous vos clients.',
    ]);
  });
});
