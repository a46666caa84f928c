// Codes that are alive at Shopify under our discount and that nobody may use: used, given back, never needed, or made by a creation
// that came late. Looked for once a day among all codes of a discount, and after each batch among the newest.
import { pool } from '#app/db/pool.server.ts';
import { knownCodes, type KnownCode } from '#app/db/rewards/pools.server.ts';
import { log } from '#app/log.server.ts';
import { deleteCodes } from '#app/shopify/rewards/code-pool.ts';
import { looksLikeOurs } from './make-code.ts';

/** @param there ids by the code, as Shopify listed them. Throws a Failure when Shopify can't be asked. */
export async function deleteNobodysCodes(
  { id: shopId, domain }: { id: number; domain: string },
  discountId: string,
  there: ReadonlyMap<string, string>,
): Promise<void> {
  // After the listing: a code is stored before Shopify is asked to make it, so one that was listed is known by now.
  const rows = await knownCodes(pool(), shopId, [...there.keys()]);
  const known = new Map(rows.map((one) => [one.code, one] as const));
  const nobodys = [...there].filter(([code]) => isNobodys(code, known.get(code))).map(([, id]) => id);
  if (nobodys.length === 0) return;
  const refusal = await deleteCodes(domain, discountId, nobodys);
  const said = refusal ? { said: refusal.message } : {};
  log.info({ shopDomain: domain, codes: nobodys.length, ...said }, 'codes that are nobody’s were deleted');
}

/** One that a merchant added by hand is the merchant's. */
function isNobodys(code: string, known: KnownCode | undefined): boolean {
  if (!known) return looksLikeOurs(code);
  if (known.voucher !== null) return known.voucher !== 'held' && known.voucher !== 'releasing';
  return known.state === 'burnt';
}
