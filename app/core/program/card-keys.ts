// A card's key names its stamps in the ledger for ever: it is never changed, and never given to another card.
import type { ProgramRules } from './program-rules.ts';

/** Every key that a draft or a version has ever used. */
export function usedCardKeys(rules: readonly Pick<ProgramRules, 'cards'>[]): Set<string> {
  return new Set(rules.flatMap(({ cards }) => cards.map(({ key }) => key)));
}

/** `card-1`, `card-2` … the first that was never used. */
export function nextCardKey(used: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = `card-${number}`;
    if (!used.has(key)) return key;
  }
}
