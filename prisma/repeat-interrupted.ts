// A migration that was begun and never written down as done: whoever ran it died. Prisma refuses every other from then on,
// until somebody says what became of it. Nobody knows: a server goes on with what it was sent, so it may be done, done in
// part, or not at all. So each can be repeated (CONTRIBUTING.md), and it is.
import type { Client } from 'pg';

/** Prisma's own lock of whoever migrates. */
const MIGRATING = 72_707_369;

/** Marks such migrations to be run again, unless somebody is just running them. */
export async function repeatInterrupted(client: Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('"_prisma_migrations"') is not null as there`,
  );
  if (!rows[0]?.there) return;
  await client.query(
    `with alone as materialized (select pg_try_advisory_lock($1) as got)
     update "_prisma_migrations" set rolled_back_at = now() from alone
     where got and finished_at is null and rolled_back_at is null`,
    [MIGRATING],
  );
}
