// Whoever writes several members at once locks them in the order of their ids first, as those do who lock members for their work:
// PostgreSQL writes rows in whatever order it finds them, and two would wait for each other in a circle.

/** For a statement that writes the members of `own`. @param which of "Member" m, of one shop */
export const ownInOrder = (which: string): string =>
  `with own as materialized (select m.id from "Member" m where ${which} order by m.id for no key update)`;
