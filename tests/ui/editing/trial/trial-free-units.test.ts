// The try-out cart: which units are free, why, and what the order would post.
import { describe, expect, it } from 'vitest';
import { NOTHING_ASKED } from '#app/core/orders/facts/freeze-facts.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { NO_PRODUCTS, type StampCard } from '#app/core/program/card-rules.ts';
import type { HeldStamps } from '#app/core/stamps/free-in-cart.ts';
import { trialFreeLines, trialFreeUnits, withFreeUnits } from '#app/core/editing/trial/trial-free-units.ts';
import { asCodes, cardsAsCodes } from '#app/core/editing/trial/trial-codes.ts';
import {
  cartAsOrder,
  explainTrial,
  trialOrder,
  trialReading,
  type TrialLine,
} from '#app/core/editing/trial/trial-order.ts';
import type { CardWays } from '#app/core/storefront/project-program.ts';
import { explainOrder } from '#app/ui/orders/explain-order.ts';
import { freeUnitsInWords } from '#app/ui/editing/trial/free-unit-words.ts';
import { card, rules } from '#tests/support/factories.ts';

const DAY = '2026-11-21';
const NOW = new Date(`${DAY}T10:00:00Z`);
const lineOf = (productId: string, priceMinor: number, quantity = 1): TrialLine => ({
  priceMinor,
  quantity,
  productId,
  variantId: `${productId}1`,
});
const plain = (sentence: string) => sentence.replaceAll(/[\u00a0\u202f]/g, ' ');

function tried(cards: StampCard[], lines: TrialLine[], held: HeldStamps = {}, giftCards = new Set<string>()) {
  return triedUnder({ cards }, lines, held, giftCards);
}

function triedUnder(
  program: Pick<ProgramRules, 'cards' | 'paused'>,
  lines: TrialLine[],
  held: HeldStamps,
  giftCards = new Set<string>(),
) {
  return trialFreeUnits(program, held, trialFreeLines(lines, giftCards, NOTHING_ASKED), DAY);
}

function posted(program: ProgramRules, lines: TrialLine[], held: HeldStamps = {}) {
  const cart = cartAsOrder(lines, 'EUR', new Set(), NOW);
  const order = trialOrder(withFreeUnits(cart, triedUnder(program, lines, held), program.cards));
  const reading = trialReading(program, held);
  const known = { blocked: false, asked: NOTHING_ASKED, timeZone: 'Europe/Paris', reading, held };
  return explainTrial(order, program, known);
}

describe('which units of a made-up cart are free', () => {
  it.each([
    ['C49 five of one kind', 0, 5, 0, 5],
    ['C49 six of one kind', 0, 6, 1, 0],
    ['C49 twelve at once', 0, 12, 2, 0],
    ['one and five stamps', 5, 1, 1, 0],
    ['C70 six and one stamp owed', -1, 6, 0, 5],
  ])('%s', (_, stamps, units, free, after) => {
    const [ofCard] = tried([card()], [lineOf('1', 1_000, units)], { coffee: [stamps, 5] });
    expect(ofCard).toMatchObject({ units, free, after, stamps });
  });

  it('C54 the cheapest first, whatever the order of the lines', () => {
    const [ofCard] = tried([card()], [lineOf('1', 2_000, 4), lineOf('2', 900, 2)]);
    expect(ofCard?.lines.map(({ free }) => free)).toEqual([0, 1]);
  });

  it('a unit above the ceiling earns a stamp and is never the free one', () => {
    const [ofCard] = tried([card({ maxPriceMinor: 1_000 })], [lineOf('1', 1_001, 6), lineOf('2', 1_000)]);
    expect(ofCard).toMatchObject({ units: 7, free: 1 });
    expect(ofCard?.lines).toMatchObject([
      { free: 0, tooDear: true },
      { free: 1, tooDear: false },
    ]);
  });

  it('C54 a product on two cards counts for the first, and the second is named', () => {
    const tea = card({ key: 'tea', products: { ...NO_PRODUCTS, productIds: ['1'] } });
    const found = tried([tea, card()], [lineOf('1', 500, 6), lineOf('2', 500)]);
    expect(found.map(({ cardKey, units, free }) => [cardKey, units, free])).toEqual([
      ['tea', 6, 1],
      ['coffee', 1, 0],
    ]);
    expect(found[0]?.lines[0]?.alsoOn).toEqual(['coffee']);
  });

  it('C52 a running card keeps its size', () => {
    const [ofCard] = tried([card({ size: 8 })], [lineOf('1', 500)], { coffee: [5, 5] });
    expect(ofCard).toMatchObject({ size: 5, free: 1, after: 0 });
  });

  it('C78 gift cards, free samples, lines without a product and cards that don’t run count nothing', () => {
    const typed = { priceMinor: 500, quantity: 6, productId: null, variantId: null };
    expect(tried([card()], [lineOf('9', 500, 6), lineOf('2', 0, 6), typed], {}, new Set(['9']))).toEqual([]);
    expect(tried([card({ endsOn: '2026-11-20' })], [lineOf('1', 500, 6)])).toEqual([]);
  });
});

describe('what the order would post', () => {
  it('agrees with the cart: five earned, five taken, and points of what is paid', () => {
    const units = posted(rules(), [lineOf('1', 1_000, 5), lineOf('2', 700)]);
    expect(units.map(({ unit, explanation }) => [unit, explanation.part, explanation.target])).toEqual([
      ['points', undefined, 50],
      ['stamps/coffee', undefined, 5],
      ['stamps/coffee', 'taken', -5],
    ]);
  });

  it('agrees with the cart in a pause: a full card pays, and the items beside it earn nothing', () => {
    const paused = rules({ paused: true });
    const [held, cart] = [{ coffee: [7, 5] } as HeldStamps, [lineOf('1', 1_000, 6)]];
    const [ofCard] = triedUnder(paused, cart, held);
    expect(ofCard).toMatchObject({ free: 1, stamps: 7, after: 2 });
    const units = posted(paused, cart, held);
    expect(units.map(({ unit, explanation }) => [unit, explanation.target])).toEqual([
      ['points', 0],
      ['stamps/coffee', 0],
      ['stamps/coffee', -5],
    ]);
  });

  it('C52 takes the running card’s size', () => {
    const units = posted(rules({ cards: [card({ size: 8 })] }), [lineOf('1', 1_000)], { coffee: [5, 5] });
    expect(units.at(-1)?.explanation).toMatchObject({ part: 'taken', target: -5 });
  });
});

describe('the reasons', () => {
  const tea = card({
    key: 'tea',
    title: { en: 'Tea card', fr: 'Carte thé' },
    maxPriceMinor: 900,
    products: { ...NO_PRODUCTS, productIds: ['1', '2'] },
  });
  const lines = [lineOf('1', 1_200, 3), lineOf('2', 800, 2)];
  const lineTitles = { '1': 'Sencha', '2': 'Assam' };
  const words = (language: 'en' | 'fr') => {
    const cards = [tea, card()];
    const [ofCard] = tried(cards, lines, { tea: [1, 5] });
    const context = { language, currency: 'EUR', cards, lineTitles };
    const { summary, reasons } = freeUnitsInWords(ofCard!, context);
    return [summary, ...reasons].map(plain);
  };

  it('say the sixth, the cheapest, the ceiling and the cards’ order, in English', () => {
    expect(words('en')).toEqual([
      'Tea card: 1 item is free.',
      '1 stamp and 5 items in the cart make 6. Every 6th of them is free.',
      'Sencha: costs more than €9.00, so it earns a stamp, but can’t be the free item.',
      'Sencha: Coffee card includes it too, but it counts for Tea card, which comes first.',
      'Assam: 1 of 2 free. The cheapest items are the free ones.',
      'Assam: Coffee card includes it too, but it counts for Tea card, which comes first.',
      'After this order: 0 stamps.',
    ]);
  });

  it('and in French', () => {
    expect(words('fr')).toEqual([
      'Carte thé : 1 article est offert.',
      '1 tampon et 5 articles dans le panier font 6. Le 6ᵉ est offert à chaque fois.',
      'Sencha : coûte plus de 9,00 €, donne donc un tampon, mais ne peut pas être l’article offert.',
      'Sencha : figure aussi sur Carte café, mais compte pour Carte thé, qui vient en premier.',
      'Assam : offert pour 1 sur 2. Les articles les moins chers sont offerts.',
      'Assam : figure aussi sur Carte café, mais compte pour Carte thé, qui vient en premier.',
      'Après cette commande : 0 tampon.',
    ]);
  });

  it('of the trial’s stamps say what the free unit takes', () => {
    const said = posted(rules(), [lineOf('1', 1_000, 6)]).map(({ unit, explanation }) => {
      const names = rules().names;
      const context = { language: 'en', currency: 'EUR', names, unit, madeUp: true } as const;
      const { summary, reasons } = explainOrder(explanation, context);
      return [summary, ...reasons];
    });
    expect(said.slice(1)).toEqual([
      ['This cart earns 5 stamps.', '5 stamps = 6 items − 1 free item'],
      ['Its free items use 5 stamps.', '1 free item × 5 stamps = 5 stamps'],
    ]);
  });
});

describe('C110 where full cards are given as codes', () => {
  const capped = card({ maxPriceMinor: 1_500 });
  const asCodesOf = (stamps: number, units: number, paused?: true) => {
    const [ofCard] = tried([capped], [lineOf('1', 2_000, units)], { coffee: [stamps, 5] });
    return asCodes(ofCard!, paused);
  };

  it.each([
    ['four: none', 0, 4, 0, 4],
    ['five: the order itself fills it', 0, 5, 1, 0],
    ['six', 0, 6, 1, 1],
    ['twelve at once', 0, 12, 2, 2],
    ['fifteen at once', 0, 15, 3, 0],
    ['six and one stamp owed', -1, 6, 1, 0],
    ['one and three owed', -3, 1, 0, -2],
  ])('%s', (_, stamps, units, codes, after) => {
    expect(asCodesOf(stamps, units)).toMatchObject({ free: 0, codes, after, units });
  });

  it('in a pause only what was full before', () => {
    expect(asCodesOf(6, 5, true)).toMatchObject({ codes: 1, after: 1 });
  });

  it('a card goes the way that is noted of it, and a new one that of the others, where it can', () => {
    const cards = [capped, { ...capped, key: 'tea' }, card({ key: 'mugs' })];
    const of = (ways: CardWays) => [...cardsAsCodes(cards, ways)];
    expect(of({})).toEqual([]);
    expect(of({ coffee: 'codes', tea: 'cart' })).toEqual(['coffee']);
    expect(of({ coffee: 'to-codes' })).toEqual(['coffee', 'tea']);
    expect(of({ coffee: 'to-cart' })).toEqual([]);
  });

  it.each([
    [
      'en',
      6,
      'Coffee card: the card is full. The customer gets a code.',
      'It takes up to €15.00 off the card’s items.',
    ],
    ['en', 12, 'Coffee card: 2 cards are full. The customer gets 2 codes.', 'A full card takes 5.'],
    ['en', 4, 'Coffee card: the card isn’t full yet.', 'After this order: 4 stamps.'],
    [
      'fr',
      6,
      'Carte café : la carte est complète. Le client reçoit un code.',
      'Il déduit jusqu’à 15,00 € sur les articles',
    ],
    ['fr', 12, 'Carte café : 2 cartes sont complètes. Le client reçoit 2 codes.', 'en utilise 5.'],
  ] as const)('is said in %s for %s items', (language, units, summary, reason) => {
    const context = { language, currency: 'EUR', cards: [capped], lineTitles: {} };
    const said = freeUnitsInWords(asCodesOf(0, units), context);
    expect(plain(said.summary)).toBe(summary);
    expect(plain(said.reasons.join(' '))).toContain(reason);
    expect(said.reasons.join(' ')).not.toMatch(/free|cheapest|moins chers/);
  });
});
