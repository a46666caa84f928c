// A file of a hundred thousand members, each of whom could buy less here than there, looked at, brought in and undone; and the memory that
// a tenth of it and all of it take.
import { performance } from 'node:perf_hooks';
import { endJoining, joinRows } from '#app/db/moving-in/moved-rows.server.ts';
import { changeMoving, newestMoving } from '#app/db/moving-in/moving-in.server.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { beginMoving, endSending, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { countFile } from '#app/usecases/moving-in/count-file.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { reckonAnew } from '#app/usecases/moving-in/reckon-anew.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import type { Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';
import { megabytesOf } from './megabytes-of.ts';

const FEW = 10_000;
const MANY = 100_000;
const BATCH = 1_000;
const LOOKS = 100;
const COUNTS = 10;

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
  // A point was a cent there; here a hundred of them buy something at once, and nobody has so many.
  const terms = { byEmail: false, theirs: 1, ours: 1, worthMinor: 1 };
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
  const program = await shopProgram(pool(), shop.id);
  const file = await newestMoving(pool(), shop.id);
  if (!program || !file) throw new Error('there is no file to count');
  await countFile(pool(), { id: shop.id, program }, file);
  await changeMoving(pool(), shop.id, { id, step: 'joining' }, { step: 'ready', dueAt: null });
}

/** Each time the merchant tries another factor; in seconds. @throws Error where not everybody is found */
async function countAnew(shop: TestShop, id: string, count: number): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < COUNTS; time += 1)
    took.push(await timed(() => reckonAnew(shop.id, { id, ours: 1 })));
  const found = (await readMoving(shop))?.preview?.buysLess?.count;
  if (found !== count) throw new Error(`${count} who could buy less wanted, ${found} found`);
  return took;
}

type Said = { do: 'apply' | 'undo'; id: string; despite?: number };

async function done(shop: TestShop, what: Said): Promise<void> {
  const said = await sayAboutMoving(shop.id, what);
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
  await publishRewards(shop.id, [reward()]);
  let id = '';
  const looks: number[] = [];
  const sent = await timed(async () => (id = await send(shop, count)));
  const joined = await timed(() => join(shop, id, count));
  for (let look = 0; look < LOOKS; look += 1) looks.push((await timed(() => readMoving(shop))) * 1_000);
  let counted: number[] = [];
  const countMegabytes = await megabytesOf(async () => {
    counted = await countAnew(shop, id, count);
  });
  let applied = 0;
  const megabytes = await megabytesOf(async () => {
    applied = await timed(() => done(shop, { do: 'apply', id, despite: count }));
  });
  await check(shop, count);
  const undone = await timed(() => done(shop, { do: 'undo', id }));
  await check(shop, 0);
  if ((await newestMoving(pool(), shop.id))?.step !== 'undone') throw new Error('the file is not undone');
  return {
    previewed: sent + joined,
    look: percentile(looks, 0.95),
    counted: percentile(counted, 0.95),
    ...{ applied, undone, megabytes, countMegabytes },
  };
}

export async function movingInPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  try {
    const few = await run('few', FEW);
    const many = await run('many', MANY);
    const count = MANY.toLocaleString('en');
    const fewer = FEW.toLocaleString('en');
    const figure = (
      name: string,
      of: 'previewed' | 'counted' | 'applied' | 'undone',
      wanted: string,
    ): Figure => {
      const baseline = { name: `${fewer} rows, times ten`, values: [few[of] * (MANY / FEW)] };
      return {
        part: 'moving-in',
        name: `${count} rows ${name}`,
        unit: 's',
        ours: [many[of]],
        baseline,
        wanted,
      };
    };
    const other = (
      name: string,
      of: 'look' | 'megabytes' | 'countMegabytes',
      { unit, wanted }: Pick<Figure, 'unit' | 'wanted'>,
    ): Figure => {
      const baseline = { name: `${fewer} rows`, values: [few[of]] };
      return { part: 'moving-in', name, unit, ours: [many[of]], baseline, wanted };
    };
    const memory = { unit: 'MB', wanted: 'ratio ≤ 1.5' };
    return [
      figure('sent and joined', 'previewed', '≤ 10 s'),
      figure('counted anew, all could buy less, p95', 'counted', '≤ 2 s'),
      figure('brought in', 'applied', '≤ 30 s'),
      figure('undone', 'undone', 'ratio ≤ 1.5'),
      other(`p95 of the page while ${count} rows wait`, 'look', { unit: 'ms', wanted: '≤ 100 ms' }),
      other(`memory of counting ${count} rows anew`, 'countMegabytes', memory),
      other(`memory of bringing in ${count} rows`, 'megabytes', memory),
    ];
  } finally {
    await closePool();
  }
}
