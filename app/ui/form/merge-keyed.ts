// A list that two people edit, e.g. stamp cards: who adds one doesn't undo what the other did to another.

/** Empty for an item that was never saved. */
type Keyed = { key: string };
type Lists = { base: readonly Keyed[]; mine: readonly Keyed[]; theirs: readonly Keyed[] };
type Merge = (base: Keyed, mine: Keyed, theirs: Keyed) => Keyed;

export function isKeyed(list: unknown): list is Keyed[] {
  if (!Array.isArray(list)) return false;
  return list.every(
    (item: unknown) =>
      typeof item === 'object' && item !== null && 'key' in item && typeof item.key === 'string',
  );
}

const find = (list: readonly Keyed[], { key }: Keyed): Keyed | undefined =>
  key === '' ? undefined : list.find((one) => one.key === key);

/** My removals stay; an item that they removed comes back only if I changed it, because nothing typed is lost. */
export function mergeKeyed(lists: Lists, merge: Merge): Keyed[] {
  const { base, mine, theirs } = lists;
  return inOrder(lists).flatMap((item) => {
    const [was, now] = [find(base, item), find(theirs, item)];
    const typed = item.key === '' ? item : find(mine, item);
    if (!typed) return [item];
    if (was && now) return [merge(was, typed, now)];
    return was && JSON.stringify(was) === JSON.stringify(typed) ? [] : [typed];
  });
}

/** Their order, unless I moved something; new items last. */
function inOrder({ base, mine, theirs }: Lists): Keyed[] {
  const keysIn = (list: readonly Keyed[], others: readonly Keyed[]) =>
    list.flatMap((item) => (find(others, item) ? [item.key] : [])).join();
  const moved = keysIn(mine, base) !== keysIn(base, mine);
  const added = theirs.filter((item) => !find(base, item));
  if (moved) return [...mine, ...added];
  const kept = theirs.filter((item) => find(mine, item) ?? !find(base, item));
  return [...kept, ...mine.filter((item) => !find(theirs, item))];
}
