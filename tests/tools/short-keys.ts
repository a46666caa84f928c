// Short names for the texts of the theme extension: a key stands in each language's file, of which Shopify takes 15 KB, and wherever
// the text is shown. A key that Liquid puts together from parts stays as it is written.

export type Texts = { [key: string]: string | Texts };

const TAG = /\{%[^]*?%\}|\{\{[^]*?\}\}/g;
const KEY = /'(\w+(?:\.\w+)+)'/g;

/** By the written key. @param texts of any language @param liquid all of it, as it is written */
export function shortKeys(texts: Texts, liquid: string): Map<string, string> {
  const written = new Set(textsOf(texts).map(([key]) => key));
  const shown = [...liquid.matchAll(TAG)].flatMap(([tag]) =>
    [...tag.matchAll(KEY)].map(([, key = '']) => key),
  );
  const uses = new Map<string, number>();
  for (const key of shown) if (written.has(key)) uses.set(key, (uses.get(key) ?? 0) + 1);
  const byUse = [...uses].sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1));
  const free = shortNamesBut(new Set(Object.keys(texts)));
  return new Map(byUse.map(([key], index) => [key, free[index] ?? key]));
}

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const arePlural = (texts: Texts): boolean => Object.keys(texts).every((name) => FORMS.includes(name));

/** A text's plural forms are one text. */
export function textsOf(texts: Texts, before = ''): (readonly [key: string, text: string | Texts])[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const key = `${before}${name}`;
    return typeof value === 'string' || arePlural(value)
      ? [[key, value] as const]
      : textsOf(value, `${key}.`);
  });
}

export function withShortKeys(liquid: string, short: ReadonlyMap<string, string>): string {
  return liquid.replace(TAG, (tag) =>
    tag.replace(KEY, (quoted, key: string) => (short.has(key) ? `'${short.get(key)}'` : quoted)),
  );
}

/** Those that have a short key stand in no group. */
export function withShortTexts(texts: Texts, short: ReadonlyMap<string, string>): Texts {
  const made: Texts = {};
  for (const [key, text] of textsOf(texts)) put(made, (short.get(key) ?? key).split('.'), text);
  return made;
}

function put(texts: Texts, [name = '', ...rest]: readonly string[], text: string | Texts): void {
  if (rest.length === 0) {
    texts[name] = text;
    return;
  }
  const group = texts[name] ?? {};
  if (typeof group === 'string') throw new Error(`${name} is a text and a group`);
  texts[name] = group;
  put(group, rest, text);
}

/** a, b … z, aa, ab … */
function shortNamesBut(taken: ReadonlySet<string>): string[] {
  const one = [...'abcdefghijklmnopqrstuvwxyz'];
  const two = one.flatMap((first) => one.map((second) => first + second));
  return [...one, ...two].filter((name) => !taken.has(name));
}
