// The changes between the stamp cards of two programs.
import type { ProgramRules } from '../program/program-rules.ts';
import type { StampCard } from '../program/card-rules.ts';
import { same } from '../values/same.ts';

export type CardChange =
  | { kind: 'card-order' }
  | {
      kind:
        | 'card-added'
        | 'card-ended'
        | 'card-title'
        | 'card-noun'
        | 'card-shape'
        | 'card-size'
        | 'card-products'
        | 'card-ceiling'
        | 'card-days'
        | 'card-combination';
      key: string;
    };

/** Ids in any order are the same choice, and so are tags in any case. */
function sameProducts(one: StampCard['products'], other: StampCard['products']): boolean {
  const tags = (all: readonly string[]) => all.map((tag) => tag.toLowerCase()).sort();
  const sorted = ({ all, productIds, collectionIds, withTags, withoutTags }: StampCard['products']) => [
    all,
    ...(all ? [] : [[...productIds].sort(), [...collectionIds].sort(), tags(withTags)]),
    tags(withoutTags),
  ];
  return same(sorted(one), sorted(other));
}

function sameCombination(one: StampCard['combinesWith'], other: StampCard['combinesWith']): boolean {
  return one.product === other.product && one.order === other.order && one.shipping === other.shipping;
}

function changesOfCard(before: StampCard, after: StampCard): CardChange[] {
  const { key } = after;
  const changes: CardChange[] = [];
  if (!same(before.title, after.title)) changes.push({ kind: 'card-title', key });
  if (!same(before.noun, after.noun)) changes.push({ kind: 'card-noun', key });
  if ((before.shape ?? 'tick') !== (after.shape ?? 'tick')) changes.push({ kind: 'card-shape', key });
  if (before.size !== after.size) changes.push({ kind: 'card-size', key });
  if (!sameProducts(before.products, after.products)) changes.push({ kind: 'card-products', key });
  if (before.maxPriceMinor !== after.maxPriceMinor) changes.push({ kind: 'card-ceiling', key });
  if (before.startsOn !== after.startsOn || before.endsOn !== after.endsOn)
    changes.push({ kind: 'card-days', key });
  if (!sameCombination(before.combinesWith, after.combinesWith))
    changes.push({ kind: 'card-combination', key });
  return changes;
}

/** Order matters only among cards that are on both sides: the first card that includes a unit counts it. */
function orderChanged(before: readonly StampCard[], after: readonly StampCard[]): boolean {
  const keysIn = (cards: readonly StampCard[], others: readonly StampCard[]) =>
    cards.map(({ key }) => key).filter((key) => others.some((other) => other.key === key));
  return !same(keysIn(before, after), keysIn(after, before));
}

export function cardChanges(before: readonly StampCard[], after: readonly StampCard[]): CardChange[] {
  const kept = after.flatMap((card): CardChange[] => {
    const was = before.find(({ key }) => key === card.key);
    return was ? changesOfCard(was, card) : [{ kind: 'card-added', key: card.key }];
  });
  const ended = before.filter(({ key }) => !after.some((card) => card.key === key));
  const moved: CardChange[] = orderChanged(before, after) ? [{ kind: 'card-order' }] : [];
  return [...kept, ...ended.map(({ key }): CardChange => ({ kind: 'card-ended', key })), ...moved];
}

/** Keys of the cards whose look changes for their members: new, ended, or with another title or size. */
export function changedCards(before: ProgramRules, after: ProgramRules): string[] {
  const look = ({ cards }: ProgramRules) =>
    new Map(cards.map(({ key, title, size }) => [key, JSON.stringify([title, size])]));
  const [was, is] = [look(before), look(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
}
