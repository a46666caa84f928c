// What Shopify reckons an input query to cost, by its table: what asks for tags, collections or a metafield 3, a metafield's own
// fields 0, other leaves 1.
import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode } from 'graphql';
import { functionSchema } from '#tests/local-shopify/functions/function-schema.ts';

const ASKING = new Set(['hasAnyTag', 'hasTags', 'inAnyCollection', 'inCollections']);

export function queryCost(document: DocumentNode): number {
  const info = new TypeInfo(functionSchema());
  let cost = 0;
  const Field = (node: { name: { value: string }; selectionSet?: unknown }) => {
    const name = node.name.value;
    if (name === '__typename' || info.getParentType()?.name === 'Metafield') return;
    if (name === 'metafield' || ASKING.has(name)) cost += 3;
    else if (!node.selectionSet) cost += 1;
  };
  visit(document, visitWithTypeInfo(info, { Field }));
  return cost;
}
