// Steps that forget a person, in this order: one line a feature, in the erasing transaction. Sums stay.
import type { PoolClient } from 'pg';
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import { forgetHistory } from '#app/db/history/people-history.server.ts';
import { forgetDepartures } from '#app/db/leaving/departures.server.ts';
import { forgetReasons } from '#app/db/ledger/adjustments.server.ts';
import { eraseMembers, eraseOrders } from '#app/db/members/erasure.server.ts';
import { forgetTimesLeftOut } from '#app/db/members/left-out.server.ts';
import { forgetMerges } from '#app/db/members/people-requests.server.ts';
import { forgetRewardReasons } from '#app/db/rewards/forget-rewards.server.ts';
import { forgetMovedRows } from '#app/db/moving-in/moved-rows.server.ts';
import { forgetLifeDates } from '#app/db/life-dates/life-dates.server.ts';
import { forgetBirthdays } from '#app/db/moments/birthdays.server.ts';
import { forgetNotices } from '#app/db/notices/notices.server.ts';
import { forgetInCount } from '#app/db/past-orders/past-orders.server.ts';
import { forgetTasks } from '#app/db/tasks/people-tasks.server.ts';
import { releaseErased } from '../rewards/release-erased.ts';

type OnErasing = (client: PoolClient, person: ErasedPerson) => Promise<void>;

const ON_ERASING: readonly OnErasing[] = [
  releaseErased,
  eraseOrders,
  forgetMovedRows,
  eraseMembers,
  forgetHistory,
  forgetBirthdays,
  forgetLifeDates,
  forgetReasons,
  forgetRewardReasons,
  forgetTimesLeftOut,
  forgetDepartures,
  forgetNotices,
  forgetTasks,
  forgetMerges,
  (client, { shopId }) => forgetInCount(client, shopId),
];

export async function onErasing(client: PoolClient, person: ErasedPerson): Promise<void> {
  for (const forget of ON_ERASING) await forget(client, person);
}
