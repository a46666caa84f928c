// A product or collection as a form holds it: the title is for people only.
import { z } from 'zod';

export const picked = z.object({ id: z.string().regex(/^\d{1,19}$/), title: z.string().max(1_000) });
export type Picked = z.infer<typeof picked>;

/** Titles by id, of what a program names. */
export type Titles = {
  products: Readonly<Record<string, string>>;
  collections: Readonly<Record<string, string>>;
  /** Products that nobody can buy: drafts, and those in the archive. */
  unsold?: readonly string[];
};

/** `gone` is said in place of a title that Shopify doesn't tell. */
export type FormWording = { currency: string; titles: Titles; gone: string };

export function pickedOf(
  ids: readonly string[],
  titles: Readonly<Record<string, string>>,
  gone: string,
): Picked[] {
  return ids.map((id) => ({ id, title: titles[id] ?? gone }));
}

/** Each id once. */
export function uniqueIds(picks: readonly Picked[]): string[] {
  return [...new Set(picks.map(({ id }) => id))];
}
