// A file of a hundred thousand members looked at, brought in and undone; and the memory that a tenth of it and all of it take.
import { performance } from 'node:perf_hooks';
import { endJoining, joinRows, keepPreview } from '#app/db/moving-in/moved-rows.server.ts';
import { changeMoving, newestMoving } from '#app/db/moving-in/moving-in.server.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { beginMoving, endSending, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import type { Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';
import { megabytesOf } from './megabytes-of.ts';

const FEW = 10_000;
const MANY = 100_000;
const BATCH = 1_000;
const LOOKS = 100;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

const idOf = (nr: number) => String(5_000_000_000 + nr);

async function inBatches(
  count: number,
  each: (from: number, size: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) await each(from, Math.min(BATCH, count - from));
}

async function send(shop: TestShop, count: number): Promise<string> {
  const file = { fileName: 'members.csv', fileHash: String(count).padStart(64, '0'), way: 'add' } as const;
  const terms = { byEmail: false, theirs: 1, ours: 1 };
  const begun = await beginMoving({ id: shop.id, timeZone: 'Europe/Paris' }, { ...file, ...terms }, '42');
  if (!begun.ok) throw new Error(begun.refused);
  await inBatches(count, (from, size) => {
    const rows = Array.from({ length: size }, (_, nr) => ({
      ...{ line: from + nr + 2, who: idOf(from + nr), points: 10 + (nr % 90), stamps: {} },
      ...{ birthday: null, leftOut: false, problem: null },
    }));
    return sendRows(shop.id, begun.id, rows);
  });
  const ended = await endSending(shop.id, begun.id, count);
  if (!ended.ok) throw new Error(ended.refused);
  return begun.id;
}

/** As the job does with Shopify's file, whose own time isn't ours. */
async function join(shop: TestShop, id: string, count: number): Promise<void> {
  await inBatches(count, (from, size) => {
    const found = Array.from({ length: size }, (_, nr) => ({
      who: idOf(from + nr),
      customerId: idOf(from + nr),
    }));
    return joinRows(pool(), shop.id, id, found);
  });
  await endJoining(pool(), shop.id, id);
  await keepPreview(pool(), shop.id, id);
  await changeMoving(pool(), shop.id, { id, step: 'joining' }, { step: 'ready', dueAt: null });
}

async function done(shop: TestShop, what: 'apply' | 'undo', id: string): Promise<void> {
  const said = await sayAboutMoving(shop.id, { do: what, id });
  if (!said.ok) throw new Error(said.refused);
  await goOnMoving(shop.id);
}

/** @throws Error when members or points are missing */
async function check({ id }: TestShop, members: number): Promise<void> {
  const { rows } = await pool().query<{ count: number }>(
    'select count(*)::int as count from "Member" where "shopId" = $1 and points > 0',
    [id],
  );
  if (rows[0]?.count !== members) throw new Error(`${members} members wanted, ${rows[0]?.count} found`);
}

async function run(name: string, count: number) {
  const shop = await installedShop({ domain: `moving-${name}.myshopify.com` });
  let id = '';
  const looks: number[] = [];
  const sent = await timed(async () => (id = await send(shop, count)));
  const joined = await timed(() => join(shop, id, count));
  for (let look = 0; look < LOOKS; look += 1) looks.push((await timed(() => readMoving(shop))) * 1_000);
  let applied = 0;
  const megabytes = await megabytesOf(async () => {
    applied = await timed(() => done(shop, 'apply', id));
  });
  await check(shop, count);
  const undone = await timed(() => done(shop, 'undo', id));
  await check(shop, 0);
  if ((await newestMoving(pool(), shop.id))?.step !== 'undone') throw new Error('the file is not undone');
  return { previewed: sent + joined, look: percentile(looks, 0.95), applied, undone, megabytes };
}

export async function movingInPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  try {
    const few = await run('few', FEW);
    const many = await run('many', MANY);
    const count = MANY.toLocaleString('en');
    const tenth = (of: 'previewed' | 'applied' | 'undone') => {
      return { name: `${FEW.toLocaleString('en')} rows, times ten`, values: [few[of] * (MANY / FEW)] };
    };
    const figure = (name: string, of: 'previewed' | 'applied' | 'undone', wanted: string): Figure => {
      return {
        part: 'moving-in',
        name: `${count} rows ${name}`,
        unit: 's',
        ours: [many[of]],
        baseline: tenth(of),
        wanted,
      };
    };
    return [
      figure('sent and joined', 'previewed', '≤ 10 s'),
      figure('brought in', 'applied', '≤ 30 s'),
      figure('undone', 'undone', 'ratio ≤ 1.5'),
      {
        ...{
          part: 'moving-in',
          name: `p95 of the page while ${count} rows wait`,
          unit: 'ms',
          ours: [many.look],
        },
        ...{ baseline: { name: `${FEW.toLocaleString('en')} rows`, values: [few.look] }, wanted: '≤ 100 ms' },
      },
      {
        ...{
          part: 'moving-in',
          name: `memory of bringing in ${count} rows`,
          unit: 'MB',
          ours: [many.megabytes],
        },
        ...{
          baseline: { name: `${FEW.toLocaleString('en')} rows`, values: [few.megabytes] },
          wanted: 'ratio ≤ 1.5',
        },
      },
    ];
  } finally {
    await closePool();
  }
}
