// Nobody has had a reward oftener than its limits say: of each that was taken, how many of the same had been taken before and
// hadn't come back by then. And nobody was refused for a limit that wasn't reached, or on a day on which it could be had.
import { closedOn, dayIn, isSamePeriod } from '../replay/terms.ts';
import type { Reward } from '../replay/rules.ts';
import type { Refusal, ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import { rewardOf, versionsOf } from './rules-of.ts';
import type { TortureCheck } from './torture-check.ts';

/** In the order of their debits, which are written under the locks that limits are counted under. */
type Taken = {
  id: string;
  memberId: string;
  customerId: string;
  key: string;
  version: number;
  heldAt: Date;
  entries: [id: number, amount: number][];
};

async function takenOf({ database }: Pick<Looked, 'database'>, domain: string): Promise<Taken[]> {
  return database.ask<Taken>(
    `select v.id::text, v."memberId"::text, m."customerId"::text, v."rewardKey" as key, v."programVersion" as version, v."heldAt",
       (select json_agg(json_build_array(e.id, e.amount) order by e.id) from "LedgerEntry" e where e."voucherId" = v.id) as entries
     from "Voucher" v join "Shop" s on s.id = v."shopId" join "Member" m on m.id = v."memberId"
     where s.domain = $1 and v.cause like 'redeem/%'
       and exists (select 1 from "LedgerEntry" e where e."voucherId" = v.id)
     order by (select min(e.id) from "LedgerEntry" e where e."voucherId" = v.id)`,
    [domain],
  );
}

/** What it had cost by an entry: nothing once all of it had come back. */
const costBefore = ({ entries }: Taken, entry: number): number =>
  entries.reduce((sum, [id, amount]) => (id < entry ? sum - amount : sum), 0);

function beyondLimits(one: Taken, before: readonly Taken[], reward: Reward, timeZone: string): string[] {
  const { perPerson, perPeriod, inAll } = reward.limits;
  const [debit = [0]] = one.entries;
  const counting = before.filter((other) => other.key === one.key && costBefore(other, debit[0]) > 0);
  // Those of merged members count as well, and since when isn't known here: at least so many.
  const own = counting.filter(({ memberId }) => memberId === one.memberId);
  const [day, days] = [dayIn(timeZone, one.heldAt), own.map(({ heldAt }) => dayIn(timeZone, heldAt))];
  const inPeriod = perPeriod ? days.filter((other) => isSamePeriod(perPeriod.period, day, other)).length : 0;
  return [
    ...(perPerson !== null && own.length >= perPerson ? [`${own.length} before, of ${perPerson} each`] : []),
    ...(perPeriod && inPeriod >= perPeriod.count
      ? [`${inPeriod} before, of ${perPeriod.count} a ${perPeriod.period}`]
      : []),
    ...(inAll !== null && counting.length >= inAll ? [`${counting.length} before, of ${inAll} in all`] : []),
  ];
}

/** Whoever was merged into a customer had it, too: the history knows. */
function withoutReason(refusal: Refusal, history: ShopHistory, taken: readonly Taken[]): string | null {
  const { customerId, reward, days, reason } = refusal;
  const { perPerson, perPeriod, inAll } = reward.limits;
  const causes = new Map(history.rewards.map((one) => [one.id, one.customerId]));
  const all = taken.filter(({ key }) => key === reward.key);
  const own = all.filter((one) => (causes.get(one.id) ?? one.customerId) === customerId);
  const { timeZone } = history.shop.setup;
  const isIn =
    (day: string) =>
    ({ heldAt }: Taken) =>
      perPeriod !== null && isSamePeriod(perPeriod.period, day, dayIn(timeZone, heldAt));
  const most = Math.max(...days.map((day) => own.filter(isIn(day)).length));
  const isClosed = days.some((day) => closedOn(reward, day) === reason);
  const holds: Record<string, boolean> = {
    'limit-person': perPerson !== null && own.length >= perPerson,
    'limit-period': perPeriod !== null && most >= perPeriod.count,
    'limit-all': inAll !== null && all.length >= inAll,
    'not-yet': isClosed,
    over: isClosed,
    excluded: history.timesLeftOut.has(customerId) || history.leftOutByFiles.has(customerId),
    'other-contents': false,
  };
  return holds[reason] === false
    ? `${customerId} was refused ${reward.key} on ${days.join()}: ${reason}`
    : null;
}

export const limitsCheck = {
  name: 'limits',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const { domain, setup } = history.shop;
      const [taken, versions] = [await takenOf(world, domain), await versionsOf(world, domain)];
      compared += taken.length + history.refusals.length;
      taken.forEach((one, index) => {
        const reward = rewardOf(versions, one.version, one.key);
        const said = reward
          ? beyondLimits(one, taken.slice(0, index), reward, setup.timeZone)
          : ['a version without it'];
        wrong.push(...said.map((text) => `${domain}: reward ${one.id}, ${one.key}, was taken with ${text}`));
      });
      for (const refusal of history.refusals) {
        const said = withoutReason(refusal, history, taken);
        if (said) wrong.push(`${domain}: ${said}`);
      }
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;
