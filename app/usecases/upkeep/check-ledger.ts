// Every night: does every cached number still equal its entries, and every copied column its snapshot? A difference is a
// bug, and is reported, not mended.
import { historyMismatches } from '#app/db/history/kept-orders.server.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { fillFigures } from '#app/db/figures/fill-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { lotMismatches } from '#app/db/ledger/lot-books-check.server.ts';
import { isOfValues, reasonOf } from '#app/db/orders/of-values.server.ts';
import { toldColumnMismatches } from '#app/db/orders/told-columns.server.ts';
import { pool, type Queryable } from '#app/db/pool.server.ts';
import { askForMeasures } from '#app/db/rewards/voucher-uses.server.ts';
import { allShops } from '#app/db/shop/shops.server.ts';
import { log } from '#app/log.server.ts';
import { mismatchesFound } from '#app/metrics/work-metrics.server.ts';
import { keptOrderMismatches } from '../history/compare-kept-orders.ts';
import { keepLongBooks } from './keep-lot-books.ts';
import { keepMissingGifts } from './keep-missing-gifts.ts';

/** Of one shop, or, with null, of all; at most MOST_TOLD. */
type Check = (db: Queryable, shopId: number | null) => Promise<object[]>;

const CHECKS: readonly Check[] = [
  ledgerMismatches,
  lotMismatches,
  figureMismatches,
  toldColumnMismatches,
  historyMismatches,
  keptOrderMismatches,
];
const MOST_TOLD = 100;
/** A night: what is left is next night's. */
const MOST_MEASURED = 10_000;

/**
 * Returns the number of members, of their lots, of days in the home page's figures, and of orders that differ (at most 100 of each and of
 * each shop), and of shops that couldn't be checked.
 */
export async function checkLedger(): Promise<number> {
  const filled = await fillFigures(pool());
  if (filled > 0) log.info({ filled }, 'figures that an older process left out were filled in');
  const asked = await askForMeasures(pool(), MOST_MEASURED);
  if (asked > 0) log.info({ asked }, 'orders are applied again, to know what their rewards took off');
  const kept = await keepLongBooks();
  if (kept > 0) log.info({ kept }, 'books of lots of members with a long history were kept');
  const gifts = await keepMissingGifts();
  if (gifts > 0) log.info({ gifts }, 'gifts of which an older process wrote the entry alone were written');
  const mismatches: object[] = [];
  for (const check of CHECKS) mismatches.push(...((await ofAll(check)) ?? (await ofEach(check))));
  mismatchesFound.inc(mismatches.length);
  for (const mismatch of mismatches) log.error(mismatch, 'ledger mismatch');
  if (mismatches.length === 0) log.info('ledger check: every number agrees');
  return mismatches.length;
}

/** Null where one shop's values stop the statement, or may have left no room for another's. */
async function ofAll(check: Check): Promise<object[] | null> {
  const found = await unlessOfValues(() => check(pool(), null));
  return Array.isArray(found) && found.length < MOST_TOLD ? found : null;
}

/** Slower by far, and no shop decides for another. */
async function ofEach(check: Check): Promise<object[]> {
  const found: object[] = [];
  for (const shopId of await allShops(pool())) {
    const ofShop = await unlessOfValues(() => check(pool(), shopId));
    if (Array.isArray(ofShop)) found.push(...ofShop);
    else found.push({ shopId, check: check.name, ...ofShop });
  }
  return found;
}

/** Throws what is everybody's: a database that doesn't answer. */
async function unlessOfValues(work: () => Promise<object[]>): Promise<object[] | { failed: string }> {
  try {
    return await work();
  } catch (error) {
    if (!isOfValues(error)) throw error;
    return { failed: reasonOf(error) };
  }
}
