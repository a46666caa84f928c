// Shortens what a Liquid file calls its own variables, and leaves out blanks around signs, because Shopify counts all letters among
// the 100 KB of Liquid that an app may have. What others name stays: a snippet's parameters, Shopify's objects, properties, filters
// and tags.

const DOCS = /\{%-? (doc|comment) -?%\}[^]*?\{%-? end\1 -?%\}/g;
const TAG = /\{%[^]*?%\}|\{\{[^]*?\}\}/g;
const OWN = /(?:^|\{%-?)\s*(?:assign|capture|for) ([a-z_]\w*)/gm;
const PARAMETER = /@param \{\w+\} \[?(\w+)/g;
/** A string, a property (of a range, the end), a filter, or a word, of which only the last may be a variable. */
const PIECE = /'[^']*'|"[^"]*"|(?<!\.)\.[a-z_]\w*\??|\|\s*[a-z_]\w*|[a-z_]\w*/gi;

/** What Liquid reads with and without blanks around it, and strings, in which each is meant. */
const SIGN = /'[^']*'|"[^"]*"| [|=] |[,:] /g;

/** @param source a block or snippet, as it is written: its docs name its parameters */
export function shortNames(source: string): string {
  const short = namesIn(source);
  return source.replace(DOCS, '').replace(TAG, (tag) => {
    const named = tag.replace(PIECE, (piece, at: number) => {
      const namesArgument = /^\s*:/.test(tag.slice(at + piece.length));
      return namesArgument ? piece : (short.get(piece) ?? piece);
    });
    return named.replace(SIGN, (sign) => (/^['"]/.test(sign) ? sign : sign.trim()));
  });
}

/** The most used is named first: of some there are more than letters. */
function namesIn(source: string): Map<string, string> {
  const parameters = firstGroups(source, PARAMETER);
  const code = source.replace(DOCS, '');
  const pieces = [...code.matchAll(TAG)].flatMap(([tag]) => tag.match(PIECE) ?? []);
  const uses = (name: string) => pieces.filter((piece) => piece === name).length;
  const own = [...firstGroups(code, OWN)].filter((name) => !parameters.has(name));
  own.sort((one, other) => uses(other) - uses(one) || one.localeCompare(other));
  const taken = new Set([...pieces, ...parameters]);
  const free = letters().filter((name) => !taken.has(name));
  return new Map(own.map((name, index) => [name, free[index] ?? name]));
}

const firstGroups = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

/** a, b … z, aa, ab … */
function letters(): string[] {
  const one = [...'abcdefghijklmnopqrstuvwxyz'];
  return [...one, ...one.flatMap((first) => one.map((second) => first + second))];
}
