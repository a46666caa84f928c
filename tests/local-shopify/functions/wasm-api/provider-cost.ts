// What Shopify's side of the Wasm API costs, for it counts against the function too: the instructions of each call, measured
// with Shopify's own module by wasmtime's fuel and rounded up. Reading parses as far as it must; here all of the input is
// paid for at once, so that no order of reading looks cheaper than it is.

const SHORT_TEXT = 31;
const MIDDLE_TEXT = 255;
const SMALL_NUMBER = 127;

function costOfText(bytes: number): number {
  if (bytes <= SHORT_TEXT) return 242;
  return bytes <= MIDDLE_TEXT ? 258 : 310;
}

function costOfNumber(value: number): number {
  if (!Number.isInteger(value)) return 404;
  return value >= 0 && value <= SMALL_NUMBER ? 218 : 331;
}

/** Parsing a value with all that is in it. */
export function costOfParsing(value: unknown): number {
  if (typeof value === 'string') return costOfText(Buffer.byteLength(value));
  if (typeof value === 'number') return costOfNumber(value);
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 54 + costOfParsing(one), 320);
  if (typeof value !== 'object' || value === null) return 235;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + 81 + costOfText(Buffer.byteLength(key)) + costOfParsing(one),
    316,
  );
}

/** Finding a name among an object's entries: each one before it is looked at, and the name is compared byte by byte. */
export function costOfFinding(keys: readonly string[], name: string): number {
  const place = keys.indexOf(name);
  const before = place < 0 ? keys : keys.slice(0, place);
  const compared = before.reduce((sum, key) => sum + 69 + 23 * sharedPrefix(key, name), 0);
  return 274 + compared + (place < 0 ? 0 : 23 * name.length);
}

/** Texts of different lengths aren't compared. */
function sharedPrefix(key: string, name: string): number {
  if (key.length !== name.length) return 0;
  let shared = 0;
  while (shared < key.length && key[shared] === name[shared]) shared += 1;
  return shared;
}

export const COST = {
  start: 810,
  /** Of a name that is handed over with the call. */
  name: 146,
  intern: 520,
  place: 177,
  length: 60,
  text: 58,
  newObject: 106,
  newArray: 111,
  newText: 200,
  newName: 203,
  newNumber: 119,
  finish: 55,
  /** The answer's bytes move a few times while it grows. */
  growth: 3_000,
} as const;
