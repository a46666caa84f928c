// "Who": a condition on members, the same wherever the program asks for some of them. All of its parts must hold; without any it is
// everybody.
import { z } from 'zod';
import { CONDITIONS, type ConditionKind } from './conditions/conditions.ts';
import type { Answer, ConditionLack, DeclaredCondition, WhoFacts } from './conditions/condition.ts';

/** Of each kind one is enough, and tags may be asked for twice. */
export const MOST_CONDITIONS = 10;

const condition = z.discriminatedUnion('kind', [
  CONDITIONS['tags-in'].shape,
  CONDITIONS['tags-out'].shape,
  CONDITIONS['first-timers'].shape,
  CONDITIONS['birthday-month'].shape,
  CONDITIONS.bought.shape,
  CONDITIONS.ordered.shape,
  CONDITIONS.orders.shape,
  CONDITIONS['last-order'].shape,
]);
export type WhoCondition = z.infer<typeof condition>;

/** A draft may lack what a condition needs (`lacksOf`). */
export const whoRules = z.object({ conditions: z.array(condition).max(MOST_CONDITIONS) });
export type Who = z.infer<typeof whoRules>;

export const EVERYBODY: Who = { conditions: [] };

const declared = (kind: ConditionKind): DeclaredCondition => CONDITIONS[kind];

/** Null while something of it isn't known, and nothing that is known says no. */
export function isAmong({ conditions }: Who, facts: WhoFacts, today: string): Answer {
  const answers = conditions.map((each) => declared(each.kind).holds(each, facts, today));
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** What each condition still lacks, by its place; a program whose conditions lack something isn't published. */
export function lacksOf({ conditions }: Who): (ConditionLack | null)[] {
  return conditions.map((each) => declared(each.kind).lacks(each));
}

/** Whether Shopify must be asked for the tags of whom it is about. */
export function asksTags({ conditions }: Who): boolean {
  return conditions.some(({ kind }) => kind === 'tags-in' || kind === 'tags-out');
}

/** Whether an order may be what somebody lacks. */
export function awaitsOrders({ conditions }: Who): boolean {
  return conditions.some(({ kind }) => declared(kind).byOrders);
}

/** Whether it goes by how many orders Shopify has of somebody. */
export function awaitsCount({ conditions }: Who): boolean {
  return conditions.some(({ kind }) => declared(kind).byCount);
}

/** What the tags say, once they are known. */
export function tagsAllow({ conditions }: Who, tags: readonly string[]): boolean {
  const ofTags = conditions.filter(({ kind }) => kind === 'tags-in' || kind === 'tags-out');
  const nothing = {
    birthMonth: null,
    orders: 0,
    uncounted: true,
    lastOn: null,
    orderedOn: null,
    bought: [],
    collections: {},
  };
  return isAmong({ conditions: ofTags }, { ...nothing, tags }, '') === true;
}
