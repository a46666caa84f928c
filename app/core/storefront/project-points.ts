// What a member's copy says of points. Below zero is owed.
import type { PointsProjection } from './projection.ts';

/** Signed: below zero is owed. */
export type PointsState = { points: number; pendingPoints: number };

export function projectPoints({ points, pendingPoints }: PointsState): PointsProjection {
  return { points: Math.max(0, points), pending: pendingPoints, owed: Math.max(0, -points) };
}
