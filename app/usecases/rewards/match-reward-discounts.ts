// The discounts of rewards at Shopify and as they are wanted: what differs is written, except of those that would take nothing off.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { ownerOfDiscount, type Hashed, type Owned } from '#app/core/discounts/decide-discounts.ts';
import { cardOfReward } from '#app/core/discounts/card-reward.ts';
import { readRewardOwner } from '#app/core/discounts/discount-owner.ts';
import type { DiscountProblem } from '#app/core/discounts/discount-problem.ts';
import {
  REWARD_DISCOUNTS,
  type ShownRewardDiscount,
  type WantedRewardDiscount,
} from '#app/core/discounts/reward-discounts.ts';
import { byFunction, titleOfReward } from '#app/core/discounts/wanted-reward-discount.ts';
import { completeGives } from '#app/core/rewards/complete-gives.ts';
import { usesFunction } from '#app/core/rewards/uses-function.ts';
import { markGone, rewardDiscounts, type RewardDiscount } from '#app/db/discounts/reward-discounts.server.ts';
import { markProblem } from '#app/db/discounts/shop-discounts.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';
import { forgetPool } from '#app/db/rewards/code-pool.server.ts';
import { withHash } from '../discounts/ask-shown-discounts.ts';
import { stateOf } from '../discounts/carry-out-discount-step.ts';
import { makeDiscountsMatch } from '../discounts/make-discounts-match.ts';
import { askRewardDiscounts } from './ask-reward-discounts.ts';
import { withoutGoneProducts, type LeftOver } from './leave-out-gone-products.ts';
import { rewardWriter } from './write-reward-discounts.ts';

type SyncedShop = { id: number; domain: string; currency: string };
/** `functionsRun`: whether Shopify runs the app's functions on this shop. */
export type Matching = { shop: SyncedShop; program: ShopProgram; functionsRun: boolean };

/** @param kept as noted before. Throws a Failure when Shopify can't be asked. */
export async function matchRewards(
  client: PoolClient,
  { shop, program, functionsRun }: Matching,
  kept: readonly RewardDiscount[],
): Promise<void> {
  const all = await askRewardDiscounts(
    shop,
    kept.flatMap(({ discountId }) => discountId ?? []),
  );
  const isShown = (discountId: string) => all.some(({ id }) => id === discountId);
  for (const { owner, discountId } of kept) {
    if (discountId !== null && !isShown(discountId)) await forgetPool(client, shop.id, owner, now());
  }
  const living = await withoutGoneProducts(
    shop.domain,
    kept.filter(({ isEnding }) => !isEnding),
  );
  const idle = idleOf(living, functionsRun);
  await noteIdle(client, shop.id, { kept, shown: all, idle });
  const wanted = living.filter(({ owner }) => !idle.has(owner)).map((row) => wantedOf(row, program));
  const lists = {
    wanted,
    // What Shopify has of the others stays as it is: it gives nothing, and may again one day.
    shown: all.filter((one) => !idle.has(ownerOfDiscount(REWARD_DISCOUNTS, one, kept) ?? '')),
    kept,
    notes: async () => (await rewardDiscounts(client, shop.id)).filter(({ owner }) => !idle.has(owner)),
  };
  const failed = await makeDiscountsMatch(client, shop, rewardWriter(shop.currency, kept), lists);
  for (const { owner, isEnding } of kept) {
    if (isEnding && !failed.has(owner)) await markGone(client, shop.id, owner);
  }
}

/** The hash of what Shopify itself decides is that of releases before functions did: it isn't written anew. */
function wantedOf(
  { owner, title, value }: RewardDiscount,
  program: ShopProgram,
): Owned<Hashed<WantedRewardDiscount>> {
  const { currency, versions } = program;
  const gives = completeGives(value.gives);
  const titles = titleOfReward(readRewardOwner(owner)?.rewardKey ?? '', title, versions);
  const never = publishedVersion(program).rules.neverEarns;
  const asked = byFunction({ ...value, gives, title: titles }, { currency, never });
  const hashed = withHash({ ...value, title, currency, ...(asked && { byFunction: asked }) });
  return { ...hashed, gives, owner };
}

/**
 * Those that take nothing off, and why: of the function's own, and of full cards, which nobody can give back. Of the others Shopify
 * says so by itself.
 */
function idleOf(
  living: readonly LeftOver<RewardDiscount>[],
  functionsRun: boolean,
): Map<string, DiscountProblem> {
  return new Map(
    living.flatMap(({ owner, gives, nothingLeft }): [string, DiscountProblem][] => {
      const ofFunction = usesFunction(gives);
      if (ofFunction && !functionsRun) return [[owner, 'functions-not-available']];
      const isOfCard = cardOfReward(readRewardOwner(owner)?.rewardKey ?? '') !== null;
      return nothingLeft && (ofFunction || isOfCard) ? [[owner, 'products-gone']] : [];
    }),
  );
}

type Idle = {
  kept: readonly RewardDiscount[];
  shown: readonly ShownRewardDiscount[];
  idle: ReadonlyMap<string, DiscountProblem>;
};

async function noteIdle(client: PoolClient, shopId: number, { kept, shown, idle }: Idle): Promise<void> {
  for (const { owner, discountId } of kept) {
    const problem = idle.get(owner);
    if (!problem) continue;
    const state = stateOf(shown.find(({ id }) => id === discountId) ?? null);
    await markProblem(client, shopId, owner, { problem, said: '', state }, now());
  }
}
