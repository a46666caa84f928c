// Orders applied: the real worker beside the plainest correct transaction, one order each, over eight connections.
// Each round both start from a fresh copy of the same stored orders, and must end with the same balances.
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { appEnvironment, ROUNDS, type Bench } from './bench.ts';
import { query, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { MEMBERS_A_SHOP, ORDERS_A_SHOP, storeOrders, type Stored } from './stored-orders.ts';
import { applyByWorker, onCopy, timed } from './worker-run.ts';

const plainScript = path.join(import.meta.dirname, 'plain-apply.ts');

async function applyPlainly(database: Database): Promise<number> {
  await query(database, 'checkpoint');
  const env = { ...process.env, ...appEnvironment(database) };
  const { stdout } = await promisify(execFile)(process.execPath, [plainScript], { env });
  return (JSON.parse(stdout) as { seconds: number }).seconds;
}

async function measureRound(bench: Bench, stored: Stored) {
  const { database, shops } = stored;
  const plain = await onCopy(bench, database, (copy) => timed(() => applyPlainly(copy)));
  const ours = await onCopy(bench, database, (copy) => applyByWorker(bench, copy, stored));
  if (ours.balances !== plain.balances || !ours.balances.startsWith(`${shops.length * MEMBERS_A_SHOP} `)) {
    throw new Error(`Balances differ: ours ${ours.balances}, plain ${plain.balances}`);
  }
  return { plain: plain.seconds, ours: ours.seconds };
}

export async function applyPart(bench: Bench): Promise<Figure[]> {
  const stored = await storeOrders(bench);
  const orders = stored.shops.length * ORDERS_A_SHOP;
  const rounds: Awaited<ReturnType<typeof measureRound>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound(bench, stored));
  const values = (of: 'plain' | 'ours') => rounds.map((round) => orders / round[of]);
  const baseline = { name: 'one transaction each, 8 connections', values: values('plain') };
  const name = `orders applied, ${stored.shops.length} shops, ${stored.shops.length * MEMBERS_A_SHOP} members`;
  return [{ part: 'apply', name, unit: 'orders/s', ours: values('ours'), baseline, wanted: 'ratio ≥ 1.0' }];
}
