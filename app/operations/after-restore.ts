// `npm run after-restore`: once, when a backup was restored, before web and workers start. app/docs/backup.md says when.
import process from 'node:process';
import { closePool } from '#app/db/pool.server.ts';
import { tellEverythingAnew } from '#app/usecases/upkeep/tell-everything-anew.ts';

try {
  process.stdout.write(`${JSON.stringify(await tellEverythingAnew())}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
