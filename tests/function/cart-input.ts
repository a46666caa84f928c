// A cart's lines as a test writes them, for Shopify's schema of a function's input: fields, or functions of their arguments.

export type FunctionLine = {
  /** `1`, `2` … in the cart's order, unless given. */
  id?: string;
  /** Null: a custom item. */
  productId: string | null;
  quantity: number;
  /** Of one unit, in the shopper's currency. */
  amount: string;
  giftCard?: boolean;
  collections?: readonly string[];
  tags?: readonly string[];
  subscription?: boolean;
};

export function lineValue(line: FunctionLine, index: number) {
  return {
    id: `gid://shopify/CartLine/${line.id ?? index + 1}`,
    quantity: line.quantity,
    cost: { amountPerQuantity: { amount: line.amount } },
    sellingPlanAllocation: line.subscription ? { sellingPlan: { recurringDeliveries: true } } : null,
    merchandise: line.productId === null ? { __typename: 'CustomProduct' } : variantValue(line),
  };
}

function variantValue({ productId, giftCard = false, collections = [], tags = [] }: FunctionLine) {
  const has = tags.map((tag) => tag.toLowerCase());
  const isMember = (gid: string) => collections.includes(gid.slice(gid.lastIndexOf('/') + 1));
  return {
    __typename: 'ProductVariant',
    product: {
      id: `gid://shopify/Product/${productId}`,
      isGiftCard: giftCard,
      inCollections: ({ ids }: { ids: string[] }) =>
        ids.map((collectionId) => ({ collectionId, isMember: isMember(collectionId) })),
      inAnyCollection: ({ ids }: { ids: string[] }) => ids.some(isMember),
      hasTags: (asked: { tags: string[] }) =>
        asked.tags.map((tag) => ({ tag, hasTag: has.includes(tag.toLowerCase()) })),
    },
  };
}

/** What is null comes as an absent key: Shopify's types allow both. Metafields stay as we wrote them. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([, one]) => one !== null)
    .map(([key, one]) => [key, key === 'jsonValue' ? one : withoutNulls(one)] as const);
  return Object.fromEntries(kept);
}
