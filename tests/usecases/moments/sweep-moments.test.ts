import { describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { moveSweptThrough } from '#app/db/moments/sweep-mark.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { ringSweeps } from '#app/usecases/moments/ring-sweeps.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { at, occasion, order, rules } from '#tests/support/factories.ts';
import { giftDays, giftsOf, memberWith, occasionShop } from '#tests/support/occasions.ts';
import { merge, pointsOfShop } from '#tests/support/people.ts';
import { balance, tell, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const sweep = (shop: TestShop, ...days: string[]) =>
  days.reduce((before, day) => before.then(() => sweepMoments(shop.id, noon(day))), Promise.resolve());

async function sweptThrough(shop: TestShop): Promise<string | null> {
  const { rows } = await pool().query<{ day: string | null }>(
    'select "sweptThrough"::text as day from "Shop" where id = $1',
    [shop.id],
  );
  return rows[0]!.day;
}

/** Days whose gifts and points disagree with the entries; the members here were made by hand. */
async function wrongDays(shop: TestShop): Promise<unknown[]> {
  const wrong = await figureMismatches(pool(), shop.id);
  return wrong.filter(({ kind }) => kind !== 'members-joined');
}

async function lookAgain(shop: TestShop): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    'select count(*)::int from "Member" where "shopId" = $1 and "lookAgain"',
    [shop.id],
  );
  return rows[0]!.count;
}

async function isRung(shop: TestShop, job = 'sweep_occasions'): Promise<boolean> {
  const { rows } = await pool().query('select 1 from graphile_worker.jobs where key = $1', [
    `${job}/${shop.id}`,
  ]);
  return rows.length > 0;
}

describe('the sweep', () => {
  it('C55 gives 29 February’s gift on the 28th in a common year, on the 29th in a leap year', async () => {
    const shop = await occasionShop([occasion()]);
    const leap = await memberWith(shop, { month: 2, day: 29 });
    const other = await memberWith(shop, { month: 2, day: 28 });
    await sweep(shop, '2027-02-27', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01');
    expect(await giftDays(shop, leap.id)).toEqual([
      'birthday/2027 on 2027-02-28',
      'birthday/2028 on 2028-02-29',
    ]);
    expect(await giftDays(shop, other.id)).toEqual([
      'birthday/2027 on 2027-02-28',
      'birthday/2028 on 2028-02-28',
    ]);
  });

  it('C56 follows each shop’s own calendar, at UTC+13 and UTC−10', async () => {
    const east = await occasionShop([occasion()], { timeZone: 'Pacific/Apia' });
    const west = await occasionShop([occasion()], { timeZone: 'Pacific/Honolulu' });
    for (const shop of [east, west]) await memberWith(shop, { month: 5, day: 3 });
    const gifts: number[][] = [];
    for (const instant of [
      '2027-05-02T10:30:00Z',
      '2027-05-02T11:30:00Z',
      '2027-05-03T09:30:00Z',
      '2027-05-03T10:30:00Z',
    ]) {
      await Promise.all([east, west].map(({ id }) => sweepMoments(id, new Date(instant))));
      gifts.push([(await giftsOf(east)).length, (await giftsOf(west)).length]);
    }
    expect(gifts).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    const [[inEast], [inWest]] = [await giftsOf(east), await giftsOf(west)];
    expect([inEast!.on, inWest!.on]).toEqual(['2027-05-03', '2027-05-03']);
    expect(inEast!.occurredAt.toISOString()).toBe('2027-05-02T11:00:00.000Z');
    expect(inWest!.occurredAt.toISOString()).toBe('2027-05-03T10:00:00.000Z');
  });

  it('C57 after two days without a run gives what each of them would have brought', async () => {
    const shop = await occasionShop([occasion()]);
    const born = [2, 3, 4, 5, 6].map((day) => memberWith(shop, { month: 5, day }));
    await Promise.all(born);
    await sweep(shop, '2027-05-02', '2027-05-05');
    const expected = [2, 3, 4, 5].map((day) => `birthday/2027 on 2027-05-0${day}`);
    expect(await giftDays(shop)).toEqual(expected);
    expect(await sweptThrough(shop)).toBe('2027-05-05');
    expect(await wrongDays(shop)).toEqual([]);
  });

  it('C59 runs on the same day, one after the other and all at once, give once; and once more the next year', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 5 })]);
    for (let count = 0; count < 120; count += 1) await memberWith(shop, { month: 5, day: 3 });
    await Promise.all([1, 2, 3, 4].map(() => sweep(shop, '2027-05-03')));
    await sweep(shop, '2027-05-03', '2027-05-04', '2027-05-05', '2027-06-01');
    expect(await giftsOf(shop)).toHaveLength(120);
    await Promise.all([1, 2].map(() => sweep(shop, '2028-05-03')));
    await sweep(shop, '2028-05-04');
    expect(await giftsOf(shop)).toHaveLength(240);
    expect(await pointsOfShop(shop)).toBe(240 * 50);
  });

  it('C61 C62 gives one person’s gift in each of two shops, and sweeping one leaves the other alone', async () => {
    const [one, other] = [await occasionShop([occasion()]), await occasionShop([occasion()])];
    for (const shop of [one, other]) await memberWith(shop, { month: 5, day: 3 });
    await sweep(one, '2027-05-03');
    expect([(await giftsOf(one)).length, (await giftsOf(other)).length]).toEqual([1, 0]);
    expect(await sweptThrough(other)).toBe('2026-12-31');
    await sweep(other, '2027-05-03');
    expect(await giftDays(other)).toEqual(['birthday/2027 on 2027-05-03']);
  });

  it('writes an entry that says why, counts it, and tells the storefront', async () => {
    const shop = await occasionShop([occasion({ daysBefore: 3, daysAfter: 7 })]);
    const { customerId } = await memberWith(shop, { month: 5, day: 3 });
    await sweep(shop, '2027-04-29', '2027-04-30');
    expect(await balance(shop, customerId)).toMatchObject({ points: 50 });
    const { rows } = await pool().query(
      `select kind, unit, "sourceKey", "programVersion", explanation from "LedgerEntry" where "shopId" = $1`,
      [shop.id],
    );
    const rule = { points: 50, daysBefore: 3, daysAfter: 7, version: 2 };
    const explanation = {
      v: 1,
      occasion: 'birthday',
      year: 2027,
      on: '2027-04-30',
      until: '2027-05-10',
      ...rule,
      late: false,
    };
    const source = { kind: 'occasion', unit: 'points', sourceKey: 'birthday/2027', programVersion: 2 };
    expect(rows).toEqual([{ ...source, explanation }]);
    const figures = await pool().query(
      `select day::text, kind, amount::int from "DailyFigure" where "shopId" = $1 and kind <> 'members-joined' order by kind`,
      [shop.id],
    );
    expect(figures.rows).toEqual([
      { day: '2027-04-30', kind: 'gifts-given', amount: 1 },
      { day: '2027-04-30', kind: 'points-given', amount: 50 },
    ]);
    expect(await isRung(shop, 'sync_members')).toBe(true);
  });

  it('gives anniversaries by the day of joining in the shop’s calendar, from the first year on', async () => {
    const shop = await occasionShop([occasion(), occasion({ kind: 'anniversary' })], {
      timeZone: 'Pacific/Apia',
      publishedAt: '2026-01-02T12:00:00Z',
    });
    // 12:00 UTC is already the 16th at UTC+13.
    const { id } = await memberWith(shop, { month: 6, day: 16, joined: '2026-06-15' });
    await sweep(shop, '2026-06-15', '2027-06-14', '2027-06-15');
    expect(await giftDays(shop, id)).toEqual([
      'birthday/2026 on 2026-06-16',
      'birthday/2027 on 2027-06-16',
      'anniversary/2027 on 2027-06-16',
    ]);
  });

  it('repays what a member owes first', async () => {
    const shop = await occasionShop([occasion()]);
    const { id, customerId } = await memberWith(shop, { month: 5, day: 3 });
    const wanted = {
      unit: 'points',
      amount: -30,
      reason: 'x',
      requestKey: 'one',
      madeBy: '42',
      belowZero: true,
    };
    await adjustMember(shop.id, id, wanted);
    await sweep(shop, '2027-05-03');
    expect(await balance(shop, customerId)).toMatchObject({ points: 20 });
  });
});

describe('a change within an open window', () => {
  it('a birthday told today brings its gift today, late, and only once', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 7 })]);
    await sweep(shop, '2027-05-04');
    const told = { month: 5, day: 3, year: null };
    await setBirthday(shop.id, { customerId: '1' }, told, { kind: 'shopper' }, 'k', noon('2027-05-04'));
    await Promise.all([sweep(shop, '2027-05-04'), sweep(shop, '2027-05-04')]);
    await sweep(shop, '2027-05-05');
    expect(await giftsOf(shop)).toMatchObject([
      { on: '2027-05-04', late: true, occurredAt: noon('2027-05-04') },
    ]);
    expect(await lookAgain(shop)).toBe(0);
  });

  it('a member who is admitted again on the window’s last day gets the gift that day', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 1 })]);
    const { id } = await memberWith(shop, { month: 5, day: 3 });
    await blockMember(shop.id, id, true);
    await sweep(shop, '2027-05-03', '2027-05-04');
    expect(await giftsOf(shop)).toEqual([]);
    await blockMember(shop.id, id, false);
    expect(await isRung(shop)).toBe(true);
    await sweep(shop, '2027-05-04');
    expect(await giftDays(shop)).toEqual(['birthday/2027 on 2027-05-04']);
  });

  it('an order within the year before makes a member one of those who ordered', async () => {
    const shop = await occasionShop([occasion({ who: 'ordered' })]);
    const buyer = await memberWith(shop, { month: 5, day: 3 });
    await memberWith(shop, { month: 5, day: 3 });
    await tell(shop, order({ customerId: buyer.customerId }));
    await applyToldOrders(shop.id);
    await sweep(shop, '2027-05-03', '2028-05-03');
    expect(await giftDays(shop)).toEqual(['birthday/2027 on 2027-05-03']);
    expect(await giftsOf(shop, buyer.id)).toHaveLength(1);
  });

  it('an order asks the sweep to look again at those whose window is open, and at nobody else', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const [month, day] = [Number(today.slice(5, 7)), Number(today.slice(8, 10))];
    const shop = await occasionShop([occasion({ who: 'ordered', daysBefore: 2, daysAfter: 2 })]);
    const near = await memberWith(shop, { month, day });
    const far = await memberWith(shop, { month: (month % 12) + 1, day: 15 });
    const placedAt = `${new Date().toISOString().slice(0, 19)}Z`;
    const placed = { processedAt: placedAt, updatedAt: placedAt };
    await tell(
      shop,
      order({ ...placed, customerId: near.customerId }),
      order({ ...placed, customerId: far.customerId }),
    );
    await applyToldOrders(shop.id);
    const { rows } = await pool().query('select id::text from "Member" where "shopId" = $1 and "lookAgain"', [
      shop.id,
    ]);
    expect(rows).toEqual([{ id: near.id }]);
    expect(await isRung(shop)).toBe(true);
    const sober = await occasionShop([occasion({ daysBefore: 2, daysAfter: 2 })]);
    const { customerId } = await memberWith(sober, { month, day });
    await tell(sober, order({ customerId }));
    await applyToldOrders(sober.id);
    expect(await lookAgain(sober)).toBe(0);
  });

  it('orders that were cancelled, deleted, or placed before the program don’t count', async () => {
    const shop = await occasionShop([occasion({ who: 'ordered' })]);
    const [one, two, three] = [
      await memberWith(shop, { month: 5, day: 3 }),
      await memberWith(shop, { month: 5, day: 3 }),
      await memberWith(shop, { month: 5, day: 3 }),
    ];
    const deleted = order({ customerId: two.customerId });
    await tell(
      shop,
      order({ customerId: one.customerId, cancelledAt: at('10:00') }),
      deleted,
      order({ customerId: three.customerId, processedAt: at('07:00') }),
    );
    await tell(shop, { kind: 'deleted', orderId: deleted.orderId });
    await applyToldOrders(shop.id);
    await sweep(shop, '2027-05-03');
    expect(await giftsOf(shop)).toEqual([]);
  });
});

describe('publishing', () => {
  async function publish(shop: TestShop, occasions: ReturnType<typeof occasion>[]): Promise<void> {
    const { rows } = await pool().query<{ draftRevision: number }>(
      'select "draftRevision" from "Shop" where id = $1',
      [shop.id],
    );
    const saved = await saveDraft(shop.id, {
      rules: rules({ occasions }),
      draftRevision: rows[0]!.draftRevision,
    });
    if (!saved.ok) throw new Error(saved.reason);
    expect(
      await publishProgram(shop.id, { draftRevision: saved.draftRevision, publishedBy: '42' }),
    ).toMatchObject({ ok: true });
  }
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const born = (on: string) => ({ month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) });
  const sweptTo = (shop: TestShop, on: string) =>
    pool().query('update "Shop" set "sweptThrough" = $2 where id = $1', [shop.id, on]);

  it('an occasion gives to those whose window is open, from today on, and asks for birthdays', async () => {
    const shop = await occasionShop([], { timeZone: 'UTC', publishedAt: `${day(50)}T12:00:00Z` });
    await sweptTo(shop, day(40));
    const open = await memberWith(shop, born(day(2)));
    await memberWith(shop, born(day(9)));
    await publish(shop, [occasion({ daysAfter: 5 })]);
    expect([await isRung(shop), await isRung(shop, 'read_birthdays')]).toEqual([true, true]);
    expect(await sweptThrough(shop)).toBe(day(1));
    await sweepMoments(shop.id);
    expect(await giftDays(shop, open.id)).toEqual([`birthday/${day(2).slice(0, 4)} on ${day(0)}`]);
    expect(await giftsOf(shop)).toHaveLength(1);
  });

  it('a change keeps what an outage has left to do', async () => {
    const shop = await occasionShop([occasion()], { timeZone: 'UTC', publishedAt: `${day(90)}T12:00:00Z` });
    await sweptTo(shop, day(40));
    await memberWith(shop, born(day(20)));
    await publish(shop, [occasion({ offer: { kind: 'points', points: 80 } })]);
    expect(await sweptThrough(shop)).toBe(day(40));
    await sweepMoments(shop.id);
    expect(await giftsOf(shop)).toMatchObject([{ on: day(20), amount: 80, late: false }]);
  });

  it('a sweep that ends after a publish leaves the mark to the next', async () => {
    const shop = await occasionShop([occasion()]);
    await moveSweptThrough(pool(), shop.id, '2027-05-03', 1);
    expect(await sweptThrough(shop)).toBe('2026-12-31');
    await moveSweptThrough(pool(), shop.id, '2027-05-03', 2);
    await moveSweptThrough(pool(), shop.id, '2027-05-01', 2);
    expect(await sweptThrough(shop)).toBe('2027-05-03');
  });

  it('one of the same kind twice is refused', async () => {
    const shop = await occasionShop([]);
    const saved = await saveDraft(shop.id, {
      rules: rules({ occasions: [occasion(), occasion()] }),
      draftRevision: 1,
    });
    expect(saved.ok && (await publishProgram(shop.id, { ...saved, publishedBy: '42' }))).toMatchObject({
      problems: [{ field: 'occasions.1', reason: 'malformed' }],
    });
  });
});

describe('C36 merged customers', () => {
  it('the survivor’s date wins, else the loser’s, and the gifts of both count for the year', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 5 })]);
    const [kept, gone] = [await memberWith(shop), await memberWith(shop, { month: 5, day: 3 })];
    const [dated, other] = [
      await memberWith(shop, { month: 5, day: 4 }),
      await memberWith(shop, { month: 5, day: 3 }),
    ];
    await sweep(shop, '2027-05-03');
    await merge(shop, kept.customerId, gone.customerId);
    await merge(shop, dated.customerId, other.customerId);
    await sweep(shop, '2027-05-03', '2027-05-04', '2027-05-05');
    expect(await giftDays(shop, kept.id)).toEqual([]);
    expect(await giftDays(shop, dated.id)).toEqual([]);
    expect(await balance(shop, kept.customerId)).toMatchObject({ points: 50 });
    await sweep(shop, '2028-05-03', '2028-05-04');
    expect(await giftDays(shop, kept.id)).toEqual(['birthday/2028 on 2028-05-03']);
    expect(await giftDays(shop, dated.id)).toEqual(['birthday/2028 on 2028-05-04']);
    expect(await wrongDays(shop)).toEqual([]);
  });

  it('a merge while both are being swept gives one gift to the person', async () => {
    const shop = await occasionShop([occasion()]);
    for (const year of [2027, 2028, 2029, 2030, 2031]) {
      const [kept, gone] = [await memberWith(shop, { month: 5, day: 3 }), await memberWith(shop)];
      await Promise.all([sweep(shop, `${year}-05-03`), merge(shop, kept.customerId, gone.customerId)]);
      await sweep(shop, `${year}-05-04`);
      expect(await giftDays(shop, kept.id)).toHaveLength(1);
      expect(await giftDays(shop, gone.id)).toHaveLength(0);
    }
  });
});

describe('sweep_all', () => {
  it('rings once a day of each shop where an occasion runs', async () => {
    const [running, idle, gone] = [
      await occasionShop([occasion()]),
      await occasionShop([]),
      await occasionShop([occasion()]),
    ];
    await pool().query('update "Shop" set "uninstalledAt" = now() where id = $1', [gone.id]);
    await ringSweeps(noon('2027-05-03'));
    expect([await isRung(running), await isRung(idle), await isRung(gone)]).toEqual([true, false, false]);
    await sweep(running, '2027-05-03');
    await pool().query('select graphile_worker.remove_job($1)', [`sweep_occasions/${running.id}`]);
    await ringSweeps(noon('2027-05-03'));
    expect(await isRung(running)).toBe(false);
    await memberWith(running);
    await pool().query('update "Member" set "lookAgain" = true where "shopId" = $1', [running.id]);
    await ringSweeps(noon('2027-05-03'));
    expect(await isRung(running)).toBe(true);
  });

  it('a shop that is gone is swept no more', async () => {
    const shop = await occasionShop([occasion()]);
    await memberWith(shop, { month: 5, day: 3 });
    await pool().query('update "Shop" set "uninstalledAt" = now() where id = $1', [shop.id]);
    await sweep(shop, '2027-05-03');
    expect(await giftsOf(shop)).toEqual([]);
  });
});

describe('one bad state', () => {
  it('C89 of a member keeps no other from their gift, and is tried again', async () => {
    const shop = await occasionShop([occasion()]);
    const members: { id: string }[] = [];
    for (let count = 0; count < 5; count += 1) members.push(await memberWith(shop, { month: 5, day: 3 }));
    const bad = members[2]!;
    // Beyond what numbers hold exactly: whatever is added to it is refused.
    await pool().query('update "Member" set points = 9007199254740991 where id = $1', [bad.id]);
    await expect(sweep(shop, '2027-05-03')).rejects.toThrow();
    const given = async () => {
      const days = await Promise.all(members.map(({ id }) => giftDays(shop, id)));
      return days.map(({ length }) => length);
    };
    expect(await given()).toEqual([1, 1, 0, 1, 1]);
    expect(await sweptThrough(shop)).not.toBe('2027-05-03');
    await pool().query('update "Member" set points = 0 where id = $1', [bad.id]);
    await sweep(shop, '2027-05-04');
    expect(await given()).toEqual([1, 1, 1, 1, 1]);
  });

  it.each([
    ['a time zone that nobody knows', `update "Shop" set "timeZone" = 'Mars/Olympus' where id = $1`],
    [
      'rules of another shape',
      `update "ProgramVersion" set rules = jsonb_set(rules, '{occasions}', 'null') where "shopId" = $1`,
    ],
  ])('C89 of a shop (%s) keeps no other shop from its sweep', async (_, spoil) => {
    const [bad, good] = [await occasionShop([occasion()]), await occasionShop([occasion()])];
    await pool().query(`update "Shop" set "sweptThrough" = '2027-05-01' where id = any($1)`, [
      [bad.id, good.id],
    ]);
    await pool().query('alter table "ProgramVersion" disable trigger user');
    await pool().query(spoil, [bad.id]);
    await pool().query('alter table "ProgramVersion" enable trigger user');
    await pool().query('delete from graphile_worker._private_jobs');
    await ringSweeps(noon('2027-05-03'));
    expect(await isRung(good)).toBe(true);
    await pool()
      .query(`delete from "Shop" where id = $1`, [bad.id])
      .catch(() => undefined);
  });
});
