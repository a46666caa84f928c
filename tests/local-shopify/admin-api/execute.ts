// One Admin call: parsed, checked against the schema, charged, carried out, answered in Shopify's form.
import { execute, GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { BULK_MUTATIONS, BULK_QUERIES } from './bulk-mutations.ts';
import type { AdminContext } from './context.ts';
import { answeredCost, MOST_COST, requestedCost } from './cost.ts';
import type { Variables } from './cost.ts';
import { resolveField, resolveType } from './resolve.ts';
import { MUTATIONS, QUERIES } from './root.ts';
import { adminSchema } from './schema.ts';

export type AdminRequest = { query: string; variables?: Variables | null; operationName?: string | null };

type Prepared =
  | {
      document: DocumentNode;
      operations: OperationDefinitionNode[];
      fragments: Map<string, FragmentDefinitionNode>;
    }
  | { errors: readonly GraphQLError[] };

const prepared = new Map<string, Prepared>();

function prepare(query: string): Prepared {
  try {
    const document = parse(query);
    const errors = validate(adminSchema(), document);
    if (errors.length > 0) return { errors };
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    return { document, operations, fragments: new Map(fragments.map((one) => [one.name.value, one])) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** The app sends the same few documents all day. */
function preparedOnce(query: string): Prepared {
  let found = prepared.get(query);
  if (!found) {
    found = prepare(query);
    prepared.set(query, found);
  }
  return found;
}

const ROOTS: Record<string, object> = {
  query: { ...QUERIES, ...BULK_QUERIES },
  mutation: { ...MUTATIONS, ...BULK_MUTATIONS },
};

function run(
  context: AdminContext,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  request: AdminRequest,
): Promise<ExecutionResult> {
  const result = execute({
    schema: adminSchema(),
    document,
    rootValue: ROOTS[operation.operation] ?? {},
    contextValue: context,
    variableValues: request.variables ?? {},
    operationName: operation.name?.value ?? null,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  return Promise.resolve(result);
}

function refused(context: AdminContext, requested: number, error: { message: string; code: string }): object {
  const throttleStatus = context.shopify.throttle(context.shop.domain).status(context.at);
  return {
    errors: [
      {
        message: error.message,
        extensions: { code: error.code, documentation: 'https://shopify.dev/api/usage/limits' },
      },
    ],
    extensions: { cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus } },
  };
}

const THROTTLED = { message: 'Throttled', code: 'THROTTLED' };

function tooDear(cost: number): { message: string; code: string } {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MOST_COST}).`,
    code: 'MAX_COST_EXCEEDED',
  };
}

export type AdminOptions = {
  /** Answer as if the bucket were empty. */
  throttled: boolean;
};

/** The body of the answer; its status is 200 even when the query is refused, as Shopify's is. */
export async function answerAdmin(
  context: AdminContext,
  request: AdminRequest,
  options: AdminOptions,
): Promise<object> {
  const ready = preparedOnce(request.query);
  if ('errors' in ready) return { errors: ready.errors.map((error) => error.toJSON()) };
  const { document, fragments } = ready;
  const operation = ready.operations.find(
    (one) => !request.operationName || one.name?.value === request.operationName,
  );
  if (!operation) return { errors: [{ message: `No operation named "${request.operationName ?? ''}"` }] };
  const requested = requestedCost(adminSchema(), operation, fragments, request.variables ?? {});
  if (requested > MOST_COST) return refused(context, requested, tooDear(requested));
  const throttle = context.shopify.throttle(context.shop.domain);
  if (options.throttled || !throttle.take(requested, context.at))
    return refused(context, requested, THROTTLED);
  const result = await run(context, document, operation, request);
  const actual =
    operation.operation === OperationTypeNode.MUTATION
      ? requested
      : Math.min(requested, answeredCost(result.data) - 1);
  throttle.giveBack(requested - actual);
  const cost = {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: throttle.status(context.at),
  };
  return { ...result, extensions: { cost } };
}
