// "About 1,200 of 48,000 members": what the editor says while conditions are being typed.

export type WhoCount = {
  /** How many are meant, as far as we know: tags are Shopify's. */
  among: number;
  /** How many take part. */
  members: number;
  /** Told from some of them. */
  isAbout: boolean;
  /** A collection that decides isn't read: nobody is counted yet. */
  waits?: true;
};

/** What was found of some, for all. */
export function countOfSample(
  all: number,
  { looked, members, among }: { looked: number; members: number; among: number },
): WhoCount {
  const ofAll = (found: number) => (looked === 0 ? 0 : roughly((found * all) / looked));
  return { among: ofAll(among), members: ofAll(members), isAbout: true };
}

/** Two digits are as much as a sample knows. */
export function roughly(count: number): number {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / size) * size;
}
