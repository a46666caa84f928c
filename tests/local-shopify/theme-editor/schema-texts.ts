// The words of the blocks' forms, from the extension's schema locale files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION } from '#app/liquid/extension.ts';

export type EditorLocale = 'en' | 'fr';

/** Turns `t:settings.card.label` into words, and leaves any other text as it is. */
export type Words = (text: string) => string;

const FILES: Record<EditorLocale, string> = { en: 'en.default.schema.json', fr: 'fr.schema.json' };

/** Read afresh, so that a reload shows what was just written. @throws {TypeError} for a key that the file lacks */
export function schemaWords(locale: EditorLocale): Words {
  const texts: unknown = JSON.parse(readFileSync(join(EXTENSION, 'locales', FILES[locale]), 'utf8'));
  return (text) => (text.startsWith('t:') ? find(texts, text.slice(2)) : text);
}

function find(texts: unknown, key: string): string {
  let node = texts;
  for (const part of key.split('.')) {
    node = typeof node === 'object' && node !== null ? Reflect.get(node, part) : undefined;
  }
  if (typeof node !== 'string') throw new TypeError(`schema translation missing: ${key}`);
  return node;
}
