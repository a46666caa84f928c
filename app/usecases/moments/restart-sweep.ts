// A publish that changes a moment, or starts a paused one, makes windows look different: those that are open today are swept again. After a pause
// the sweep goes on where it stood.
import type { PoolClient } from 'pg';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withoutPaused } from '#app/core/moments/paused-moments.ts';
import { sweepAgain } from '#app/db/moments/sweep-mark.server.ts';
import type { PublishedChange } from '#app/core/editing/published-change.ts';

export async function restartSweep(
  client: PoolClient,
  { shopId, timeZone, before, after, publishedAt }: PublishedChange,
): Promise<void> {
  if (before.paused && !after.paused) await enqueue(client, 'sweep_occasions', { shopId });
  if (JSON.stringify(sweptOf(before)) === JSON.stringify(sweptOf(after))) return;
  const through = addDays(dayIn(timeZone, publishedAt), -1);
  await sweepAgain(client, shopId, { through, ranBefore: sweptOf(before).flat().length > 0 });
  await enqueue(client, 'sweep_occasions', { shopId });
  const asksBirthdays = after.occasions.some(({ kind }) => kind === 'birthday');
  if (after.moments?.some(({ kind }) => kind === 'newsletter'))
    await enqueue(client, 'read_consents', { shopId });
  if (asksBirthdays) await enqueue(client, 'read_birthdays', { shopId });
}

function sweptOf(rules: PublishedChange['before']) {
  const { occasions, moments = [] } = withoutPaused(rules);
  return [occasions, moments];
}
