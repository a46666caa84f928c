// Discounts of one kind at Shopify and in our notes, after which both are as wanted, or why not is written down.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  decideDiscounts,
  hashToKeep,
  type Hashed,
  type KeptDiscount,
  type Owned,
  type ShownStatus,
} from '#app/core/discounts/decide-discounts.ts';
import { mustHoldDiscountLock } from '#app/db/discounts/discount-lock.server.ts';
import { markSeen } from '#app/db/discounts/shop-discounts.server.ts';
import { carryOutStep, stateOf } from './carry-out-discount-step.ts';
import type { DiscountShop, DiscountWriter } from './write-discounts.ts';

type Lists<W, S> = {
  wanted: readonly Owned<Hashed<W>>[];
  /** As Shopify shows them, and as they were noted before. */
  shown: readonly Hashed<S>[];
  kept: readonly KeptDiscount[];
  /** The notes as they are now. */
  notes: () => Promise<KeptDiscount[]>;
};

/** Returns the owners whose discounts Shopify doesn't have as published. */
export async function makeDiscountsMatch<W, S extends { id: string; status: ShownStatus }>(
  client: PoolClient,
  shop: DiscountShop,
  writer: DiscountWriter<W, S>,
  lists: Lists<W, S>,
): Promise<Set<string>> {
  const steps = decideDiscounts(writer, lists);
  const failed = new Set<string>();
  for (const step of steps) {
    if (step.do !== 'keep') await mustHoldDiscountLock(client);
    const { refused } = await carryOutStep({ client, shop, writer }, step);
    if (refused !== null) failed.add(refused);
  }
  const written = new Set(
    steps.flatMap((step) => ('wanted' in step && step.do !== 'keep' ? step.wanted.owner : [])),
  );
  const known = steps.every((step) => step.do === 'keep') ? lists.shown : null;
  await noteWhatIsThere(client, shop, writer, { ...lists, written, failed, known });
  return failed;
}

type Noted<W, S> = Lists<W, S> & {
  /** The owners whose discounts were written since. */
  written: ReadonlySet<string>;
  failed: ReadonlySet<string>;
  /** The discounts that Shopify shows, where nothing was written since it was asked. */
  known: readonly Hashed<S>[] | null;
};

/** The next run compares with what Shopify shows now. A mutation's answer doesn't show all of it. */
async function noteWhatIsThere<W, S extends { id: string; status: ShownStatus }>(
  client: PoolClient,
  shop: DiscountShop,
  writer: DiscountWriter<W, S>,
  { wanted, kept, notes, written, failed, known }: Noted<W, S>,
): Promise<void> {
  const rows = (await notes()).filter(({ owner }) => !failed.has(owner));
  const ids = rows.flatMap(({ discountId }) => discountId ?? []);
  const there = known ?? (await writer.byId(shop.domain, ids));
  for (const { owner, discountId } of rows) {
    const own = wanted.find((one) => one.owner === owner);
    const shown = there.find(({ id }) => id === discountId);
    // One that went meanwhile has rung the bell again.
    if (!own || !shown) continue;
    const before = kept.find((one) => one.owner === owner);
    const shownHash = written.has(owner)
      ? hashToKeep(writer, { wanted: own, shown }, before)
      : (before?.shownHash ?? '');
    const hashes = { publishedHash: own.hash, shownHash };
    await markSeen(client, shop.id, { owner, discountId, state: stateOf(shown), ...hashes }, now());
  }
}
