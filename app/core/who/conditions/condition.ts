// A condition on members, one object for each kind: its shape in the rules, and whether it holds for what is known of a member.
// Beside it stands the same in SQL (db/who/who-sql.server.ts); a test holds the two equal.
import type { z } from 'zod';

/** What conditions read of a member. Days are the shop's. */
export type WhoFacts = {
  /** At Shopify; null while nobody asked: we keep none. */
  tags: readonly string[] | null;
  /** 1 … 12; null while nobody told it. */
  birthMonth: number | null;
  /** Orders of which something is kept, and those from before that only Shopify counts. */
  orders: number;
  /** Shopify wasn't asked yet for those from before: there may be more. */
  uncounted: boolean;
  /** Of the last of them that we know; null without one. */
  lastOn: string | null;
  /** Of the last that was placed since the program began and isn't cancelled, whatever was given back of it; null without one. */
  orderedOn: string | null;
  bought: readonly { productIds: readonly string[]; day: string }[];
  /** Products that are in a collection today; one that isn't read is missing. */
  collections: Readonly<Record<string, readonly string[]>>;
};

/** Null: not known. */
export type Answer = boolean | null;

export type DeclaredCondition<S extends z.ZodType = z.ZodType> = {
  shape: S;
  /** An order may be what it waits for. */
  byOrders?: true;
  /** It goes by how many orders Shopify has, which may be told late. */
  byCount?: true;
  /** What is missing before it says anything; null where it is whole. */
  lacks: (condition: z.infer<S>) => ConditionLack | null;
  holds: (condition: z.infer<S>, facts: WhoFacts, today: string) => Answer;
};

export type ConditionLack = 'noTags' | 'noneChosen' | 'noBounds' | 'boundsCrossed';

/** Keeps the object's own types where it is declared. */
export function condition<S extends z.ZodType>(declared: DeclaredCondition<S>): DeclaredCondition<S> {
  return declared;
}
