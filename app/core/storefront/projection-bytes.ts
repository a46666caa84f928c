// How long the copies may be. Beyond Shopify's limits a copy isn't taken, or reads as nothing, and a page says nothing at all.
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ProgramProjection } from './projection.ts';

/** A member's: what is longer reads as nothing where a discount's function reads it. */
export const MEMBER_BYTES = 10_000;
/** The program's: Shopify takes 128 KB. */
export const PROGRAM_BYTES = 100_000;

/** As it is written. */
export function byteLength(value: unknown): number {
  return utf8ToBytes(JSON.stringify(value)).length;
}

const LISTS = ['cards', 'rewards', 'occasions'] as const;

/** Of a program that is too long the list that is the longest, for whoever is to shorten it; null where all has room. */
export function tooLong(program: ProgramProjection): (typeof LISTS)[number] | null {
  if (byteLength(program) <= PROGRAM_BYTES) return null;
  const bytesOf = (list: (typeof LISTS)[number]) => byteLength(program[list] ?? []);
  return LISTS.reduce((longest, list) => (bytesOf(list) > bytesOf(longest) ? list : longest));
}
