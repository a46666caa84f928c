// The measured half of `sweep`: sweeps each shop on each given day, in a process of its own, as the worker does.
// Says in one JSON line how long each took, in seconds: one list per day. The first day only warms up.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { closePool, pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';

async function timeSweep(shopId: number, day: string): Promise<number> {
  // The day before was swept; the months between two of these days would cost the same for each shop.
  await pool().query('update "Shop" set "sweptThrough" = $2::date - 1 where id = $1', [shopId, day]);
  const start = performance.now();
  await sweepMoments(shopId, new Date(`${day}T12:00:00Z`));
  return (performance.now() - start) / 1_000;
}

async function timeDay(shopIds: readonly string[], day: string): Promise<number[]> {
  const taken: number[] = [];
  for (const shopId of shopIds) taken.push(await timeSweep(Number(shopId), day));
  return taken;
}

const [shopIds = '', days = ''] = process.argv.slice(2);
const [firstDay = '', ...others] = days.split(',');
await timeDay(shopIds.split(','), firstDay);
// Until now the ledger was empty, and plans were made for that: no shop stays so.
await pool().query('vacuum analyze');
const taken: number[][] = [];
for (const day of others) taken.push(await timeDay(shopIds.split(','), day));
await closePool();
process.stdout.write(JSON.stringify(taken));
