// What became of the codes that Shopify was asked for: those that are there are ready, those that aren't are burnt, and a voucher's
// that isn't there is missing anew. What a job says that it has done proves nothing.
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  closeBatch,
  codesOfBatch,
  markCodesSeen,
  markMissing,
  type CodeBatch,
} from '#app/db/rewards/code-batches.server.ts';
import { burnCodes } from '#app/db/rewards/code-pool.server.ts';
import { log } from '#app/log.server.ts';
import { readCreation } from '#app/shopify/rewards/code-pool.ts';
import { askForBatch } from './ask-for-batch.ts';
import { deleteNobodysCodes } from './delete-nobodys-codes.ts';
import { lookAtNewCodes } from './look-at-codes.ts';

/** After which a creation that Shopify never ends is nobody's hope any more. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

export type PoolShop = { id: number; domain: string };

/** @param batches of this discount. Returns whether all are over. Throws a Failure when Shopify can't be asked. */
export async function settleBatches(
  shop: PoolShop,
  { discountId }: { discountId: string },
  batches: readonly CodeBatch[],
): Promise<boolean> {
  const tried: { batch: CodeBatch; codes: string[] }[] = [];
  for (const batch of batches) {
    const codes = await codesOfBatch(pool(), shop.id, batch.id);
    if (await wasTried(shop, discountId, batch, codes)) tried.push({ batch, codes });
  }
  const all = tried.flatMap(({ codes }) => codes);
  const looked = await lookAtNewCodes({ domain: shop.domain, discountId }, all);
  const { seen, missing, unlisted, listed } = looked;
  await markCodesSeen(pool(), shop.id, seen);
  const open = new Set(unlisted);
  let closed = 0;
  for (const { batch, codes } of tried) {
    await noteUnmade(
      shop,
      batch,
      codes.filter((code) => missing.includes(code)),
    );
    if (codes.some((code) => open.has(code))) continue;
    await closeBatch(pool(), shop.id, batch.id, now());
    closed += 1;
  }
  if (closed > 0) await deleteNobodysCodes(shop, discountId, listed);
  return closed === batches.length;
}

async function noteUnmade(shop: PoolShop, { id, heals }: CodeBatch, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  log.warn({ shopDomain: shop.domain, batch: id, codes: codes.length }, 'codes were not made');
  if (heals) await markMissing(pool(), shop.id, codes, true);
  else await burnCodes(pool(), shop.id, codes);
}

/** Whether Shopify says that it has tried to make them, or nobody will hear of it any more. */
async function wasTried(
  shop: PoolShop,
  discountId: string,
  batch: CodeBatch,
  codes: readonly string[],
): Promise<boolean> {
  if (codes.length === 0) return true;
  const creationId = batch.creationId ?? (await askAgain(shop, discountId, batch, codes));
  if (creationId === null || now().getTime() - batch.askedAt.getTime() > LONGEST_MS) return true;
  return (await readCreation(shop.domain, creationId)) !== 'working';
}

/**
 * The answer was lost: the same texts once more, which are refused where they are there. A voucher's code isn't asked for twice:
 * it may have been made, used and deleted meanwhile.
 */
async function askAgain(
  shop: PoolShop,
  discountId: string,
  { id, owner, heals }: CodeBatch,
  codes: readonly string[],
): Promise<string | null> {
  return heals ? null : askForBatch(shop, { owner, discountId, batchId: id }, codes);
}
