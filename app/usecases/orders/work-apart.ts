// Many orders at once, because that is quick; by halves once something is wrong with one, because nothing else is.
import { isOfValues } from '#app/db/orders/of-values.server.ts';
import { AdminRefused } from '#app/errors.ts';

type Work<Item> = {
  /** All of them or none, or a part again: it must be safe to run twice. */
  together: (items: readonly Item[]) => Promise<void>;
  /** The one that can't be done. */
  alone: (item: Item, error: unknown) => Promise<void>;
};

/** Throws what concerns everybody: a database or a Shopify that doesn't answer. */
export async function workApart<Item>(items: readonly Item[], work: Work<Item>): Promise<void> {
  try {
    if (items.length > 0) await work.together(items);
  } catch (error) {
    const [first] = items;
    if (first === undefined || !isOfItems(error)) throw error;
    if (items.length === 1) return work.alone(first, error);
    const half = Math.ceil(items.length / 2);
    await workApart(items.slice(0, half), work);
    await workApart(items.slice(half), work);
  }
}

/** Shopify refuses a question for what is in it: an id that is none, an answer that we can't read. */
export function isOfItems(error: unknown): boolean {
  return error instanceof AdminRefused || isOfValues(error);
}
