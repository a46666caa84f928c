// The baseline of `transfers`: batches of transfers over one connection, each batch one durable transaction. A process of
// its own, as the worker is; says in one JSON line how long it took. argv: how many transfers.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import pg from 'pg';
import { ACCOUNTS, BATCH, FIRST_BALANCE, WARM_UP } from './transfer-function.ts';

const MOST_AMOUNT = 1_000;

/** Zipf's law with exponent 1: account n is chosen 1/n times as often as the first. */
const shares = Array.from({ length: ACCOUNTS }, (_, index) => 1 / (index + 1));
const upTo: number[] = [];
for (const share of shares) upTo.push((upTo.at(-1) ?? 0) + share);

function anyAccount(): number {
  const wanted = Math.random() * (upTo.at(-1) ?? 0);
  let [low, high] = [0, ACCOUNTS - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

let lastId = 0;

function transfers(count: number): number[][] {
  const rows = Array.from({ length: count }, () => {
    const debited = anyAccount();
    let credited = anyAccount();
    while (credited === debited) credited = anyAccount();
    return [(lastId += 1), debited, credited, 1 + Math.floor(Math.random() * MOST_AMOUNT)];
  });
  return [0, 1, 2, 3].map((column) => rows.map((row) => row[column] ?? 0));
}

async function make(client: pg.Client, count: number): Promise<number> {
  const text = 'select make_transfers($1, $2, $3, $4) as outcomes';
  const values = transfers(count);
  const { rows } = await client.query<{ outcomes: number[] }>({ name: 'make-transfers', text, values });
  return rows[0]?.outcomes.filter((outcome) => outcome === 0).length ?? 0;
}

/** @throws Error where money came or went, or a transfer isn't there. */
async function check(client: pg.Client, made: number): Promise<void> {
  const { rows } = await client.query<{ held: string; made: string }>(
    'select (select sum(balance) from account) as held, (select count(*) from transfer) as made',
  );
  const wanted = String(ACCOUNTS * FIRST_BALANCE);
  if (rows[0]?.held !== wanted || rows[0]?.made !== String(made))
    throw new Error(`${made} transfers left ${JSON.stringify(rows[0])}`);
}

const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
await client.connect();
let made = 0;
for (let batch = 0; batch < WARM_UP; batch += 1) made += await make(client, BATCH);
const wanted = Number(process.argv[2]);
const start = performance.now();
for (let left = wanted; left > 0; left -= BATCH) made += await make(client, Math.min(left, BATCH));
const seconds = (performance.now() - start) / 1_000;
await check(client, made);
await client.end();
process.stdout.write(`${JSON.stringify({ seconds })}\n`);
