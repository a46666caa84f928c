// Every document that the app sends is one that Shopify's Admin API takes.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { adminSchema } from '#tests/local-shopify/admin-api/schema.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENT = /`#graphql\n([^`]*)`/g;

const files = globSync('app/**/*.{ts,tsx}', { cwd: ROOT })
  .sort()
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
  .map(({ file, text }) => ({ file, documents: [...text.matchAll(DOCUMENT)].map((match) => match[1] ?? '') }))
  .filter(({ documents }) => documents.length > 0);

test('there are documents to look at', () => {
  expect(files.length).toBeGreaterThan(3);
});

describe.each(files)('$file', ({ documents }) => {
  test.each(documents)('%s', (document) => {
    expect(validate(adminSchema(), parse(document)).map((error) => error.message)).toEqual([]);
    expect(document).not.toContain('${');
  });
});
