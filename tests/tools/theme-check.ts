// Shopify's theme check on the theme app extension as it is deployed, but for its Liquid and its texts, which are checked as they are
// written: what is deployed bears no docs, by which the check knows a snippet's parameters. Any offense of any severity fails.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { check } from '@shopify/theme-check-node';
import type { Offense } from '@shopify/theme-check-node';
import { WRITTEN_FOLDERS, WRITTEN } from './make-theme.ts';

const extension = path.resolve(import.meta.dirname, '../../extensions/loyalty-theme');
const written = mkdtempSync(path.join(tmpdir(), 'theme-'));

function line(offense: Offense): string {
  const file = path.relative(written, fileURLToPath(offense.uri));
  return `${file}:${offense.start.line + 1} ${offense.check}: ${offense.message}`;
}

cpSync(extension, written, { recursive: true });
for (const folder of WRITTEN_FOLDERS) {
  cpSync(path.join(WRITTEN, folder), path.join(written, folder), { recursive: true });
}
const offenses = await check(written, path.join(extension, '.theme-check.yml'));
rmSync(written, { recursive: true });
for (const offense of offenses) process.stdout.write(`${line(offense)}\n`);
process.exitCode = offenses.length > 0 ? 1 : 0;
