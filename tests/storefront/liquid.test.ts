import { expect, test } from 'vitest';
import { readBlockSchema, settingDefaults } from '#app/liquid/block-schema.ts';
import { createEngine } from '#app/liquid/engine.ts';

const LOCALES = {
  en: {
    plain: 'Tea & {{ what }}',
    link_html: '<a>{{ what }}</a>',
    only_english: 'Hello',
    cups: { one: '{{ count }} cup', other: '{{ count }} cups' },
  },
  fr: { plain: 'Thé', cups: { one: '{{ count }} tasse', other: '{{ count }} tasses' } },
};

function render(source: string, objects: object = {}, snippets: Record<string, string> = {}): string {
  const templates = { ...snippets, page: source };
  const engine = createEngine({ templates, translations: LOCALES, assetUrl: (name) => `/a/${name}` });
  return engine.render('page', objects);
}

test.each([
  ['{{ 300 | divided_by: 250 }}', '1'],
  ['{{ -7 | divided_by: 2 }}', '-4'],
  ['{{ 5 | divided_by: 2.5 }}', '2'],
  ['{{ 7 | divided_by: 2.5 }}', '2.8'],
  ['{{ "12" | divided_by: 5 }}', '2'],
  ['{{ 1240 | modulo: 1000 }}', '240'],
  ['{{ -1 | modulo: 5 }}', '4'],
])('integers divide as at Shopify: %s is %s', (source, expected) => {
  expect(render(source)).toBe(expected);
});

test('now is the page’s own day, whatever the machine’s zone; other dates are as they were', () => {
  const page = { clock: { at: new Date('2026-11-30T11:00:00Z'), timeZone: 'Pacific/Apia' } };
  expect(render("{{ 'now' | date: '%Y%m%d' }}", page)).toBe('20261201');
  expect(render("{{ '2026-11-30T12:00:00Z' | date: '%d.%m. %H' }}", page)).toBe('01.12. 01');
});

test('a division by zero is an error, not infinity', () => {
  expect(() => render('{{ 1 | divided_by: 0 }}')).toThrow('divided by 0');
  expect(() => render('{{ 1 | modulo: 0 }}')).toThrow('divided by 0');
});

test.each([
  ['€{{amount}}', 123456, '€1,234.56', '€1,234.56'],
  ['€{{amount}}', 900, '€9.00', '€9'],
  ['{{amount_with_comma_separator}} €', 1250000, '12.500,00 €', '12.500 €'],
  ['¥{{amount_no_decimals}}', 100000, '¥1,000', '¥1,000'],
  ['{{ amount_no_decimals_with_space_separator }} kr', 123450, '1 235 kr', '1 235 kr'],
  ['${{amount}}', -5, '$-0.05', '$-0.05'],
])('money in the format %s', (money_format, hundredths, money, trimmed) => {
  const objects = { shop: { money_format }, hundredths };
  expect(render('{{ hundredths | money }}', objects)).toBe(money);
  expect(render('{{ hundredths | money_without_trailing_zeros }}', objects)).toBe(trimmed);
});

test('a money format that Shopify does not know is an error', () => {
  expect(() => render('{{ 1 | money }}', { shop: { money_format: '{{cents}}' } })).toThrow(
    'unknown money format',
  );
});

test.each([
  ['en', 0, '0 cups'],
  ['en', 1, '1 cup'],
  ['fr', 0, '0 tasse'],
  ['fr', 1, '1 tasse'],
  ['fr', 2, '2 tasses'],
  ['fr', 1_000_000, '1000000 tasses'],
  ['fr-CA', 2, '2 tasses'],
  ['de', 2, '2 cups'],
])('plurals in %s for %i', (iso_code, count, expected) => {
  expect(render("{{ 'cups' | t: count: count }}", { request: { locale: { iso_code } }, count })).toBe(
    expected,
  );
});

test('texts are escaped unless their key says HTML, fall back to English, and may not be missing', () => {
  expect(render("{{ 'plain' | t: what: '<b>' }}")).toBe('Tea &amp; &lt;b&gt;');
  expect(render("{{ 'link_html' | t: what: 'x' }}")).toBe('<a>x</a>');
  expect(render("{{ 'only_english' | t }}", { request: { locale: { iso_code: 'fr' } } })).toBe('Hello');
  expect(() => render("{{ 'nowhere.here' | t }}")).toThrow('translation missing: en.nowhere.here');
  expect(() => render("{{ 'cups' | t }}")).toThrow('translation missing');
});

test('assets and pictures get their addresses', () => {
  expect(render("{{ 'sixth.css' | asset_url | stylesheet_tag }}")).toBe(
    '<link href="/a/sixth.css" rel="stylesheet" type="text/css" media="all">',
  );
  const image = { src: '/p.svg', alt: 'Cup' };
  expect(render('{{ image | image_url: width: 200 | image_tag: alt: \'A "cup"\' }}', { image })).toBe(
    '<img src="/p.svg?width=200" alt="A &quot;cup&quot;">',
  );
});

test('a snippet sees what it is given and the global objects, nothing else', () => {
  const snippets = { part: '[{{ given }}{{ own }}{{ shop.name }}]' };
  const source = "{% assign own = 'own' %}{% render 'part', given: 1 %}";
  expect(render(source, { shop: { name: 'S' } }, snippets)).toBe('[1S]');
});

test('schema and doc print nothing, blocks stand where the theme has room', () => {
  expect(render('a{% schema %}{"name": "x"}{% endschema %}b{% doc %}{% render x %}{% enddoc %}c')).toBe(
    'abc',
  );
  expect(render("{% content_for 'blocks' %}", { content_for_blocks: '<p>' })).toBe('<p>');
  expect(() => render("{% content_for 'block' %}")).toThrow("only content_for 'blocks'");
  expect(() => render('{% schema %}')).toThrow('missing endschema');
});

test('an unknown filter or tag is an error', () => {
  expect(() => render('{{ 1 | sparkle }}')).toThrow('undefined filter: sparkle');
  expect(() => render('{% sparkle %}')).toThrow('tag "sparkle" not found');
});

test('a block’s schema tells its name, its stylesheet and the defaults of its settings', () => {
  const schema = readBlockSchema(`<p></p>{% schema %}
    {"name": "B", "stylesheet": "b.css", "settings": [
      {"type": "header", "content": "Look"},
      {"type": "range", "id": "size", "default": 5},
      {"type": "text", "id": "card"}]}
    {% endschema %}`);
  expect(schema).toMatchObject({ name: 'B', stylesheet: 'b.css' });
  expect(settingDefaults(schema)).toEqual({ size: 5, card: null });
  expect(() => readBlockSchema('<p></p>')).toThrow('no schema');
});
