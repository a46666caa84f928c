// A block that customers saw, and that the theme doesn't have any more: a new theme was published, or somebody took it
// away. One that the merchant hides is no loss, nor is one whose content another block on the page shows.
import { z } from 'zod';
import { isSamePlace, isUnknown, plainPage, SOMEWHERE, type Place, type ThemeSeen } from './theme-seen.ts';

/** Of each block: the other one that holds what it shows. */
const HOLDERS: Readonly<Record<string, string>> = {
  'stamp-card': 'member',
  'points-balance': 'member',
  'points-for-product': 'member',
};

const place = z.object({ page: z.string(), block: z.string() });

export const placesKnownSchema = z.object({
  v: z.literal(1),
  /** Where blocks stood when that was last known. */
  stood: z.array(place),
  /** `since` is the instant at which it was found missing. */
  missing: z.array(place.extend({ since: z.iso.datetime() })),
});
export type PlacesKnown = z.infer<typeof placesKnownSchema>;
export type MissingPlace = PlacesKnown['missing'][number];

export const NOTHING_KNOWN: PlacesKnown = { v: 1, stood: [], missing: [] };

/** The block that holds what this one shows; null for one that nothing holds. */
export const holderOf = (block: string): string | null =>
  Object.hasOwn(HOLDERS, block) ? (HOLDERS[block] ?? null) : null;

/** What stood before and doesn't now is missing, until it is back or put away. */
export function followPlaces({ stood, missing }: PlacesKnown, seen: ThemeSeen, at: Date): PlacesKnown {
  const since = at.toISOString();
  const isDark = ({ page }: Place) => isUnknown(page, seen);
  const before = stood.map((one) => (isDark(one) ? one : pageNow(one, seen)));
  const lost = before.filter((one) => !isDark(one)).map((one) => ({ ...one, since }));
  const shown = seen.places.filter((one) => one.shown).map(({ page, block }) => ({ page, block }));
  return {
    v: 1,
    stood: distinct([...shown, ...before.filter(isDark)]),
    missing: distinct([...missing, ...lost].filter((one) => isDark(one) || isGone(one, seen))),
  };
}

/** What the merchant has seen, and doesn't want to hear of again. */
export function putAway(known: PlacesKnown, places: readonly Place[]): PlacesKnown {
  return {
    ...known,
    missing: known.missing.filter((one) => !places.some((other) => isSamePlace(one, other))),
  };
}

/** Products of a template that a new theme lacks are shown by the usual one. */
function pageNow({ page, block }: Place, { by, pages }: ThemeSeen): Place {
  const lacksIt = by === 'files' && page.includes('.') && !pages.includes(page);
  return { page: lacksIt ? plainPage(page) : page, block };
}

function isGone(place: Place, seen: ThemeSeen): boolean {
  return !seen.places.some((one) => holds(one, place));
}

function holds(one: Place, wanted: Place): boolean {
  const isThere = one.page === wanted.page || one.page === SOMEWHERE || wanted.page === SOMEWHERE;
  return isThere && (one.block === wanted.block || one.block === HOLDERS[wanted.block]);
}

/** The first of those that are the same place. */
function distinct<T extends Place>(places: readonly T[]): T[] {
  return places.filter((one, at) => places.findIndex((other) => isSamePlace(one, other)) === at);
}
