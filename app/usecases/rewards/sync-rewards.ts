// Makes the discounts of rewards at Shopify match the published values, and those of which somebody still holds a code; puts right
// what was changed by hand, and ends what nobody needs any more.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { readRewardOwner } from '#app/core/discounts/discount-owner.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValue, rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { usesFunction } from '#app/core/rewards/uses-function.ts';
import {
  endPool,
  lockRewardDiscount,
  markEnding,
  openRewardDiscount,
  ownersOfNothing,
  rewardDiscounts,
  unpublishedOwners,
  type RewardDiscount,
} from '#app/db/discounts/reward-discounts.server.ts';
import { nameDiscount } from '#app/db/discounts/shop-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';
import { burnPool, closePoolBatches, isOwnerNeeded, sweepSoon } from '#app/db/rewards/code-pool.server.ts';
import { rewardsOfWaitingGifts } from '#app/db/rewards/waiting-gifts.server.ts';
import { isToldAnew } from '#app/db/upkeep/tell-anew.server.ts';
import { findCode } from '#app/shopify/rewards/find-code.ts';
import { askFunctionsMayRun } from '../discounts/ask-functions-run.ts';
import { sweepOwnDiscounts } from './own/sweep-own-discounts.ts';
import { matchRewards } from './match-reward-discounts.ts';
import { stopFunctionRewards } from './stop-function-rewards.ts';

type SyncedShop = { id: number; domain: string; currency: string };

/**
 * By whoever holds the lock of the shop's discounts. Throws a Failure when Shopify can't be asked.
 * @param ofCards what full cards are given as
 */
export async function syncRewards(
  client: PoolClient,
  shopId: number,
  program: ShopProgram,
  ofCards: readonly Reward[] = [],
): Promise<void> {
  const shop = { id: shopId, domain: program.domain, currency: program.currency };
  const published = [...(publishedVersion(program).rules.rewards ?? []), ...ofCards];
  const idleBefore = await ownersOfNothing(client, shopId);
  const rewards = [...published, ...(await givenAndWaiting(client, shopId, published))];
  const functionsRun = await askWhereNeeded(client, shop, rewards);
  for (const reward of rewards) {
    const runs = functionsRun || !usesFunction(reward.gives);
    await openRewardDiscount(client, shopId, publishedValue(reward), { runs });
  }
  await endUnpublished(client, shopId, rewards);
  await sweepOwnDiscounts(shop);
  const rows = await rewardDiscounts(client, shopId);
  if (rows.length === 0 && !(await isToldAnew(client, shopId))) return;
  await matchRewards(client, { shop, program, functionsRun }, await withLostIds(client, shop, rows));
  await stopFunctionRewards(client, shopId);
  await enqueue(client, 'fill_codes', { shopId });
  // Pages leave out what nobody can be given a code of; whoever was cut off before this rings an hour later.
  const idle = await ownersOfNothing(client, shopId);
  if (idle.length > 0 || idleBefore.length > 0) await enqueue(client, 'sync_program', { shopId });
}

/** Whether Shopify runs functions on this shop, where a reward needs that; else nobody asks. */
async function askWhereNeeded(
  client: PoolClient,
  shop: SyncedShop,
  rewards: readonly Reward[],
): Promise<boolean> {
  const known = (await rewardDiscounts(client, shop.id)).filter(({ isEnding }) => !isEnding);
  const needed = [...rewards, ...known].some(({ gives }) => usesFunction(gives));
  return !needed || askFunctionsMayRun(shop.domain);
}

/** What was given and waits for its code is given as it was, whatever is published since. */
async function givenAndWaiting(client: PoolClient, shopId: number, published: readonly Reward[]) {
  const valueOf = (reward: Reward) => `${reward.key}/${rewardValueHash(reward)}`;
  const known = new Set(published.map(valueOf));
  const waiting = await rewardsOfWaitingGifts(client, shopId);
  return waiting.filter((reward) => !known.has(valueOf(reward)));
}

function publishedValue(reward: Reward) {
  const [rewardKey, valueHash] = [reward.key, rewardValueHash(reward)];
  return { rewardKey, valueHash, title: reward.title.en, value: rewardValue(reward) };
}

async function endUnpublished(client: PoolClient, shopId: number, rewards: readonly Reward[]): Promise<void> {
  const published = rewards.map((reward) => `reward/${reward.key}/${rewardValueHash(reward)}`);
  for (const owner of await unpublishedOwners(client, shopId, published)) await endOwner(shopId, owner);
}

/**
 * Of a value that is published no more nobody is given a code from here on; what is held keeps its discount alive. A redemption
 * that takes a code meanwhile holds its row: it is waited for, and seen by the count, which is a later statement.
 */
async function endOwner(shopId: number, owner: string): Promise<void> {
  const of = readRewardOwner(owner);
  if (!of) return;
  const hasValue = (reward: Reward) => rewardValueHash(reward) === of.valueHash;
  await withTransaction(async (client) => {
    if (!(await lockRewardDiscount(client, shopId, owner))) return;
    await endPool(client, shopId, owner);
    // What was ready lives on at Shopify as long as the discount does.
    if (await burnPool(client, shopId, owner)) await sweepSoon(client, shopId, owner);
    await closePoolBatches(client, shopId, owner, now());
    const waiting = { rewardKey: of.rewardKey, hasValue };
    if (await isOwnerNeeded(client, shopId, owner, waiting)) return;
    await markEnding(client, shopId, owner, now());
  });
}

/** One that was made, and whose answer was lost, is known by its first code, which nobody else can have. */
async function withLostIds(
  client: PoolClient,
  shop: SyncedShop,
  rows: readonly RewardDiscount[],
): Promise<RewardDiscount[]> {
  const found: RewardDiscount[] = [];
  for (const row of rows) {
    const code = row.discountId === null ? row.firstCode : null;
    const discountId = code === null ? undefined : (await findCode(shop.domain, code))?.discountId;
    if (discountId !== undefined) await nameDiscount(client, shop.id, row.owner, discountId);
    found.push(discountId === undefined ? row : { ...row, discountId, shownHash: '' });
  }
  return found;
}
