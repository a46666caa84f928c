// Two who give the same people the same moment by hand: nobody has it twice, unless a list says that they are to have it again.
import { beforeEach, describe, expect, it } from 'vitest';
import { listedMembers } from '#app/db/moments/listed-members.server.ts';
import { listsOf } from '#app/db/moments/moment-lists.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { giveToAll } from '#app/usecases/moments/give-to-all.ts';
import { readHand } from '#app/usecases/moments/read-hand.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts, momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const [FIRST, SECOND] = ['0b7c2f2e-0000-4000-8000-000000000001', '0b7c2f2e-0000-4000-8000-000000000002'];
const NOW = noon('2027-02-01');
const thanks = momentRule('by-hand', { key: 'thanks' });
let shop: OccasionShop;

beforeEach(async () => {
  shop = await momentShop([thanks]);
});

const listOf = (requestKey: string, memberIds: string[], again = false) => ({
  momentKey: 'thanks',
  memberIds,
  reason: 'Christmas',
  requestKey,
  madeBy: '42',
  again,
});

async function begin(requestKey: string, memberIds: string[], again = false, at = NOW): Promise<void> {
  expect(await beginList(shop.id, listOf(requestKey, memberIds, again), at)).toEqual({ ok: true });
}

async function members(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let nr = 0; nr < count; nr += 1) ids.push((await memberWith(shop)).id);
  return ids;
}

/** By the request: how many of how many, to whom it was given, and who had it. */
async function told(): Promise<Record<string, string>> {
  const lists = await listsOf(pool(), shop.id, 'thanks', 10);
  return Object.fromEntries(
    lists.map(({ requestKey, done, total, given, had }) => [
      requestKey,
      `${done}/${total}, ${given}, ${had}`,
    ]),
  );
}

const giftsEach = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await momentGifts(shop, id)).length));

/** A row as processes of the release before write it. */
async function oldList(requestKey: string, memberIds: readonly string[]): Promise<void> {
  await pool().query(
    `insert into "MomentList" ("shopId", "requestKey", "requestHash", "momentKey", queue, total, "madeBy", reason, "madeAt")
     values ($1, $2, 'old', 'thanks', $3, cardinality($3::bigint[]), '42', 'Christmas', $4)`,
    [shop.id, requestKey, memberIds, NOW],
  );
}

describe('one list by two', () => {
  it.each([
    ['the first is older', 0, 1],
    ['the second is older', 1, 0],
    ['both of one moment', 0, 0],
  ])('C145 nobody has it twice, whoever works at once: %s', async (_what, first, second) => {
    const ids = await members(7);
    await Promise.all([
      begin(FIRST, ids, false, new Date(NOW.getTime() + first)),
      begin(SECOND, [...ids].reverse(), false, new Date(NOW.getTime() + second)),
    ]);
    await Promise.all([1, 2, 3, 2].map((batch) => giveLists(shop.id, NOW, batch)));
    expect(await giftsEach(ids)).toEqual(Array(7).fill(1));
    const older = second < first ? SECOND : FIRST;
    const newer = older === FIRST ? SECOND : FIRST;
    expect(await told()).toEqual({ [older]: '7/7, 7, 0', [newer]: '7/7, 0, 7' });
  });

  it('C145 whom another list gives it while this one waits for the member has it from there alone', async () => {
    const ids = await members(2);
    await begin(SECOND, ids);
    const giving = await withTransaction(async (client) => {
      await client.query('select id from "Member" where id = $1 for update', [ids[0]]);
      const begun = giveLists(shop.id, NOW);
      await waitsForALock();
      await client.query(
        `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt", "momentKey")
         values ($1, $2, 'thanks/' || $3, '', '{"kind":"points","points":50}', 2, 'given', $4, 'thanks')`,
        [shop.id, ids[0], FIRST, NOW],
      );
      return { begun };
    });
    await giving.begun;
    expect(await giftsEach(ids)).toEqual([1, 1]);
    expect(await told()).toEqual({ [SECOND]: '2/2, 1, 1' });
  });

  it('C145 to all, by two at once: once', async () => {
    const ids = await members(5);
    const of = { id: shop.id, timeZone: shop.timeZone, currency: 'EUR' };
    const press = { momentKey: 'thanks', reason: 'Christmas', madeBy: '42', again: false };
    const both = [FIRST, SECOND].map((requestKey) => giveToAll(of, { ...press, requestKey }));
    expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
    await Promise.all([giveLists(shop.id, NOW, 2), giveLists(shop.id, NOW, 2)]);
    expect(await giftsEach(ids)).toEqual(Array(5).fill(1));
    await giveToAll(of, { ...press, requestKey: FIRST.replace(/1$/, '3'), again: true });
    await giveLists(shop.id, NOW);
    expect(await giftsEach(ids)).toEqual(Array(5).fill(2));
  });

  it('again: who had it has it once more, and only by that list', async () => {
    const ids = await members(4);
    await begin(FIRST, ids.slice(0, 2));
    await giveLists(shop.id, NOW);
    await Promise.all([begin(SECOND, ids, true), begin(SECOND, ids, true)]);
    await Promise.all([giveLists(shop.id, NOW, 1), giveLists(shop.id, NOW, 2)]);
    expect(await giftsEach(ids)).toEqual([2, 2, 1, 1]);
    expect(await told()).toEqual({ [FIRST]: '2/2, 2, 0', [SECOND]: '4/4, 4, 0' });
  });

  it('the same press once more is the same list; with another tick it is another request', async () => {
    const ids = await members(2);
    await begin(FIRST, ids);
    await giveLists(shop.id, NOW);
    await begin(FIRST, ids);
    await giveLists(shop.id, NOW);
    expect(await beginList(shop.id, listOf(FIRST, ids, true), NOW)).toEqual({
      ok: false,
      problems: [{ field: null, reason: 'other-request' }],
    });
    expect([await giftsEach(ids), await told()]).toEqual([[1, 1], { [FIRST]: '2/2, 2, 0' }]);
  });
});

it('cut off after any deed and continued, every number is right', { timeout: 60_000 }, async () => {
  for (let deed = 1; ; deed += 1) {
    shop = await momentShop([thanks]);
    const ids = await members(3);
    await begin(FIRST, ids.slice(0, 2));
    await giveLists(shop.id, NOW);
    await begin(SECOND, ids);
    const wasCut = await cutOffAfter(deed, () => giveLists(shop.id, NOW, 2));
    await giveLists(shop.id, NOW, 2);
    expect(await giftsEach(ids), `after deed ${deed}`).toEqual([1, 1, 1]);
    expect(await told(), `after deed ${deed}`).toEqual({ [FIRST]: '2/2, 2, 0', [SECOND]: '3/3, 1, 2' });
    if (!wasCut) break;
    expect(deed).toBeLessThan(80);
  }
});

describe('who had it', () => {
  it.each(['survivor', 'merged'] as const)('C163 the %s of a pair', async (whose) => {
    const [kept, gone] = [await memberWith(shop), await memberWith(shop)];
    await begin(FIRST, [whose === 'survivor' ? kept.id : gone.id]);
    await giveLists(shop.id, NOW);
    await begin(SECOND, [kept.id, gone.id]);
    await merge(shop, kept.customerId, gone.customerId);
    await giveLists(shop.id, NOW, 1);
    expect(await momentGifts(shop)).toEqual([`thanks/${FIRST} given 50`]);
    expect(await told()).toMatchObject({ [SECOND]: '2/2, 0, 2' });
  });

  it('two of one list who become one on the way have it once, and didn’t have it before', async () => {
    const [kept, gone] = [await memberWith(shop), await memberWith(shop)];
    await begin(FIRST, [kept.id, gone.id]);
    await merge(shop, kept.customerId, gone.customerId);
    await giveLists(shop.id, NOW, 1);
    expect([await momentGifts(shop), await told()]).toEqual([
      [`thanks/${FIRST} given 50`],
      { [FIRST]: '2/2, 1, 0' },
    ]);
  });

  it('whom the lot held out had nothing; nor had it who isn’t to have it', async () => {
    const holdout = { percent: 50, salt: '2', until: '2027-02-28' };
    shop = await momentShop([momentRule('by-hand', { key: 'thanks', holdout })]);
    const ids = await members(12);
    await begin(FIRST, ids);
    await giveLists(shop.id, NOW);
    const heldOut = (await momentGifts(shop)).filter((gift) => gift.includes('held-out')).length;
    expect(heldOut).toBeGreaterThan(0);
    const { rows } = await pool().query<{ customerId: string }>(
      'select "customerId"::text from "Member" where "shopId" = $1',
      [shop.id],
    );
    const customerIds = rows.map(({ customerId }) => customerId);
    const had = (await listedMembers(pool(), shop.id, customerIds, 'thanks')).filter((one) => one.had);
    expect(had).toHaveLength(12 - heldOut);
    await pool().query('update "Member" set blocked = true where id = $1', [had[0]!.memberId]);
    await begin(SECOND, ids);
    await giveLists(shop.id, NOW);
    expect(await told()).toEqual({
      [FIRST]: `12/12, ${12 - heldOut}, 0`,
      [SECOND]: `12/12, 0, ${11 - heldOut}`,
    });
  });
});

describe('what is told of a list', () => {
  it('every number of it, and of a moment that was gone meanwhile', async () => {
    const ids = await members(4);
    await begin(FIRST, ids.slice(0, 1));
    await giveLists(shop.id, NOW);
    await pool().query('update "Member" set blocked = true where id = $1', [ids[3]]);
    await begin(SECOND, ids);
    await giveLists(shop.id, NOW);
    const hand = await readHand(shop, thanks);
    expect(hand?.lists.find(({ key }) => key === SECOND)).toMatchObject({
      given: 2,
      had: 1,
      others: 1,
      unreached: 0,
    });
    await begin(FIRST.replace(/1$/, '3'), ids);
    await addVersion(shop.id, 3, rules({ moments: [] }), '2027-01-31T12:00:00Z');
    await giveLists(shop.id, NOW);
    expect((await readHand(shop, thanks))?.lists.find(({ key }) => key.endsWith('3'))).toMatchObject({
      ...{ given: 0, had: 0, others: 0, unreached: 4, finished: true },
    });
  });

  it('a list of a process of the release before gives to all of it, as it did', async () => {
    const ids = await members(2);
    await begin(FIRST, ids.slice(0, 1));
    await giveLists(shop.id, NOW);
    await oldList(SECOND, ids);
    await giveLists(shop.id, NOW);
    expect([await giftsEach(ids), await told()]).toEqual([
      [2, 1],
      { [FIRST]: '1/1, 1, 0', [SECOND]: '2/2, 2, 0' },
    ]);
  });
});

/** Until some statement of this database waits for somebody's lock. */
async function waitsForALock(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await pool().query<{ count: number }>(
          `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows[0]!.count;
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
}
