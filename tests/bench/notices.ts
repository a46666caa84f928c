// Notices told to Shopify Flow in a shop whose bucket is empty, beside what Shopify's throttle lets through: on the smallest plan and on
// the largest, with answers that come at once and such that take a tenth of a second.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { enqueue } from '#app/db/enqueue.server.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { query, withClient } from './databases.ts';
import type { Figure } from './figures.ts';
import { ANSWER_MS, fillShop, type FilledShop } from './filled-shop.ts';
import { untilIdle } from './running-shops.ts';

/** Of one mutation. */
const COST = 10;
const LIMIT_MS = 60_000;
const LOOK_MS = 20;

const RUNS = [
  { perSecond: 100, answerMs: 0, notices: 60 },
  { perSecond: 100, answerMs: ANSWER_MS, notices: 60 },
  { perSecond: 1_000, answerMs: 0, notices: 500 },
  { perSecond: 1_000, answerMs: ANSWER_MS, notices: 500 },
];

/** One for each of so many members, none of them told before. */
async function write({ database, shopId, memberIds }: FilledShop, notices: number, cause: string) {
  await query(
    database,
    `insert into "Notice" ("shopId", "memberId", kind, cause, facts, state, "dueAt", "madeAt")
     select ${shopId}, m, 'gift-given', '${cause}', '{"title": {"en": "A gift", "fr": "Un cadeau"}, "points": 50}', 'waiting', now(), now()
     from unnest('{${memberIds.slice(0, notices).join(',')}}'::bigint[]) as m`,
  );
}

async function tell(shop: FilledShop, run: (typeof RUNS)[number], cause: string): Promise<number> {
  const { database, shopId, local } = shop;
  await write(shop, run.notices, cause);
  const { messages } = local.flow;
  messages.length = 0;
  shop.throttle(run.perSecond, run.answerMs);
  const start = performance.now();
  await withClient(database, (client) => enqueue(client, 'tell_notices', { shopId }));
  while (messages.length < run.notices) {
    if (performance.now() - start > LIMIT_MS) throw new Error(`only ${messages.length} notices were told`);
    await sleep(LOOK_MS);
  }
  const seconds = (performance.now() - start) / 1_000;
  shop.open();
  await untilIdle(database);
  const told = new Set(messages.map(({ payload }) => payload['customer_id']));
  if (told.size !== run.notices || messages.length !== run.notices) throw new Error('some were told twice');
  return run.notices / seconds;
}

export async function noticesPart(bench: Bench): Promise<Figure[]> {
  const shop = await fillShop(bench, 'notices', Math.max(...RUNS.map(({ notices }) => notices)));
  try {
    await query(shop.database, `update "Shop" set "toldByFlow" = '{gift-given}'`);
    const figures: Figure[] = [];
    for (const run of RUNS) {
      const ours: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push(await tell(shop, run, `${run.perSecond}/${run.answerMs}/${round}`));
      }
      const values = ours.map(() => run.perSecond / COST);
      const baseline = { name: 'the throttle allows', values };
      const name = `notices sent, ${run.perSecond.toLocaleString('en')} points/s, answers after ${run.answerMs} ms`;
      figures.push({ part: 'notices', name, unit: 'notices/s', ours, baseline, wanted: 'ratio ≥ 0.9' });
    }
    return figures;
  } finally {
    await shop.stop();
  }
}
