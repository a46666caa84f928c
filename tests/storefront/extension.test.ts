// What the theme extension weighs, and what the theme editor reads of it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import { readBlockSchema } from '#app/liquid/block-schema.ts';
import { byteFigures } from '#tests/bench/storefront-bytes.ts';
import { textsOf, type Texts } from '#tests/tools/short-keys.ts';
import { assetOf, smallFile, smallScript, THEME_SCRIPTS, writtenFiles } from '#tests/tools/make-theme.ts';

const EXTENSION = join(import.meta.dirname, '../../extensions/loyalty-theme');
const files = (folder: string) => readdirSync(join(EXTENSION, folder)).map((file) => join(folder, file));
const source = (file: string) => readFileSync(join(EXTENSION, file), 'utf8');

/** As the command counts, with the file's name. */
const zipped = (file: string) => gzipSync(source(file), { level: 9 }).byteLength + basename(file).length + 1;

test('it weighs next to nothing: each script under 1 KB, and the stylesheet 2.25 KB, the launcher’s 1.25 KB', () => {
  const scripts = ['birthday.js', 'cart-line.js', 'follow.js', 'add.js', 'history.js', 'order.js'].map(
    (file) => `assets/${file}`,
  );
  const others = ['amount.js', 'launcher.css', 'rewards.js', 'sixth.css'].map((file) => `assets/${file}`);
  expect(files('assets')).toEqual([...scripts, ...others].sort());
  for (const file of scripts) expect(zipped(file)).toBeLessThan(1_024);
  expect(zipped('assets/sixth.css')).toBeLessThanOrEqual(2_304);
  expect(zipped('assets/launcher.css')).toBeLessThanOrEqual(1_280);
});

test('no block adds 1 KB of script to its page, with what it writes into the page counted', async () => {
  const scripts = (await byteFigures()).filter(({ name }) => name.startsWith('JS that '));
  expect(scripts.map(({ name, ours: [bytes = 1_024] }) => [name, bytes < 1_024])).toEqual(
    scripts.map(({ name }) => [name, true]),
  );
  // The cart's page has a button that adds one more, the one block that writes any.
  const follow = gzipSync(source('assets/follow.js')).byteLength;
  expect(scripts.find(({ name }) => name.includes('points-for-cart'))?.ours[0]).toBeGreaterThan(follow);
});

test('all that a page loads by itself is under 5 KB, under 6.25 KB with the launcher; what rewards load with taps is under 4 KB', () => {
  const byItself = ['birthday.js', 'cart-line.js', 'follow.js', 'sixth.css'].map((file) => `assets/${file}`);
  expect(byItself.reduce((sum, file) => sum + zipped(file), 0)).toBeLessThan(5_120);
  const launcher = zipped('assets/launcher.css');
  expect(byItself.reduce((sum, file) => sum + zipped(file), launcher)).toBeLessThan(6_400);
  const withTaps = ['amount.js', 'add.js', 'rewards.js'].map((file) => `assets/${file}`);
  expect(withTaps.reduce((sum, file) => sum + zipped(file), 0)).toBeLessThan(4_096);
});

test('a reward’s script is loaded by a tap, and by nothing before it', () => {
  const naming = (script: string) =>
    [...files('blocks'), ...files('snippets')].filter((file) => source(file).includes(script));
  expect(naming('rewards.js')).toEqual(['blocks/launcher.liquid', 'snippets/reward-data.liquid']);
  // Opened by the other one.
  expect(naming('amount.js')).toEqual(['snippets/amount-form.liquid']);
  expect(naming('add.js')).toEqual(['snippets/reward-data.liquid']);
  expect(naming('history.js')).toEqual(['snippets/launcher-more.liquid']);
  expect(naming('order.js')).toEqual(['snippets/launcher-more.liquid']);
  for (const file of naming('rewards.js'))
    expect(source(file)).toContain(`data-src="{{'rewards.js'|asset_url}}"`);
  // The panel's own, once it is open: for a cart that has changed meanwhile, and for the history.
  const [panel, history] = ['blocks/launcher.liquid', 'snippets/launcher-more.liquid'].map(source);
  expect(panel).toMatch(/ontoggle="if\(event\.newState=='open'&&[^"]*import\(this\.dataset\.src\)/);
  expect(history).toMatch(/ontoggle="if\(this\.open\)import\(this\.dataset\.src\)/);
  expect(source('snippets/reward-tap.liquid')).toMatch(/ onclick="[^"]*import\(of\.dataset\.src\)[^"]*"/);
});

test('scripts come after the page, as modules that run once, and no handler holds what Liquid puts out', () => {
  for (const file of [...files('blocks'), ...files('snippets')]) {
    for (const [script] of source(file).matchAll(/<script[^>]*>/g)) {
      expect(script).toMatch(
        /^<script type="module" src="\{\{'[\w-]+\.js'\|asset_url\}\}" fetchpriority="low">$/,
      );
    }
    for (const [handler] of source(file).matchAll(/\son\w+=("[^"]*"|'[^']*')/g)) {
      expect([file, handler]).toEqual([file, expect.not.stringMatching(/\{\{|\{%/)]);
    }
  }
});

test.each(THEME_SCRIPTS)('what shoppers load of %s is made of its source: npm run theme', async (name) => {
  expect(readFileSync(assetOf(name), 'utf8')).toBe(await smallScript(name));
});

test('what is deployed of each block, snippet and language is made of its source: npm run theme', () => {
  const sources = writtenFiles();
  expect(['blocks', 'locales', 'snippets'].flatMap(files).sort()).toEqual(Object.keys(sources).sort());
  for (const [file, written] of Object.entries(sources)) {
    expect([file, source(file)]).toEqual([file, smallFile(file, written)]);
    // Each opens by saying what it shows, or renders and accepts.
    if (file.endsWith('.liquid')) expect(written).toMatch(/^\{%- (comment|doc) -%\}\n/);
  }
});

test('it stays within Shopify’s limits for locale files and Liquid', () => {
  for (const file of files('locales')) expect(statSync(join(EXTENSION, file)).size).toBeLessThan(15_000);
  const liquid = [...files('blocks'), ...files('snippets')].map(
    (file) => statSync(join(EXTENSION, file)).size,
  );
  expect(liquid.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
});

const locale = (file: string) => JSON.parse(source(`locales/${file}`)) as Texts;
const find = (texts: Texts, key: string) =>
  key
    .split('.')
    .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts);

test.each(['en.default.schema.json', 'fr.schema.json'])('the theme editor finds every text in %s', (file) => {
  const texts = locale(file);
  for (const block of files('blocks')) {
    const name = find(texts, readBlockSchema(source(block)).name.replace('t:', ''));
    expect(typeof name === 'string' && name.length <= 25).toBe(true);
    for (const [, key = ''] of source(block).matchAll(/"t:([\w.]+)"/g))
      expect([key, typeof find(texts, key)]).toEqual([key, 'string']);
  }
});

test('English and French have the same texts, and no text is left that nothing shows', () => {
  // As it is written: what is made has short names.
  const files = writtenFiles();
  const written = Object.entries(files).filter(([file]) => file.endsWith('.liquid'));
  const shown = written.map(([, text]) => text).join('\n');
  const keys = (file: string) =>
    textsOf(JSON.parse(files[`locales/${file}`] ?? '') as Texts).map(([key]) => key);
  const english = keys('en.default.json');
  expect(keys('fr.json')).toEqual(english);
  const listed = /^(ordinals|months|date\.months)\./;
  // The block puts these together: each kind of gift, when it comes and afterwards.
  const ofGifts = MOMENTS.flatMap((kind) => [`${kind}.here`, `${kind}.given`]);
  expect(english).toEqual(expect.arrayContaining(ofGifts));
  for (const part of ['.here', '.given']) expect(shown).toContain(`gift.kind | append: '${part}'`);
  // Of a gift that is a reward: a sentence of its own after it has come.
  const ofRewards = MOMENTS.map((kind) => `${kind}.gift`);
  expect(english).toEqual(expect.arrayContaining(ofRewards));
  expect(shown).toContain("voucher.moment | append: '.gift'");
  const composed = (key: string) => listed.test(key) || [...ofGifts, ...ofRewards].includes(key);
  const unused = english.filter((key) => !composed(key) && !shown.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

test('each text that is made bears its short name in both languages, and none is lost', () => {
  const made = (file: string) => textsOf(locale(file)).map(([key]) => key);
  const { length } = textsOf(JSON.parse(writtenFiles()['locales/fr.json'] ?? '') as Texts);
  expect(made('fr.json')).toEqual(made('en.default.json'));
  expect(new Set(made('fr.json')).size).toBe(length);
});
