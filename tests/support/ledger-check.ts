import type pg from 'pg';
import { historyMismatches } from '#app/db/history/kept-orders.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { lotMismatches } from '#app/db/ledger/lot-books-check.server.ts';
import { toldColumnMismatches } from '#app/db/orders/told-columns.server.ts';

/**
 * Runs at the end of every database test: cached balances are the sum of entries, and of open lots less what is owed;
 * columns copied from snapshots are what the snapshots say; what members bought is the sum of their purchases.
 */
export async function checkLedger(pool: pg.Pool): Promise<void> {
  const ofLedger = [...(await ledgerMismatches(pool)), ...(await lotMismatches(pool))];
  const mismatches = [...ofLedger, ...(await toldColumnMismatches(pool)), ...(await historyMismatches(pool))];
  if (mismatches.length === 0) return;
  throw new Error(`The ledger disagrees with its caches:\n${JSON.stringify(mismatches, asText, 2)}`);
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
