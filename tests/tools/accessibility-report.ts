// Writes app/docs/accessibility.md from the lists that the tests go through.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { accessibilityReport } from '#tests/support/accessibility/report.ts';

const FILE = path.resolve(import.meta.dirname, '../../app/docs/accessibility.md');
writeFileSync(FILE, await format(accessibilityReport(), { parser: 'markdown', printWidth: 130 }));
