// All entries of a shop as a file, read as fast as they come: how fast, and how much memory a hundred thousand and a million take.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { closePool, pool } from '#app/db/pool.server.ts';
import { csvFile } from '#app/routes/merchant/csv-file.ts';
import { linesFile } from '#app/routes/merchant/lines-file.ts';
import { takenHead, takenRow } from '#app/ui/taking-out/taken-row.ts';
import { readTaken } from '#app/usecases/taking-out/read-taken.ts';
import { takeOutLines, takeOutSheet } from '#app/usecases/taking-out/take-out.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';

const ENTRIES_EACH = 10;
const FEW = 10_000;
const MANY = 100_000;
const OPENINGS = 50;
const MEGABYTE = 1024 * 1024;

/** Members with ten orders each, explained as orders are. */
const HISTORY = `
  with members as (
    insert into "Member" ("shopId", "customerId", "joinedAt", points, seq)
    select $1, 1000000 + nr, now(), $3::int * 12, $3::int from generate_series(1, $2::int) as nr returning id, "customerId"
  )
  insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount, "balanceAfter",
    "programVersion", explanation, "occurredAt", "recordedAt")
  select $1, m.id, nr, 'points', 'order', 'order/' || o.id || '/1', o.id, 12, 12 * nr, 1,
    '{"v":1,"why":"earned","order":"#1001","kept":{"amountMinor":1250,"currency":"EUR"},"rate":{"points":1,"perMinor":100},"points":12}',
    now(), now()
  from members m, generate_series(1, $3::int) as nr, lateral (select m."customerId" * 100 + nr as id) as o`;

async function openShop(members: number): Promise<TestShop> {
  const shop = await installedShop({ domain: `taken-${members}.myshopify.com` });
  await pool().query(HISTORY, [shop.id, members, ENTRIES_EACH]);
  await pool().query('vacuum analyze "Member", "LedgerEntry"');
  return shop;
}

type Form = 'csv' | 'jsonl';
type Run = { perSecond: number; megabytes: number };

async function* rowsOf(shop: TestShop) {
  const { columns, pages } = await takeOutSheet(shop, 'entries');
  yield takenHead(columns);
  for await (const page of pages) for (const row of page) yield takenRow(row, columns);
}

function fileOf(shop: TestShop, form: Form): Response {
  if (form === 'csv') return csvFile(rowsOf(shop));
  return linesFile(takeOutLines({ ...shop, currency: 'EUR', timeZone: 'Europe/Paris' }, ['entries']));
}

const LINE = '\n'.charCodeAt(0);

/** @throws Error when a line is missing */
async function take(shop: TestShop, members: number, form: Form): Promise<Run> {
  const start = performance.now();
  let [lines, most] = [0, 0];
  for await (const chunk of fileOf(shop, form).body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of chunk) if (byte === LINE) lines += 1;
    most = Math.max(most, process.memoryUsage.rss());
  }
  const rows = members * ENTRIES_EACH;
  // A sheet has a head; lines have a head and an end.
  const wanted = rows + (form === 'csv' ? 1 : 2);
  if (lines !== wanted) throw new Error(`${lines} lines instead of ${wanted}`);
  return { perSecond: rows / ((performance.now() - start) / 1_000), megabytes: most / MEGABYTE };
}

/** The page with the most to count: its slowest openings but few. */
async function openings({ id }: TestShop): Promise<number> {
  const taken: number[] = [];
  for (let nr = 0; nr < OPENINGS; nr += 1) {
    const start = performance.now();
    await readTaken(id);
    taken.push(performance.now() - start);
  }
  return percentile(taken, 0.95);
}

async function measure(few: TestShop, many: TestShop, form: Form): Promise<Figure[]> {
  const runs: { few: Run; many: Run }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.push({ few: await take(few, FEW, form), many: await take(many, MANY, form) });
  }
  const name = `1,000,000 entries as ${form === 'csv' ? 'CSV' : 'JSON lines'}`;
  const speed = runs.map((run) => run.many.perSecond);
  const memory = runs.map((run) => run.many.megabytes);
  const beside = { name: 'of 100,000', values: runs.map((run) => run.few.megabytes) };
  return [
    { part: 'taking-out', name, unit: 'rows/s', ours: speed, baseline: null, wanted: null },
    {
      part: 'taking-out',
      name: `${name}: memory`,
      unit: 'MB',
      ours: memory,
      baseline: beside,
      wanted: 'ratio ≤ 1.2',
    },
  ];
}

export async function takingOutPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  const [few, many] = [await openShop(FEW), await openShop(MANY)];
  // The first file of a process is slower than all others, and its memory grows.
  for (const form of ['csv', 'jsonl'] as const) await take(few, FEW, form);
  const figures = [...(await measure(few, many, 'csv')), ...(await measure(few, many, 'jsonl'))];
  const ours = [await openings(many)];
  await closePool();
  const name = 'page of all files, 1,000,000 entries: p95 of what it reads';
  return [...figures, { part: 'taking-out', name, unit: 'ms', ours, baseline: null, wanted: '≤ 100 ms' }];
}
