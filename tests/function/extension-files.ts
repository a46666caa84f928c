// The discount function's folder, and its own input query.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';

export const EXTENSION = join(import.meta.dirname, '../../extensions/loyalty-discount');
export const INPUT_QUERY = readFileSync(join(EXTENSION, 'src/input.graphql'), 'utf8');
export const INPUT_DOCUMENT = parse(INPUT_QUERY);
