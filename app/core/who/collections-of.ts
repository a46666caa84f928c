// The collections that conditions on members name: what is in them must be read before anybody is meant.
import type { Who } from './who.ts';

/** Each once. */
export function collectionsOf(...whos: readonly Who[]): string[] {
  const conditions = whos.flatMap((who) => who.conditions);
  const named = conditions.flatMap((each) => (each.kind === 'bought' ? (each.collectionIds ?? []) : []));
  return [...new Set(named)];
}

/** Whether it can't be said yet who is meant. @param waiting collections that aren't read, or can't be */
export function waitsFor(who: Who, waiting: ReadonlySet<string>): boolean {
  return collectionsOf(who).some((id) => waiting.has(id));
}
