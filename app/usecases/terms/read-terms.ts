// What the terms are made from: every version that was ever published, and how the shop counts days and money.
import { pool } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';

export type ReadTerms = Pick<ShopProgram, 'currency' | 'timeZone' | 'versions'>;

/** Versions oldest first, up to the published one. Null when there is no such shop. */
export async function readTerms(shopId: number): Promise<ReadTerms | null> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return null;
  const { currency, timeZone, versions, publishedVersion } = program;
  return { currency, timeZone, versions: versions.filter(({ number }) => number <= publishedVersion) };
}
