// A publish that changes an occasion makes windows look different: those that are open today are swept again.
import type { PoolClient } from 'pg';
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { sweepAgain } from '#app/db/moments/sweep-mark.server.ts';

/** In the publishing transaction, where the shop is locked. */
export async function restartSweep(
  client: PoolClient,
  shop: { id: number; timeZone: string },
  { before, after }: { before: ProgramRules; after: ProgramRules },
  at: Date,
): Promise<void> {
  if (JSON.stringify(before.occasions) === JSON.stringify(after.occasions)) return;
  const through = addDays(dayIn(shop.timeZone, at), -1);
  await sweepAgain(client, shop.id, { through, ranBefore: before.occasions.length > 0 });
  await enqueue(client, 'sweep_occasions', { shopId: shop.id });
  const asksBirthdays = after.occasions.some(({ kind }) => kind === 'birthday');
  if (asksBirthdays) await enqueue(client, 'read_birthdays', { shopId: shop.id });
}
