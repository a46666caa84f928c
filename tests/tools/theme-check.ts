// Shopify's theme check on the theme app extension: any offense of any severity fails.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { check } from '@shopify/theme-check-node';
import type { Offense } from '@shopify/theme-check-node';

const extension = path.resolve(import.meta.dirname, '../../extensions/loyalty-theme');

function line(offense: Offense): string {
  const file = path.relative(extension, fileURLToPath(offense.uri));
  return `${file}:${offense.start.line + 1} ${offense.check}: ${offense.message}`;
}

const offenses = await check(extension, path.join(extension, '.theme-check.yml'));
for (const offense of offenses) process.stdout.write(`${line(offense)}\n`);
process.exitCode = offenses.length > 0 ? 1 : 0;
