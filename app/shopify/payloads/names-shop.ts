/**
 * Null where a body names the shop that the header names; else why it is refused. The signature covers the body and not
 * the headers: a body of another shop, or of none, is no word of this one.
 */
export function refusedName(named: string | null | undefined, shopDomain: string): string | null {
  if (!named) return 'the body names no shop';
  return named.toLowerCase() === shopDomain ? null : 'body and header name different shops';
}
