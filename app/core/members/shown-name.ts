// A member is shown by the customer's name, as far as Shopify gives it: "Anna Weber", or "Anna" where only that is given.

export type GivenName = { firstName?: string | null | undefined; lastName?: string | null | undefined };

/** Null where nothing is given: then the member is shown by the customer's number. */
export function shownName({ firstName, lastName }: GivenName): string | null {
  const words = [firstName, lastName].flatMap((word) => word?.trim() || []);
  return words.length === 0 ? null : words.join(' ');
}
