// Where customers see the program: which page of the shop's theme shows which block, as far as anybody was told. What
// nobody was told of is unknown, and never taken for missing.
import { z } from 'zod';

/** App embeds belong to no page. */
export const EMBEDS = 'embeds';
/** A block that stands on the theme, and nobody said where. */
export const SOMEWHERE = '*';
/** Stands for every page of the theme whose file was never looked at. */
export const THE_REST = '*';
/** Before the kind of a part that is on every page: `group:footer`. */
export const GROUP = 'group:';

const page = z.string().min(1).max(200);

/** `page` is a template, `product` or `product.coffee`, or one of the above; `block` its file, without `.liquid`. */
const placeSchema = z.object({ page, block: z.string().min(1).max(100) });
export type Place = z.infer<typeof placeSchema>;

const UNREAD_WHYS = ['unreadable', 'too-big', 'not-given'] as const;

export const themeSeenSchema = z.object({
  v: z.literal(1),
  /** The theme's own files, or Shopify's word to the merchant's browser, which leaves out what is hidden. */
  by: z.enum(['files', 'browser']),
  theme: z.object({ id: z.string().max(100), name: z.string().max(200).nullable() }).nullable(),
  /** `shown` is false where the merchant hides it in the theme editor. */
  places: z.array(placeSchema.extend({ shown: z.boolean() })),
  /** Templates that take blocks; a browser is told of none. */
  pages: z.array(page),
  unread: z.array(z.object({ page, why: z.enum(UNREAD_WHYS) })),
});
export type ThemeSeen = z.infer<typeof themeSeenSchema>;

export const isSamePlace = (a: Place, b: Place): boolean => a.page === b.page && a.block === b.block;

/** `product` of `product.coffee`. */
export const plainPage = (name: string): string => name.split('.')[0] ?? name;

/** Whether nobody knows what the page shows. */
export function isUnknown(name: string, { by, pages, unread }: ThemeSeen): boolean {
  if (unread.some((one) => one.page === name)) return true;
  const isRest = by === 'files' && !pages.includes(name) && !name.startsWith(GROUP) && name !== EMBEDS;
  return isRest && unread.some((one) => one.page === THE_REST);
}
