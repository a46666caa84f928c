// Shortens what a Liquid file calls its own variables, and leaves out blanks around signs, because Shopify counts all letters among
// the 100 KB of Liquid that an app may have. A snippet's parameters have the same short names in all files. What others name stays:
// Shopify's objects, properties, filters and tags.

const DOCS = /\{%-? (doc|comment) -?%\}[^]*?\{%-? end\1 -?%\}/g;
const TAG = /\{%[^]*?%\}|\{\{[^]*?\}\}/g;
const OWN = /(?:^|\{%-?)\s*(?:assign|capture|for) ([a-z_]\w*)/gm;
const PARAMETER = /@param \{\w+\} \[?(\w+)/g;
/** A string, a property (of a range, the end), a filter, or a word, of which only the last may be a variable. */
const PIECE = /'[^']*'|"[^"]*"|(?<!\.)\.[a-z_]\w*\??|\|\s*[a-z_]\w*|[a-z_]\w*/gi;

/** What Liquid reads with and without blanks around it, and strings, in which each is meant. */
const SIGN = /'[^']*'|"[^"]*"| [|=] |[,:] /g;

/** What Shopify names so in every file: where such a parameter isn't given, the page's own is meant. */
const OF_PAGES = [
  'block',
  'cart',
  'collection',
  'customer',
  'page',
  'product',
  'request',
  'section',
  'settings',
  'shop',
];

/** @param liquid all blocks and snippets, as they are written @returns by the parameter, the most used first */
export function shortParameters(liquid: string): Map<string, string> {
  const names = [...firstGroups(liquid, PARAMETER)].filter((name) => !OF_PAGES.includes(name));
  return byUse(names, piecesOf(liquid), letters());
}

/**
 * @param source a block or snippet, as it is written: its docs name its parameters
 * @param parameters short names of all snippets' parameters
 */
export function shortNames(source: string, parameters: ReadonlyMap<string, string> = new Map()): string {
  const short = namesIn(source, parameters);
  return source.replace(DOCS, '').replace(TAG, (tag) => {
    const named = tag.replace(PIECE, (piece, at: number) => {
      if (!/^\s*:/.test(tag.slice(at + piece.length))) return short.get(piece) ?? piece;
      return rendersAt(tag, at) ? (parameters.get(piece) ?? piece) : piece;
    });
    return named.replace(SIGN, (sign) => (/^['"]/.test(sign) ? sign : sign.trim()));
  });
}

/** Whether what is named there is a snippet's parameter, and not a filter's. */
function rendersAt(tag: string, at: number): boolean {
  const line = tag.slice(0, at).split('\n').pop() ?? '';
  return /^(\{%-?)?\s*render\s/.test(line) || /^\{%-?\s*render\s/.test(tag);
}

function namesIn(source: string, parameters: ReadonlyMap<string, string>): Map<string, string> {
  const given = firstGroups(source, PARAMETER);
  const code = source.replace(DOCS, '');
  const pieces = piecesOf(source);
  const own = [...firstGroups(code, OWN)].filter((name) => !given.has(name));
  const ofFile = [...given].map((name) => [name, parameters.get(name) ?? name] as const);
  const taken = new Set([...pieces, ...ofFile.map(([, short]) => short)]);
  const free = letters().filter((name) => !taken.has(name));
  return new Map([...byUse(own, pieces, free), ...ofFile]);
}

function piecesOf(source: string): string[] {
  return [...source.replace(DOCS, '').matchAll(TAG)].flatMap(([tag]) => tag.match(PIECE) ?? []);
}

/** The most used is named first: of some there are more than letters. */
function byUse(names: string[], pieces: readonly string[], free: readonly string[]): Map<string, string> {
  const uses = (name: string) => pieces.filter((piece) => piece === name).length;
  const sorted = names.toSorted((one, other) => uses(other) - uses(one) || one.localeCompare(other));
  return new Map(sorted.map((name, index) => [name, free[index] ?? name]));
}

const firstGroups = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

/** a, b … z, aa, ab … */
function letters(): string[] {
  const one = [...'abcdefghijklmnopqrstuvwxyz'];
  return [...one, ...one.flatMap((first) => one.map((second) => first + second))];
}
