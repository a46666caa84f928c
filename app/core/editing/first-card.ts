// The stamp card of the first minute waits in the draft for its products. While nothing else does, one press may
// publish it; a draft that holds more is published where its changes are shown.
import type { ProgramRules } from '../program/program-rules.ts';

export function onlyFirstCardWaits(draft: ProgramRules, published: ProgramRules): boolean {
  const others = (rules: ProgramRules) => JSON.stringify({ ...rules, cards: [] });
  return published.cards.length === 0 && draft.cards.length === 1 && others(draft) === others(published);
}
