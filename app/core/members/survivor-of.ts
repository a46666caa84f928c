// Shopify merges two customers into one: whoever was merged lives on in the survivor.

/** `mergedIntoId` names whose everything is since Shopify merged the customer. */
type Mergeable = { id: string; mergedIntoId: string | null };

/**
 * The survivor of a member, or the member itself. Null when a merge came between the look and the lock: the survivor
 * isn't locked then.
 */
export function survivorOf<Member extends Mergeable>(
  member: Member | undefined,
  locked: readonly Member[],
): Member | null {
  let now = member;
  while (now?.mergedIntoId != null) {
    const { mergedIntoId } = now;
    now = locked.find(({ id }) => id === mergedIntoId);
  }
  return now ?? null;
}
