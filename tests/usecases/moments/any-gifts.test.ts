// Random sweeps, programs whose gift is points or a reward, codes that run out and come, rewards for the same causes, merges, moved
// dates, nights, and a release before that leaves rows out, in any order and some at once: a cause never brings a second thing to a person who has had one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { serveWaitingGifts } from '#app/usecases/rewards/serve-waiting-gifts.ts';
import { keepMissingGifts } from '#app/usecases/upkeep/keep-missing-gifts.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { giveReward } from '#tests/support/gifts.ts';
import { memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { addReadyCodes, FIVE } from '#tests/support/rewards.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const MEMBERS = 4;
const START = '2027-12-20';
const who = fc.nat(MEMBERS - 1);

type Step =
  | { what: 'sweep'; times: number }
  | { what: 'days'; days: number }
  | { what: 'reward'; who: number }
  | { what: 'both'; who: number }
  | { what: 'merge'; from: number; to: number }
  | { what: 'move'; who: number; month: number; day: number }
  | { what: 'publish'; gift: 'points' | 'reward' }
  | { what: 'codes'; count: number }
  | { what: 'older' }
  | { what: 'night' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('sweep' as const), times: fc.constantFrom(1, 3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('days' as const), days: fc.constantFrom(1, 1, 3, 9, 200) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('reward' as const), who }) },
  fc.record({ what: fc.constant('both' as const), who }),
  { weight: 3, arbitrary: fc.record({ what: fc.constant('merge' as const), from: who, to: who }) },
  fc.record({
    what: fc.constant('move' as const),
    who,
    month: fc.constantFrom(12, 1),
    day: fc.constantFrom(2, 22, 30),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('publish' as const),
      gift: fc.constantFrom('points' as const, 'reward' as const),
    }),
  },
  fc.record({ what: fc.constant('codes' as const), count: fc.constantFrom(0, 1, 3) }),
  { weight: 2, arbitrary: fc.constant({ what: 'older' as const }) },
  fc.constant({ what: 'night' as const }),
);

type Scene = {
  shop: OccasionShop;
  members: { id: string; customerId: string }[];
  today: string;
  versions: number;
};

const DAYS = { daysBefore: 3, daysAfter: 9 };
const OFFERS = {
  points: { kind: 'points', points: 50 },
  reward: { kind: 'reward', key: FIVE.key },
} as const;

async function scene(): Promise<Scene> {
  const shop = await occasionShop([occasion(DAYS)], {
    rules: { rewards: [FIVE] },
    publishedAt: `${START}T10:00:00Z`,
  });
  await addReadyCodes(shop, FIVE, 3);
  const dates = [
    { month: 12, day: 22 },
    { month: 12, day: 30 },
    { month: 1, day: 2 },
    { month: 12, day: 22 },
  ];
  const members = await Promise.all(dates.map((date) => memberWith(shop, date)));
  return { shop, members, today: START, versions: 2 };
}

type Thing = { person: string; cause: string; key: string };

/** What every person was given: points by their entries, anything else by its row. */
async function things({ shop }: Scene): Promise<Thing[]> {
  const { rows } = await pool().query<Thing>(
    `select (select s.id from survivors_of($1, t."memberId") as s where s."mergedIntoId" is null)::text as person, t.cause,
       t."memberId" || '/' || t.cause || '/' || t.kind as key
     from (
       select "memberId", "sourceKey" as cause, 'points' as kind from "LedgerEntry" where "shopId" = $1 and kind = 'occasion'
       union all
       select "memberId", cause, 'reward' from "Gift" where "shopId" = $1 and "rewardKey" is not null
     ) as t`,
    [shop.id],
  );
  return rows;
}

async function take(of: Scene, done: Step): Promise<void> {
  const { shop, members } = of;
  const at = new Date(`${of.today}T12:00:00Z`);
  const idOf = async (index: number) => {
    const { rows } = await pool().query<{ id: string }>(
      `select s.id::text from survivors_of($1, $2) as s where s."mergedIntoId" is null`,
      [shop.id, members[index]?.id],
    );
    return rows[0]!.id;
  };
  const sweep = () => sweepMoments(shop.id, at);
  const reward = async (index: number) =>
    giveReward(shop, await idOf(index), `birthday/${of.today.slice(0, 4)}`, at);
  if (done.what === 'sweep') await Promise.all(Array.from({ length: done.times }, sweep));
  if (done.what === 'days') of.today = addDays(of.today, done.days);
  if (done.what === 'reward') await reward(done.who);
  if (done.what === 'both') await Promise.all([sweep(), reward(done.who), sweep()]);
  if (done.what === 'night') await keepMissingGifts();
  if (done.what === 'publish') {
    of.versions += 1;
    const occasions = [occasion({ ...DAYS, offer: OFFERS[done.gift] })];
    await addVersion(shop.id, of.versions, rules({ rewards: [FIVE], occasions }), at.toISOString());
  }
  if (done.what === 'codes') {
    await addReadyCodes(shop, FIVE, done.count);
    await Promise.all([serveWaitingGifts(shop.id, at), sweep()]);
  }
  if (done.what === 'older') {
    await pool().query(`delete from "Gift" where "shopId" = $1 and "rewardKey" is null`, [shop.id]);
    await pool().query(`update "Shop" set "sweptThrough" = $2::date - 5 where id = $1`, [shop.id, of.today]);
  }
  if (done.what === 'merge' && (await idOf(done.from)) !== (await idOf(done.to))) {
    const named = await pool().query<{ id: string }>(
      `select "customerId"::text as id from unnest($1::bigint[]) with ordinality as w(id, nr) join "Member" m using (id) order by nr`,
      [[await idOf(done.to), await idOf(done.from)]],
    );
    await merge(shop, named.rows[0]!.id, named.rows[1]!.id);
  }
  if (done.what === 'move') {
    await pool().query(
      `update "Member" set "birthMonth" = $2, "birthDay" = $3, "birthdaySetOn" = $4, "lookFrom" = $4, "lookAgain" = true
       where id = $1 and "birthMonth" is not null`,
      [await idOf(done.who), done.month, done.day, of.today],
    );
  }
}

it(
  'C183 no cause brings a person a second thing, whatever happens in which order',
  { timeout: 240_000 },
  async () => {
    let given = 0;
    // By sweeps, not by hand.
    let rewards = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const of = await scene();
        let before: Thing[] = [];
        for (const done of steps) {
          await take(of, done);
          const after = await things(of);
          const fresh = after.filter(({ key }) => !before.some((thing) => thing.key === key));
          for (const { person, cause } of fresh) {
            const same = after.filter((thing) => thing.person === person && thing.cause === cause);
            expect(same, JSON.stringify(done)).toHaveLength(1);
          }
          given += fresh.length;
          const bySweep = done.what === 'sweep' || done.what === 'codes';
          rewards += bySweep ? fresh.filter(({ key }) => key.endsWith('reward')).length : 0;
          before = after;
        }
      }),
      { numRuns: 60 },
    );
    expect(given).toBeGreaterThan(60);
    expect(rewards).toBeGreaterThan(3);
  },
);
