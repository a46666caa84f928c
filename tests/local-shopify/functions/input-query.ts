// Executes a function's input query, with the variables that the discount's metafield holds.
import { executeSync, GraphQLError, isNonNullType, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLFieldResolver } from 'graphql';
import { functionSchema } from './function-schema.ts';

const known = new Map<string, DocumentNode>();

function documentOf(query: string): DocumentNode {
  const document = known.get(query) ?? parse(query);
  if (known.has(query)) return document;
  const [refused] = validate(functionSchema(), document);
  if (refused) throw refused;
  known.set(query, document);
  return document;
}

type Computed = (args: unknown) => unknown;

/** What the stand-in doesn't have is null, or a loud error where it may not be. */
const resolveField: GraphQLFieldResolver<Record<string, unknown>, unknown> = (
  source,
  args,
  _context,
  info,
) => {
  const value = source[info.fieldName];
  const resolved = typeof value === 'function' ? (value as Computed)(args) : value;
  if (resolved !== undefined) return resolved;
  if (!isNonNullType(info.returnType)) return null;
  throw new GraphQLError(`the stand-in has no ${info.parentType.name}.${info.fieldName}`);
};

/** Plain data, as the function gets it. Throws what GraphQL refuses. */
export function queryInput(query: string, root: object, variables: Record<string, unknown>): unknown {
  const { data, errors } = executeSync({
    schema: functionSchema(),
    document: documentOf(query),
    rootValue: root,
    variableValues: variables,
    fieldResolver: resolveField,
    typeResolver: (value: { __typename?: string }) => value.__typename,
  });
  if (errors?.[0]) throw errors[0];
  return JSON.parse(JSON.stringify(data));
}
