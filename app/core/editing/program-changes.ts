// What differs between two sets of rules, named so that a screen can say it in words.
import type { ProgramRules } from '../program/program-rules.ts';
import { MOMENTS, type MomentKind } from '../moments/moment-rules.ts';
import type { StampCard } from '../program/card-rules.ts';

export type CountsSetting = keyof ProgramRules['counts'];

export type ProgramChange =
  | { kind: 'earn' | 'names' | 'left-out-tags' | 'card-order' }
  | { kind: 'counts'; setting: CountsSetting }
  | { kind: 'occasion-added' | 'occasion-ended' | 'occasion-changed'; occasion: MomentKind }
  | { kind: CardChangeKind; key: string };

type CardChangeKind =
  | 'card-added'
  | 'card-ended'
  | 'card-title'
  | 'card-size'
  | 'card-products'
  | 'card-ceiling'
  | 'card-days'
  | 'card-combination';

/** Where on the screens a change was made: the earn rule, one card, an occasion, or the settings. */
export type ChangedPart = 'earn' | 'settings' | `card/${string}` | `occasion/${MomentKind}`;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

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

function cardChanges(before: StampCard, after: StampCard): ProgramChange[] {
  const { key } = after;
  const changes: ProgramChange[] = [];
  if (!same(before.title, after.title)) changes.push({ kind: 'card-title', key });
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

function cardsChanges(before: readonly StampCard[], after: readonly StampCard[]): ProgramChange[] {
  const kept = after.flatMap((card): ProgramChange[] => {
    const was = before.find(({ key }) => key === card.key);
    return was ? cardChanges(was, card) : [{ kind: 'card-added', key: card.key }];
  });
  const ended = before.filter(({ key }) => !after.some((card) => card.key === key));
  const moved: ProgramChange[] = orderChanged(before, after) ? [{ kind: 'card-order' }] : [];
  return [...kept, ...ended.map(({ key }): ProgramChange => ({ kind: 'card-ended', key })), ...moved];
}

function momentsChanges(before: ProgramRules, after: ProgramRules): ProgramChange[] {
  return MOMENTS.flatMap((occasion): ProgramChange[] => {
    const [was, is] = [before, after].map(({ occasions }) => occasions.find(({ kind }) => kind === occasion));
    if (same(was, is)) return [];
    if (!was) return [{ kind: 'occasion-added', occasion }];
    return [{ kind: is ? 'occasion-changed' : 'occasion-ended', occasion }];
  });
}

/** Empty when both mean the same. */
export function programChanges(before: ProgramRules, after: ProgramRules): ProgramChange[] {
  const changes: ProgramChange[] = [];
  if (!same(before.earn, after.earn)) changes.push({ kind: 'earn' });
  changes.push(...cardsChanges(before.cards, after.cards), ...momentsChanges(before, after));
  for (const setting of Object.keys(after.counts) as CountsSetting[]) {
    if (before.counts[setting] !== after.counts[setting]) changes.push({ kind: 'counts', setting });
  }
  if (!same([...before.leftOutTags].sort(), [...after.leftOutTags].sort()))
    changes.push({ kind: 'left-out-tags' });
  if (!same(before.names, after.names)) changes.push({ kind: 'names' });
  return changes;
}

/** The part of the screens that a change belongs to. */
export function partOfChange(change: ProgramChange): ChangedPart | null {
  if ('key' in change) return `card/${change.key}`;
  if ('occasion' in change) return `occasion/${change.occasion}`;
  if (change.kind === 'card-order') return null;
  return change.kind === 'earn' ? 'earn' : 'settings';
}
