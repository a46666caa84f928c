// French puts a space before : ; ? ! and inside « », and no line may break there. Texts are written with ordinary
// spaces; here they become no-break ones, in one place.

const BEFORE = / (?=[:;?!»](?:\s|$))/g;
const AFTER = /(?<=«) /g;

/** Every text of a group, and what its functions will say. */
export function withFrenchSpaces<T>(texts: T): T {
  return tied(texts) as T;
}

function tied(text: unknown): unknown {
  if (typeof text === 'string') return text.replaceAll(BEFORE, '\u00a0').replaceAll(AFTER, '\u00a0');
  if (typeof text === 'function') return (...values: unknown[]) => tied((text as Say)(...values));
  if (Array.isArray(text)) return text.map(tied);
  if (typeof text !== 'object' || text === null) return text;
  return Object.fromEntries(Object.entries(text).map(([key, one]) => [key, tied(one)]));
}

type Say = (...values: unknown[]) => unknown;
