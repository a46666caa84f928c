// The products and collections that rules name, each by the field in which it was chosen.
import type { ProgramRules } from '../program/program-rules.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';

type Picks = { readonly productIds: readonly string[]; readonly collectionIds: readonly string[] };
export type NamedPicks = { field: string; picks: Picks };

export function namedPicks({ cards, rewards = [], neverEarns }: ProgramRules): NamedPicks[] {
  const ofRewards = rewards.flatMap(({ gives }, index) => {
    const picks = kindOf(gives).named(gives);
    return picks ? [{ field: `rewards.${index}.products`, picks }] : [];
  });
  return [
    ...cards.map(({ products }, index) => ({ field: `cards.${index}.products`, picks: products })),
    ...ofRewards,
    ...(neverEarns ? [{ field: 'neverEarns', picks: neverEarns }] : []),
  ];
}
