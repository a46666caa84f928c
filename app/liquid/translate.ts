// `'cart.title' | t: count: 2`, from locale files as themes and theme extensions carry them.
import type { Liquid } from 'liquidjs';
import { escapeHtml, namedArguments, printed } from './arguments.ts';

/** A locale file's content: texts, groups of texts, or plural forms (`one`, `other`, …). */
export type Translations = { [key: string]: string | Translations };

/** By language, e.g. `{en: …, fr: …}`. */
export type TranslationsByLanguage = Record<string, Translations>;

const FALLBACK = 'en';

/**
 * The text of a key, pluralised by `count` and with `{{ name }}` placeholders filled in.
 * As at Shopify, everything is escaped unless the key ends in `_html`.
 * @throws {TypeError} for a key that no locale file has: Shopify prints "translation missing" into the page.
 */
function translate(
  locales: TranslationsByLanguage,
  language: string,
  key: string,
  values: Record<string, unknown>,
): string {
  const text = find(locales, language, key, values['count']) ?? find(locales, FALLBACK, key, values['count']);
  if (text === undefined) throw new TypeError(`translation missing: ${language}.${key}`);
  const filled = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => printed(values[name]));
  return key.endsWith('_html') ? filled : escapeHtml(filled);
}

function find(
  locales: TranslationsByLanguage,
  language: string,
  key: string,
  count: unknown,
): string | undefined {
  let node: string | Translations | undefined = locales[language] ?? locales[language.slice(0, 2)];
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
  if (typeof node === 'object')
    return count === undefined ? undefined : plural(node, language, Number(count));
  return node;
}

/** French has a third form for millions; a file without it means `other`. */
function plural(forms: Translations, language: string, count: number): string | undefined {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'];
  return typeof form === 'string' ? form : undefined;
}

export function registerTranslate(liquid: Liquid, locales: TranslationsByLanguage): void {
  for (const name of ['t', 'translate']) {
    liquid.registerFilter(name, function (key: unknown, ...args: unknown[]) {
      const language = printed(this.context.getSync(['request', 'locale', 'iso_code'])) || FALLBACK;
      return translate(locales, language, printed(key), namedArguments(args));
    });
  }
}
