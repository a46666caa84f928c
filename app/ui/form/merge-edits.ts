// Two people edit the same form. What one changed and the other didn't is kept from both; where both changed the same
// field, the one who saves later has been told and decides: theirs.
import { mergeKeyed, isKeyed } from './merge-keyed.ts';

type Plain = Record<string, unknown>;

/**
 * `base` is what both began with, `mine` has this page's changes, `theirs` is saved by now. Lists whose items bear a key
 * are merged item by item; any other list counts as one field.
 */
export function mergeEdits<T>(base: T, mine: T, theirs: T): T {
  if (isPlain(base) && isPlain(mine) && isPlain(theirs)) {
    const merged: Plain = { ...theirs };
    for (const key of Object.keys(mine)) merged[key] = mergeEdits(base[key], mine[key], theirs[key]);
    return merged as T;
  }
  if (isKeyed(base) && isKeyed(mine) && isKeyed(theirs)) {
    return mergeKeyed({ base, mine, theirs }, mergeEdits) as T;
  }
  return JSON.stringify(mine) === JSON.stringify(base) ? theirs : mine;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
