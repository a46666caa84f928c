// Shopify's schema of discount functions, and the function's own input query.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';

const ROOT = join(import.meta.dirname, '../..');
const SCHEMA = 'tests/local-shopify/schema/discount-function-2026-10.schema.graphql';

export const EXTENSION = join(ROOT, 'extensions/loyalty-discount');
export const FUNCTION_SCHEMA = buildSchema(readFileSync(join(ROOT, SCHEMA), 'utf8'));
export const INPUT_QUERY = readFileSync(join(EXTENSION, 'src/input.graphql'), 'utf8');
export const INPUT_DOCUMENT = parse(INPUT_QUERY);
