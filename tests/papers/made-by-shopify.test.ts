// What `shopify app build` leaves behind is no part of the project: no check may trip over it.
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import prettier from 'prettier';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MADE = [
  'extensions/loyalty-discount/generated/api.ts',
  'extensions/loyalty-discount/dist/function.js',
  'extensions/loyalty-vouchers/dist/function.js',
  'extensions/loyalty-theme/dist/bundle.ts',
  '.shopify/project.ts',
];

test.each(MADE)('%s is nobody’s to check', async (file) => {
  const ignorePath = path.join(ROOT, '.prettierignore');
  expect(await new ESLint({ cwd: ROOT }).isPathIgnored(path.join(ROOT, file))).toBe(true);
  expect(await prettier.getFileInfo(path.join(ROOT, file), { ignorePath })).toMatchObject({ ignored: true });
});

test('TypeScript reads none of it, nor what is AssemblyScript', () => {
  const read = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
  const { exclude } = read.config as { exclude: string[] };
  expect(exclude).toEqual(
    expect.arrayContaining([
      'extensions/*/assembly',
      'extensions/*/generated',
      'extensions/*/dist',
      '.shopify',
    ]),
  );
});
