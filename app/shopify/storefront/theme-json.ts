// The JSON of a theme's files. Shopify writes a comment at their head, and lets people write comments and a last comma too many.

export type JsonRecord = Readonly<Record<string, unknown>>;

// A text or a comment without an end goes to the file's: looked for anew from each sign, a broken file would take minutes.
const TOKEN = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;
const LAST_COMMA = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|,(?=\s*[}\]])/g;

const isText = (token: string): boolean => token.startsWith('"');

/** Null where it isn't an object. */
export function parseThemeJson(text: string): JsonRecord | null {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(TOKEN, (token) => (isText(token) ? token : ' '))
    .replace(LAST_COMMA, (token) => (isText(token) ? token : ''));
  try {
    return recordOf(JSON.parse(plain));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function recordOf(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
}
