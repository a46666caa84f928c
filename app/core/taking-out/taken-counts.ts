/** Beyond this the page says "more than": no page waits until a million rows are counted. */
export const MOST_COUNTED_ROWS = 10_000;
