// What the bare Shopify answers: for each operation that a worker sends while orders come, its cost and its data.
// Nothing is read of a document: that an answer has the form that the document asks for is looked at once, afterwards
// (answer-shape.ts), and so is the cost.

export type Call = { shop: string; variables: Record<string, unknown> };

export type Operation = {
  /** What Shopify says that the document costs. */
  cost(call: Call): number;
  /** Points that a query gives back, because less came than it asked for. */
  spare?: number;
  data(call: Call): unknown;
};

type Written = { ownerId: string; key: string; value: string };

const idsOf = ({ variables }: Call) => variables['ids'] as string[];
const everyNode = { cost: (call: Call) => idsOf(call).length, data: (call: Call) => nodesOf(idsOf(call)) };

/** All of them are there. The type's name is for nobody but the one who checks the form. */
function nodesOf(ids: readonly string[], more: object = {}): unknown {
  return { nodes: ids.map((id) => ({ id, ...more })) };
}

/** `keep` is told of each metafield; every value is taken. */
export function bareAnswers(
  keep: (shop: string, metafield: Written) => void,
): Readonly<Record<string, Operation>> {
  let ids = 0;
  const write = ({ shop, variables }: Call) => {
    const given = variables['metafields'] as Written[];
    for (const one of given) keep(shop, one);
    const metafields = given.map(() => ({ id: `gid://shopify/Metafield/${(ids += 1)}` }));
    return { metafieldsSet: { metafields, userErrors: [] } };
  };
  const installation = { currentAppInstallation: { id: 'gid://shopify/AppInstallation/1' } };
  const noOrders = { orders: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } };
  return {
    SetMetafields: { cost: () => 10, data: write },
    AppInstallationId: { cost: () => 1, data: () => installation },
    // The hourly reconciliation, which finds nothing that no webhook told.
    OrdersUpdated: { cost: () => 100, spare: 100, data: () => noOrders },
    OrdersThere: everyNode,
    OrderThere: { cost: () => 1, data: ({ variables }) => ({ order: { id: variables['id'] } }) },
    CustomersThere: everyNode,
    OrderCounts: { cost: everyNode.cost, data: (call) => nodesOf(idsOf(call), { numberOfOrders: '1' }) },
  };
}
