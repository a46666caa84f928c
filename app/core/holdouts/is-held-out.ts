// Whoever was drawn stays drawn: the lot is a sum of the person and of what the draw began with, and nobody keeps a list.
import type { Holdout } from './holdout.ts';

/** A share of a hundred is one of so many lots. */
const LOTS = 10_000;

/** @param memberId of whom others were merged into, where they were @param today in the shop's calendar */
export function isHeldOut({ percent, salt, until }: Holdout, memberId: string, today: string): boolean {
  return today <= until && lotOf(`${salt}/${memberId}`) < (percent * LOTS) / 100;
}

/** Neighbours among the ids share no luck: FNV-1a, then the last step of MurmurHash3, which lets each bit move all. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % LOTS;
}
