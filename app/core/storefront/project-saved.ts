// "Last time one coffee was free: you saved €9.50": what the free items of the last order saved that had some.
import { cardKeyOf } from '../values/units.ts';

/** `minor` in the shop's money; `day` is the order's, in the shop's calendar. */
export type SavedProjection = {
  minor: number;
  day: string;
  /** How many items of which card were free; absent where more than one card gave some, or older entries don't say. */
  free?: number;
  card?: string;
};

/** An order's entry for the stamps that its free units took, or that came back. Null is what the entry doesn't say. */
export type UsedFree = {
  orderId: string;
  unit: string;
  savedMinor: number | null;
  /** Free units that are kept. */
  free?: number | null;
  day: string;
};

export type SavedState = { usedFree?: readonly UsedFree[] };

/** The newest entry of an order and card says how things stand now. @param usedFree newest first */
function lastSaved(usedFree: readonly UsedFree[]): SavedProjection | null {
  const seen = new Set<string>();
  const byOrder = new Map<string, UsedFree[]>();
  for (const used of usedFree) {
    const { orderId, unit, savedMinor } = used;
    if (seen.has(`${orderId} ${unit}`)) continue;
    seen.add(`${orderId} ${unit}`);
    const before = byOrder.get(orderId) ?? [];
    byOrder.set(orderId, savedMinor ? [...before, used] : before);
  }
  const [last, ...others] = [...byOrder.values()].find((ofOrder) => ofOrder.length > 0) ?? [];
  if (!last) return null;
  const minor = [last, ...others].reduce((sum, { savedMinor }) => sum + (savedMinor ?? 0), 0);
  return { minor, day: last.day, ...(others.length === 0 && itemsOf(last)) };
}

function itemsOf({ free, unit }: UsedFree): Pick<SavedProjection, 'free' | 'card'> {
  const card = cardKeyOf(unit);
  return free && card !== null ? { free, card } : {};
}

/** Nothing where nothing was saved, or older entries don't say how much: the copy is as small as it was. */
export function projectSaved({ usedFree = [] }: SavedState): { saved?: SavedProjection } {
  const saved = lastSaved(usedFree);
  return saved ? { saved } : {};
}
