// Orders applied beside bare transfers on the same PostgreSQL with the same durable commits. A transfer: two balances locked,
// one checked, both changed, one row. An order: its stored JSON read, the program's rules, what is posted already, a member
// and a card locked and changed, two entries with their explanations and balances, figures of the day, the order marked.
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { appEnvironment, ROUNDS, type Bench } from './bench.ts';
import { query, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { ORDERS_A_SHOP, storeOrders, type Stored } from './stored-orders.ts';
import { BATCH, TRANSFER_FUNCTION, TRANSFER_TABLES, WARM_UP } from './transfer-function.ts';
import { applyByWorker, timed, type Timed } from './worker-run.ts';

const script = path.join(import.meta.dirname, 'plain-transfers.ts');

type Ours = Timed & { entries: number };
type Round = { ours: Ours; plain: Timed };

async function transferPlainly(bench: Bench, count: number): Promise<Timed> {
  const database = await bench.databases.empty();
  const env = { ...process.env, ...appEnvironment(database) };
  try {
    for (const text of [TRANSFER_TABLES, TRANSFER_FUNCTION, 'vacuum analyze', 'checkpoint']) {
      await query(database, text);
    }
    return await timed(async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [script, String(count)], { env });
      return (JSON.parse(stdout) as { seconds: number }).seconds;
    });
  } finally {
    await bench.databases.drop(database);
  }
}

async function entriesOf(database: Database): Promise<number> {
  const [row] = await query<{ entries: string }>(database, 'select count(*) as entries from "LedgerEntry"');
  return Number(row?.entries);
}

async function applyOrders(bench: Bench, stored: Stored): Promise<Ours> {
  const copy = await bench.databases.copy(stored.database);
  try {
    const took = await applyByWorker(bench, copy, stored);
    return { ...took, entries: await entriesOf(copy) };
  } finally {
    await bench.databases.drop(copy);
  }
}

/** Of PostgreSQL alone, in ms: on a busy machine it says more than the clock. */
function cpuFigure(orders: number, rounds: readonly Round[]): Figure[] {
  const ours = rounds.flatMap(({ ours: { cpuMs } }) => cpuMs ?? []).map((ms) => ms / orders);
  const all = orders + WARM_UP * BATCH;
  const values = rounds.flatMap(({ plain: { cpuMs } }) => cpuMs ?? []).map((ms) => ms / all);
  const baseline = { name: 'a bare transfer', values };
  const name = 'CPU of PostgreSQL for an order';
  return ours.length === 0 ? [] : [{ part: 'transfers', name, unit: 'ms', ours, baseline, wanted: null }];
}

function figures(orders: number, rounds: readonly Round[]): Figure[] {
  const plain = rounds.map((round) => orders / round.plain.seconds);
  const baseline = { name: `bare transfers, batches of ${BATCH}`, values: plain };
  const rate = (of: (ours: Ours) => number) => rounds.map(({ ours }) => of(ours) / ours.seconds);
  const common = { part: 'transfers', baseline };
  return [
    {
      ...common,
      name: 'orders applied, with rules, stamps and explanations',
      unit: 'a second',
      ours: rate(() => orders),
      wanted: 'ratio ≥ 0.5',
    },
    {
      ...common,
      name: 'entries written by them',
      unit: 'a second',
      ours: rate(({ entries }) => entries),
      wanted: null,
    },
    ...cpuFigure(orders, rounds),
  ];
}

export async function transfersPart(bench: Bench): Promise<Figure[]> {
  const stored = await storeOrders(bench);
  const orders = stored.shops.length * ORDERS_A_SHOP;
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const plain = await transferPlainly(bench, orders);
    rounds.push({ plain, ours: await applyOrders(bench, stored) });
  }
  return figures(orders, rounds);
}
