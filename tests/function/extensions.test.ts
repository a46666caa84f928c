// What every function's extension has to be for Shopify.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'graphql';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { functionSchema } from '#tests/local-shopify/functions/function-schema.ts';
import { extensionFiles } from './extension-files.ts';

type Extension = { handle: string; build: object; ui: object; targeting: object[] };

describe.each(['loyalty-discount', 'loyalty-vouchers'])('%s', (handle) => {
  const { folder, inputQuery, inputDocument } = extensionFiles(handle);

  test('the input query fits Shopify’s schema, and its 3,000 bytes', () => {
    expect(validate(functionSchema(), inputDocument)).toEqual([]);
    expect(Buffer.byteLength(inputQuery)).toBeLessThan(3_000);
  });

  test('the toml is what Shopify’s CLI takes: our command makes the wasm, and discounts lead to the Program page', () => {
    const toml = parse(readFileSync(join(folder, 'shopify.extension.toml'), 'utf8'));
    const [extension] = toml['extensions'] as Extension[];
    expect(extension?.handle).toBe(handle);
    expect(extension?.build).toEqual({ command: 'node build.mjs', path: 'dist/function.wasm' });
    expect(extension?.ui).toEqual({ paths: { create: '/app/program', details: '/app/program' } });
    expect(extension?.targeting).toEqual([
      { target: 'cart.lines.discounts.generate.run', input_query: 'src/input.graphql', export: 'run' },
    ]);
  });

  test('every text of the extension is there in both languages', () => {
    const texts = (file: string) =>
      JSON.parse(readFileSync(join(folder, 'locales', file), 'utf8')) as Record<string, string>;
    expect(Object.keys(texts('fr.json'))).toEqual(Object.keys(texts('en.default.json')));
  });
});
