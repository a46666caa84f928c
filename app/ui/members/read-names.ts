import { NAMES_AT_ONCE } from '#app/core/members/names-at-once.ts';

export type CustomerNames = Readonly<Record<string, string>>;

/** Names by customer id, some at a time: those of a long list come one part after the other. */
export async function readNames(
  ids: readonly string[],
  take: (names: CustomerNames) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < ids.length; from += NAMES_AT_ONCE) {
    const some = ids.slice(from, from + NAMES_AT_ONCE).join(',');
    const response = await fetch(`/app/members/names?ids=${some}`, { signal });
    if (!response.ok) return;
    take((await response.json()) as CustomerNames);
  }
}
