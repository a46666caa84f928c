// After the clock was moved: whatever the app does by the calendar is due at once, as if the days had passed.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const CRONTAB = new URL('../../app/jobs/crontab', import.meta.url);
const LIMIT_MS = 20_000;
/** A turn has some of the shops, by the minute for which it is due; an hour has them all. */
const WHOLE: Record<string, string> = { reconcile_turn: 'reconcile_all' };

function scheduled(): string[] {
  const lines = readFileSync(CRONTAB, 'utf8').split('\n');
  const tasks = lines.flatMap((line) => /^(?!#)(?:\S+\s+){5}(\w+)/.exec(line)?.[1] ?? []);
  return [...new Set(tasks.map((task) => WHOLE[task] ?? task))];
}

/**
 * Rings every bell of the crontab, and waits until no job is waiting any more; at most twenty seconds, then the app goes on
 * by itself.
 */
export async function runDueJobs(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const task of scheduled()) {
      await client.query('select graphile_worker.add_job($1, job_key => $1)', [task]);
    }
    // Most are done in a moment: asked often at first.
    for (let waitedMs = 0, pauseMs = 10; waitedMs < LIMIT_MS; waitedMs += pauseMs) {
      const { rows } = await client.query<{ open: string }>(
        'select count(*) as open from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
      );
      if (rows[0]?.open === '0') return;
      pauseMs = Math.min(1.5 * pauseMs, 100);
      await sleep(pauseMs);
    }
  } finally {
    await client.end();
  }
}
