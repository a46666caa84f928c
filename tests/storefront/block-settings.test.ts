// What a merchant may set in the theme editor, and what is there when nothing is set.
import { expect, test } from 'vitest';
import { liquidCart, liquidProduct } from './scene/liquid-objects.ts';
import { renderBlock } from './scene/render-block.ts';
import type { Block, Scene } from './scene/render-block.ts';
import { sampleMember } from './scene/sample-shop.ts';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { reward } from '#tests/support/factories.ts';
import { BIRTHDAYS } from './states/birthday.ts';

const BLOCKS: Block[] = [
  'birthday',
  'how-it-works',
  'member',
  'points-balance',
  'points-for-cart',
  'points-for-product',
  'rewards',
  'stamp-card',
];
const CART = liquidCart([{ product: { collections: ['7300000000009'] }, quantity: 2 }]);
const SCENE: Scene = {
  language: 'en',
  member: sampleMember({ points: 1240 }, { have: 3 }),
  product: liquidProduct({ collections: ['7300000000009'] }),
  cart: CART,
  program: { ...BIRTHDAYS, ...projectRewards([reward()]) },
};
const withSettings = async (block: Block, settings: Record<string, unknown>, scene: Partial<Scene> = {}) =>
  renderBlock(block, { ...SCENE, ...scene, settings });

test.each(BLOCKS)('%s: a heading of the merchant’s is text, never HTML', async (block) => {
  const { html, text } = await withSettings(block, { heading: 'Bean <b>club</b>' });
  expect(text).toContain('Bean <b>club</b>');
  expect(html).not.toContain('<b>club');
  const signedOut = await withSettings(block, { heading: 'Bean club' }, { member: null });
  expect(signedOut.text).toContain('Bean club');
});

test.each(BLOCKS)('%s: alignment, frame, corners, accent, and what can be read on it', async (block) => {
  const look = async (settings: Record<string, unknown>) =>
    /^<(?:div|section) (class="[^"]*") lang="en" dir="auto"(?: role="group" aria-labelledby="[^"]*")?( style="[^"]*")? ?>/
      .exec((await withSettings(block, settings)).html)
      ?.slice(1);
  expect(await look({ layout: 'full' })).toEqual(['class="sixth"', undefined]);
  expect(await look({ layout: 'compact', align: 'center' })).toEqual([
    'class="sixth sixth-bare sixth-center"',
    undefined,
  ]);
  expect(await look({ layout: 'full', align: 'end', accent: '#9a3b12' })).toEqual([
    'class="sixth sixth-end"',
    ' style="--sixth-accent: #9a3b12; --sixth-ink: #fff"',
  ]);
  expect(await look({ layout: 'full', corners: 'theme', accent: '#ffe14a' })).toEqual([
    'class="sixth"',
    ' style="--sixth-accent: #ffe14a; --sixth-ink: #000"',
  ]);
  expect(await look({ layout: 'full', corners: 'square' })).toEqual([
    'class="sixth"',
    ' style="--sixth-radius: 0px"',
  ]);
  expect(await look({ layout: 'full', corners: 'round', accent: '#123' })).toEqual([
    'class="sixth"',
    ' style="--sixth-radius: 1em; --sixth-accent: #123; --sixth-ink: #fff"',
  ]);
});

test.each(BLOCKS)('%s: a sign-in link that comes back here', async (block) => {
  const { html } = await withSettings(block, {}, { member: null });
  expect(html.match(/<a href="\/customer_authentication\/login\?return_to=/g)).toHaveLength(1);
  expect((await withSettings(block, {})).html).not.toContain('<a ');
});

test.each(BLOCKS)(
  '%s: nothing before the app has written its program, but the editor says why',
  async (block) => {
    const none = { program: null };
    expect((await withSettings(block, {}, none)).html).toBe('');
    const inEditor = await withSettings(block, {}, { ...none, designMode: true });
    expect(inEditor.text).toMatch(/^(Open the app once|No published stamp card|No birthday offer)/);
  },
);

test.each(BLOCKS)('%s: the merchant’s word for points is escaped once', async (block) => {
  const names = { en: { one: '<i>b</i> & co', other: '<i>b</i> & co' }, fr: { one: 'g', other: 'g' } };
  for (const member of [null, sampleMember({ pending: 2, owed: 3 })]) {
    const { html } = await withSettings(block, {}, { program: { ...BIRTHDAYS, names }, member });
    expect(html).not.toMatch(/<i>|&amp;(lt|amp);/);
  }
});

test('a block for products says so in the editor of a page without one', async () => {
  const scene: Scene = { language: 'en', member: null, designMode: true };
  expect((await renderBlock('points-for-product', scene)).text).toContain('On a product page');
  expect((await renderBlock('points-for-product', { ...scene, designMode: false })).html).toBe('');
});

test('variants and cards bear names that are text, never HTML', async () => {
  const variants = [
    { title: '<i>250 g</i>', priceMinor: 900 },
    { title: '1 kg', priceMinor: 3200 },
  ];
  const page = await withSettings(
    'points-for-product',
    {},
    { product: liquidProduct({ variants, selected: 0 }) },
  );
  expect(page.text).toBe('Earn 9 beans · <i>250 g</i>');
  const card = { ...BIRTHDAYS.cards[0]!, title: { en: '<i>C</i>', fr: 'c' } };
  const program = { ...BIRTHDAYS, cards: [card, { ...card, key: 'second' }] };
  for (const block of ['points-for-cart', 'stamp-card', 'how-it-works'] as const) {
    const { html } = await withSettings(block, {}, { program });
    expect(html).toContain('&lt;i&gt;C&lt;/i&gt;');
  }
});

test('C79 C67 a blocked member is promised nothing, and keeps what there is', async () => {
  const member = sampleMember({ points: 40, blocked: true }, { have: 5, free: 1 });
  for (const block of BLOCKS) {
    for (const language of ['en', 'fr']) {
      const { html, text } = await withSettings(block, {}, { member, language });
      expect(text).not.toMatch(/earn|brings|free\.|rapporte|gagnez|offert\./i);
      expect(html).not.toContain('sixth-free-on');
    }
  }
  expect((await withSettings('points-balance', {}, { member })).text).toContain('40');
});
