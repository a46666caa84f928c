// What to do where Shopify's discounts and ours differ: the program changed, or somebody's hand did. The same for every kind of
// discount: each says how one is known and what a difference is called.

/** A change that somebody made to a discount by hand. */
export type HandChange =
  'deleted' | 'renamed' | 'ended' | 'dates' | 'combination' | 'value' | 'other' | 'copied';

export type Hashed<T> = T & { hash: string };
export type Owned<T> = T & { owner: string };

export type ShownStatus = 'ACTIVE' | 'EXPIRED' | 'SCHEDULED';
/** Digits of Shopify's id, and whether it gives anything now. */
type AnyShown = { id: string; status: ShownStatus };

/** Hashes of what was last written, and of what Shopify showed right after. Empty: never. */
export type KeptDiscount = {
  owner: string;
  discountId: string | null;
  publishedHash: string;
  shownHash: string;
};

export type DiscountStep<W, S> =
  | { do: 'create'; wanted: Owned<Hashed<W>>; healed: HandChange | null }
  | { do: 'update'; wanted: Owned<Hashed<W>>; shown: Hashed<S>; healed: HandChange | null }
  | { do: 'keep'; wanted: Owned<Hashed<W>>; shown: Hashed<S> }
  /** A copy made by hand, or the discount of what runs no more. `owner` is null where it gives for nothing of ours. */
  | { do: 'end' | 'delete'; shown: Hashed<S>; owner: string | null; copy: boolean };

export type DiscountKind<W, S> = {
  /** Whose a discount is by what it bears itself; null where it doesn't say. */
  ownOwner: (shown: S) => string | null;
  /** The difference from what is wanted, as a merchant would name it; null when nothing differs that we decide. */
  difference: (wanted: W, shown: S) => HandChange | null;
};

/** Whose a discount is, also where only our row knows it. */
export function ownerOfDiscount<S extends { id: string }>(
  { ownOwner }: Pick<DiscountKind<never, S>, 'ownOwner'>,
  shown: S,
  kept: readonly KeptDiscount[],
): string | null {
  return kept.find(({ discountId }) => discountId === shown.id)?.owner ?? ownOwner(shown);
}

const older = (one: AnyShown, other: AnyShown) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1);

type Lists<W, S> = {
  wanted: readonly Owned<Hashed<W>>[];
  shown: readonly Hashed<S>[];
  kept: readonly KeptDiscount[];
};

/**
 * The steps that make Shopify match. Compares with what Shopify showed after the last write, not with what was written:
 * what Shopify writes differently from us is no change by hand, and never written again and again.
 */
export function decideDiscounts<W, S extends AnyShown>(
  kind: DiscountKind<W, S>,
  { wanted, shown, kept }: Lists<W, S>,
): DiscountStep<W, S>[] {
  const ownerOf = (one: S) => ownerOfDiscount(kind, one, kept);
  const steps = wanted.flatMap((each): DiscountStep<W, S>[] => {
    const row = kept.find(({ owner }) => owner === each.owner);
    const own = shown.filter((one) => ownerOf(one) === each.owner).sort(older);
    const original = own.find(({ id }) => id === row?.discountId) ?? own[0];
    const copies = own.filter((one) => one !== original);
    return [stepOf(kind, each, original, row), ...copies.flatMap((one) => copyStep<W, S>(one, each.owner))];
  });
  const running = new Set(wanted.map(({ owner }) => owner));
  const rest = shown.flatMap((one): DiscountStep<W, S>[] => {
    const owner = ownerOf(one);
    if (owner === null) return copyStep(one, null);
    return running.has(owner) ? [] : [{ do: 'delete', shown: one, owner, copy: false }];
  });
  return [...steps, ...rest];
}

function stepOf<W, S extends AnyShown>(
  { difference }: DiscountKind<W, S>,
  wanted: Owned<Hashed<W>>,
  shown: Hashed<S> | undefined,
  row: KeptDiscount | undefined,
): DiscountStep<W, S> {
  if (!shown) return { do: 'create', wanted, healed: row?.discountId ? 'deleted' : null };
  const known = row?.discountId === shown.id ? row : undefined;
  const untouched = known?.shownHash === shown.hash;
  if (untouched && known.publishedHash === wanted.hash) return { do: 'keep', wanted, shown };
  const byHand = known !== undefined && known.shownHash !== '' && !untouched;
  return { do: 'update', wanted, shown, healed: byHand ? (difference(wanted, shown) ?? 'other') : null };
}

/** One that has ended gives nothing, and stays for the merchant to look at; one to come would wake up one day. */
function copyStep<W, S extends AnyShown>(shown: Hashed<S>, owner: string | null): DiscountStep<W, S>[] {
  switch (shown.status) {
    case 'ACTIVE':
      return [{ do: 'end', shown, owner, copy: true }];
    case 'SCHEDULED':
      return [{ do: 'delete', shown, owner, copy: true }];
    case 'EXPIRED':
      return [];
  }
}

/** In place of a hash: right after our write Shopify showed something else than we wrote. */
const UNSURE = 'unsure';

/**
 * The hash to keep of how a discount is shown after a write. A hand may have been there between the write and the look,
 * so a difference is written once more; if it stays, it is Shopify's own form of what we write.
 */
export function hashToKeep<W, S>(
  { difference }: Pick<DiscountKind<W, S>, 'difference'>,
  { wanted, shown }: { wanted: W; shown: Hashed<S> },
  before: KeptDiscount | undefined,
): string {
  const sure = before?.shownHash === UNSURE || difference(wanted, shown) === null;
  return sure ? shown.hash : UNSURE;
}
