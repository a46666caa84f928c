// What a release that knows neither pauses of one moment nor lists that give once would give, the database leaves out. Such a release
// adds rows as here, and takes what doesn't come back for something that was given before.
import { beforeEach, describe, expect, it } from 'vitest';
import { isOfValues } from '#app/db/orders/of-values.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const [ONCE, AGAIN] = ['0b7c2f2e-0000-4000-8000-000000000001', '0b7c2f2e-0000-4000-8000-000000000002'];
const MOMENTS = ['thanks', 'other'].map((key) => momentRule('by-hand', { key }));
const OCCASIONS = [occasion(), occasion({ kind: 'anniversary' })];
let shop: OccasionShop;
let member: { id: string; customerId: string };

beforeEach(async () => {
  shop = await momentShop(MOMENTS, { rules: { occasions: OCCASIONS } });
  member = await memberWith(shop);
});

type Row = { cause: string; memberId?: string; day?: string; state?: string; kind?: string };

/** Whether it was added. A moment of the list stands before the cause's stroke. */
async function give({ cause, memberId = member.id, ...row }: Row): Promise<boolean> {
  const { day = '2027-02-01', state = 'given', kind = 'nothing' } = row;
  const [before = ''] = cause.split('/');
  const momentKey = MOMENTS.some(({ key }) => key === before) ? before : null;
  const { rowCount } = await pool().query(
    `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt", "momentKey")
     values ($1, $2, $3, '', jsonb_build_object('kind', $4::text), 2, $5, $6, $7) on conflict do nothing`,
    [shop.id, memberId, cause, kind, state, noon(day), momentKey],
  );
  return rowCount === 1;
}

async function addList(requestKey: string, again: boolean): Promise<void> {
  await pool().query(
    `insert into "MomentList" ("shopId", "requestKey", "requestHash", "momentKey", "madeBy", reason, "madeAt", again)
     values ($1, $2, '', 'thanks', '42', 'Thanks', $3, $4)`,
    [shop.id, requestKey, noon('2027-02-01'), again],
  );
}

describe('C145 by a list that gives once', () => {
  beforeEach(async () => {
    await addList(ONCE, false);
    await addList(AGAIN, true);
  });

  it('nobody has it who had it, and everybody else has', async () => {
    expect(await give({ cause: 'other/before' })).toBe(true);
    expect(await give({ cause: `thanks/${ONCE}` })).toBe(true);
    const second = await memberWith(shop);
    expect(await give({ cause: `thanks/${AGAIN}`, memberId: second.id })).toBe(true);
    expect(await give({ cause: `thanks/${ONCE}`, memberId: second.id })).toBe(false);
    expect(await give({ cause: `thanks/${AGAIN}` })).toBe(true);
  });

  it('nobody has it who had it as whoever they were before a merge', async () => {
    const gone = await memberWith(shop);
    await give({ cause: 'thanks/before', memberId: gone.id });
    await merge(shop, member.customerId, gone.customerId, noon('2027-02-01'));
    expect(await give({ cause: `thanks/${ONCE}` })).toBe(false);
  });

  it('whom a comparison held out had nothing', async () => {
    await give({ cause: 'thanks/before', state: 'held-out' });
    expect(await give({ cause: `thanks/${ONCE}` })).toBe(true);
  });

  it('what the merchant is to do, and was noted before, goes with it: an error of what was given alone', async () => {
    await give({ cause: 'thanks/before' });
    const refused = await give({ cause: `thanks/${ONCE}`, kind: 'task' }).catch((error: unknown) => error);
    expect(isOfValues(refused)).toBe(true);
  });
});

describe('while a moment is paused', () => {
  beforeEach(async () => {
    const paused = rules({ moments: MOMENTS, occasions: OCCASIONS, pausedMoments: ['thanks', 'birthday'] });
    await addVersion(shop.id, 3, paused, '2027-01-10T12:00:00Z');
  });

  it('nothing of it is given, of a yearly date either, and everything of others', async () => {
    expect(await give({ cause: 'thanks/1' })).toBe(false);
    expect(await give({ cause: 'birthday/2027' })).toBe(false);
    expect(await give({ cause: 'other/1' })).toBe(true);
    expect(await give({ cause: 'anniversary/2027' })).toBe(true);
    expect(await give({ cause: 'card/thanks/1' })).toBe(true);
  });

  it('what was given before is noted, and afterwards it is given again', async () => {
    expect(await give({ cause: 'birthday/2027', day: '2027-01-09' })).toBe(true);
    await addVersion(shop.id, 4, rules({ moments: MOMENTS, occasions: OCCASIONS }), '2027-01-20T12:00:00Z');
    expect(await give({ cause: 'thanks/1' })).toBe(true);
    expect(await give({ cause: 'birthday/2028' })).toBe(true);
  });
});
