// Work on one after the other in their order, several at a time: a place is taken again as soon as it is free, so that one slow answer
// keeps only its own place.

export type SideBySide<T> = { work: (one: T) => Promise<void>; atOnce: () => number };

/**
 * Once one fails no other is begun, and those that were come to their end.
 * @returns whom nobody began, and why; the failure is null where there was none
 */
export async function sideBySide<T>(
  all: readonly T[],
  { work, atOnce }: SideBySide<T>,
): Promise<{ left: readonly T[]; failure: Error | null }> {
  const running = new Set<Promise<void>>();
  let begun = 0;
  let failure: Error | null = null;
  const begin = (one: T) => {
    const ending = work(one)
      .catch((error: unknown) => void (failure ??= error instanceof Error ? error : new Error(String(error))))
      .finally(() => running.delete(ending));
    running.add(ending);
  };
  while (begun < all.length && failure === null) {
    for (const one of all.slice(begun, begun + Math.max(0, atOnce() - running.size))) {
      begin(one);
      begun += 1;
    }
    await Promise.race(running);
  }
  await Promise.all(running);
  return { left: all.slice(begun), failure };
}
