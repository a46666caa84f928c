// Theme files as Shopify, and people by hand, write them.
import { describe, expect, it } from 'vitest';
import { EMBEDS, THE_REST, themeSeenSchema } from '#app/core/storefront/theme-seen.ts';
import { parseThemeJson } from '#app/shopify/storefront/theme-json.ts';
import {
  SETTINGS_FILE,
  shortName,
  themePlaces,
  type FilesOfTheme,
} from '#app/shopify/storefront/theme-places.ts';

const ours = (block: string) => `shopify://apps/sixth-loyalty/blocks/${block}/0190a1b2-c3d4`;
const NO_EMBEDS = { name: SETTINGS_FILE, text: '{"current": {}}' };

function read(files: Record<string, unknown>, rest: Partial<FilesOfTheme> = {}) {
  const given = Object.entries(files).map(([name, content]) => ({
    name,
    text: content === null ? null : typeof content === 'string' ? content : JSON.stringify(content),
  }));
  const settings = SETTINGS_FILE in files ? [] : [NO_EMBEDS];
  return themePlaces(
    { files: [...given, ...settings], notGiven: [], complete: true, ...rest },
    'sixth-loyalty',
  );
}

const section = (blocks: object, more: object = {}) => ({
  sections: { main: { type: 'main', blocks, ...more } },
  order: ['main'],
});
const places = (files: Record<string, unknown>) =>
  read(files).places.map(({ page, block, shown }) => `${page} ${block}${shown ? '' : ' hidden'}`);

describe('the JSON of a theme', () => {
  it.each([
    ['a head as Shopify writes it', '/*\n * "never" {\n */\n{"a": 1}', { a: 1 }],
    [
      'comments anywhere, but not in texts',
      '{ // one\n "a": "// no /* comment */", /* two */ "b": 2 }',
      { a: '// no /* comment */', b: 2 },
    ],
    ['a comma too many, but not in texts', '{"a": [1, 2,], "b": ",}",}', { a: [1, 2], b: ',}' }],
    ['an escaped quote', '{"a": "\\"/*", "b": "\\\\"}', { a: '"/*', b: '\\' }],
    ['a byte order mark', '\uFEFF{}', {}],
  ])('may have %s', (_what, text, value) => {
    expect(parseThemeJson(text)).toEqual(value);
  });

  it.each(['', '{', 'null', '[]', '"a"', '{"a": }', '/* never ends {}'])('is none: %s', (text) => {
    expect(parseThemeJson(text)).toBeNull();
  });
});

describe('blocks in a theme', () => {
  it('are ours by the app’s own handle, on the page of their template', () => {
    const blocks = {
      a: { type: ours('member') },
      b: { type: 'shopify://apps/other-app/blocks/member/0190' },
      c: { type: 'shopify://apps/sixth-loyalty-2/blocks/member/0190' },
      d: { type: 'title' },
      e: { type: 7 },
    };
    expect(places({ 'templates/product.json': section(blocks) })).toEqual(['product member']);
    expect(places({ 'templates/page.loyalty.json': section({ a: { type: ours('birthday') } }) })).toEqual([
      'page.loyalty birthday',
    ]);
  });

  it('may lie in other blocks, as deep as themes nest them', () => {
    const deep = {
      group: { type: 'group', blocks: { inner: { type: 'group', blocks: { a: { type: ours('member') } } } } },
    };
    expect(places({ 'templates/product.json': section(deep) })).toEqual(['product member']);
  });

  it('are hidden where they, or what holds them, are', () => {
    const hidden = { a: { type: ours('member'), disabled: true } };
    const shown = { a: { type: ours('member') } };
    expect(places({ 'templates/product.json': section(hidden) })).toEqual(['product member hidden']);
    expect(places({ 'templates/product.json': section(shown, { disabled: true }) })).toEqual([
      'product member hidden',
    ]);
    const leftOut = { ...section(shown), order: [] };
    expect(places({ 'templates/product.json': leftOut })).toEqual(['product member hidden']);
    expect(places({ 'templates/product.json': section(shown, { block_order: [] }) })).toEqual([
      'product member hidden',
    ]);
    const fixed = { a: { type: ours('member'), static: true } };
    expect(places({ 'templates/product.json': section(fixed, { block_order: [] }) })).toEqual([
      'product member',
    ]);
  });

  it('that stand twice on a page are shown where one of them is', () => {
    const twice = { a: { type: ours('member'), disabled: true }, b: { type: ours('member') } };
    expect(places({ 'templates/product.json': section(twice) })).toEqual(['product member']);
  });

  it('in a group of sections stand on every page, by what the group calls itself', () => {
    const blocks = { a: { type: ours('points-for-cart') } };
    const header = { type: 'header', ...section(blocks) };
    expect(places({ 'sections/header-group.json': header })).toEqual(['group:header points-for-cart']);
    expect(places({ 'sections/footer-group.json': section(blocks) })).toEqual([
      'group:footer points-for-cart',
    ]);
  });

  it('embeds that are on stand in the settings, by themselves or in a preset', () => {
    const embeds = {
      1: { type: ours('cart-line'), disabled: false },
      2: { type: ours('launcher'), disabled: true },
    };
    const on = [`${EMBEDS} cart-line`, `${EMBEDS} launcher hidden`];
    expect(places({ [SETTINGS_FILE]: { current: { blocks: embeds } } })).toEqual(on);
    expect(places({ [SETTINGS_FILE]: { current: 'Dark', presets: { Dark: { blocks: embeds } } } })).toEqual(
      on,
    );
    expect(places({ [SETTINGS_FILE]: { current: 'Gone', presets: {} } })).toEqual([]);
  });

  it.each([
    null,
    [],
    'text',
    7,
    { sections: [] },
    { sections: { main: null } },
    { sections: { main: { blocks: [7] } } },
  ])('are none in a shape that no theme has: %j', (content) => {
    expect(places({ 'templates/product.json': JSON.stringify(content) })).toEqual([]);
  });
});

describe('what can’t be read', () => {
  it('leaves its own page unknown, and the others as they are', () => {
    const good = section({ a: { type: ours('member') } });
    const told = read({
      'templates/product.json': good,
      'templates/cart.json': '{',
      'templates/index.json': null,
    });
    expect(told).toEqual({
      pages: ['product', 'cart', 'index'],
      places: [{ page: 'product', block: 'member', shown: true }],
      unread: [
        { page: 'cart', why: 'unreadable' },
        { page: 'index', why: 'too-big' },
      ],
    });
  });

  it('is what Shopify couldn’t give, the settings where there are none, and what comes after the last file', () => {
    expect(read({}, { notGiven: ['templates/cart.json'] }).unread).toEqual([
      { page: 'cart', why: 'not-given' },
    ]);
    expect(themePlaces({ files: [], notGiven: [], complete: false }, 'sixth-loyalty').unread).toEqual([
      { page: EMBEDS, why: 'not-given' },
      { page: THE_REST, why: 'too-big' },
    ]);
  });

  it('a page whose template is Liquid takes no blocks, which is known', () => {
    expect(read({ 'templates/product.json': {} })).toMatchObject({ pages: ['product'], unread: [] });
  });
});

describe('a theme that somebody broke', () => {
  const HALF = 125_000;

  it.each([
    ['texts without an end', '"' + '\\"'.repeat(HALF)],
    ['the same, cut off behind a stroke', '"' + '\\"'.repeat(HALF) + '\\'],
    ['comments without an end', '{' + '/*'.repeat(HALF)],
    ['lines of comments', '{' + '//\n'.repeat(HALF)],
    ['commas', '{"a":1' + ', '.repeat(HALF)],
    ['blanks', '{"a":1,' + ' '.repeat(2 * HALF)],
  ])('is read in one go, whatever it is full of: %s', (_what, text) => {
    expect(parseThemeJson(text)).toBeNull();
    expect(read({ 'templates/index.json': text }).unread).toEqual([{ page: 'index', why: 'unreadable' }]);
  });

  it('may nest as deep as a parser lets it', () => {
    const text = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000);
    expect(places({ 'templates/index.json': text })).toEqual([]);
    let nested: object = { type: ours('member') };
    for (let deep = 0; deep < 40; deep += 1) nested = { type: 'x', blocks: { [`_${deep}`]: nested } };
    expect(places({ 'templates/index.json': section({ a: nested }) })).toEqual([]);
  });

  it('may have names that mean something to a machine, and orders of anything', () => {
    const sections = Object.fromEntries(
      ['__proto__', 'constructor', 'toString', '', '𝕏', '"'].map((id) => [id, { type: ours('member') }]),
    );
    const file = JSON.stringify({ order: ['constructor', 5, null, {}, '"'], sections });
    expect(places({ 'templates/index.json': file })).toEqual(['index member']);
    expect(places({ [SETTINGS_FILE]: '{"current": "__proto__", "presets": {}}' })).toEqual([]);
    expect(places({ 'sections/x-group.json': '{"type": {}, "order": "all", "sections": [1]}' })).toEqual([]);
  });

  it('is written down in words that a database takes, and read again', () => {
    const blocks = Object.fromEntries(
      ['a\u0000b', 'x'.repeat(300), 'é', '__proto__', 'member'].map((block, index) => [
        `b${index}`,
        { type: ours(block) },
      ]),
    );
    const name = `templates/${'é'.repeat(189)}😀\u0000.json`;
    const told = read({ [name]: section(blocks), 'templates/.json': '{}' });
    const seen = { v: 1, by: 'files', theme: { id: '1', name: shortName(name) }, ...told };
    expect(themeSeenSchema.parse(seen).places.map(({ block }) => block)).toEqual(['__proto__', 'member']);
    expect(JSON.stringify(seen)).not.toMatch(/\\u0000|\\ud83d(?!\\ude00)/i);
  });

  it('of more blocks than anybody can have is known in part, and says so', () => {
    const blocks = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [`b${index}`, { type: ours(`n${index}`) }]),
    );
    const told = read({ 'templates/index.json': section(blocks) });
    expect([told.places.length, told.unread]).toEqual([2_000, [{ page: THE_REST, why: 'too-big' }]]);
  });
});
