// What became of a moment's gifts, and how often ready-made ones would have come, counted by hand.
import { describe, expect, it } from 'vitest';
import { wouldHave } from '#app/core/moments/would-have.ts';
import { momentFigures } from '#app/db/moments/moment-figures.server.ts';
import { causesWithin } from '#app/db/moments/would-have.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { nextId, reward } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const third = momentRule('nth-order', { key: 'third' });
const SPAN = { since: noon('2027-01-01'), lately: noon('2027-03-01') };

type Given = { momentKey: string; state?: string; gives?: unknown; chosen?: number; on?: string };
type Became = { used?: number | null; lapsed?: boolean };

async function gift(shop: TestShop, memberId: string, given: Given, became: Became = {}): Promise<void> {
  const {
    momentKey,
    state = 'given',
    gives = { kind: 'points', points: 20 },
    chosen,
    on = '2027-02-10',
  } = given;
  const cause = `${momentKey}/${nextId()}`;
  const rewardKey = (gives as { key?: string }).key ?? null;
  await pool().query(
    `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt", "momentKey", chosen)
     values ($1, $2, $3, '', $4, $5, 2, $6, $7, $8, $9)`,
    [shop.id, memberId, cause, rewardKey, JSON.stringify(gives), state, noon(on), momentKey, chosen ?? null],
  );
  if (rewardKey === null) return;
  const { used, lapsed = false } = became;
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Voucher" ("shopId", "memberId", cause, "rewardKey", "programVersion", gives, code, owner, price, state,
       "releaseWhy", "heldAt", "validFrom")
     values ($1, $2, $3, $4, 2, $5, $6, 'reward/x/1', 0, $7, $8, $9::timestamptz, $9::timestamptz) returning id::text`,
    [
      ...[shop.id, memberId, cause, rewardKey, JSON.stringify(gives), `CODE-${nextId()}`],
      ...[used === undefined ? (lapsed ? 'released' : 'held') : 'used', lapsed ? 'lapsed' : null, noon(on)],
    ],
  );
  if (used === undefined) return;
  await pool().query(
    `insert into "VoucherUse" ("shopId", "voucherId", "orderId", "seenAt", "offMinor") values ($1, $2, $3, $4, $5)`,
    [shop.id, rows[0]!.id, nextId(), noon(on), used],
  );
}

/** The order as it was told; `time` null: without its instant. */
async function placedAt(shop: TestShop, orderId: string, time: string | null): Promise<void> {
  await pool().query(
    `insert into "Order" ("shopId", "orderId", shape, snapshot, "placedAt")
     values ($1, $2, 2, json_build_object('processedAt', $3::text), $3::timestamptz)`,
    [shop.id, orderId, time],
  );
}

describe('what became of a moment', () => {
  it('counts what was given, its points, and orders within 30 days', async () => {
    const shop = await momentShop([third]);
    const members = await Promise.all([memberWith(shop), memberWith(shop)]);
    for (const { id } of members) {
      await counted(shop, id, 0);
      await bought(shop, id, ['2027-02-01', '2027-02-02', '2027-02-03']);
    }
    await sweepOn(shop, '2027-02-03');
    await bought(shop, members[0].id, ['2027-03-05']);
    await bought(shop, members[1].id, ['2027-03-06']);
    expect(await momentFigures(pool(), shop.id, SPAN)).toMatchObject({
      third: { given: 2, lately: 0, points: 100, followed: 1, open: 0, used: 0, costMinor: 0, chosen: [] },
    });
  });

  it('an order of the same day follows where it was placed after; the one that brought the gift doesn’t', async () => {
    const shop = await momentShop([third]);
    const placed = async (
      momentKey: string,
      time: string | null,
      { state = 'given', on = '2027-02-10' } = {},
    ) => {
      const { id } = await memberWith(shop);
      await gift(shop, id, { momentKey, state });
      const [orderId] = await bought(shop, id, [on]);
      await placedAt(shop, orderId!, time);
    };
    await placed('after', '2027-02-10T12:00:00.001Z');
    await placed('before', '2027-02-10T12:00:00Z');
    await placed('before', '2027-02-10T08:00:00Z');
    await placed('unknown', null);
    await placed('open', '2027-02-10T13:00:00Z', { state: 'open' });
    // The last of thirty days by the shop's calendar.
    await placed('last', '2027-03-12T22:30:00Z', { on: '2027-03-12' });
    await placed('over', '2027-03-12T23:30:00Z', { on: '2027-03-13' });
    const { id } = await memberWith(shop);
    await gift(shop, id, { momentKey: 'past' });
    await bought(shop, id, ['2027-02-10']);
    const figures = await momentFigures(pool(), shop.id, SPAN);
    const followed = Object.fromEntries(Object.entries(figures).map(([key, one]) => [key, one.followed]));
    expect(followed).toEqual({ after: 1, before: 0, unknown: 0, open: 0, last: 1, over: 0, past: 0 });
  });

  it('what was packed is followed by what was ordered after it was packed', async () => {
    const shop = await momentShop([third]);
    for (const [momentKey, time] of [
      ['after', '2027-02-12T12:30:00Z'],
      ['before', '2027-02-12T11:00:00Z'],
      ['early', '2027-02-11T12:00:00Z'],
    ] as const) {
      const { id } = await memberWith(shop);
      await pool().query(
        `insert into "Task" ("shopId", "memberId", cause, "momentKey", kind, words, reason, "on", state, "madeAt", "doneAt")
         values ($1, $2, $3, $4, 'packing', 'Jar', '{}', '2027-02-10', 'done', $5, $5)`,
        [shop.id, id, `${momentKey}/${nextId()}`, momentKey, noon('2027-02-12')],
      );
      const [orderId] = await bought(shop, id, [time.slice(0, 10)]);
      await placedAt(shop, orderId!, time);
    }
    const { after, before, early } = await momentFigures(pool(), shop.id, SPAN);
    expect([after, before, early].map((one) => one!.followed)).toEqual([1, 0, 0]);
  });

  it('counts what was chosen, used and lapsed, and what it cost; held out and words alone are no gifts', async () => {
    const shop = await momentShop([third]);
    const { id } = await memberWith(shop);
    const five = reward({ key: 'five' });
    const renamed = { ...five, title: { en: 'Five', fr: 'Cinq' } };
    await gift(shop, id, { momentKey: 'a', gives: five, chosen: 1, on: '2027-02-10' }, { used: 500 });
    await gift(shop, id, { momentKey: 'a', gives: renamed, chosen: 1, on: '2027-03-10' }, { used: null });
    await gift(shop, id, { momentKey: 'a', gives: five, chosen: 1 }, { lapsed: true });
    await gift(shop, id, { momentKey: 'a', chosen: 0 });
    await gift(shop, id, { momentKey: 'a', state: 'open', gives: { kind: 'nothing' } });
    await gift(shop, id, { momentKey: 'a', state: 'lapsed', gives: { kind: 'nothing' } });
    await gift(shop, id, { momentKey: 'a', state: 'held-out', gives: { kind: 'nothing' } });
    await gift(shop, id, { momentKey: 'a', gives: { kind: 'nothing' } });
    await gift(shop, id, { momentKey: 'a', on: '2026-12-01' });
    await gift(shop, id, { momentKey: 'b', gives: { kind: 'task', task: 'note', words: 'Thanks' } });
    const { a, b } = await momentFigures(pool(), shop.id, SPAN);
    expect(a).toMatchObject({ given: 4, lately: 1, open: 1, unchosen: 1, heldOut: 1, used: 2, lapsed: 1 });
    expect(a).toMatchObject({ points: 20, costMinor: 500, unmeasured: 1 });
    expect(a!.chosen.map(({ gift: of, count }) => ['title' in of ? of.title.en : of.kind, count])).toEqual([
      ['Five', 3],
      ['points', 1],
    ]);
    expect(b).toMatchObject({ given: 1, points: 0, chosen: [] });
  });

  it('counts parcels that were packed, are open, or left without; what went with its order isn’t there', async () => {
    const shop = await momentShop([third]);
    const { id } = await memberWith(shop);
    const task = (momentKey: string, kind: string, state: string, on = '2027-02-10') =>
      pool().query(
        `insert into "Task" ("shopId", "memberId", cause, "momentKey", kind, words, reason, "on", state, "madeAt", "doneAt")
         values ($1, $2, $3, $4, $5, 'Jar', '{}', $6, $7, $8, case when $7 = 'done' then $8::timestamptz end)`,
        [shop.id, id, `${momentKey}/${nextId()}`, momentKey, kind, on, state, noon(on)],
      );
    for (const state of ['done', 'open', 'open', 'missed', 'gone']) await task('jar', 'packing', state);
    await task('jar', 'packing', 'done', '2027-03-10');
    await task('jar', 'packing', 'done', '2026-12-01');
    await task('card', 'note', 'open');
    // The shop's first day begins on the day before by the clock of the database.
    await task('eve', 'note', 'open', '2026-12-31');
    await gift(shop, id, { momentKey: 'card', gives: { kind: 'task', task: 'note', words: 'Thanks' } });
    await gift(shop, id, { momentKey: 'advice', gives: { kind: 'nothing' } });
    await bought(shop, id, ['2027-02-20']);
    const midnight = { ...SPAN, since: new Date('2026-12-31T23:00:00Z') };
    const { jar, card, advice, eve } = await momentFigures(pool(), shop.id, midnight);
    expect(eve).toBeUndefined();
    expect(jar).toMatchObject({ given: 2, lately: 1, followed: 1, tasks: { done: 2, open: 2, missed: 1 } });
    expect(card).toMatchObject({ given: 1, followed: 1, tasks: { done: 0, open: 1, missed: 0 } });
    expect(advice).toMatchObject({ given: 0, said: 1, followed: 1, tasks: null });
  });

  it('an order of whom the member was merged into follows too, and another shop sees nothing', async () => {
    const shop = await momentShop([third]);
    const [from, into] = [await memberWith(shop), await memberWith(shop)];
    await gift(shop, from.id, { momentKey: 'a' });
    await merge(shop, into.customerId, from.customerId);
    await bought(shop, into.id, ['2027-02-20']);
    expect((await momentFigures(pool(), shop.id, SPAN))['a']).toMatchObject({ given: 1, followed: 1 });
    const other = await momentShop([third]);
    expect(await momentFigures(pool(), other.id, SPAN)).toEqual({});
  });
});

describe('how often ready-made moments would have come', () => {
  const days = { from: '2027-01-01', to: '2027-03-31' };

  it('is not known where no order is', async () => {
    const shop = await momentShop([]);
    const known = await causesWithin(pool(), shop.id, days);
    expect(known).toMatchObject({ orders: null, arrived: null, late: null, silent: null, newsletter: null });
    expect(wouldHave(known, { kind: 'nth-order', n: 3, every: false })).toBeNull();
    expect(wouldHave(known, { kind: 'life-date', n: 0, every: false })).toBeNull();
  });

  it('numbers a member’s orders, and counts parcels, silences and newcomers', async () => {
    const shop = await momentShop([]);
    const [often, once] = [await memberWith(shop), await memberWith(shop)];
    await bought(shop, often.id, [
      '2026-12-01',
      '2027-01-05',
      '2027-01-20',
      '2027-02-05',
      '2027-02-20',
      '2027-03-01',
    ]);
    await bought(shop, once.id, ['2026-12-20'], { promisedOn: '2026-12-30', deliveredOn: '2027-01-03' });
    await bought(shop, once.id, ['2026-12-21'], { promisedOn: '2026-12-24', deliveredOn: '2026-12-24' });
    const known = await causesWithin(pool(), shop.id, days);
    const nth = (n: number, every = false) => wouldHave(known, { kind: 'nth-order', n, every });
    expect([nth(1), nth(2), nth(3), nth(6), nth(7)]).toEqual([0, 1, 1, 1, 0]);
    expect([nth(2, true), nth(5, true), nth(1, true)]).toEqual([3, 1, 5]);
    expect(known).toMatchObject({ arrived: 1, late: 1, silent: 1 });
  });

  it('counts birthdays, anniversaries and who joined within the days', async () => {
    const shop = await momentShop([]);
    await memberWith(shop, { joined: '2025-02-10', month: 2, day: 29 });
    await memberWith(shop, { joined: '2027-02-10', month: 3, day: 31 });
    await memberWith(shop, { joined: '2025-06-10', month: 4, day: 1 });
    expect(await causesWithin(pool(), shop.id, days)).toMatchObject({
      joined: 1,
      birthdays: 2,
      anniversaries: 1,
    });
  });
});
