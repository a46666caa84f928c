// Publishes the draft's stamp card by the use cases that the merchant's screen calls.
import type { StampCard } from '#app/core/program/card-rules.ts';
import { publishDraft } from './change-draft.ts';

/**
 * @param change of the draft's first card: its title, size or products
 * @returns the published version's number
 * @throws Error when the shop isn't installed, or the draft can't be published
 */
export async function publishCard(domain: string, change: Partial<StampCard>): Promise<number> {
  return publishDraft(domain, (rules) => {
    const [card, ...others] = rules.cards;
    if (!card) throw new Error(`${domain} has no card in its draft`);
    return { ...rules, cards: [{ ...card, ...change }, ...others] };
  });
}
