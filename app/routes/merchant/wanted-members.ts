import { z } from 'zod';
import { MEMBER_FILTERS, MEMBER_SORTS, NEWEST_FIRST } from '#app/core/members/member-filters.ts';

const wanted = z.object({
  filter: z.enum(MEMBER_FILTERS).catch('all'),
  since: z.iso.date().nullable().catch(null),
  sort: z.enum(MEMBER_SORTS).catch(NEWEST_FIRST),
  q: z.string().transform(searched).catch(''),
});

/** Longer than any name or address. */
const MOST_LETTERS = 100;

/** Of what is too long its beginning is searched: all members would be a strange answer, and a stranger file. */
function searched(typed: string): string {
  return typed.replaceAll('\0', '').trim().slice(0, MOST_LETTERS).trim();
}

/** Which members an address asks for, and in what order. One that somebody has tampered with asks for all. */
export function wantedMembers({ searchParams }: URL): z.infer<typeof wanted> {
  return wanted.parse(
    Object.fromEntries(['filter', 'since', 'sort', 'q'].map((name) => [name, searchParams.get(name)])),
  );
}
