import type { Finder } from './finder.server.ts';

/** By the index of when members joined. */
export const joined: Finder = {
  text: `select m.id, '1' as name from "Member" m where m."shopId" = $1 and m."joinedAt" >= $2::date - 1
    and m."joinedAt" < $3::date + 2 and m."joinedOn" between $2::date and $3::date
    and coalesce(m."mergedIntoId", 0) = 0 and m."erasedAt" is null`,
  values: () => [],
};
