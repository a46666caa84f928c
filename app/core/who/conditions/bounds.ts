import { z } from 'zod';
import type { ConditionLack } from './condition.ts';

export const MOST_BOUND = 10_000;

const bound = z.int().min(0).max(MOST_BOUND).nullable();
/** Both belong to it; null: no bound. */
export const bounds = { least: bound, most: bound };

type Bounds = { least: number | null; most: number | null };

export function isWithin(count: number, { least, most }: Bounds): boolean {
  return count >= (least ?? 0) && (most === null || count <= most);
}

/** Null where it may be more, and that would change the answer. */
export function isWithinOrMore(count: number, mayBeMore: boolean, { least, most }: Bounds): boolean | null {
  if (most !== null && count > most) return false;
  if (count < (least ?? 0)) return mayBeMore ? null : false;
  return mayBeMore && most !== null ? null : true;
}

export function lacksBounds({ least, most }: Bounds): ConditionLack | null {
  if (least === null && most === null) return 'noBounds';
  return least !== null && most !== null && least > most ? 'boundsCrossed' : null;
}
