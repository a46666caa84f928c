// The overview's lines: each card's own figure, whatever other cards there are.
import { describe, expect, it } from 'vitest';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { collectLines } from '#app/ui/editing/overview/program-lines.ts';
import { programData } from '#app/ui/editing/program-data.ts';
import { card, rules } from '#tests/support/factories.ts';

const titles = { products: {}, collections: {} };
const NOTHING = {
  points: 0,
  free: 0,
  freeByCard: {},
  freedMinor: 0,
  unpriced: 0,
  rewardMinor: 0,
  giftsByMoment: {},
  stopped: [],
};

function figuresOf(
  draft: StampCard[],
  published: StampCard[],
  free: number,
  freeByCard: Record<string, number>,
) {
  const data = programData(
    {
      draft: rules({ cards: draft }),
      draftRevision: 1,
      published: { number: 2, publishedAt: new Date(), rules: rules({ cards: published }) },
      currency: 'EUR',
      usedKeys: new Set(),
      titles,
      pausedSince: null,
    },
    {
      timeZone: 'UTC',
      today: '2026-11-21',
      shop: 'a.myshopify.com',
      initial: 'A',
      newCurrency: null,
      discounts: [],
      functionsRun: true,
      tellsOutside: true,
    },
    'gone',
  );
  const wording = { language: 'en', currency: 'EUR', titles } as const;
  const lines = collectLines({ data, figures: { ...NOTHING, free, freeByCard }, wording });
  return lines.filter(({ icon }) => icon === 'card').map(({ figure }) => figure);
}

describe('a card’s line on the overview', () => {
  const [coffee, tea, soup] = [card(), card({ key: 'tea' }), card({ key: 'soup' })];

  it('tells what that card gave free, and nothing of one that isn’t live', () => {
    const free = figuresOf([coffee, tea, soup], [coffee, tea], 12, { coffee: 11, tea: 1, soup: 5 });
    expect(free).toEqual(['11 free items in 30 days', '1 free item in 30 days', null]);
  });

  it('tells it also of a card that the next publish ends', () => {
    expect(figuresOf([coffee], [coffee, tea], 3, { tea: 3 })).toEqual([null, '3 free items in 30 days']);
  });

  it('names what it gave by the card’s noun', () => {
    const noun = { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } };
    const named = card({ noun });
    expect(figuresOf([named], [named], 17, { [named.key]: 17 })).toEqual(['17 free coffees in 30 days']);
  });

  it('gives the only card what was free before cards were counted apart', () => {
    expect(figuresOf([coffee], [coffee], 3, {})).toEqual(['3 free items in 30 days']);
    expect(figuresOf([coffee, tea], [coffee, tea], 3, {})).toEqual([null, null]);
    // Of the past, another card's.
    expect(figuresOf([coffee], [coffee], 3, { tea: 3 })).toEqual([null]);
  });
});
