// "Used on order #1042, 3 December. You saved €6.00": what became of a reward, told on the next visits. So is that an order was
// cancelled and the points are back, and that the shop took a reward back.
import { orderUse } from '../rewards/order-use.ts';
import { stillOff } from '../rewards/points-back.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { addDays } from '../values/days.ts';
import type { Localized } from '../values/languages.ts';

/** So long each is shown. Blocks look at the day themselves, because nothing else may change a member's copy meanwhile. */
const USED_DAYS = 30;
const WITHDRAWN_DAYS = 14;

/** Days are the shop's, money is in its currency. `back` are points: its order was cancelled, on that day, and they are back. */
type UsedProjection = { order: string; day: string; minor: number; back?: number };

/** `back`: what it cost is back, or it cost nothing. */
type WithdrawnProjection = { title: Localized; day: string; price: number; back?: true };

export type RewardNews = { used?: UsedProjection; withdrawn?: WithdrawnProjection };

/** The last order of the member's own that used one. */
export type UsedReward = {
  order: string;
  day: string;
  /** As `codesOf` writes it. */
  code: string;
  price: number;
  newest: OrderSnapshot | null;
  deleted: boolean;
};

export type RewardNewsState = {
  used?: UsedReward | null;
  withdrawn?: (Omit<WithdrawnProjection, 'back'> & { released: boolean }) | null;
  /** In the shop's calendar. */
  today?: string;
};

export function projectRewardNews({ used, withdrawn, today = '' }: RewardNewsState): RewardNews {
  const ofUse = used && isRecent(used.day, USED_DAYS, today) ? usedProjection(used) : null;
  const ofShop = withdrawn && isRecent(withdrawn.day, WITHDRAWN_DAYS, today) ? withdrawn : null;
  return { ...(ofUse && { used: ofUse }), ...(ofShop && { withdrawn: withdrawnProjection(ofShop) }) };
}

const isRecent = (day: string, days: number, today: string): boolean => addDays(day, days) >= today;

/** Nothing where nothing of it is left to tell: all was sent back, or somebody took the code off the order. */
function usedProjection({ order, day, code, price, newest, deleted }: UsedReward): UsedProjection | null {
  if (newest?.cancelledAt && !deleted) return price > 0 ? { order, day, minor: 0, back: price } : null;
  const use = orderUse({ newest, deleted }, code, true);
  const minor = stillOff(use);
  const wasWorthIt = stillOff({ ...use, inProportion: false }) > 0;
  return use.over || (wasWorthIt && minor === 0) ? null : { order, day, minor };
}

function withdrawnProjection({
  title,
  day,
  price,
  released,
}: NonNullable<RewardNewsState['withdrawn']>): WithdrawnProjection {
  return { title, day, price, ...((released || price === 0) && { back: true }) };
}
