// "Your 5.00 end in 5 days", "choose your gift": once for each reward that nobody has used and each gift that nobody has chosen, on that day.
import { now } from '#app/clock.server.ts';
import { DAYS_TO_LAPSE } from '#app/core/notices/when-to-tell.ts';
import { storedReward } from '#app/core/rewards/reward-rules.ts';
import { dayIn } from '#app/core/values/days.ts';
import {
  kindsByFlow,
  lapsingChoices,
  lapsingRewards,
  type LapsingChoice,
  type LapsingReward,
  type NewNotice,
} from '#app/db/notices/notices.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';
import { writeNotices } from './write-notices.ts';

const AT_ONCE = 500;

type Page = { today: string; days: number; limit: number };

export async function noticeLapsing(shopId: number, program: ShopProgram): Promise<void> {
  const today = dayIn(program.timeZone, now());
  const kinds = await kindsByFlow(pool(), shopId);
  if (kinds.includes('reward-lapsing')) {
    const find = async (page: Page) => (await lapsingRewards(pool(), shopId, page)).map(ofReward);
    await writeAll(shopId, today, find);
  }
  if (kinds.includes('choose-gift')) {
    const find = async (page: Page) =>
      (await lapsingChoices(pool(), shopId, page)).map((each) => ofChoice(each, program));
    await writeAll(shopId, today, find);
  }
}

async function writeAll(
  shopId: number,
  today: string,
  find: (page: Page) => Promise<NewNotice[]>,
): Promise<void> {
  for (let found = AT_ONCE; found === AT_ONCE;) {
    const lapsing = await find({ today, days: DAYS_TO_LAPSE, limit: AT_ONCE });
    await withTransaction((client) => writeNotices(client, shopId, lapsing, now()));
    found = lapsing.length;
  }
}

/** What can't be read any more has no title, and is told all the same. */
function ofReward({ id, memberId, gives, validUntil }: LapsingReward): NewNotice {
  const title = storedReward.safeParse(gives).data?.title;
  const facts = { ...(title && { title }), until: validUntil };
  return { memberId, kind: 'reward-lapsing', cause: `voucher/${id}`, facts };
}

/** By the name that the moment has now. */
function ofChoice({ memberId, cause, momentKey, openUntil }: LapsingChoice, program: ShopProgram): NewNotice {
  const { moments = [] } = publishedVersion(program).rules;
  const title = moments.find(({ key }) => key === momentKey)?.title;
  const facts = { ...(title && { title }), until: openUntil };
  return { memberId, kind: 'choose-gift', cause: `${cause}/reminder`, facts };
}
