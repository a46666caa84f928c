// Who left the program reads that they did, and how to come back: no balance of nothing, no empty card.
import { expect, test } from 'vitest';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { reward } from '#tests/support/factories.ts';
import { renderBlock, type Block, type Scene } from './scene/render-block.ts';
import { COFFEE, sampleMember } from './scene/sample-shop.ts';
import { COFFEES } from './states/member.ts';

const member = sampleMember({ blocked: true, left: true });
const program = { ...COFFEES, ...projectRewards([reward()]) };
const POINTS_ONLY = { ...COFFEES, cards: [], occasions: [] };
const LEFT = { en: 'You’ve left the program. Come back', fr: 'Vous avez quitté le programme. Revenir' };
const PLACES: Pick<Scene, 'page' | 'productId'>[] = [
  { page: 'page' },
  { page: 'cart' },
  { productId: COFFEE },
];

const says: [Block, boolean][] = [
  ['member', true],
  ['points-balance', true],
  ['stamp-card', true],
  ['birthday', true],
  ['how-it-works', true],
  ['launcher', true],
  ['rewards', false],
  ['points-for-product', false],
  ['points-for-cart', false],
];

test.each(says)('S-86 who left reads no number in %s, on any page', async (block, saysSo) => {
  for (const place of PLACES)
    for (const language of ['en', 'fr'] as const)
      for (const of of [program, POINTS_ONLY]) {
        const { html, text } = await renderBlock(block, { ...place, language, member, program: of });
        expect(text).not.toMatch(/\d/);
        expect(text === '' || text.includes(LEFT[language])).toBe(true);
        if (saysSo && place.page === 'page' && of === program) expect(text).toContain(LEFT[language]);
        for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g))
          expect(html).toContain(`id="${id ?? ''}"`);
      }
});

test('S-86 where points are all there is, the launcher is there for who left', async () => {
  const { text } = await renderBlock('launcher', {
    page: 'page',
    language: 'en',
    member,
    program: POINTS_ONLY,
  });
  expect(text).toContain(LEFT.en);
});
