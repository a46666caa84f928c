// What a merchant or a shopper wrote is text on a page of ours: neither markup nor Liquid.
import { expect, test } from 'vitest';
import { asText, el, together } from '#app/proxy/pages/html.ts';
import { pageInTheme } from '#app/proxy/pages/page-in-theme.ts';
import { createEngine } from '#app/liquid/engine.ts';

const ATTACKS = [
  '{{ shop.metafields | json }}',
  '{% raw %}',
  '{%- liquid echo shop.email -%}',
  '{{"a"}}{% endcase %}',
  '<script>alert(1)</script>',
  '" onload="alert(1)',
  "' onload='alert(1)",
  '&lt;b&gt;&#123;&#123; 1 | plus: 1 }}',
  '{'.repeat(7),
];

test.each(ATTACKS)('C62 %s stays text', (attack) => {
  const text = asText(attack);
  expect(text).not.toMatch(/[<>"'{}]/);
  const page = pageInTheme(() => el('p', { title: attack }, attack, el('b', {}, attack)), null);
  const engine = createEngine({ templates: {}, translations: { en: {}, fr: {} }, assetUrl: (name) => name });
  const html = engine.renderText(page, {
    shop: { email: 'secret@example.com', metafields: 'secret' },
    request: { locale: { iso_code: 'fr-CA' } },
  });
  expect(html).toContain(`<p title="${text}">${text}<b>${text}</b></p>`);
  expect(html).not.toContain('secret');
});

test('the shop’s page is read in its own language, and in the first where we don’t speak it', () => {
  const page = pageInTheme((language) => el('p', {}, language), null);
  const engine = createEngine({ templates: {}, translations: { en: {}, fr: {} }, assetUrl: (name) => name });
  const shown = (iso_code: string) => engine.renderText(page, { request: { locale: { iso_code } } });
  expect(shown('fr')).toContain('<div class="sixth-page" lang="fr"><p>fr</p></div>');
  expect(shown('fr-CA')).toContain('<p>fr</p>');
  expect(shown('de')).toContain('<p>en</p>');
  expect(shown('fr')).not.toContain('<p>en</p>');
});

test('whoever asks for a language gets that one', () => {
  expect(pageInTheme((language) => el('p', {}, language), 'fr')).not.toContain('{%');
});

test('what isn’t there is left out', () => {
  expect(together(['a', null, false, el('i', { hidden: true })]).source).toBe('a<i hidden></i>');
});
