// Codes of a discount: asked for and deleted by the hundred, later than they are asked for, and listed.
import { z } from 'zod';
import { callPatiently } from '../admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '../admin-api/ids.ts';
import { operation } from '../admin-api/operation.ts';
import type { DiscountRefusal } from '../discounts/discount-refusal.ts';

/** Shopify takes no more at once. */
export const MOST_CODES = 250;

const userErrors = z.array(
  z.object({ field: z.array(z.string()).nullable(), message: z.string(), code: z.string().nullable() }),
);
const page = z.object({
  nodes: z.array(z.object({ id: z.string(), code: z.string(), asyncUsageCount: z.number() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

const addCodesToDiscount = operation<{ discountId: string; codes: { code: string }[] }>()({
  name: 'AddCodes',
  document: `#graphql
    mutation AddCodes($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
      discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) {
        bulkCreation {
          id
        }
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({
    discountRedeemCodeBulkAdd: z.object({
      bulkCreation: z.object({ id: z.string() }).nullable(),
      userErrors,
    }),
  }),
});

const codeCreation = operation<{ id: string }>()({
  name: 'CodesAdded',
  document: `#graphql
    query CodesAdded($id: ID!) {
      discountRedeemCodeBulkCreation(id: $id) {
        done
      }
    }`,
  result: z.object({ discountRedeemCodeBulkCreation: z.object({ done: z.boolean() }).nullable() }),
  whole: true,
});

const deleteCodesOfDiscount = operation<{ discountId: string; ids: string[] }>()({
  name: 'DeleteCodes',
  document: `#graphql
    mutation DeleteCodes($discountId: ID!, $ids: [ID!]) {
      discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) {
        job {
          id
        }
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeRedeemCodeBulkDelete: z.object({ userErrors }) }),
});

/** Newest first. */
const codesOfDiscount = operation<{ id: string; after: string | null }>()({
  name: 'CodesOfDiscount',
  document: `#graphql
    query CodesOfDiscount($id: ID!, $after: String) {
      node(id: $id) {
        ... on DiscountCodeNode {
          codeDiscount {
            ... on DiscountCodeBasic {
              codes(first: 250, after: $after, sortKey: ID, reverse: true) {
                nodes {
                  id
                  code
                  asyncUsageCount
                }
                pageInfo {
                  hasNextPage
                  endCursor
                }
              }
            }
            ... on DiscountCodeApp {
              codes(first: 250, after: $after, sortKey: ID, reverse: true) {
                nodes {
                  id
                  code
                  asyncUsageCount
                }
                pageInfo {
                  hasNextPage
                  endCursor
                }
              }
            }
            ... on DiscountCodeFreeShipping {
              codes(first: 250, after: $after, sortKey: ID, reverse: true) {
                nodes {
                  id
                  code
                  asyncUsageCount
                }
                pageInfo {
                  hasNextPage
                  endCursor
                }
              }
            }
          }
        }
      }
    }`,
  result: z.object({
    node: z.object({ codeDiscount: z.object({ codes: page.optional() }).optional() }).nullable(),
  }),
  whole: true,
});

/** What as many codes as one call takes need, each once: asked for, asked about, and seen. */
export const CODE_CALLS = [addCodesToDiscount.document, codeCreation.document, codesOfDiscount.document];

const NODE = 'DiscountCodeNode';
const CREATION = 'DiscountRedeemCodeBulkCreation';

/** Digits of the creation's id, or why Shopify won't. Throws a Failure when Shopify can't be asked, or nobody knows what it did. */
export async function addCodes(
  shopDomain: string,
  discountId: string,
  codes: readonly string[],
): Promise<{ creationId: string } | { refusal: DiscountRefusal }> {
  const { discountRedeemCodeBulkAdd: asked } = await callPatiently(shopDomain, addCodesToDiscount, {
    discountId: gid(NODE, discountId),
    codes: codes.map((code) => ({ code })),
  });
  const creationId = digitsOfGid(asked.bulkCreation?.id ?? '');
  if (creationId) return { creationId };
  const unsaid = { field: null, message: 'no creation of codes was begun', code: null };
  return { refusal: asked.userErrors[0] ?? unsaid };
}

/** Done says only that it was tried: which codes are there is asked of the discount. `gone`: Shopify knows no such creation. */
export async function readCreation(
  shopDomain: string,
  creationId: string,
): Promise<'working' | 'done' | 'gone'> {
  const id = gid(CREATION, creationId);
  const { discountRedeemCodeBulkCreation: creation } = await callPatiently(shopDomain, codeCreation, { id });
  if (!creation) return 'gone';
  return creation.done ? 'done' : 'working';
}

/** They go later, or not at all: whether they are gone is looked up. Null, or why Shopify won't. */
export async function deleteCodes(
  shopDomain: string,
  discountId: string,
  codeIds: readonly string[],
): Promise<DiscountRefusal | null> {
  for (let start = 0; start < codeIds.length; start += MOST_CODES) {
    const ids = codeIds.slice(start, start + MOST_CODES).map((id) => gid('DiscountRedeemCode', id));
    const answer = await callPatiently(shopDomain, deleteCodesOfDiscount, {
      discountId: gid(NODE, discountId),
      ids,
    });
    const [refusal] = answer.discountCodeRedeemCodeBulkDelete.userErrors;
    if (refusal) return refusal;
  }
  return null;
}

/**
 * Ids of a discount's codes by their texts in capitals, newest first, page by page.
 * @param used gets those of which Shopify, which runs behind, counts a use
 */
export async function* listCodes(
  shopDomain: string,
  discountId: string,
  used = new Set<string>(),
): AsyncGenerator<Map<string, string>, void> {
  let after: string | null = null;
  do {
    const answer: typeof codesOfDiscount.result._output = await callPatiently(shopDomain, codesOfDiscount, {
      id: gid(NODE, discountId),
      after,
    });
    const codes = answer.node?.codeDiscount?.codes;
    if (!codes) return;
    for (const { code, asyncUsageCount } of codes.nodes)
      if (asyncUsageCount > 0) used.add(code.toUpperCase());
    yield new Map(
      codes.nodes.flatMap(({ id, code }) => {
        const digits = digitsOfGid(id);
        return digits ? [[code.toUpperCase(), digits] as const] : [];
      }),
    );
    after = codes.pageInfo.hasNextPage ? codes.pageInfo.endCursor : null;
  } while (after !== null);
}
