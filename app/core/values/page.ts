// Pages of a long list, read with one row more than a page shows: that row tells whether there is another page.

/**
 * @param rows in the list's order; of a page before a place, the row too many is the first
 * @param side of a place in the list on which the page lies; null at the list's beginning
 */
export function page<Row>(rows: readonly Row[], size: number, side: 'after' | 'before' | null) {
  const more = rows.length > size;
  return side === 'before'
    ? { shown: rows.slice(more ? 1 : 0), hasPrevious: more, hasNext: true }
    : { shown: rows.slice(0, size), hasPrevious: side === 'after', hasNext: more };
}
