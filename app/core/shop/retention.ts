// "Nothing is kept for ever by accident": for how many days what is over stays. What isn't listed here stays as long as the
// shop; `app/docs/privacy.md` says what is stored and why, and a test holds its numbers against these.

export const KEPT_DAYS = {
  /** Records of deliveries. */
  deliveries: 30,
  /** Requests about people once they are carried out, and what is left of an erased shop. */
  requests: 90,
  /** Everything of a shop that has uninstalled, from its last sign of life on. */
  uninstalledShop: 60,
  /** A shop whose token is dead and that gives no sign of life, until it counts as uninstalled. */
  quietShop: 120,
  /** Tokens of a shop that never came to be, from their end on. */
  sessions: 30,
  /** Orders that count for nobody: guests', of before the program. From when they were placed. */
  ordersOfNobody: 180,
  /** Members whose customer Shopify no longer has. */
  goneMembers: 365,
} as const;

const DAY_MS = 24 * 60 * 60_000;

/** The instant so many days before. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS);
}
