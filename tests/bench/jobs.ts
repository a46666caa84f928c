// Jobs that find nothing to do, by the real worker: what a bell costs beside its work. It should depend on the jobs that
// there are, not on the shops that ever had one. The shops are numbers only: nothing is due for them.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { cpuTimes } from './cpu-times.ts';
import { withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { withWorkers } from './worker-run.ts';

const SIZES = [50, 5_000];
/** Rung together, so often in a round. */
const FEW = 50;
const TIMES = 20;
const LIMIT_MS = 240_000;

/** `cpuMs`: PostgreSQL's and the worker's for each job; null where nobody tells. */
type Drained = { rate: number; ringMs: number; cpuMs: number | null };

function usedMs(): number | null {
  const times = cpuTimes();
  return times && times.PostgreSQL + times.worker;
}

/** @returns how long it took, in milliseconds */
async function ring(client: pg.Client, shops: number): Promise<number> {
  const start = performance.now();
  await client.query('begin');
  for (let shopId = 1; shopId <= shops; shopId += 1) await enqueue(client, 'apply_orders', { shopId });
  await client.query('commit');
  return performance.now() - start;
}

async function untilDone(client: pg.Client): Promise<void> {
  for (const start = performance.now(); performance.now() - start < LIMIT_MS; await sleep(5)) {
    const { rowCount } = await client.query(
      `select 1 from graphile_worker._private_jobs where key like 'apply_orders/%' limit 1`,
    );
    if (rowCount === 0) return;
  }
  throw new Error(`The worker was not done within ${LIMIT_MS} ms.`);
}

async function drain(client: pg.Client, shops: number, times: number): Promise<Drained> {
  const before = usedMs();
  const start = performance.now();
  let ringMs = 0;
  for (let time = 0; time < times; time += 1) {
    ringMs += await ring(client, shops);
    await untilDone(client);
  }
  const jobs = shops * times;
  const seconds = (performance.now() - start - ringMs) / 1_000;
  const after = usedMs();
  return {
    rate: jobs / seconds,
    ringMs: ringMs / jobs,
    cpuMs: before !== null && after !== null ? (after - before) / jobs : null,
  };
}

async function drained(bench: Bench, database: Database, workers: number): Promise<Map<string, Drained[]>> {
  const found = new Map<string, Drained[]>();
  const note = (name: string, one: Drained) => found.set(name, [...(found.get(name) ?? []), one]);
  const drainAll = async (client: pg.Client) => {
    for (const size of SIZES) {
      note(`all of ${size}`, await drain(client, size, 1));
      for (let round = 0; round < ROUNDS; round += 1) note(`few of ${size}`, await drain(client, FEW, TIMES));
    }
  };
  const folder = { workers, name: `jobs-${workers}` };
  await withWorkers(bench, database, folder, () => withClient(database, drainAll));
  return found;
}

export async function jobsPart(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const workers of [1, 2]) {
    const database = await bench.databases.empty();
    try {
      const found = await drained(bench, database, workers);
      for (const [name, all] of found) {
        const told = all.map(({ rate, ringMs, cpuMs }) =>
          [
            `${Math.round(rate)} jobs/s`,
            `${ringMs.toFixed(2)} ms a ring`,
            `${cpuMs?.toFixed(2)} ms of CPU a job`,
          ].join(', '),
        );
        bench.say(`  ${workers} worker(s), ${name}: ${told.join('; ')}`);
      }
      const rates = (size: number) => (found.get(`few of ${size}`) ?? []).map(({ rate }) => rate);
      figures.push({
        part: 'jobs',
        name: `jobs that find nothing, 5,000 shops had bells, ${workers === 1 ? 'one worker' : 'two workers'}`,
        unit: 'jobs/s',
        ours: rates(5_000),
        baseline: { name: 'fifty had', values: rates(50) },
        wanted: 'the same',
      });
    } finally {
      await bench.databases.drop(database);
    }
  }
  return figures;
}
