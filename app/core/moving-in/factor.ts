/** So many of theirs are so many of ours. */
export type Factor = { theirs: number; ours: number };

/** Rounded up: nobody has less than before, and of what is owed never more. */
export const oursOf = (points: number, { theirs, ours }: Factor): number =>
  Math.ceil((points * ours) / theirs) + 0;
