// The folder of a function, and its own input query.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';

type ExtensionFiles = { folder: string; inputQuery: string; inputDocument: DocumentNode };

export function extensionFiles(handle: string): ExtensionFiles {
  const folder = join(import.meta.dirname, '../../extensions', handle);
  const inputQuery = readFileSync(join(folder, 'src/input.graphql'), 'utf8');
  return { folder, inputQuery, inputDocument: parse(inputQuery) };
}
