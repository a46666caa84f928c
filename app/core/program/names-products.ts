import type { StampCard } from './card-rules.ts';

/** Whether a card says which products it counts; one that is still being made may not. */
export function namesProducts({ all, productIds, collectionIds, withTags }: StampCard['products']): boolean {
  return all || productIds.length + collectionIds.length + withTags.length > 0;
}
