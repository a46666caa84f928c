// "Last time you saved €9.50": what the free items of the last order saved that had some.

/** `minor` in the shop's money; `day` is the order's, in the shop's calendar. */
export type SavedProjection = { minor: number; day: string };

/** An order's entry for the stamps that its free units took, or that came back. `savedMinor` as the entry says it, if it does. */
export type UsedFree = { orderId: string; unit: string; savedMinor: number | null; day: string };

export type SavedState = { usedFree?: readonly UsedFree[] };

/** The newest entry of an order and card says how things stand now. @param usedFree newest first */
function lastSaved(usedFree: readonly UsedFree[]): SavedProjection | null {
  const seen = new Set<string>();
  const byOrder = new Map<string, SavedProjection>();
  for (const { orderId, unit, savedMinor, day } of usedFree) {
    if (seen.has(`${orderId} ${unit}`)) continue;
    seen.add(`${orderId} ${unit}`);
    const before = byOrder.get(orderId)?.minor ?? 0;
    byOrder.set(orderId, { minor: before + (savedMinor ?? 0), day });
  }
  return [...byOrder.values()].find(({ minor }) => minor > 0) ?? null;
}

/** Nothing where nothing was saved, or older entries don't say how much: the copy is as small as it was. */
export function projectSaved({ usedFree = [] }: SavedState): { saved?: SavedProjection } {
  const saved = lastSaved(usedFree);
  return saved ? { saved } : {};
}
