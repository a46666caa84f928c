/** Shopify's own limit of names and titles; an index can't hold just any length. */
const MOST_LETTERS = 255;

/** What PostgreSQL can keep of a text: without U+0000, without halves of letters, and not longer than Shopify's own. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, MOST_LETTERS).toWellFormed();
}
