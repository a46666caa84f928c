import { worthOfBalance } from '#app/core/rewards/worth-of-balance.ts';
import type { PastPage } from '#app/core/past-orders/past-page.ts';
import { dayIn } from '#app/core/values/days.ts';
import { now } from '#app/clock.server.ts';
import { mayReadAllOrders } from '#app/db/past-orders/may-read-all.server.ts';
import { pastOrdersOf } from '#app/db/past-orders/past-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

export async function readPastPage(shop: { id: number; domain: string }): Promise<PastPage | null> {
  const program = await shopProgram(pool(), shop.id);
  if (!program) return null;
  const row = await pastOrdersOf(pool(), shop.id);
  const { timeZone, versions, currency } = program;
  const today = dayIn(timeZone, now());
  const { rewards = [], names } = publishedVersion(program).rules;
  const worth = row?.counted ? worthOfBalance(row.counted.points, rewards, today) : null;
  const titles = new Map(
    versions.flatMap(({ rules }) => rules.cards.map(({ key, title }) => [key, title] as const)),
  );
  return {
    step: row?.step ?? null,
    why: row?.why ?? null,
    found: row?.found ?? 0,
    stored: row?.stored ?? 0,
    alone: row?.alone.length ?? 0,
    unreadable: row?.unreadable ?? 0,
    readOn: row?.readAt ? dayIn(timeZone, row.readAt) : null,
    awardedOn: row?.awardedOn ?? null,
    spentMembers: row?.spentMembers ?? 0,
    counted: row?.counted
      ? { ...row.counted, version: row.version ?? 0, awardsFrom: row.awardsFrom, worthMinor: worth }
      : null,
    names,
    isOfAwards: ['awarding', 'settling-awards', 'undoing'].includes(row?.goesOnWith ?? ''),
    isOfCount: row?.goesOnWith === 'counting',
    mayReadAll: await mayReadAllOrders(pool(), shop.domain),
    versions: [...versions]
      .sort((a, b) => b.number - a.number)
      .map(({ number, publishedAt }) => ({ number, day: dayIn(timeZone, publishedAt) })),
    cards: [...titles].map(([key, title]) => ({ key, title })),
    currency,
    programBegan: dayIn(timeZone, program.earnsFrom),
  };
}
