// Makes the shop's automatic discounts match the published cards, and puts right what was changed by hand.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  cardOfDiscount,
  decideDiscounts,
  hashToKeep,
  type Hashed,
  type ShownDiscount,
  type WantedDiscount,
} from '#app/core/discounts/card-discounts.ts';
import { discountsOfProgram } from '#app/core/discounts/discounts-of-program.ts';
import {
  addCardDiscounts,
  cardDiscounts,
  dropCardDiscounts,
  markDiscountsTried,
  markSeen,
  type CardDiscount,
} from '#app/db/discounts/card-discounts.server.ts';
import { mustHoldDiscountLock, withDiscountLock } from '#app/db/discounts/discount-lock.server.ts';
import { publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { isToldAnew } from '#app/db/upkeep/tell-anew.server.ts';
import { carryOutStep, stateOf } from './carry-out-discount-step.ts';
import { keepForeignTitles } from '../stamps/keep-foreign-titles.ts';
import { askBundles } from '../stamps/ask-bundles.ts';
import { askDiscountsById, askShownDiscounts, withHash } from './ask-shown-discounts.ts';

/**
 * Safe to run twice and in parallel, and to be cut off anywhere: what is there is always looked at first. What Shopify
 * refuses is written down with the card and tried again by the next run. Throws a Failure when Shopify can't be asked.
 */
export async function syncDiscounts(shopId: number): Promise<void> {
  await withDiscountLock(shopId, (client) => sync(client, shopId));
}

type SyncedShop = Pick<ShopProgram, 'domain' | 'versions'> & { id: number };

async function sync(client: PoolClient, shopId: number): Promise<void> {
  const program = await shopProgram(client, shopId);
  if (!program) return;
  await syncWith(client, shopId, program);
  await markDiscountsTried(client, shopId, program.publishedVersion);
}

async function syncWith(client: PoolClient, shopId: number, program: ShopProgram): Promise<void> {
  const shop = { id: shopId, domain: program.domain, versions: program.versions };
  const { rules } = publishedVersion(program);
  const cardKeys = discountsOfProgram(rules, { ...program, bundleIds: [] }).map(({ cardKey }) => cardKey);
  await addCardDiscounts(client, shopId, cardKeys);
  const kept = await cardDiscounts(client, shopId);
  // Nothing is asked of Shopify for a shop that never had a card, as far as a restored database can know.
  if (kept.length === 0 && !(await isToldAnew(client, shopId))) return;
  const bundleIds = cardKeys.length > 0 ? await askBundles(shop.domain) : [];
  const wanted = discountsOfProgram(rules, { ...program, bundleIds }).map(withHash);
  const failed = await makeMatch(client, shop, wanted, kept);
  const over = kept
    .map(({ cardKey }) => cardKey)
    .filter((key) => !cardKeys.includes(key) && !failed.has(key));
  await dropCardDiscounts(client, shopId, over);
}

/** Returns the cards whose discounts Shopify doesn't have as published. */
async function makeMatch(
  client: PoolClient,
  shop: SyncedShop,
  wanted: readonly Hashed<WantedDiscount>[],
  kept: readonly CardDiscount[],
): Promise<Set<string>> {
  const knownIds = kept.flatMap(({ discountId }) => discountId ?? []);
  const shown = await askShownDiscounts(shop.domain, knownIds);
  await keepForeignTitles(shop.id, titlesOf(shown, kept), { kept, versions: shop.versions });
  const steps = decideDiscounts(wanted, shown, kept);
  const failed = new Set<string>();
  for (const step of steps) {
    if (step.do !== 'keep') await mustHoldDiscountLock(client);
    const { refused } = await carryOutStep(client, shop, step);
    if (refused !== null) failed.add(refused);
  }
  const written = new Set(
    steps.flatMap((step) => ('wanted' in step && step.do !== 'keep' ? step.wanted.cardKey : [])),
  );
  const known = steps.every((step) => step.do === 'keep') ? shown : null;
  await noteWhatIsThere(client, shop, { wanted, kept, written, failed, known });
  return failed;
}

function titlesOf(shown: readonly ShownDiscount[], kept: readonly CardDiscount[]) {
  return shown.flatMap((one) => {
    const cardKey = cardOfDiscount(one, kept);
    return cardKey === null ? [] : [{ cardKey, title: one.title.trim(), endsAt: one.endsAt }];
  });
}

type Noted = {
  wanted: readonly Hashed<WantedDiscount>[];
  /** As it was noted before, and the cards whose discounts were written since. */
  kept: readonly CardDiscount[];
  written: ReadonlySet<string>;
  failed: ReadonlySet<string>;
  /** The discounts that Shopify shows, where nothing was written since it was asked. */
  known: readonly Hashed<ShownDiscount>[] | null;
};

/** The next run compares with what Shopify shows now. A mutation's answer doesn't show all of it. */
async function noteWhatIsThere(
  client: PoolClient,
  shop: SyncedShop,
  { wanted, kept, written, failed, known }: Noted,
): Promise<void> {
  const rows = (await cardDiscounts(client, shop.id)).filter(({ cardKey }) => !failed.has(cardKey));
  const ids = rows.flatMap(({ discountId }) => discountId ?? []);
  const there = known ?? (await askDiscountsById(shop.domain, ids));
  for (const { cardKey, discountId } of rows) {
    const card = wanted.find((one) => one.cardKey === cardKey);
    const shown = there.find(({ id }) => id === discountId);
    // One that went meanwhile has rung the bell again.
    if (!card || !shown) continue;
    const before = kept.find((one) => one.cardKey === cardKey);
    const shownHash = written.has(cardKey) ? hashToKeep(card, shown, before) : (before?.shownHash ?? '');
    const hashes = { publishedHash: card.hash, shownHash };
    await markSeen(client, shop.id, { cardKey, discountId, state: stateOf(shown), ...hashes }, now());
  }
}
