// Whatever comes between the offer and its last day, in any order and side by side: nobody is given two, and nothing is lost on
// the way.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { chooseGift } from '#app/usecases/choosing/choose-gift.ts';
import { lapseChoices } from '#app/usecases/choosing/lapse-choices.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { serveWaitingGifts } from '#app/usecases/rewards/serve-waiting-gifts.ts';
import { CAUSE, choiceShop, memberWhoChooses, noonOf } from '#tests/support/choices.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { sweepOn } from '#tests/support/moment-shop.ts';
import type { OccasionShop } from '#tests/support/occasions.ts';
import { merge, redact } from '#tests/support/people.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

type Who = { id: string; customerId: string };
type Step = {
  do: 'choose' | 'lapse' | 'merge' | 'erase' | 'leave' | 'sweep' | 'serve';
  who: 0 | 1;
  offer: number;
};

const DAYS = ['2027-02-05', '2027-02-17', '2027-02-18'];

const step = fc.record({
  do: fc.constantFrom<Step['do']>(
    ...([
      'choose',
      'choose',
      'choose',
      'choose',
      'lapse',
      'merge',
      'erase',
      'leave',
      'sweep',
      'serve',
    ] as const),
  ),
  who: fc.constantFrom(0 as const, 1 as const),
  offer: fc.nat({ max: 2 }),
});
/** What is in one of them happens at the same time. */
const plan = fc.array(
  fc.record({ day: fc.nat({ max: 2 }), steps: fc.array(step, { minLength: 1, maxLength: 3 }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

async function take(
  shop: OccasionShop,
  members: readonly Who[],
  { do: what, who, offer }: Step,
  day: string,
) {
  const { customerId } = members[who]!;
  if (what === 'choose') await chooseGift(shop.id, customerId, { cause: CAUSE, offer }, noonOf(day));
  if (what === 'lapse') await lapseChoices(shop.id, noonOf(day));
  if (what === 'merge') await merge(shop, members[0]!.customerId, members[1]!.customerId);
  if (what === 'erase') await redact(shop, customerId);
  if (what === 'leave') await leaveProgram(shop.id, customerId, `${customerId}/${day}`, noonOf(day));
  if (what === 'sweep') await sweepOn(shop, day);
  if (what === 'serve') await serveWaitingGifts(shop.id, noonOf(day));
}

/** What each person was given by the cause. */
const THINGS = `select root::text, sum(things)::int as things from (
    select coalesce((select min(s.id) from survivors_of($1, m."mergedIntoId") as s where s."mergedIntoId" is null), m.id) as root,
      (select count(*) from "LedgerEntry" e where e."shopId" = $1 and e."memberId" = m.id and e."sourceKey" = $2)
      + (select count(*) from "Voucher" v where v."shopId" = $1 and v."memberId" = m.id and v.cause = $2) as things
    from "Member" m where m."shopId" = $1) as each group by root`;

async function thingsOf(shop: OccasionShop): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ root: string; things: number }>(THINGS, [shop.id, CAUSE]);
  return new Map(rows.map(({ root, things }) => [root, things]));
}

/** Rows whose state and what was given don't agree. */
const WRONG = `select g.state, g.chosen from "Gift" g where g."shopId" = $1 and g.cause = $2 and (
    (g.chosen is null) <> (g."chosenAt" is null)
    or (g.state = 'open' and g.chosen is not null)
    or (g.state in ('lapsed') and g.chosen is not null)
    or (g.state = 'given' and 1 <> (
      (select count(*) from "LedgerEntry" e where e."shopId" = $1 and e."memberId" = g."memberId" and e."sourceKey" = g.cause)
      + (select count(*) from "Voucher" v where v."shopId" = $1 and v."memberId" = g."memberId" and v.cause = g.cause))))`;

it('C87 C88 no interleaving gives two of them, or takes one away that was chosen', async () => {
  await fc.assert(
    fc.asyncProperty(plan, fc.nat({ max: 2 }), async (stages, codes) => {
      const shop = await choiceShop({ codes });
      const members = [await memberWhoChooses(shop), await memberWhoChooses(shop)];
      let before = await thingsOf(shop);
      for (const { day, steps } of stages) {
        await Promise.all(steps.map((each) => take(shop, members, each, DAYS[day]!)));
        const after = await thingsOf(shop);
        // Two who each chose before they became one keep both; one person never gets a second.
        const merges = steps.some((each) => each.do === 'merge');
        for (const [root, things] of after) {
          expect(things).toBeLessThanOrEqual(merges ? 2 : Math.max(1, before.get(root) ?? 0));
        }
        before = after;
        expect((await pool().query(WRONG, [shop.id, CAUSE])).rows).toEqual([]);
      }
      expect(await checkLedger(pool())).toBeUndefined();
    }),
    { numRuns: 40, seed: 20270203 },
  );
});
