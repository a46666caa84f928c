// A list of members is given a moment by the merchant's hand: everybody once, whatever breaks, and nobody who isn't to have it.
import { describe, expect, it } from 'vitest';
import type { ListProblem } from '#app/core/moments/hand-list.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { listsOf } from '#app/db/moments/moment-lists.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { nextId, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, momentGifts, momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge, redact } from '#tests/support/people.ts';
import { isRung } from '#tests/support/rewards.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const KEY = '0b7c2f2e-0000-4000-8000-000000000001';
const thanks = momentRule('by-hand', { key: 'thanks' });
const NOW = noon('2027-02-01');

async function membersOf(shop: OccasionShop, count: number): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") select $1::int, 880000000 + nr + $1::int::bigint * 100000, now()
     from generate_series(1, $2::int) as nr returning id::text`,
    [shop.id, count],
  );
  return rows.map(({ id }) => id);
}

const wanted = (memberIds: string[], change = {}) => ({
  momentKey: 'thanks',
  memberIds,
  reason: 'Christmas',
  requestKey: KEY,
  madeBy: '42',
  again: false,
  ...change,
});

async function given(shop: OccasionShop, memberIds: string[], change = {}): Promise<string[]> {
  expect(await beginList(shop.id, wanted(memberIds, change), NOW)).toEqual({ ok: true });
  await giveLists(shop.id, NOW);
  return momentGifts(shop);
}

const progress = async (shop: OccasionShop) =>
  (await listsOf(pool(), shop.id, 'thanks', 10)).map(
    ({ total, done, given: count, finishedAt }) =>
      `${done}/${total}, ${count}${finishedAt ? ', finished' : ''}`,
  );
const GIFT = `thanks/${KEY} given 50`;

it('five hundred are given it, each once, however often it is asked for', async () => {
  const shop = await momentShop([thanks]);
  const ids = await membersOf(shop, 500);
  expect(await given(shop, ids)).toEqual(Array(500).fill(GIFT));
  expect(await given(shop, [...ids].reverse())).toHaveLength(500);
  expect(await progress(shop)).toEqual(['500/500, 500, finished']);
  const { rows } = await pool().query(
    'select queue, reason, "madeBy" from "MomentList" where "shopId" = $1',
    [shop.id],
  );
  expect(rows).toEqual([{ queue: [], reason: 'Christmas', madeBy: '42' }]);
});

it(
  'C145 ten thousand, of whom half had it: the others get it, and nobody twice',
  { timeout: 120_000 },
  async () => {
    const shop = await momentShop([thanks]);
    const ids = await membersOf(shop, 10_000);
    const half = ids.filter((_, index) => index % 2 === 0);
    await pool().query(
      `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt", "momentKey")
     select $1, m, 'thanks/' || $3, '', '{"kind":"points","points":50}', 2, 'given', now(), 'thanks' from unnest($2::bigint[]) as m`,
      [shop.id, half, KEY],
    );
    await beginList(shop.id, wanted(ids), NOW);
    await Promise.all([giveLists(shop.id, NOW), giveLists(shop.id, NOW)]);
    expect(await progress(shop)).toEqual(['10000/10000, 10000, finished']);
    const { rows } = await pool().query<{ count: number }>(
      `select count(*)::int as count from "LedgerEntry" where "shopId" = $1 and kind = 'gift'`,
      [shop.id],
    );
    expect(rows[0]?.count).toBe(5_000);
  },
);

it('whoever is killed on the way goes on from there', { timeout: 60_000 }, async () => {
  for (let deed = 1; ; deed += 1) {
    const shop = await momentShop([thanks]);
    const ids = await membersOf(shop, 3);
    await beginList(shop.id, wanted(ids), NOW);
    const wasCut = await cutOffAfter(deed, () => giveLists(shop.id, NOW));
    await giveLists(shop.id, NOW);
    expect(await momentGifts(shop), `after deed ${deed}`).toEqual(Array(3).fill(GIFT));
    expect(await progress(shop)).toEqual(['3/3, 3, finished']);
    if (!wasCut) break;
    expect(deed).toBeLessThan(60);
  }
});

describe('who is on the list', () => {
  it('left out, left or erased meanwhile: nothing; merged: the survivor, once', async () => {
    const shop = await momentShop([thanks]);
    const all = [];
    for (let count = 0; count < 6; count += 1) all.push(await memberWith(shop));
    const [blocked, erased, loser, survivor, plain, left] = all;
    await beginList(shop.id, wanted(all.map(({ id }) => id)), NOW);
    await blockMember(shop.id, blocked!.id, true);
    await leaveProgram(shop.id, left!.customerId, nextId(), NOW);
    await redact(shop, erased!.customerId);
    await merge(shop, survivor!.customerId, loser!.customerId);
    await giveLists(shop.id, NOW);
    expect(await momentGifts(shop)).toEqual([GIFT, GIFT]);
    expect(await momentGifts(shop, survivor!.id)).toEqual([GIFT]);
    expect(await momentGifts(shop, plain!.id)).toEqual([GIFT]);
    expect(await progress(shop)).toEqual(['6/6, 2, finished']);
  });

  it('only those whom the moment is for, and as many as it may give', async () => {
    const who = { conditions: [{ kind: 'orders' as const, least: 1, most: null }] };
    const some = momentRule('by-hand', { key: 'thanks', who, ceiling: { of: 'points', most: 149 } });
    const shop = await momentShop([some]);
    const ids = await membersOf(shop, 6);
    for (const id of ids.slice(1)) await bought(shop, id, ['2027-01-05']);
    expect(await given(shop, ids)).toEqual([GIFT, GIFT]);
    expect(await momentGifts(shop, ids[0])).toEqual([]);
  });
});

describe('what is asked for', () => {
  const refused: [string, object, ListProblem][] = [
    ['a moment that is none', { momentKey: 'gone' }, { field: 'moment', reason: 'no-moment' }],
    ['a moment that isn’t given by hand', { momentKey: 'hello' }, { field: 'moment', reason: 'no-moment' }],
    ['nobody', { memberIds: [] }, { field: 'members', reason: 'nobody' }],
    ['too many', { memberIds: Array(10_001).fill('1') }, { field: 'members', reason: 'too-many' }],
    ['no reason', { reason: ' ' }, { field: 'reason', reason: 'missing' }],
  ];
  it.each(refused)('%s', async (_what, change, problem) => {
    const shop = await momentShop([thanks, momentRule('joined', { key: 'hello' })]);
    expect(await beginList(shop.id, wanted(['1'], change), NOW)).toEqual({ ok: false, problems: [problem] });
  });

  it('the same key for something else is another request', async () => {
    const shop = await momentShop([thanks]);
    const [one, other] = await membersOf(shop, 2);
    await beginList(shop.id, wanted([one!]), NOW);
    const problems = [{ field: null, reason: 'other-request' }];
    expect(await beginList(shop.id, wanted([other!]), NOW)).toEqual({ ok: false, problems });
  });
});

describe('the program meanwhile', () => {
  it('paused: it waits, and the bell rings', async () => {
    const shop = await momentShop([thanks]);
    const ids = await membersOf(shop, 2);
    await addVersion(shop.id, 3, rules({ moments: [thanks], paused: true }), '2027-01-31T12:00:00Z');
    await beginList(shop.id, wanted(ids), NOW);
    await giveLists(shop.id, NOW);
    expect(await progress(shop)).toEqual(['0/2, 0']);
    await addVersion(shop.id, 4, rules({ moments: [thanks] }), '2027-02-01T12:00:00Z');
    await ringBells();
    expect(await isRung(shop, 'give_lists')).toBe(true);
    await giveLists(shop.id, NOW);
    expect(await progress(shop)).toEqual(['2/2, 2, finished']);
  });

  it('without the moment: it ends, and says to how many it was given', async () => {
    const shop = await momentShop([thanks]);
    const ids = await membersOf(shop, 2);
    const moments: MomentRule[] = [];
    await beginList(shop.id, wanted(ids), NOW);
    await addVersion(shop.id, 3, rules({ moments }), '2027-01-31T12:00:00Z');
    await giveLists(shop.id, NOW);
    expect([await momentGifts(shop), await progress(shop)]).toEqual([[], ['0/2, 0, finished']]);
  });
});
