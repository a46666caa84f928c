// Makes the shop's discounts match the published cards and rewards, and puts right what was changed by hand.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { CARD_DISCOUNTS, type ShownDiscount } from '#app/core/discounts/card-discounts.ts';
import { ownerOfDiscount } from '#app/core/discounts/decide-discounts.ts';
import { cardOfOwner, cardOwner } from '#app/core/discounts/discount-owner.ts';
import { cardReward } from '#app/core/discounts/card-reward.ts';
import { discountsOfProgram } from '#app/core/discounts/discounts-of-program.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { withDiscountLock } from '#app/db/discounts/discount-lock.server.ts';
import {
  addShopDiscounts,
  cardDiscounts,
  dropShopDiscounts,
  markDiscountsTried,
  markProblem,
  type ShopDiscount,
} from '#app/db/discounts/shop-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { isToldAnew } from '#app/db/upkeep/tell-anew.server.ts';
import { askBundles } from '../stamps/ask-bundles.ts';
import { followCardWays, noteRefusedCards, type CardWays } from '../stamps/follow-card-ways.ts';
import { giveFullCards } from '../stamps/give-full-cards.ts';
import { keepForeignTitles } from '../stamps/keep-foreign-titles.ts';
import { syncRewards } from '../rewards/sync-rewards.ts';
import { askShownDiscounts, withHash } from './ask-shown-discounts.ts';
import { CARD_WRITER } from './write-card-discounts.ts';
import { makeDiscountsMatch } from './make-discounts-match.ts';

/**
 * Safe to run twice and in parallel, and to be cut off anywhere: what is there is always looked at first. What Shopify
 * refuses is written down with the card and tried again by the next run. Throws a Failure when Shopify can't be asked.
 */
export async function syncDiscounts(shopId: number): Promise<void> {
  await withDiscountLock(shopId, (client) => sync(client, shopId));
}

async function sync(client: PoolClient, shopId: number): Promise<void> {
  const program = await shopProgram(client, shopId);
  if (!program) return;
  const before = await cardDiscounts(client, shopId);
  const ways = await followCardWays(client, { id: shopId, domain: program.domain }, program, before);
  await syncCards(client, shopId, program, ways);
  await syncRewards(client, shopId, program, cardsAsCodes(program, ways));
  await giveFullCards(shopId);
  await markDiscountsTried(client, shopId, program.publishedVersion);
}

/** A pool is filled while a card is still being changed over. */
function cardsAsCodes(program: ShopProgram, { ways }: CardWays): Reward[] {
  const asCodes = ({ key }: StampCard) => ['to-codes', 'codes'].includes(ways.get(key) ?? 'cart');
  const { cards } = publishedVersion(program).rules;
  return cards.filter(asCodes).flatMap((card) => cardReward(card, program.currency) ?? []);
}

async function syncCards(
  client: PoolClient,
  shopId: number,
  program: ShopProgram,
  cardWays: CardWays,
): Promise<void> {
  const shop = { id: shopId, domain: program.domain };
  const { rules } = publishedVersion(program);
  const isInCart = ({ cardKey }: { cardKey: string }) => (cardWays.ways.get(cardKey) ?? 'cart') === 'cart';
  const wantedWith = (bundleIds: string[]) =>
    discountsOfProgram(rules, { ...program, bundleIds }).filter(isInCart);
  const owners = wantedWith([]).map(({ cardKey }) => cardOwner(cardKey));
  await addShopDiscounts(client, shopId, owners);
  const kept = await cardDiscounts(client, shopId);
  // Nothing is asked of Shopify for a shop that never had a card, as far as a restored database can know.
  if (kept.length === 0 && !(await isToldAnew(client, shopId))) return;
  const bundleIds = owners.length > 0 ? await askBundles(shop.domain) : [];
  const wanted = wantedWith(bundleIds).map((one) => ({
    // The hash is that of releases before owners.
    ...withHash(one),
    owner: cardOwner(one.cardKey),
  }));
  const shown = await askShownDiscounts(
    shop.domain,
    kept.flatMap(({ discountId }) => discountId ?? []),
  );
  await keepForeignTitles(shopId, titlesOf(shown, kept), { kept, versions: program.versions });
  const notes = () => cardDiscounts(client, shopId);
  const failed = await makeDiscountsMatch(client, shop, CARD_WRITER, { wanted, shown, kept, notes });
  if (!cardWays.mayRun) await noteIdleCards(client, shopId, await notes(), { owners, failed });
  // Pages don't promise what the cart can't give; whoever was cut off before this rings an hour later.
  if ([...kept, ...(await notes())].some(isIdle)) await enqueue(client, 'sync_program', { shopId });
  const over = kept
    .map(({ owner }) => owner)
    .filter((owner) => !owners.includes(owner) && !failed.has(owner));
  await dropShopDiscounts(client, shopId, over);
  await noteRefusedCards(client, shopId, cardWays, (await notes()).map(ofCard));
}

/** What Shopify shows of a discount doesn't tell that its function isn't run. */
async function noteIdleCards(
  client: PoolClient,
  shopId: number,
  rows: readonly ShopDiscount[],
  { owners, failed }: { owners: readonly string[]; failed: ReadonlySet<string> },
): Promise<void> {
  const idle = rows.filter(({ owner }) => owners.includes(owner) && !failed.has(owner));
  for (const { owner, state } of idle) {
    const trouble = { problem: 'functions-not-available', said: '', state } as const;
    await markProblem(client, shopId, owner, trouble, now());
  }
}

const isIdle = ({ problem }: ShopDiscount): boolean => problem === 'functions-not-available';

const ofCard = (row: ShopDiscount) => ({ ...row, cardKey: cardOfOwner(row.owner) ?? '' });

function titlesOf(shown: readonly ShownDiscount[], kept: readonly ShopDiscount[]) {
  return shown.flatMap((one) => {
    const cardKey = cardOfOwner(ownerOfDiscount(CARD_DISCOUNTS, one, kept) ?? '');
    return cardKey === null ? [] : [{ cardKey, title: one.title.trim(), endsAt: one.endsAt }];
  });
}
