import { POINTS } from '#app/core/values/units.ts';
import type { MemberData } from '../members/member/member-data.ts';

/** A program without points says nothing of them, unless the member has or had some. */
export function showsPoints({ pointsOff, member, entries }: MemberData): boolean {
  return (
    !pointsOff ||
    member.points !== 0 ||
    member.pendingPoints !== 0 ||
    entries.some(({ unit }) => unit === POINTS)
  );
}
