// `npm run keys` says which session keys the tokens need; `npm run keys -- forget <id>` gives up those of a lost key.
// app/docs/keys.md says when.
import process from 'node:process';
import { closePool } from '#app/db/pool.server.ts';
import { forgetKey } from '#app/usecases/upkeep/forget-key.ts';
import { checkSessionKeys } from '#app/usecases/upkeep/check-session-keys.ts';

const [word, id, ...more] = process.argv.slice(2);

try {
  if (word === 'forget' && id && more.length === 0) await forgetKey(id);
  else if (word !== undefined) throw new Error('say nothing, or: forget <id of a key>');
  await checkSessionKeys();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
