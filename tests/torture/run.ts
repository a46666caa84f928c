// `npm run torture`: random histories in the whole app while everything around it breaks, and a comparison at the end with
// what should have come of them. Ends with 1 where something differs; the seed makes the same history again.
import process from 'node:process';
import { buildApp, isBuilt } from '#tests/tools/build-app.ts';
import { readOptions } from './options.ts';
import { reportText, wrongs } from './report.ts';

// What this process does for the merchants is said by nobody; set before the app's log is loaded.
process.env['LOG_LEVEL'] ??= 'silent';

try {
  const { torture } = await import('./torture.ts');
  const options = readOptions(process.argv.slice(2));
  if (!isBuilt()) await buildApp();
  const report = await torture(options, (text) => process.stderr.write(`${text}\n`));
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report));
  if (wrongs(report).length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
