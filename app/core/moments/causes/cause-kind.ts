// The parts that a kind of cause is made of: what the merchant sets of it, and when it is due. A new kind is a file beside this, and a
// line in `cause-kinds.ts`; how the database finds it stands under the same key in db/moments/finders.
import { z } from 'zod';
import type { MonthDay } from '../calendar.ts';

/** A number or a switch of a rule's `when`, with the value that the form begins with. */
export type Field =
  { type: 'number'; least: number; most: number; first: number } | { type: 'switch'; first: boolean };
export type Fields = Readonly<Record<string, Field>>;
export type When<F extends Fields> = { [P in keyof F]: F[P] extends { type: 'switch' } ? boolean : number };

/** Days are the shop's. */
export type FactOrder = {
  orderId: string;
  day: string;
  promisedOn: string | null;
  deliveredOn: string | null;
  /** Its delivery is to be asked about before anything is said of it. */
  unread: boolean;
};

/** What is known of a member for causes. */
export type CauseFacts = {
  joinedOn: string;
  birthday: (MonthDay & { setOn: string }) | null;
  /** By the moment's key. */
  lifeDates: Readonly<Record<string, MonthDay & { year: number | null; setOn: string }>>;
  /** Kept orders of late, oldest first, and how many were kept before them. */
  orders: readonly FactOrder[];
  keptBefore: number;
  /** Orders that Shopify counts and we never saw; null while it is to be asked, for the first time or anew. */
  boughtBefore: number | null;
  lastOn: string | null;
  rhythmDays: number | null;
  /** Shopify said so: the day of consenting to e-mails that advertise. */
  newsletterOn: string | null;
};

/** What the person was given of one moment before, by the cause's last part. */
export type GivenBefore = { name: string; on: string };

/** Where a sweep looks: the rule's key, what it gave, and the days. */
export type Look = { key: string; given: readonly GivenBefore[]; from: string; today: string };

export type Occurrence = {
  /** `3`, `2027`, an order's id: the cause's last part. */
  name: string;
  /** The day on which it becomes due. */
  on: string;
  /** The last day on which it is given, however late it is known; else as many days later as the kind says. */
  until?: string;
  /** A moment that began to run by this day brings it; absent: by the day on which it becomes due. */
  countsTo?: string;
  orderId?: string;
  /** Only the words, not yet the gift. */
  wordsAlone?: true;
  /** Not to be decided yet: something is still being asked. */
  waits?: true;
};

export type DeclaredCause<K extends string = string, F extends Fields = Fields> = {
  /** In rules, gifts and texts; for ever. */
  key: K;
  fields: F;
  /** Shoppers can read beforehand that it comes: nobody is held out. */
  foretold: boolean;
  /** It may bring words and nothing else. */
  needsNoOffer: boolean;
  /** Words that the merchant writes beside the title. */
  words: readonly ('advice' | 'consent')[];
  /** Members tell its day, as a date of life: in blocks, by the merchant's consent text. */
  asksDate?: true;
  /** The values with which the form begins. */
  first: { points: number; openDays: number };
  /** For so many days after its day it is still given. */
  lateDays: number;
  /** Facts that cost a reading of their own. */
  needs: readonly 'orders'[];
  occurrences: (when: When<F>, facts: CauseFacts, look: Look) => Occurrence[];
};

/** For the exact types of a kind's fields. */
export function declareCause<const K extends string, const F extends Fields>(
  cause: DeclaredCause<K, F>,
): DeclaredCause<K, F> {
  return cause;
}

const schemaOf = (field: Field) =>
  field.type === 'switch' ? z.boolean() : z.int().min(field.least).max(field.most);

/** As rules hold them. */
export function whenSchema<F extends Fields>(fields: F): z.ZodType<When<F>> {
  return z.object(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])),
  ) as unknown as z.ZodType<When<F>>;
}
