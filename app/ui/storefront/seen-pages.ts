// Page by page: the blocks that stand there, and those that usually would. What nobody was told of is "not known".
import {
  EMBEDS,
  isUnknown,
  plainPage,
  SOMEWHERE,
  type Place,
  type ThemeSeen,
} from '#app/core/storefront/theme-seen.ts';
import { holderOf } from '#app/core/storefront/went-missing.ts';
import { GUIDE_BLOCKS, type BlocksOn, type GuideBlock } from '#app/ui/home/theme-blocks.ts';

export type SeenState = 'shown' | 'hidden' | 'absent' | 'unknown';
export type SeenRow = { block: GuideBlock; state: SeenState; needed: boolean };
export type SeenPage = {
  page: string;
  rows: SeenRow[];
  /** Why nobody knows what it shows. */
  why: ThemeSeen['unread'][number]['why'] | null;
  /** The theme has no such page that takes blocks. */
  takesNone: boolean;
};

/** The page that a block usually stands on. */
const usualPage = ({ template, target }: GuideBlock): string => (target === 'body' ? EMBEDS : template);

const guideBlockOf = (file: string): GuideBlock | undefined =>
  GUIDE_BLOCKS.find(({ block }) => block === file);

/** @param seen null: nobody told anything */
export function seenPages(seen: ThemeSeen | null, on: BlocksOn): SeenPage[] {
  const usual = GUIDE_BLOCKS.filter((block) => block.offered(on));
  const expected = usual.map((block) => ({ page: usualPage(block), block: block.block }));
  const known = (seen?.places ?? []).filter(({ block }) => guideBlockOf(block));
  const places = distinct([...expected, ...known]);
  const pages = [...new Set(places.map(({ page }) => page))].sort(byPlace(places));
  return pages.flatMap((page) => {
    const here = places.filter((one) => one.page === page);
    const rows = here.flatMap((place) => rowOf(place, seen, on) ?? []);
    return rows.length > 0 ? [{ page, rows, ...aboutPage(page, seen) }] : [];
  });
}

/** None for a part of another block that doesn't stand: nobody misses it. */
function rowOf(place: Place, seen: ThemeSeen | null, on: BlocksOn): SeenRow | null {
  const block = guideBlockOf(place.block);
  if (!block) return null;
  const state = stateOf(place, seen);
  const isPart = holderOf(place.block) !== null;
  if (isPart && (state === 'absent' || state === 'unknown')) return null;
  return { block, state, needed: usualPage(block) === place.page && block.needed(on) };
}

function stateOf({ page, block }: Place, seen: ThemeSeen | null): SeenState {
  if (!seen) return 'unknown';
  const there = seen.places.find((one) => one.page === page && one.block === block);
  if (there) return there.shown ? 'shown' : 'hidden';
  const isElsewhere = seen.places.some((one) => one.page === SOMEWHERE && one.block === block);
  return isElsewhere || isUnknown(page, seen) ? 'unknown' : 'absent';
}

function aboutPage(page: string, seen: ThemeSeen | null): Pick<SeenPage, 'why' | 'takesNone'> {
  if (!seen) return { why: null, takesNone: false };
  const why = seen.unread.find((one) => one.page === page)?.why ?? null;
  const isTemplate = /^[a-z]/.test(page) && page !== EMBEDS && !page.includes(':');
  const lacks = seen.by === 'files' && isTemplate && !seen.pages.includes(page) && !isUnknown(page, seen);
  return { why, takesNone: lacks };
}

/** In the order in which they are met first, other templates of a page after its usual one. */
function byPlace(places: readonly Place[]) {
  const first = (page: string) => places.findIndex((one) => plainPage(one.page) === plainPage(page));
  return (a: string, b: string) => first(a) - first(b) || a.length - b.length || (a < b ? -1 : 1);
}

function distinct(places: readonly Place[]): Place[] {
  const key = ({ page, block }: Place) => `${page} ${block}`;
  return [...new Map(places.map((one) => [key(one), { page: one.page, block: one.block }])).values()];
}
