import { now } from '#app/clock.server.ts';
import type { DueRelease } from '#app/db/rewards/releases.server.ts';
import { listCodes } from '#app/shopify/rewards/code-pool.ts';

/** So long the id that we know is taken to be right; a code that was made anew has another. */
const KNOWN_MS = 5 * 60_000;

/** Shopify's id of a voucher's code; null where the discount doesn't list it. */
export async function idOfCode(
  domain: string,
  {
    code,
    codeId,
    discountId,
    releasingSince,
  }: Pick<DueRelease, 'code' | 'codeId' | 'discountId' | 'releasingSince'>,
): Promise<string | null> {
  const isNew = now().getTime() - releasingSince.getTime() < KNOWN_MS;
  if (codeId !== null && isNew) return codeId;
  if (discountId === null) return null;
  for await (const page of listCodes(domain, discountId)) {
    const id = page.get(code);
    if (id) return id;
  }
  return codeId;
}
