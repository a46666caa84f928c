// "New orders of this customer earn nothing … Orders placed meanwhile stay without": whoever was left out when an order was
// placed earns nothing from it, whenever it is told.

/** From the second on in which the member was left out, up to the one in which they were included again; null: until now. */
export type TimeLeftOut = { from: Date; until: Date | null };

type Known = { blocked: boolean; leftOut?: readonly TimeLeftOut[] };

export function wasLeftOut({ blocked, leftOut = [] }: Known, at: Date): boolean {
  return timesOf({ blocked, leftOut }).some(
    ({ from, until }) => from <= at && (until === null || at < until),
  );
}

/**
 * A process of the release before keeps no times. Whoever it left out is so since ever, or since the last time ended; whoever
 * it included again isn't left out any more.
 */
function timesOf({ blocked, leftOut = [] }: Known): TimeLeftOut[] {
  const ended = leftOut.filter(({ until }) => until !== null);
  if (!blocked || leftOut.length > ended.length) return blocked ? [...leftOut] : ended;
  const last = Math.max(0, ...ended.map(({ until }) => until?.getTime() ?? 0));
  return [...ended, { from: new Date(last), until: null }];
}
