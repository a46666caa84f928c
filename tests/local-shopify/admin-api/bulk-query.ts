// A bulk query as Shopify takes it, and its answer as lines: an object a line, what belongs to it behind it with its parent's id.
import {
  execute,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentNode } from 'graphql';
import { withoutPages } from './connections.ts';
import type { AdminContext } from './context.ts';
import { resolveField, resolveType } from './resolve.ts';
import { QUERIES } from './root.ts';
import { adminSchema } from './schema.ts';

const MOST_CONNECTIONS = 5;
const MOST_DEPTH = 2;

/** Why Shopify refuses it; null where it is taken. */
export function whyNoBulkQuery(query: string): string | null {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const [invalid] = validate(adminSchema(), document);
  if (invalid) return invalid.message;
  let connections = 0;
  let why: string | null = null;
  const open: ('connection' | 'list' | 'other')[] = [];
  const info = new TypeInfo(adminSchema());
  const look = visitWithTypeInfo(info, {
    Field: {
      enter: (field) => {
        const type = info.getType();
        const name = type ? getNamedType(type).name : '';
        const kind = name.endsWith('Connection')
          ? 'connection'
          : isListType(getNullableType(type))
            ? 'list'
            : 'other';
        if (kind === 'connection') {
          connections += 1;
          if (open.includes('list'))
            why = 'Queries that contain a connection field within a list field are not currently supported.';
          if (open.filter((one) => one === 'connection').length >= MOST_DEPTH)
            why = 'too many nested connections';
          if (
            field.selectionSet?.selections.some(
              (one) => one.kind === Kind.FIELD && one.name.value !== 'edges',
            )
          )
            why = 'a connection of a bulk query is asked for by its edges';
        }
        open.push(name.endsWith('Edge') ? 'other' : kind);
      },
      leave: () => void open.pop(),
    },
  });
  visit(document, look);
  if (connections === 0) return 'Bulk queries must contain at least one connection.';
  return connections > MOST_CONNECTIONS ? 'Bulk queries cannot contain more than 5 connections.' : why;
}

type Line = Record<string, unknown> & { __parentId?: string };

/** The lines by parent and child, as grouped objects come. */
export function runBulkQuery(context: AdminContext, query: string): { parents: Line[]; children: Line[][] } {
  const result = withoutPages(() =>
    execute({
      schema: adminSchema(),
      document: parse(query),
      rootValue: QUERIES,
      contextValue: context,
      fieldResolver: resolveField,
      typeResolver: resolveType,
    }),
  );
  if (result instanceof Promise) throw new Error('a bulk query of the stand-in waits for nothing');
  const answer = result as { data?: Record<string, unknown> | null; errors?: readonly Error[] };
  if (answer.errors?.[0]) throw answer.errors[0];
  const parents: Line[] = [];
  const children: Line[][] = [];
  for (const node of Object.values(answer.data ?? {}).flatMap(nodesOf)) {
    parents.push(without(node));
    children.push(below(node));
  }
  return { parents, children };
}

const isConnection = (value: unknown): value is { edges: { node: Line }[] } =>
  typeof value === 'object' && value !== null && 'edges' in value;

const nodesOf = (value: unknown): Line[] => (isConnection(value) ? value.edges.map(({ node }) => node) : []);

const without = (node: Line): Line =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => !isConnection(value)));

function below(node: Line): Line[] {
  return Object.values(node)
    .flatMap(nodesOf)
    .flatMap((child) => [{ ...without(child), __parentId: String(node['id']) }, ...below(child)]);
}
