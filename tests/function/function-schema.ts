// Shopify's schema of discount functions, and the function's own input query.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { functionSchema } from '#tests/local-shopify/functions/function-schema.ts';

const ROOT = join(import.meta.dirname, '../..');

export const EXTENSION = join(ROOT, 'extensions/loyalty-discount');
export const FUNCTION_SCHEMA = functionSchema();
export const INPUT_QUERY = readFileSync(join(EXTENSION, 'src/input.graphql'), 'utf8');
export const INPUT_DOCUMENT = parse(INPUT_QUERY);
