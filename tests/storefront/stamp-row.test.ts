// The row of stamps by itself: its pictures, its rows, and its name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CARD_SHAPES, type CardShape } from '#app/core/program/card-shapes.ts';
import { SHAPE_PATHS } from '#app/core/program/shape-paths.ts';
import { WRITTEN } from '#tests/tools/make-theme.ts';
import { renderSnippet } from './scene/render-snippet.ts';

type Row = { have?: number; size?: number; free?: number; coming?: number; cart?: number; label?: string };

function row(given: Row, shape?: CardShape, language = 'en'): string {
  const globals = { request: { locale: { iso_code: language } }, shop: { name: ' épicerie <Noé>' } };
  return renderSnippet('stamp-row', globals, { have: 0, size: 5, free: 0, coming: 0, shape, ...given });
}

const nameOf = (html: string) => /aria-label="([^"]*)"/.exec(html)?.[1];
const kinds = (html: string) =>
  [...html.matchAll(/class="sixth-stamp( [^"]*)?"/g)].map(([, kind = '']) => kind.trim() || 'empty');

test.each(CARD_SHAPES)('a held stamp bears the card’s picture: %s', (shape) => {
  const html = row({ have: 2 }, shape);
  const drawn = shape === 'initial' ? '<text x="12" y="16.5">É</text>' : `<path d="${SHAPE_PATHS[shape]}"/>`;
  expect(html.split(drawn)).toHaveLength(3);
  expect(drawn.length).toBeLessThan(300);
});

test('a card without a picture, or with one of a later version, bears a tick', () => {
  expect(row({ have: 1 })).toContain(SHAPE_PATHS.tick);
  const source = readFileSync(join(WRITTEN, 'snippets/stamp-shape.liquid'), 'utf8');
  expect(source.match(/assign d = /g)).toHaveLength(CARD_SHAPES.length - 1);
});

test('after held stamps come those on their way, then what this cart adds, and the last of these is set down', () => {
  const html = row({ have: 1, coming: 1, cart: 2 });
  const added = ['sixth-stamp-cart', 'sixth-new sixth-stamp-cart'];
  expect(kinds(html)).toEqual(['sixth-stamp-on', 'sixth-stamp-coming', ...added, 'empty']);
  expect(nameOf(html)).toBe('1 of 5 stamps, 1 on its way, 2 from this cart');
  expect(html.match(/>\+1</g)).toHaveLength(2);
});

test('stamps that don’t fit the row aren’t drawn, and a name of the caller’s stays', () => {
  const html = row({ have: 3, cart: 9, free: 1, label: 'After this order: 3 of 5' });
  expect(kinds(html)).toHaveLength(5);
  expect(html.match(/>\+1</g)).toHaveLength(2);
  expect(nameOf(html)).toBe('After this order: 3 of 5');
  expect(html).toContain('sixth-free-on');
});

test('its name says in French, too, what is on its way', () => {
  expect(nameOf(row({ have: 1, coming: 3 }, 'cup', 'fr'))).toBe('1 tampon sur 5, 3 en attente');
});

test('a card of more than seven stamps has two rows of equal length, or of one more', () => {
  const rows = (size: number) => {
    const html = row({ size });
    const columns = Number(/--sixth-columns: (\d+)/.exec(html)?.[1]);
    const stamps = html.match(/<span class="sixth-stamp[^>]*>/g) ?? [];
    const second = stamps.findIndex((stamp) => stamp.includes('grid-column: 1'));
    return second < 0 ? [columns, size] : [columns, second, size - second];
  };
  expect([3, 7].map(rows)).toEqual([
    [3, 3],
    [7, 7],
  ]);
  expect([8, 9, 11, 12].map(rows)).toEqual([
    [4, 4, 4],
    [4, 5, 4],
    [5, 6, 5],
    [6, 6, 6],
  ]);
});
