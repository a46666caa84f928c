// An order earns under the rules that were published when it was placed, whenever it is told.
import type { ProgramVersion } from '../program/program-rules.ts';

/**
 * The version with the latest `publishedAt` not after `processedAt`; null before the program's start. Throws where nobody
 * knows when that was: no version would look as if the order earned nothing, and the order is set aside instead.
 */
export function pickVersion(
  versions: readonly ProgramVersion[],
  earnsFrom: Date,
  processedAt: Date,
): ProgramVersion | null {
  if (Number.isNaN(processedAt.getTime())) throw new RangeError('an order of no instant');
  if (processedAt < earnsFrom) return null;
  // Asked several times of each order: nothing is made on the way.
  let best: ProgramVersion | null = null;
  for (const version of versions) {
    if (version.publishedAt <= processedAt && (!best || isLater(version, best))) best = version;
  }
  return best;
}

/** Two publishes within one second: the higher number is the later. */
function isLater(a: ProgramVersion, b: ProgramVersion): boolean {
  const difference = a.publishedAt.getTime() - b.publishedAt.getTime();
  return difference > 0 || (difference === 0 && a.number > b.number);
}
