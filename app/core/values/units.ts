// A unit is what the ledger counts: points, or the stamps of one card.

export const POINTS = 'points';

/** No rule gives more of them at once. */
export const MOST_POINTS = 100_000;

export type Unit = typeof POINTS | `stamps/${string}`;

/** An amount per unit; a missing unit is 0. */
export type Amounts = Partial<Record<Unit, number>>;

export function stampsOf(cardKey: string): Unit {
  return `stamps/${cardKey}`;
}

/** The card's key, or null for points. */
export function cardKeyOf(unit: string): string | null {
  return unit.startsWith('stamps/') ? unit.slice('stamps/'.length) : null;
}

/** Every unit that any of the records names, in a stable order. */
export function unitsOf(...records: Partial<Record<Unit, unknown>>[]): Unit[] {
  const units = new Set(records.flatMap((each) => Object.keys(each)));
  return [...units].sort() as Unit[];
}

/** Whether a text from outside names a unit. */
export function isUnit(text: string): text is Unit {
  return text === POINTS || /^stamps\/[a-z0-9-]{1,32}$/.test(text);
}
