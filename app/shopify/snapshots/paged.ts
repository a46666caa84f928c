// Lists that Shopify shows page by page, several of them in one answer.
import type { AdminPage } from './admin-parts.ts';

type Paged<T> = { nodes: T[]; pageInfo: AdminPage };

/** Where the next page begins; of a list that is complete its end, after which nothing comes. */
export function lastCursor({ pageInfo }: Paged<unknown>): string | null {
  return pageInfo.endCursor;
}

/** A list and its next page. A list that was complete is left as it is: without a cursor it would begin anew. */
export function joined<T>(before: Paged<T>, next: Paged<T>): Paged<T> {
  if (!before.pageInfo.hasNextPage) return before;
  return { nodes: [...before.nodes, ...next.nodes], pageInfo: next.pageInfo };
}
