// What is known of a collection that a condition on members names.

/** Shopify pages through no more of a list; what holds more can't be read whole. */
export const MOST_IN_COLLECTION = 25_000;

/** Deleted at Shopify, larger than can be read, or Shopify doesn't tell. */
export const COLLECTION_LACKS = ['gone', 'too-large', 'refused'] as const;
export type CollectionLack = (typeof COLLECTION_LACKS)[number];

/** A collection for which a "who" waits. */
export type WaitingCollection = {
  collectionId: string;
  /** As it was last called; null where it was never read. */
  title: string | null;
  /** Null: it wasn't read yet. */
  lack: CollectionLack | null;
};
