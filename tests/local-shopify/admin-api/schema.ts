// Shopify's real Admin schema, and which scopes its types and fields ask for.
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

export const API_VERSION = '2026-10';

const read = (name: string): string =>
  readFileSync(new URL(`../schema/admin-${API_VERSION}.${name}`, import.meta.url), 'utf8');

let schema: GraphQLSchema | null = null;
let scopes: Record<string, string[]> | null = null;

export const schemaText = (): string => read('schema.graphql');

/** Built once, on first use, by whatever starts: its test looks whether it is valid. */
export function adminSchema(): GraphQLSchema {
  schema ??= buildSchema(schemaText(), { assumeValid: true, noLocation: true });
  return schema;
}

/** Scopes of `Type` or `Type.field`; any one of them is enough. Empty: none is asked for. */
export function scopesOf(name: string): string[] {
  scopes ??= JSON.parse(read('scopes.json')) as Record<string, string[]>;
  return scopes[name] ?? [];
}
