import { z } from 'zod';
import { MEMBER_FILTERS, MEMBER_SORTS, NEWEST_FIRST } from '#app/core/members/member-filters.ts';

const wanted = z.object({
  filter: z.enum(MEMBER_FILTERS).catch('all'),
  since: z.iso.date().nullable().catch(null),
  sort: z.enum(MEMBER_SORTS).catch(NEWEST_FIRST),
  q: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\0]*$/)
    .catch(''),
});

/** Which members an address asks for, and in what order. One that somebody has tampered with asks for all. */
export function wantedMembers({ searchParams }: URL): z.infer<typeof wanted> {
  return wanted.parse(
    Object.fromEntries(['filter', 'since', 'sort', 'q'].map((name) => [name, searchParams.get(name)])),
  );
}
