// "Only products of this collection, or with this tag, earn a stamp", and those of another never earn anything: in which collections the order's products are, and
// which tags they have.
import type { StampCard } from '../../program/card-rules.ts';
import type { OrderSnapshot } from '../../snapshots/order-snapshot.ts';
import { versionOfOrder, type OrderOfMember, type ProgramHistory } from '../known-order.ts';
import type { FactKind, ListsById } from './fact-kind.ts';

/** By product. */
export type AskedProductGroups = { collections: ListsById; productTags: ListsById };

export const productGroups: FactKind<AskedProductGroups> = {
  missing: missingProducts,
  isAsked: (productId, { collections }) => productId in collections,
  freeze: (facts, { newest }, _program, asked) => {
    const productTags = withNew(facts.productTags ?? {}, asked.productTags, newest);
    return {
      ...facts,
      collections: withNew(facts.collections, asked.collections, newest),
      ...(Object.keys(productTags).length > 0 && { productTags }),
    };
  },
};

/** Products of which the order's rules need collections or tags that nobody has asked for yet. */
function missingProducts(order: OrderOfMember, program: ProgramHistory): string[] {
  const rules = versionOfOrder(order, program)?.rules;
  const cards = rules?.cards ?? [];
  const neverByCollection = (rules?.neverEarns?.collectionIds.length ?? 0) > 0;
  const { facts } = order;
  const unknown = [
    ...(neverByCollection || cards.some(asksForCollections) ? [facts?.collections ?? {}] : []),
    ...(cards.some(asksForTags) ? [facts?.productTags ?? {}] : []),
  ];
  if (unknown.length === 0) return [];
  const products = (order.newest?.lines ?? []).flatMap(({ productId }) => (productId ? [productId] : []));
  return [...new Set(products)].filter((productId) => unknown.some((known) => !(productId in known)));
}

const asksForCollections = ({ products }: StampCard): boolean => products.collectionIds.length > 0;

const asksForTags = ({ products }: StampCard): boolean =>
  products.withTags.length > 0 || products.withoutTags.length > 0;

function withNew(known: ListsById, asked: ListsById, of: OrderSnapshot | null): ListsById {
  const added = Object.entries(asked).filter(([id]) => of?.lines.some(({ productId }) => productId === id));
  return { ...Object.fromEntries(added), ...known };
}
