// The JSON of a theme's files. Shopify writes a comment at their head, and lets people write comments and a last comma too many.

export type JsonRecord = Readonly<Record<string, unknown>>;

const TOKEN = /"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const LAST_COMMA = /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g;

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
