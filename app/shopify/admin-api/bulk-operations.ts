// Shopify's bulk operations: a question about everything, answered by a file. Five run at a time in a shop.
import { z } from 'zod';
import { callAdmin } from './admin.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { digitsOfGid, gid } from './ids.ts';
import { operation } from './operation.ts';

const userErrors = z.array(z.object({ message: z.string(), code: z.string().nullable() }));

/** Objects in the file come after what they belong to: without that, a file could only be read whole. */
const runBulkQuery = operation<{ query: string }>()({
  name: 'RunBulkQuery',
  document: `#graphql
    mutation RunBulkQuery($query: String!) {
      bulkOperationRunQuery(query: $query, groupObjects: true) {
        bulkOperation { id }
        userErrors { message code }
      }
    }`,
  result: z.object({
    bulkOperationRunQuery: z.object({
      bulkOperation: z.object({ id: z.string() }).nullable(),
      userErrors,
    }),
  }),
});

const bulkOperation = operation<{ id: string }>()({
  name: 'BulkOperation',
  document: `#graphql
    query BulkOperation($id: ID!) {
      bulkOperation(id: $id) {
        status
        errorCode
        url
        partialDataUrl
        rootObjectCount
      }
    }`,
  result: z.object({
    bulkOperation: z
      .object({
        status: z.string(),
        errorCode: z.string().nullable(),
        url: z.string().nullable(),
        partialDataUrl: z.string().nullable(),
        rootObjectCount: z.coerce.number(),
      })
      .nullable(),
  }),
});

const cancelBulkOperation = operation<{ id: string }>()({
  name: 'CancelBulkOperation',
  document: `#graphql
    mutation CancelBulkOperation($id: ID!) {
      bulkOperationCancel(id: $id) {
        bulkOperation { id }
        userErrors { message }
      }
    }`,
  result: z.object({
    bulkOperationCancel: z.object({ userErrors: z.array(z.object({ message: z.string() })) }),
  }),
});

/** The operation's id, as digits; null while as many run as may. Throws a Failure. */
export async function startBulk(shopDomain: string, query: string): Promise<string | null> {
  const { bulkOperationRunQuery: answer } = await callAdmin(shopDomain, runBulkQuery, { query });
  const id = answer.bulkOperation && digitsOfGid(answer.bulkOperation.id);
  if (id) return id;
  const [error] = answer.userErrors;
  if (error?.code === 'LIMIT_REACHED' || error?.code === 'OPERATION_IN_PROGRESS') return null;
  throw new AdminRefused(shopDomain, `bulk query refused: ${error?.message ?? 'without a reason'}`);
}

export type BulkState =
  /** It runs, with so many objects so far. */
  | { state: 'running'; objects: number }
  /** `url` is null where there is nothing. */
  | { state: 'done'; url: string | null; objects: number }
  /** Failed, expired, cancelled, or unknown. `why` is Shopify's word. */
  | { state: 'failed'; why: string };

export async function bulkState(shopDomain: string, id: string): Promise<BulkState> {
  const { bulkOperation: found } = await callAdmin(shopDomain, bulkOperation, {
    id: gid('BulkOperation', id),
  });
  if (!found) return { state: 'failed', why: 'UNKNOWN' };
  const { status, errorCode, url, rootObjectCount: objects } = found;
  if (status === 'COMPLETED') return { state: 'done', url, objects };
  if (status === 'CREATED' || status === 'RUNNING' || status === 'CANCELING')
    return { state: 'running', objects };
  return { state: 'failed', why: errorCode ?? status };
}

/** Of one that has ended nothing is left to cancel. */
export async function cancelBulk(shopDomain: string, id: string): Promise<void> {
  await callAdmin(shopDomain, cancelBulkOperation, { id: gid('BulkOperation', id) });
}
