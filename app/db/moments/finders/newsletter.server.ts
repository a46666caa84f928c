import type { Finder } from './finder.server.ts';

/** By the index of days of consent. */
export const newsletter: Finder = {
  text: `select m.id, '1' as name from "Member" m
    where m."shopId" = $1 and m."newsletterOn" between $2::date and $3::date`,
  values: () => [],
};
