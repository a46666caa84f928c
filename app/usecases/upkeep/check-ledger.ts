// Every night: does every cached number still equal its entries, and every copied column its snapshot? A difference is a
// bug, and is reported, not mended.
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { toldColumnMismatches } from '#app/db/orders/told-columns.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';

/** Returns the number of members, of days in the home page's figures, and of orders that differ (at most 100 of each). */
export async function checkLedger(): Promise<number> {
  const mismatches = [
    ...(await ledgerMismatches(pool())),
    ...(await figureMismatches(pool())),
    ...(await toldColumnMismatches(pool())),
  ];
  for (const mismatch of mismatches) log.error(mismatch, 'ledger mismatch');
  if (mismatches.length === 0) log.info('ledger check: every number agrees');
  return mismatches.length;
}
