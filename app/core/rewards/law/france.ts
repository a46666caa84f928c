// France: on one named everyday product all advantages together, what loyalty adds to them included, may be 34 % at most.
// Source: summaries of loi nº 2018-938 (EGalim) art. 125 as amended by loi nº 2023-221 (Descrozaille), read on 26 November
// 2026; they speak of a term on 15 April 2026, and whether it was moved isn't known to us: so this warns, and no more.
import { kindOf } from '../kinds/kind-of.ts';
import type { LawPack } from './law-pack.ts';

const MOST_PERCENT = 34;

export const france: LawPack = {
  applies: ({ country }) => country === 'FR',
  warnings: ({ gives }) => {
    const kind = kindOf(gives);
    const named = kind.named(gives);
    const isOne = named?.productIds.length === 1 && named.collectionIds.length === 0;
    return isOne && kind.percentOff(gives) > MOST_PERCENT ? ['france-daily-good'] : [];
  },
};
