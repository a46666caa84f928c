// `node prisma/diff.ts 0002_vouchers` writes the migration from the committed schema to the one in the folder.
// Prisma's own `migrate dev` needs the engines. Triggers and partial indexes are added by hand.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { startPostgres } from '#tests/tools/postgres.ts';

const run = promisify(execFile);
const schema = 'prisma/schema.prisma';

async function main(name: string | undefined): Promise<void> {
  if (!name || !/^\d{4}_[a-z0-9_]+$/.test(name)) throw new Error('Name the migration, e.g. 0002_vouchers.');
  const work = await mkdtemp(path.join(tmpdir(), 'sixth-diff-'));
  // The diff reads nothing from the database, but its adapter wants to connect.
  const server = await startPostgres({ dataDir: path.join(work, 'data'), fsync: false });
  try {
    const before = path.join(work, 'before.prisma');
    await writeFile(before, (await run('git', ['show', `HEAD:${schema}`])).stdout);
    const args = [
      'migrate',
      'diff',
      '--from-schema-datamodel',
      before,
      '--to-schema-datamodel',
      schema,
      '--script',
    ];
    const env = { ...process.env, DATABASE_URL: server.url };
    const { stdout } = await run('node_modules/.bin/prisma', args, { env });
    const file = `prisma/migrations/${name}/migration.sql`;
    await mkdir(path.dirname(file));
    await writeFile(file, stdout);
    process.stdout.write(`${file}\n`);
  } finally {
    await server.stop();
    await rm(work, { recursive: true });
  }
}

await main(process.argv[2]);
