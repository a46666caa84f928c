// `npm run requests -- list [days]` writes a list of the requests about people, to be kept apart from the backups; `npm run
// requests -- repeat < list` carries out again what a restored database has forgotten. app/docs/backup.md says when.
import process from 'node:process';
import { createInterface } from 'node:readline';
import { KEPT_DAYS } from '#app/core/shop/retention.ts';
import { closePool } from '#app/db/pool.server.ts';
import { listRequests } from '#app/usecases/upkeep/list-requests.ts';
import { repeatRequests } from '#app/usecases/upkeep/repeat-requests.ts';

async function main([what, days = String(KEPT_DAYS.requests)]: readonly string[]): Promise<string> {
  if (what === 'list' && /^\d{1,3}$/.test(days)) {
    return (await listRequests(Number(days))).map((told) => `${JSON.stringify(told)}\n`).join('');
  }
  if (what === 'repeat') {
    const counts = await repeatRequests(createInterface({ input: process.stdin }));
    return `${JSON.stringify(counts)}\n`;
  }
  throw new Error('Say list, or repeat with a list on the standard input.');
}

try {
  process.stdout.write(await main(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
