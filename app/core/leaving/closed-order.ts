// "Nothing is kept, earned or told after": whatever was ordered before somebody left, or while they were away, moves nothing of
// theirs any more, whenever it is told.

/** How somebody stands to the program. */
export type Leaver = {
  /** Left it, and isn't back. */
  isLeft?: boolean;
  /** When they last came back, to the second, as Shopify's times of orders are. */
  returnedAt?: Date | null;
};

/** @param people whom the order names, and whose it is */
export function isClosedOrder(
  order: { closed?: boolean; placedAt: Date | null },
  people: readonly (Leaver | null)[],
): boolean {
  const { placedAt } = order;
  if (order.closed) return true;
  return people.some((person) => {
    if (person?.isLeft) return true;
    const returnedAt = person?.returnedAt ?? null;
    return returnedAt !== null && placedAt !== null && placedAt < returnedAt;
  });
}
