// Whom a customer became who was merged, as often as that was.
import type { LockedMember } from '#app/db/members/members.server.ts';

export function survivorOf(
  member: LockedMember | undefined,
  byId: ReadonlyMap<string, LockedMember>,
): LockedMember | undefined {
  let one = member;
  while (one && one.mergedIntoId !== null) one = byId.get(one.mergedIntoId);
  return one;
}
