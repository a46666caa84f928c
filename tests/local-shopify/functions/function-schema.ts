// Shopify's real schema of discount functions: what they may ask for, and what they may answer.
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

const FILE = new URL('../schema/discount-function-2026-10.schema.graphql', import.meta.url);

let schema: GraphQLSchema | null = null;

/** Built once, on first use. */
export function functionSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(FILE, 'utf8'), { assumeValidSDL: true });
  return schema;
}
