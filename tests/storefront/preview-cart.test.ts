// A preview is a promise: its cart shows what a real cart of such a shopper would.
import { describe, expect, test } from 'vitest';
import { CARD_LIMITS, type StampCard } from '#app/core/program/card-rules.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Shopper } from '#app/liquid/preview-objects.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import type { CardWays } from '#app/core/storefront/project-program.ts';
import { card, rules } from '#tests/support/factories.ts';
import { toldStory } from './scene/told-story.ts';

type Asked = {
  ways?: CardWays;
  shopper: Shopper;
  change?: Partial<StampCard>;
  currency?: string;
  language?: 'en' | 'fr';
};

function preview(
  { shopper, change = {}, currency = 'EUR', language = 'en', ways = {} }: Asked,
  file: string,
): string {
  const previews = renderPreviews({
    rules: rules({ cards: [card(change), card({ key: 'mugs', title: { en: 'Mugs', fr: 'Tasses' } })] }),
    currency,
    language,
    shopper,
    product: 'House blend',
    ways,
    clock: { at: new Date('2026-11-21T12:00:00Z'), timeZone: 'Europe/Paris' },
  });
  const html = previews.find((one) => one.file === file)?.html ?? '';
  const body = html.slice(html.indexOf('<body>'));
  return body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[ \n]+/g, ' ');
}

test('a frame with nothing in it is no preview: points are off, and there is no card', () => {
  const off = firstProgram('EUR').rules;
  const { pointsOff: _, ...on } = off;
  const previewsOf = (given: ProgramRules) =>
    renderPreviews({
      rules: given,
      currency: 'EUR',
      language: 'en',
      shopper: 'member',
      product: 'House blend',
      clock: { at: new Date('2026-11-21T12:00:00Z'), timeZone: 'Europe/Paris' },
    }).find(({ file }) => file === 'points-for-cart')?.html;
  expect(previewsOf(off)).toBeNull();
  expect(previewsOf(on)).not.toBeNull();
});

test('the shop’s first letter stands in the stamps of a card that asks for it', () => {
  const [block] = renderPreviews(
    {
      rules: rules({ cards: [card({ shape: 'initial' })] }),
      currency: 'EUR',
      language: 'en',
      shopper: 'member',
      product: 'House blend',
      clock: { at: new Date('2026-11-21T12:00:00Z'), timeZone: 'Europe/Paris' },
      shopName: 'Sixth Coffee',
    },
    ['stamp-card'],
  );
  expect(block?.html).toMatch(/<text [^>]*>S<\/text>/);
});

const CHANGES: Partial<StampCard>[] = [
  {},
  { maxPriceMinor: 900 },
  { startsOn: '2027-01-01', endsOn: '2027-02-01' },
  { endsOn: '2020-01-01' },
  { products: { all: false, productIds: [], collectionIds: ['7'], withTags: [], withoutTags: ['sale'] } },
  { products: { all: false, productIds: [], collectionIds: [], withTags: ['Beans'], withoutTags: [] } },
  { title: { en: ' Coffee CARD ', fr: ' Carte CAFÉ ' } },
];

describe.each(CHANGES)('%j', (change) => {
  test.each(['EUR', 'JPY', 'KWD'])(
    'C49 a full card has its unit free in the preview’s cart, in %s',
    (currency) => {
      for (const language of ['en', 'fr'] as const) {
        const asked = { change, currency, language };
        const [full] = toldStory(
          preview({ ...asked, shopper: 'card-full' }, 'points-for-cart'),
          language,
        ).cards;
        expect([full?.free, full?.paid, full?.left]).toEqual([1, 5, [1, 5]]);
        const [filling] = toldStory(
          preview({ ...asked, shopper: 'in-cart' }, 'points-for-cart'),
          language,
        ).cards;
        expect([filling?.free, filling?.paid, filling?.left]).toEqual([1, 5, [0, 5]]);
      }
    },
  );
});

test('C49 whatever the card’s size, and with the same words in the stamp card’s block', () => {
  for (let size = CARD_LIMITS.smallest; size <= CARD_LIMITS.largest; size += 1) {
    const asked = { shopper: 'in-cart', change: { size } } as const;
    const [story] = toldStory(preview(asked, 'points-for-cart'), 'en').cards;
    expect([story?.free, story?.left]).toEqual([1, [0, size]]);
    expect(toldStory(preview(asked, 'stamp-card'), 'en').cards).toEqual([story]);
  }
});

test('C110 a card whose full ones are codes: the cart makes nothing free, and the code is ready', () => {
  const change = { maxPriceMinor: 1_500 };
  const ways = { coffee: 'codes' as const };
  expect(preview({ shopper: 'card-full', change }, 'stamp-card')).toContain('Your next item is free');
  const full = preview({ shopper: 'card-full', change, ways }, 'stamp-card');
  expect(full).toContain('0 of 5 stamps');
  expect(full).toContain('Up to €15.00 off (Coffee card)');
  const inCart = preview({ shopper: 'in-cart', change, ways }, 'points-for-cart');
  expect(inCart).toMatch(/After this order: 5\sof\s5/);
  expect(inCart).not.toContain('One more');
});
