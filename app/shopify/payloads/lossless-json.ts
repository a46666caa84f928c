// JSON.parse that keeps integers beyond 2^53 as strings of their digits.

/** An unquoted number long enough to lose digits; most bodies have none, and take the fast path. */
const LONG_INTEGER = /[:[,]\s*-?\d{16}/;

type SourceReviver = (key: string, value: unknown, context: { source?: string }) => unknown;

const keepDigits: SourceReviver = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source && /^-?\d+$/.test(source)
    ? source
    : value;

/** Throws a SyntaxError when the text is no JSON. */
export function parseLossless(text: string): unknown {
  if (!LONG_INTEGER.test(text)) return JSON.parse(text);
  return JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]);
}
