// Points of a member `m`, as the sync reads them.
import type { PointsState } from '#app/core/storefront/project-points.ts';

export const SHOWN_POINTS = 'm.points::text, m."pendingPoints"::text';

export type ShownPoints = { points: string; pendingPoints: string };

export function shownPoints({ points, pendingPoints }: ShownPoints): PointsState {
  return { points: Number(points), pendingPoints: Number(pendingPoints) };
}
