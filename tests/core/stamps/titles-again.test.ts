// A card's title that is used again: by a later card, an older one that is restored, or in another language.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { titlesOfVersions } from '#app/core/program/titles-of-versions.ts';
import { titleBook } from '#app/core/stamps/free-on-line.ts';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import { orderStamps } from '#app/core/stamps/order-stamps.ts';
import { pickVersion } from '#app/core/orders/pick-version.ts';
import { card, line, order, rules, version } from '#tests/support/factories.ts';

const HOUR = 60 * 60 * 1000;
const START = Date.parse('2026-11-01T08:00:00Z');
const after = (hours: number) => new Date(START + hours * HOUR);

const named = (key: string, en: string, fr = `${en}, fr`, productId = '501'): StampCard =>
  card({ key, title: { en, fr }, products: { ...card().products, all: false, productIds: [productId] } });

const versionOf = (number: number, hours: number, cards: StampCard[]) =>
  version({ number, publishedAt: after(hours), rules: rules({ cards }) });

/** Six of a product under a title, one of them free. */
function six(title: string, hours: number, productId = '501') {
  const discounts = [{ application: 0, amount: [300, 300] as const }];
  const lines = [line({ productId, priceMinor: 300, quantity: 6, discounts })];
  const processedAt = after(hours).toISOString();
  return order({ lines, discounts: [{ type: 'automatic', title }], processedAt, updatedAt: processedAt });
}

/** What the order is worth on each card, by the versions that there are: stamps, free units, flags. */
function read(
  told: ReturnType<typeof six>,
  versions: ReturnType<typeof versionOf>[],
  foreign: string[] = [],
) {
  const under = pickVersion(versions, after(0), new Date(told.processedAt));
  const book = titleBook(titlesOfVersions(versions), foreign);
  const reading = { book, decided: {}, sizeOf: () => 5 };
  const { lines, flags } = orderStamps(told, under?.rules.cards ?? [], NO_FACTS, reading);
  const worth = lines.map(({ cardKey, units, taken }) => [cardKey, units - taken]);
  return { worth, flags: flags.map(({ reason, cardKey }) => [reason, cardKey]) };
}

describe('C86 a title that is used again', () => {
  const first = versionOf(1, 0, [named('card-1', 'Coffee card')]);
  const second = versionOf(2, 100, [named('card-2', 'Coffee card')]);
  const restored = versionOf(3, 200, [named('card-1', 'Coffee card')]);
  const nothingWon = (key: string) => ({ worth: [[key, 0]], flags: [] });

  it('by a later card: an older order stays, whatever was published since', () => {
    const old = six('Coffee card', 50);
    for (const versions of [[first], [first, second], [first, second, restored]]) {
      expect(read(old, versions)).toEqual(nothingWon('card-1'));
    }
  });

  it('by a restored version: orders of each time take of their own card', () => {
    const versions = [first, second, restored];
    const at = [50, 101, 150, 199, 200, 201, 500];
    expect(at.map((hours) => read(six('Coffee card', hours), versions))).toEqual(
      ['card-1', 'card-2', 'card-2', 'card-2', 'card-1', 'card-1', 'card-1'].map(nothingWon),
    );
  });

  it('by another card, while the first one is called otherwise', () => {
    const swapped = versionOf(2, 100, [
      named('card-1', 'Beans'),
      named('card-2', 'Coffee card', 'Carte', '502'),
    ]);
    const versions = [first, swapped];
    expect(read(six('Coffee card', 50), versions)).toEqual(nothingWon('card-1'));
    expect(read(six('Coffee card', 150, '502'), versions)).toEqual(nothingWon('card-2'));
    // Shopify shows the old title a while longer, and an open checkout does.
    expect(read(six('Coffee card', 101), versions)).toEqual(nothingWon('card-1'));
    expect(read(six('Beans', 101), versions)).toEqual(nothingWon('card-1'));
    // Long after, the other card's title on this card's product is nobody's free unit.
    const late = read(six('Coffee card', 150), versions);
    expect(late).toEqual({ worth: [['card-1', 6]], flags: [['ineligible-line', 'card-2']] });
  });

  it('in the other language', () => {
    const cards = [named('card-1', 'Beans', 'Grains'), named('card-2', 'Carte café', 'Autre', '502')];
    const versions = [
      versionOf(1, 0, [named('card-1', 'Coffee card', 'Carte café')]),
      versionOf(2, 100, cards),
    ];
    expect(read(six('Carte café', 50), versions)).toEqual(nothingWon('card-1'));
    expect(read(six('carte CAFÉ', 150, '502'), versions)).toEqual(nothingWon('card-2'));
  });

  it('by somebody else’s discount: before the card bore it, and after', () => {
    const renamed = versionOf(2, 100, [named('card-1', 'Beans')]);
    const back = versionOf(3, 200, [named('card-1', 'Coffee card')]);
    const asked = { worth: [['card-1', 6]], flags: [['foreign-title', 'card-1']] };
    expect(read(six('Beans', 50), [first])).toEqual(asked);
    expect(read(six('Beans', 50), [first, renamed])).toEqual(asked);
    for (const versions of [
      [first, renamed],
      [first, renamed, back],
    ]) {
      expect(read(six('Coffee card', 150), versions)).toEqual(asked);
      expect(read(six('Coffee card', 150), versions, ['coffee card']).flags).toEqual([]);
    }
    // Their word of another order doesn't free ours.
    expect(read(six('Coffee card', 250), [first, renamed, back], ['coffee card'])).toEqual(
      nothingWon('card-1'),
    );
  });

  it('nothing is asked about a title that no card bears any more, where no card counts the line', () => {
    const none = versionOf(2, 100, []);
    expect(read(six('Coffee card', 150), [first, none])).toEqual({ worth: [], flags: [] });
  });
});

describe('any history of titles', () => {
  const TITLES = ['Coffee card', 'Carte café', 'Beans', 'Tea'];
  const KEYS = ['card-1', 'card-2', 'card-3'];
  /** For each card its titles in both languages, two of one draft never alike; null where it isn't run. */
  const draft = fc
    .tuple(
      fc.shuffledSubarray(TITLES, { minLength: 4 }),
      fc.shuffledSubarray(KEYS, { maxLength: 2 }),
      fc.boolean(),
    )
    .map(([titles, keys, alike]) =>
      keys.map((key, index) => {
        const [en = '', fr = ''] = titles.slice(index * 2, index * 2 + 2);
        return named(key, en, alike ? en : fr, index === 0 ? '501' : '502');
      }),
    );
  const history = fc.array(draft, { minLength: 1, maxLength: 6 });
  const places = fc.array(
    fc.record({ hour: fc.integer({ min: 0, max: 650 }), language: fc.constantFrom('en', 'fr') }),
    { minLength: 1, maxLength: 8 },
  );

  it('C86 later publishes change no order, and no free unit is free of stamps', () => {
    fc.assert(
      fc.property(history, places, (drafts, placed) => {
        const versions = drafts.map((cards, index) => versionOf(index + 1, index * 100, cards));
        for (const { hour, language } of placed) {
          const then = versions.filter(({ publishedAt }) => publishedAt <= after(hour));
          for (const { title, key, products } of then.at(-1)?.rules.cards ?? []) {
            const bought = six(title[language as 'en'], hour, products.productIds[0]);
            expect(read(bought, then)).toEqual({ worth: [[key, 0]], flags: [] });
            expect(read(bought, versions)).toEqual(read(bought, then));
          }
          const foreign = six('Summer', hour);
          expect(read(foreign, versions)).toEqual(read(foreign, then));
        }
      }),
      { numRuns: 300 },
    );
  });
});
