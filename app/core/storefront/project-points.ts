// The points in a member's copy. Below zero is owed.

export type PointsProjection = {
  /** Spendable points, never below 0; what is owed stands beside. */
  points: number;
  /** Points that come when open orders are paid. */
  pending: number;
  /** Points that the next awards repay first. */
  owed: number;
};

/** Signed: below zero is owed. */
export type PointsState = { points: number; pendingPoints: number };

export function projectPoints({ points, pendingPoints }: PointsState): PointsProjection {
  return { points: Math.max(0, points), pending: pendingPoints, owed: Math.max(0, -points) };
}
