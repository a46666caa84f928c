// The cart lives in the visitor's cookie, so it survives a restart: `variant:quantity` pairs joined by dots.

export type CartEntry = { variantId: string; quantity: number };

const MOST = 99;

export function readCart(cookie: string | undefined): CartEntry[] {
  const entries: CartEntry[] = [];
  for (const pair of (cookie ?? '').split('.')) {
    const match = /^(\d{1,19}):(\d{1,2})$/.exec(pair);
    if (match?.[1] && match[2]) entries.push({ variantId: match[1], quantity: Number(match[2]) });
  }
  return entries;
}

export function writeCart(entries: readonly CartEntry[]): string {
  return entries.map((entry) => `${entry.variantId}:${entry.quantity}`).join('.');
}

export function addToCart(entries: readonly CartEntry[], variantId: string, quantity: number): CartEntry[] {
  const present = entries.find((entry) => entry.variantId === variantId);
  if (present) return setQuantity(entries, variantId, present.quantity + quantity);
  return quantity > 0 ? [...entries, { variantId, quantity: Math.min(MOST, quantity) }] : [...entries];
}

/** A quantity of 0 takes the line out. */
export function setQuantity(entries: readonly CartEntry[], variantId: string, quantity: number): CartEntry[] {
  return entries
    .map((entry) =>
      entry.variantId === variantId ? { variantId, quantity: Math.min(MOST, quantity) } : entry,
    )
    .filter((entry) => entry.quantity > 0);
}

/**
 * Codes of the cart as the cookie keeps them, joined by dots: each once, in capitals, no more than five and one for shipping.
 * Which of them count is for the cart's offers to say.
 */
export function tidyCodes(codes: readonly string[]): string[] {
  const named = codes
    .map((code) => code.trim().toUpperCase())
    .filter((code) => /^[A-Z0-9-]{1,30}$/.test(code));
  return [...new Set(named)].slice(0, 6);
}
