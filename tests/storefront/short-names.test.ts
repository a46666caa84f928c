// What a file calls its own variables may be short, and blanks around signs may go; what others name stays as it is.
import { expect, test } from 'vitest';
import { shortNames, shortParameters } from '#tests/tools/short-names.ts';
import { shortKeys, withShortKeys, withShortTexts } from '#tests/tools/short-keys.ts';
import { tightTags } from '#tests/tools/tight-tags.ts';

const DOC = `{%- doc -%}
  Renders words for steps.

  @param {number} size
{%- enddoc -%}
`;

test.each([
  ['a variable of its own', "{% assign word = 'word' %}{{ word }}", "{% assign a='word' %}{{ a }}"],
  ['a parameter', '{% assign size = size | plus: 1 %}', '{% assign size=size|plus:1 %}'],
  ['a property', '{% assign steps = card.steps %}{{ steps }}', '{% assign a=card.steps %}{{ a }}'],
  [
    'a filter, and its argument',
    "{% assign first = words | first %}{{ 'x' | t: first: first, b: 2 }}",
    "{% assign a=words|first %}{{ 'x'|t:first:a,b:2 }}",
  ],
  [
    'an argument of a snippet',
    "{% capture line %}1{% endcapture %}{% render 'x', line: line, id : line %}",
    "{% capture a %}1{% endcapture %}{% render 'x',line:a,id :a %}",
  ],
  [
    'a range',
    '{% for day in (1..last) %}{% assign last = day %}{% endfor %}',
    '{% for a in (1..b) %}{% assign b=a %}{% endfor %}',
  ],
  ['a key in brackets', "{% assign key = 'en' %}{{ names[key] }}", "{% assign a='en' %}{{ names[a] }}"],
  [
    'words and signs of the page',
    '{% assign text = 1 %}<p class="text">text: a | b, c = d</p>',
    '{% assign a=1 %}<p class="text">text: a | b, c = d</p>',
  ],
  [
    'words and signs in strings',
    '{{ a | replace: \'x, y\', ": = | " }}',
    '{{ a|replace:\'x, y\',": = | " }}',
  ],
  ['a comparison', '{% if a == b and c != d %}{% endif %}', '{% if a == b and c != d %}{% endif %}'],
  ['a letter that is taken', '{% assign word = a %}{{ word }}', '{% assign b=a %}{{ b }}'],
  [
    'lines of a liquid tag, the most used first',
    '{%- liquid\nassign one = 1\nfor two in list\necho two\nendfor\n-%}',
    '{%- liquid\nassign b=1\nfor a in list\necho a\nendfor\n-%}',
  ],
])('%s', (_, written, made) => {
  expect(shortNames(DOC + written).trim()).toBe(made);
});

const USES = `{%- doc -%}
  @param {number} size
  @param {product} [product]
{%- enddoc -%}
{%- liquid
  assign row = size
  render 'row', size: row, product: product
  echo 'x' | t: size: size
-%}`;

test('a snippet’s parameter has one short name in all files, but for those that pages have, too', () => {
  const parameters = shortParameters(USES);
  expect([...parameters]).toEqual([['size', 'a']]);
  const made = shortNames(USES, parameters).replaceAll(/^\s+/gm, '');
  expect(made).toBe("{%- liquid\nassign b=a\nrender 'row',a:b,product:product\necho 'x'|t:size:a\n-%}");
});

test.each([
  ['blanks that dashes drop', '<p> {%- if a -%}\n  b {%- endif %} </p>', '<p>{%if a%}b{%endif%} </p>'],
  ['blanks in quotes', "{{ ' ' }}{{- ' -' -}}", "{{' '}}{{' -'}}"],
  ['lines of a liquid tag', '{%- liquid\nassign a = 1\n-%}\nb', '{%liquid\nassign a = 1%}b'],
])('tags without dashes: %s', (_, written, made) => {
  expect(tightTags(written)).toBe(made);
});

test('a text has a short name, unless Liquid puts its key together', () => {
  const texts = { a: 'taken', cart: { other: 'x', add: { one: '1', other: 'n' } }, months: { m1: 'May' } };
  const liquid = "{{ 'cart.add' | t }}{{ 'cart.add' | t }}{{ 'cart.other' | t }}<p>'cart.other'</p>";
  const short = shortKeys(texts, liquid);
  expect([...short]).toEqual([
    ['cart.add', 'b'],
    ['cart.other', 'c'],
  ]);
  expect(withShortTexts(texts, short)).toEqual({
    a: 'taken',
    c: 'x',
    b: { one: '1', other: 'n' },
    months: { m1: 'May' },
  });
  expect(withShortKeys(liquid, short)).toBe("{{ 'b' | t }}{{ 'b' | t }}{{ 'c' | t }}<p>'cart.other'</p>");
});
