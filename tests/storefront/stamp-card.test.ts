import { PLAIN_CARD } from '#app/core/program/card-rules.ts';
import { expect, test } from 'vitest';
import { renderBlock } from './scene/render-block.ts';
import type { Scene } from './scene/render-block.ts';
import { COFFEE, GIFT_CARD, MUG, SAMPLE_PROGRAM, sampleMember } from './scene/sample-shop.ts';

type State = {
  state: string;
  member: Scene['member'];
  /** Filled, coming and empty stamps, and whether the free one is reached. */
  row: [filled: number, coming: number, empty: number, free: boolean];
  en: { name: string; text: string };
  fr: { name: string; text: string };
};

const STATES: State[] = [
  {
    state: 'a visitor sees the promise and is asked to sign in',
    member: null,
    row: [0, 0, 5, false],
    en: {
      name: '0 of 5 stamps',
      text: 'Coffee card Free Buy 5 items, and the sixth is free. Sign in to collect and use stamps.',
    },
    fr: {
      name: '0 tampon sur 5',
      text: 'Carte café Offert Pour 5 articles achetés, un article est offert. Connectez-vous pour collecter et utiliser vos tampons.',
    },
  },
  {
    state: 'a new member has an empty card',
    member: 'new',
    row: [0, 0, 5, false],
    en: { name: '0 of 5 stamps', text: 'Coffee card 0 of 5 stamps Free Buy 5 items, and the sixth is free.' },
    fr: {
      name: '0 tampon sur 5',
      text: 'Carte café 0 tampon sur 5 Offert Pour 5 articles achetés, un article est offert.',
    },
  },
  {
    state: 'three of five, two more to go',
    member: sampleMember({}, { have: 3 }),
    row: [3, 0, 2, false],
    en: {
      name: '3 of 5 stamps',
      text: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free.',
    },
    fr: {
      name: '3 tampons sur 5',
      text: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert.',
    },
  },
  {
    state: 'four of five, one more to go',
    member: sampleMember({}, { have: 4 }),
    row: [4, 0, 1, false],
    en: { name: '4 of 5 stamps', text: 'Coffee card 4 of 5 stamps Free 1 more item, and the sixth is free.' },
    fr: {
      name: '4 tampons sur 5',
      text: 'Carte café 4 tampons sur 5 Offert Encore un article, et un autre est offert.',
    },
  },
  {
    state: 'stamps that wait for payment are marked and told',
    member: sampleMember({}, { have: 1, coming: 3 }),
    row: [1, 3, 1, false],
    en: {
      name: '1 of 5 stamps, 3 on their way',
      text: 'Coffee card 1 of 5 stamps Free 1 more item, and the sixth is free. 3 more stamps come when your order is paid.',
    },
    fr: {
      name: '1 tampon sur 5, 3 en attente',
      text: 'Carte café 1 tampon sur 5 Offert Encore un article, et un autre est offert. 3 tampons de plus au paiement de votre commande.',
    },
  },
  {
    state: 'a single stamp that waits is told in the singular',
    member: sampleMember({}, { coming: 1 }),
    row: [0, 1, 4, false],
    en: {
      name: '0 of 5 stamps, 1 on its way',
      text: 'Coffee card 0 of 5 stamps Free 4 more items, and the sixth is free. 1 more stamp comes when your order is paid.',
    },
    fr: {
      name: '0 tampon sur 5, 1 en attente',
      text: 'Carte café 0 tampon sur 5 Offert Encore 4 articles, et un article est offert. 1 tampon de plus au paiement de votre commande.',
    },
  },
  {
    state: 'C49 a full card says that the next one is free',
    member: sampleMember({}, { have: 5, free: 1 }),
    row: [5, 0, 0, true],
    en: {
      name: '5 of 5 stamps',
      text: 'Coffee card Your next item is free, Anna. Free No code needed: the cart takes care of it.',
    },
    fr: {
      name: '5 tampons sur 5',
      text: 'Carte café Votre prochain article est offert, Anna. Offert Sans code\u00a0: le panier s’en charge.',
    },
  },
  {
    state: 'C49 stamps for several free units are told together',
    member: sampleMember({}, { have: 5, free: 3 }),
    row: [5, 0, 0, true],
    en: {
      name: '5 of 5 stamps',
      text: 'Coffee card Your next 3 items are free, Anna. Free No code needed: the cart takes care of it.',
    },
    fr: {
      name: '5 tampons sur 5',
      text: 'Carte café Vos 3 prochains articles sont offerts, Anna. Offert Sans code\u00a0: le panier s’en charge.',
    },
  },
];

test.each(STATES)('stamp card: $state', async ({ member, row, en, fr }) => {
  for (const [language, expected] of Object.entries({ en, fr })) {
    const { html, text } = await renderBlock('stamp-card', { language, member });
    expect(text).toBe(expected.text);
    expect(html).toContain(`role="img" aria-label="${expected.name}"`);
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
    const drawn = [/sixth-stamp-on"/g, /sixth-stamp-coming"/g, /"sixth-stamp"/g].map(count);
    expect([...drawn, html.includes('sixth-free-on')]).toEqual(row);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
  }
});

test('a card that is not published shows nothing, and the theme editor says why', async () => {
  const scene = {
    language: 'en',
    member: sampleMember({}, { have: 3 }),
    program: { ...SAMPLE_PROGRAM, cards: [] },
  };
  expect((await renderBlock('stamp-card', scene)).html).toBe('');
  expect((await renderBlock('stamp-card', { ...scene, program: null })).html).toBe('');
  expect((await renderBlock('stamp-card', { ...scene, designMode: true })).text).toContain(
    'No published stamp card',
  );
});

test('a member’s running card keeps its size, and the free one its ordinal', async () => {
  const member = sampleMember({}, { have: 6, size: 8 });
  const { text } = await renderBlock('stamp-card', { language: 'en', member });
  expect(text).toBe('Coffee card 6 of 8 stamps Free 2 more items, and the ninth is free.');
});

test.each([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'a card of %i stamps says which is free, in both languages',
  async (size) => {
    for (const language of ['en', 'fr']) {
      const { html, text } = await renderBlock('stamp-card', {
        language,
        member: sampleMember({}, { size }),
      });
      expect(html.match(/"sixth-stamp"/g)).toHaveLength(size);
      expect(text).toMatch(language === 'en' ? /the [a-z]+th is free/ : /un article est offert/);
    }
  },
);

const SECOND = {
  key: 'mugs',
  title: { en: 'Mug card', fr: 'Carte tasses' },
  size: 4,
  products: { all: false, productIds: [MUG], collectionIds: [], withTags: [], withoutTags: [] },
  ...PLAIN_CARD,
};
const TWO_CARDS = { ...SAMPLE_PROGRAM, cards: [...SAMPLE_PROGRAM.cards, SECOND] };
const titleOf = async (scene: Partial<Scene>) =>
  (await renderBlock('stamp-card', { language: 'en', member: 'new', program: TWO_CARDS, ...scene })).text;

test('the card of the page’s product is shown, by product or by collection, else the first', async () => {
  expect(await titleOf({ productId: MUG })).toContain('Mug card');
  expect(await titleOf({ productId: COFFEE })).toContain('Coffee card');
  expect(await titleOf({})).toContain('Coffee card');
});

test('on the page of a product that no card counts there is no card, and a gift card is never counted', async () => {
  expect(await titleOf({ productId: MUG })).toContain('Mug card');
  expect(await titleOf({ productId: MUG, program: SAMPLE_PROGRAM })).toBe('');
  expect(await titleOf({ productId: MUG, settings: { card: 'coffee' } })).toBe('');
  const forAll = { ...SAMPLE_PROGRAM, cards: [{ ...SECOND, products: { ...SECOND.products, all: true } }] };
  expect(await titleOf({ productId: GIFT_CARD, program: forAll })).toBe('');
  expect(await titleOf({ productId: COFFEE, program: forAll })).toContain('Mug card');
});

test('the merchant may name the card, by title in either language or by key', async () => {
  for (const card of ['Mug card', ' carte TASSES ', 'mugs']) {
    expect(await titleOf({ settings: { card } })).toContain('Mug card');
  }
  expect(await titleOf({ settings: { card: 'Gone' } })).toBe('');
});

test('a title is text, never HTML', async () => {
  const titled = { ...SECOND, title: { en: '<i>Mugs</i>', fr: 'x' } };
  const program = { ...SAMPLE_PROGRAM, cards: [titled] };
  const { html } = await renderBlock('stamp-card', { language: 'en', member: 'new', program });
  expect(html).toContain('&lt;i&gt;Mugs&lt;/i&gt;');
});
