// How fields of an Admin call are found in the stand-in's views.
import { isNonNullType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import { checkAccess } from './access.ts';
import type { AdminContext } from './context.ts';

type Computed = (args: unknown, context: AdminContext) => unknown;

/** A field of a view, or a function of its arguments; what the stand-in doesn't have is null, or a loud error. */
export const resolveField: GraphQLFieldResolver<Record<string, unknown>, AdminContext> = (
  source,
  args,
  context,
  info,
) => {
  checkAccess(context, info);
  const value = source[info.fieldName];
  const resolved = typeof value === 'function' ? (value as Computed)(args, context) : value;
  if (resolved !== undefined) return resolved;
  if (!isNonNullType(info.returnType)) return null;
  throw new Error(`the stand-in has no ${info.parentType.name}.${info.fieldName}`);
};

export const resolveType: GraphQLTypeResolver<{ __typename?: string }, AdminContext> = (source) =>
  source.__typename;
