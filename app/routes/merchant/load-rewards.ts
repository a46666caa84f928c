import type { RewardsData } from '#app/ui/rewards/rewards-data.ts';
import { askFunctionsRun } from '#app/usecases/discounts/ask-functions-run.ts';
import { askFirstProduct } from '#app/usecases/rewards/ask-first-product.ts';
import { askPlace } from '#app/usecases/rewards/ask-place.ts';
import { readRewardHealth } from '#app/usecases/rewards/read-reward-health.ts';
import { readUsualOrders } from '#app/usecases/rewards/read-usual-orders.ts';
import type { Visit } from '#app/usecases/shop/open-app.ts';
import { loadProgram } from './load-program.ts';

/** The program, and what its rewards are measured by. @param proposes where a free product may be proposed */
export async function loadRewards(
  visit: Pick<Visit, 'shop' | 'language'>,
  proposes: boolean,
): Promise<RewardsData> {
  const { id, domain, currency } = visit.shop;
  const [data, usual, place, functionsRun] = await Promise.all([
    loadProgram(visit),
    readUsualOrders(id),
    askPlace(domain),
    askFunctionsRun(id, domain),
  ]);
  const { cards, rewards = [] } = data.draft;
  const isNew = proposes && rewards.every(({ gives }) => gives.kind !== 'product');
  const [rewardDiscounts, firstProduct] = await Promise.all([
    readRewardHealth(visit.shop, data.published.rules.rewards ?? []),
    isNew && functionsRun ? askFirstProduct({ domain, currency }, cards) : null,
  ]);
  return { ...data, usual, rewardDiscounts, place, functionsRun, firstProduct };
}
