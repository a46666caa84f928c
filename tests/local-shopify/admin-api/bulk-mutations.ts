// bulkOperationRunQuery, bulkOperation and bulkOperationCancel. One is a step further each time that it is asked about.
import { GraphQLError } from 'graphql';
import type { BulkOperation } from '#tests/local-shopify/shop/bulk-operations.ts';
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import { runBulkQuery, whyNoBulkQuery } from './bulk-query.ts';
import type { AdminContext } from './context.ts';
import { gid, idOf } from './global-ids.ts';

type RunArgs = { query: string; groupObjects?: boolean | null };

const refused = (message: string, code: string) => ({
  bulkOperation: null,
  userErrors: [{ field: ['query'], message, code }],
});

function bulkOperationRunQuery({ query, groupObjects }: RunArgs, context: AdminContext): object {
  const { bulk } = context.shop;
  if (bulk.isFull) return refused('Too many bulk operations are in progress.', 'LIMIT_REACHED');
  const why = whyNoBulkQuery(query);
  if (why !== null) return refused(why, 'INVALID');
  const operation: BulkOperation = {
    id: context.shop.nextId(),
    query,
    groupObjects: groupObjects ?? false,
    createdAt: wholeSecond(context.at),
    status: 'CREATED',
    errorCode: null,
    completedAt: null,
    rootObjects: 0,
    lines: [],
  };
  bulk.add(operation);
  return { bulkOperation: view(operation, context), userErrors: [] };
}

function goOn(operation: BulkOperation, context: AdminContext): void {
  const { trouble } = context.shop.bulk;
  if (trouble.holds) return;
  if (operation.status === 'CREATED') operation.status = 'RUNNING';
  else if (operation.status === 'RUNNING') {
    operation.completedAt = wholeSecond(context.at);
    if (trouble.fails) Object.assign(operation, { status: 'FAILED', errorCode: trouble.fails });
    else endOrRefuse(operation, context);
  }
}

/** What the app may not read ends the whole operation. */
function endOrRefuse(operation: BulkOperation, context: AdminContext): void {
  try {
    end(operation, context);
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions['code'] !== 'ACCESS_DENIED') throw error;
    Object.assign(operation, { status: 'FAILED', errorCode: 'ACCESS_DENIED' });
  }
}

function end(operation: BulkOperation, context: AdminContext): void {
  const { parents, children } = runBulkQuery(context, operation.query);
  const { trouble } = context.shop.bulk;
  const isGrouped = operation.groupObjects && !trouble.scatters;
  const all = isGrouped
    ? parents.flatMap((parent, index) => [parent, ...(children[index] ?? [])])
    : [...parents, ...children.flat().reverse()];
  operation.lines = all.map((line, index) =>
    trouble.rubbishAt.includes(index + 1) ? '{"id": ' : JSON.stringify(line),
  );
  operation.rootObjects = parents.length;
  operation.status = 'COMPLETED';
}

function bulkOperation({ id }: { id: string }, context: AdminContext): object | null {
  const found = context.shop.bulk.get(idOf('BulkOperation', id));
  if (!found) return null;
  goOn(found, context);
  return view(found, context);
}

function bulkOperationCancel({ id }: { id: string }, context: AdminContext): object {
  const found = context.shop.bulk.get(idOf('BulkOperation', id));
  if (!found)
    return { bulkOperation: null, userErrors: [{ field: ['id'], message: 'Bulk operation does not exist' }] };
  const isRunning = found.status === 'CREATED' || found.status === 'RUNNING';
  if (!isRunning)
    return {
      bulkOperation: view(found, context),
      userErrors: [{ field: null, message: 'A bulk operation cannot be canceled when it is completed' }],
    };
  found.status = 'CANCELED';
  return { bulkOperation: view(found, context), userErrors: [] };
}

function view(operation: BulkOperation, context: AdminContext): object {
  const { id, status, lines, rootObjects } = operation;
  const isThere = context.shop.bulk.isReadable(operation, context.at) && lines.length > 0;
  return {
    __typename: 'BulkOperation',
    ...operation,
    id: gid('BulkOperation', id),
    type: 'QUERY',
    status,
    objectCount: String(lines.length),
    rootObjectCount: String(rootObjects),
    fileSize: isThere ? String(lines.join('\n').length) : null,
    url: isThere ? `${context.shopify.urls.admin}/_bulk/${context.shop.domain}/${id}.jsonl` : null,
    partialDataUrl: null,
  };
}

export const BULK_MUTATIONS = { bulkOperationRunQuery, bulkOperationCancel };
export const BULK_QUERIES = { bulkOperation };
