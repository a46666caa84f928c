// What an operation costs before it runs: an object 1, a scalar nothing, a page its size, a mutation 10.
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  FragmentSpreadNode,
  GraphQLCompositeType,
  GraphQLSchema,
  InlineFragmentNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { sum } from '#tests/local-shopify/shop/order-totals.ts';

type FragmentNode = FragmentSpreadNode | InlineFragmentNode;

export type Variables = Record<string, unknown>;

type Reading = {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Variables;
};

const MUTATION = 10;
/** One operation may ask for no more. */
export const MOST_COST = 1_000;

function argument(reading: Reading, field: FieldNode, name: string): unknown {
  const value = field.arguments?.find((one) => one.name.value === name)?.value;
  if (!value) return undefined;
  if (value.kind === Kind.VARIABLE) return reading.variables[value.name.value];
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values : undefined;
}

/** Nodes of a page, ids of a list of nodes; 1 for a single object. */
function multiplier(reading: Reading, field: FieldNode, typeName: string): number {
  const ids = argument(reading, field, 'ids');
  if (Array.isArray(ids)) return ids.length;
  if (!typeName.endsWith('Connection')) return 1;
  const wanted = argument(reading, field, 'first') ?? argument(reading, field, 'last');
  return typeof wanted === 'number' ? wanted : 1;
}

/** A page, its edges and its page info cost nothing beside its nodes. */
function ownCost(typeName: string): number {
  return /(?:Connection|Edge)$|^PageInfo$/.test(typeName) ? 0 : 1;
}

function fieldCost(reading: Reading, parent: GraphQLCompositeType, field: FieldNode): number {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
  const definition = parent.getFields()[field.name.value];
  const type = definition ? getNamedType(definition.type) : null;
  if (!isCompositeType(type) || !field.selectionSet) return 0;
  const inside = selectionCost(reading, type, field.selectionSet);
  return multiplier(reading, field, type.name) * (ownCost(type.name) + inside);
}

function fragmentCost(reading: Reading, parent: GraphQLCompositeType, selection: FragmentNode): number {
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : reading.fragments.get(selection.name.value);
  const named = fragment?.typeCondition?.name.value;
  const type = named === undefined ? parent : reading.schema.getType(named);
  return fragment && isCompositeType(type) ? selectionCost(reading, type, fragment.selectionSet) : 0;
}

/**
 * `nodes` and `edges` of a page show the same objects, and an object of an interface or union is of one type: there
 * the dearest selection counts, elsewhere all do.
 */
function selectionCost(reading: Reading, parent: GraphQLCompositeType, set: SelectionSetNode): number {
  const fields: number[] = [0];
  const fragments: number[] = [0];
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) fields.push(fieldCost(reading, parent, selection));
    else fragments.push(fragmentCost(reading, parent, selection));
  }
  const counted = (costs: number[], alternatives: boolean) =>
    alternatives ? Math.max(...costs) : sum(costs);
  return counted(fields, parent.name.endsWith('Connection')) + counted(fragments, isAbstractType(parent));
}

export function requestedCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Map<string, FragmentDefinitionNode>,
  variables: Variables,
): number {
  if (operation.operation === OperationTypeNode.MUTATION)
    return MUTATION * operation.selectionSet.selections.length;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return selectionCost({ schema, fragments, variables }, root, operation.selectionSet);
}

/** What came back: every object in the answer, pages and their info aside. */
export function answeredCost(value: unknown, key = ''): number {
  if (Array.isArray(value)) return value.reduce((total: number, one) => total + answeredCost(one, key), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const isFrame = key === 'edges' || key === 'pageInfo' || 'nodes' in value || 'edges' in value;
  const inside = Object.entries(value).map(([name, one]) => answeredCost(one, name));
  return (isFrame ? 0 : 1) + inside.reduce((total, one) => total + one, 0);
}
