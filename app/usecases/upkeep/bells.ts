// What needs work, and the job that does it: one line for each state that must not be left alone. A state that lasts
// rings until it is over, so a condition that its job can't end doesn't belong here.
import type { ShopJobName } from '#app/core/jobs.ts';
import { DAYS_TO_LAPSE } from '#app/core/notices/when-to-tell.ts';
import { shopsWithEndedChoices } from '#app/db/choosing/choices.server.ts';
import { shopsBehindDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { shopsWithDueDeliveries } from '#app/db/history/deliveries.server.ts';
import { shopsWithUncounted } from '#app/db/history/order-counts.server.ts';
import { shopsToGoOnErasing } from '#app/db/members/erasure.server.ts';
import { shopsWithOpenRequests } from '#app/db/members/people-requests.server.ts';
import { shopsWithMoving } from '#app/db/moving-in/moving-in.server.ts';
import { shopsWithLists } from '#app/db/moments/moment-lists.server.ts';
import { shopsToSweep } from '#app/db/moments/sweep-mark.server.ts';
import { shopsWithDueNotices, shopsWithLapsing } from '#app/db/notices/notices.server.ts';
import { shopsWithDueOrders } from '#app/db/orders/due-orders.server.ts';
import { shopsToTryAgain } from '#app/db/orders/set-aside.server.ts';
import { shopsWithPastOrders } from '#app/db/past-orders/past-orders.server.ts';
import { shopsToFillCodes } from '#app/db/rewards/pools.server.ts';
import { shopsWithDueDiscounts } from '#app/db/rewards/own-discounts.server.ts';
import { shopsWithWaitingGifts } from '#app/db/rewards/waiting-gifts.server.ts';
import { shopsToRelease, shopsWithStoppedRewards } from '#app/db/rewards/releases.server.ts';
import { shopsToFollowCards } from '#app/db/stamps/card-ways.server.ts';
import { shopsToFollow } from '#app/db/shop/shop-settings.server.ts';
import { shopsWithHints } from '#app/db/shop/installation-hints.server.ts';
import { shopsLeftForGood } from '#app/db/shop/left-shops.server.ts';
import { shopsWithDueCollections } from '#app/db/who/kept-collections.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { shopsBehindMembers, shopsBehindProgram } from '#app/db/storefront/sync.server.ts';
import { shopsToReadTheme } from '#app/db/storefront/theme-seen.server.ts';

export type Bell = {
  job: ShopJobName;
  /** The shops that need it; one statement over an index that holds only what is due. */
  shops: (db: Queryable, at: Date) => Promise<number[]>;
  /** It has nothing to do with Shopify, so neither an uninstall nor a dead token keeps it from its work. */
  alone?: boolean;
};

export const BELLS: readonly Bell[] = [
  { job: 'apply_orders', shops: shopsWithDueOrders },
  { job: 'reconcile_shop', shops: (db, at) => shopsToTryAgain(db, 'read', at) },
  { job: 'carry_out_requests', shops: shopsWithOpenRequests, alone: true },
  { job: 'check_installation', shops: shopsWithHints, alone: true },
  { job: 'erase_shop', shops: shopsToGoOnErasing, alone: true },
  { job: 'erase_shop', shops: shopsLeftForGood, alone: true },
  { job: 'sync_members', shops: shopsBehindMembers },
  { job: 'sync_program', shops: shopsBehindProgram },
  { job: 'sync_discounts', shops: shopsBehindDiscounts },
  { job: 'sync_discounts', shops: shopsWithWaitingGifts },
  { job: 'sync_discounts', shops: shopsWithStoppedRewards },
  { job: 'sync_discounts', shops: shopsToFollowCards },
  { job: 'fill_codes', shops: shopsToFillCodes },
  { job: 'own_discounts', shops: shopsWithDueDiscounts },
  { job: 'sweep_occasions', shops: shopsToSweep },
  { job: 'give_lists', shops: shopsWithLists },
  { job: 'tell_notices', shops: shopsWithDueNotices },
  { job: 'tell_notices', shops: (db, at) => shopsWithLapsing(db, at, DAYS_TO_LAPSE) },
  { job: 'lapse_choices', shops: shopsWithEndedChoices, alone: true },
  { job: 'release_vouchers', shops: shopsToRelease },
  { job: 'follow_shop', shops: shopsToFollow },
  { job: 'read_history', shops: shopsWithDueDeliveries },
  { job: 'read_history', shops: shopsWithUncounted },
  { job: 'read_collections', shops: shopsWithDueCollections },
  { job: 'past_orders', shops: shopsWithPastOrders },
  { job: 'move_in', shops: shopsWithMoving },
  { job: 'read_theme', shops: shopsToReadTheme },
];
