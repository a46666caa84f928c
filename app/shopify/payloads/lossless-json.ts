// JSON.parse that keeps integers beyond 2^53 as strings of their digits.

/** An unquoted number long enough to lose digits; most bodies have none, and take the fast path. */
const LONG_INTEGER = /[:[,]\s*-?\d{16}/;

/** No body of Shopify's is a tenth as deep. A reviver calls itself for each level, and would run out of stack. */
const MOST_LEVELS = 200;

type SourceReviver = (key: string, value: unknown, context: { source?: string }) => unknown;

const keepDigits: SourceReviver = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source && /^-?\d+$/.test(source)
    ? source
    : value;

/** Throws a SyntaxError when the text is no JSON, or nested beyond any sense. */
export function parseLossless(text: string): unknown {
  if (!LONG_INTEGER.test(text)) return JSON.parse(text);
  if (levelsOf(text) > MOST_LEVELS) throw new SyntaxError('nested too deeply');
  return JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]);
}

/** Texts are jumped over, brackets counted. A text without an end goes to the end: none is looked through twice. */
const TEXT_OR_BRACKET = /"(?:[^"\\]|\\.?)*(?:"|$)|[[{\]}]/gs;

function levelsOf(text: string): number {
  let level = 0;
  let most = 0;
  for (const [found] of text.matchAll(TEXT_OR_BRACKET)) {
    if (found === '[' || found === '{') most = Math.max(most, (level += 1));
    else if (found === ']' || found === '}') level -= 1;
  }
  return most;
}
