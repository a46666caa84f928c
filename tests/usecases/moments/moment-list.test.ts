// Moments of the list: each kind is given on its day, once, to whom it is for.
import { describe, expect, it } from 'vitest';
import { markCounted } from '#app/db/moments/mark-for-moments.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readCeilings } from '#app/usecases/moments/read-ceilings.ts';
import { rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, giveBack, momentGifts, momentShop, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const third = momentRule('nth-order', { key: 'third' });
const everyThird = momentRule('nth-order', { key: 'thirds', when: { n: 3, every: true } });

describe('C123 C140 C141 S-07 the third order', () => {
  it('brings its gift with the third that is kept, once, whatever is given back later', async () => {
    const shop = await momentShop([third]);
    const { id } = await memberWith(shop);
    await counted(shop, id, 0);
    const [, second] = await bought(shop, id, ['2027-02-01', '2027-02-02']);
    await sweepOn(shop, '2027-02-02');
    expect(await momentGifts(shop)).toEqual([]);
    await bought(shop, id, ['2027-02-03']);
    await sweepOn(shop, '2027-02-03', '2027-02-04');
    expect(await momentGifts(shop)).toEqual(['third/3 given 50']);
    await giveBack(shop, [second!]);
    await bought(shop, id, ['2027-02-05', '2027-02-06']);
    await sweepOn(shop, '2027-02-06', '2027-02-07');
    expect(await momentGifts(shop)).toEqual(['third/3 given 50']);
    expect(await checkLedger(pool())).toBeUndefined();
  });

  it('comes again with every third, for each once', async () => {
    const shop = await momentShop([everyThird]);
    const { id } = await memberWith(shop);
    await counted(shop, id, 0);
    await bought(shop, id, [
      '2027-02-01',
      '2027-02-01',
      '2027-02-02',
      '2027-02-02',
      '2027-02-03',
      '2027-02-03',
    ]);
    await sweepOn(shop, '2027-02-03', '2027-02-04');
    expect(await momentGifts(shop)).toEqual(['thirds/3 given 50', 'thirds/6 given 50']);
  });

  it('counts what was bought before the program, and greets no old customer as a new one', async () => {
    const first = momentRule('nth-order', { key: 'first', when: { n: 1, every: false } });
    const shop = await momentShop([first, third]);
    const [old, young] = [await memberWith(shop), await memberWith(shop)];
    await counted(shop, old.id, 2);
    await counted(shop, young.id, 0);
    for (const { id } of [old, young]) await bought(shop, id, ['2027-02-01']);
    await sweepOn(shop, '2027-02-01');
    expect(await momentGifts(shop, old.id)).toEqual(['third/3 given 50']);
    expect(await momentGifts(shop, young.id)).toEqual(['first/1 given 50']);
  });

  it('C155 waits for Shopify’s own count, however long it takes, and looks again once it is there', async () => {
    const first = momentRule('nth-order', { key: 'first', when: { n: 1, every: false } });
    const shop = await momentShop([first]);
    const { id, customerId } = await memberWith(shop);
    await bought(shop, id, ['2027-02-01']);
    await sweepOn(shop, '2027-02-01', '2027-02-02', '2027-02-09');
    expect(await momentGifts(shop)).toEqual([]);
    await counted(shop, id, 0);
    await markCounted(pool(), shop.id, [customerId], { buyers: true, all: false, days: [] }, '2027-02-09');
    await sweepOn(shop, '2027-02-09');
    expect(await momentGifts(shop)).toEqual(['first/1 given 50']);
  });

  it('C141 C155 of two who are merged the orders count together, once Shopify has counted anew', async () => {
    const first = momentRule('nth-order', { key: 'first', when: { n: 1, every: false } });
    const shop = await momentShop([first, third]);
    const [old, other] = [await memberWith(shop), await memberWith(shop)];
    await counted(shop, old.id, 10);
    await counted(shop, other.id, 0);
    await bought(shop, old.id, ['2027-02-01']);
    await sweepOn(shop, '2027-02-01', '2027-02-20');
    await merge(shop, old.customerId, other.customerId);
    await sweepOn(shop, '2027-02-20', '2027-02-21', '2027-02-28');
    expect(await momentGifts(shop)).toEqual([]);
    await counted(shop, old.id, 10);
    await sweepOn(shop, '2027-03-01');
    expect(await momentGifts(shop)).toEqual([]);
  });

  it('nothing is given for orders from before the moment', async () => {
    const shop = await momentShop([third], { publishedAt: '2027-02-10T12:00:00Z' });
    const { id } = await memberWith(shop);
    await counted(shop, id, 0);
    await bought(shop, id, ['2027-02-01', '2027-02-02', '2027-02-03']);
    await sweepOn(shop, '2027-02-10', '2027-02-11');
    expect(await momentGifts(shop)).toEqual([]);
  });
});

describe('joining and the newsletter', () => {
  it('C143 once each, and nothing for those from before', async () => {
    const shop = await momentShop([
      momentRule('joined', { key: 'hello' }),
      momentRule('newsletter', { key: 'news' }),
    ]);
    const before = await memberWith(shop);
    const { id } = await memberWith(shop, { joined: '2027-02-01' });
    await pool().query(`update "Member" set "newsletterOn" = '2027-02-02' where id = $1`, [id]);
    await pool().query(`update "Member" set "newsletterOn" = '2026-12-02' where id = $1`, [before.id]);
    await sweepOn(shop, '2027-02-02', '2027-02-03');
    expect(await momentGifts(shop)).toEqual(['hello/1 given 50', 'news/1 given 50']);
  });
});

describe('parcels', () => {
  it('S-64 advice some days after the last one came, with a gift or without', async () => {
    const advice = momentRule('parcel-arrived', { key: 'advice', offers: [], when: { days: 3 } });
    const shop = await momentShop([advice]);
    const { id } = await memberWith(shop);
    const [order] = await bought(shop, id, ['2027-02-01'], { deliveredOn: '2027-02-04' });
    await sweepOn(shop, '2027-02-06');
    expect(await momentGifts(shop)).toEqual([]);
    await sweepOn(shop, '2027-02-07', '2027-02-08');
    expect(await momentGifts(shop)).toEqual([`advice/${order} given`]);
  });

  it('late by the promised day alone: unknown is never late, and one gift in ninety days', async () => {
    const late = momentRule('parcel-late', { key: 'late' });
    const shop = await momentShop([late]);
    const [one, other, unknown, unread] = [
      await memberWith(shop),
      await memberWith(shop),
      await memberWith(shop),
      await memberWith(shop),
    ];
    const [order] = await bought(shop, one.id, ['2027-02-01'], { promisedOn: '2027-02-04' });
    await bought(shop, one.id, ['2027-02-02'], { promisedOn: '2027-02-05' });
    await bought(shop, other.id, ['2027-02-01'], { promisedOn: '2027-02-04', deliveredOn: '2027-02-06' });
    await bought(shop, unknown.id, ['2027-02-01']);
    await bought(shop, unread.id, ['2027-02-01'], { promisedOn: '2027-02-04', unread: true });
    await sweepOn(shop, '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08');
    expect(await momentGifts(shop)).toEqual([`late/${order} given 50`]);
  });
});

describe('S-55 silence', () => {
  const silent = momentRule('silent', {
    key: 'silent',
    when: { factor: 2, leastDays: 45, fallbackDays: 90 },
  });

  it('first the question, one rhythm later the offer, then quiet for a year', async () => {
    const shop = await momentShop([silent]);
    const { id } = await memberWith(shop);
    await bought(shop, id, ['2027-01-01', '2027-01-31', '2027-03-02']);
    // Its rhythm is 30 days: after 60 the question, after 90 the offer.
    await sweepOn(shop, '2027-04-30');
    expect(await momentGifts(shop)).toEqual([]);
    await sweepOn(shop, '2027-05-01', '2027-05-02', '2027-05-30');
    expect(await momentGifts(shop)).toEqual(['silent/2027-03-02-ask given']);
    await sweepOn(shop, '2027-05-31', '2027-06-01');
    const both = ['silent/2027-03-02-ask given', 'silent/2027-03-02-offer given 50'];
    expect(await momentGifts(shop)).toEqual(both);
    await bought(shop, id, ['2027-06-05']);
    for (const month of ['07', '08', '09', '10', '11', '12']) await sweepOn(shop, `2027-${month}-15`);
    expect(await momentGifts(shop)).toEqual(both);
  });

  it('whoever came once is asked by the shop’s own limit, and whoever comes back isn’t offered anything', async () => {
    const shop = await momentShop([silent]);
    const [once, back] = [await memberWith(shop), await memberWith(shop)];
    for (const { id } of [once, back]) await bought(shop, id, ['2027-02-01']);
    await sweepOn(shop, '2027-05-02');
    expect(await momentGifts(shop)).toEqual(Array(2).fill('silent/2027-02-01-ask given'));
    await bought(shop, back.id, ['2027-05-10']);
    await sweepOn(shop, '2027-07-31', '2027-08-01');
    expect(await momentGifts(shop, once.id)).toEqual([
      'silent/2027-02-01-ask given',
      'silent/2027-02-01-offer given 50',
    ]);
    expect(await momentGifts(shop, back.id)).toEqual(['silent/2027-02-01-ask given']);
  });
});

describe('dated kinds of the list', () => {
  it('C55 C58 a second birthday gift stands beside the first, on its own days', async () => {
    const week = momentRule('birthday', {
      key: 'week-before',
      when: { daysBefore: 7, daysAfter: 0, waitDays: 0 },
    });
    const shop = await momentShop([week]);
    const leap = await memberWith(shop, { month: 2, day: 29 });
    await sweepOn(shop, '2027-02-20');
    expect(await momentGifts(shop)).toEqual([]);
    await sweepOn(shop, '2027-02-21', '2027-02-22');
    expect(await momentGifts(shop, leap.id)).toEqual(['week-before/2027 given 50']);
    await sweepOn(shop, '2028-02-22', '2028-02-23');
    expect(await momentGifts(shop, leap.id)).toEqual([
      'week-before/2027 given 50',
      'week-before/2028 given 50',
    ]);
  });
});

describe('who, and where it stops', () => {
  it('C156 a ceiling holds exactly, whoever sweeps at once', async () => {
    const few = momentRule('joined', { key: 'hello', ceiling: { of: 'points', most: 260 } });
    const shop = await momentShop([few]);
    for (let count = 0; count < 130; count += 1) await memberWith(shop, { joined: '2027-02-01' });
    await Promise.all([1, 2, 3].map(() => sweepOn(shop, '2027-02-01')));
    await sweepOn(shop, '2027-02-02');
    expect(await momentGifts(shop)).toEqual(Array(5).fill('hello/1 given 50'));
    // The merchant reads that not one more fits below it.
    const { of, most } = few.ceiling!;
    const ceilings = (moment: typeof few) => readCeilings(shop.id, { moments: [moment] });
    expect(await ceilings(few)).toEqual({ hello: { of, most, given: 250, reached: true } });
    const higher = { ...few, ceiling: { of, most: 300 } };
    expect(await ceilings(higher)).toEqual({ hello: { of, most: 300, given: 250, reached: false } });
    expect(await ceilings(momentRule('joined', { key: 'hello' }))).toEqual({});
  });

  it('only those whom it is for', async () => {
    const who = { conditions: [{ kind: 'orders' as const, least: 2, most: null }] };
    const shop = await momentShop([momentRule('joined', { key: 'hello', who })]);
    const [one, other] = [
      await memberWith(shop, { joined: '2027-02-01' }),
      await memberWith(shop, { joined: '2027-02-01' }),
    ];
    await bought(shop, one.id, ['2027-01-01', '2027-01-02']);
    await bought(shop, other.id, ['2027-01-01']);
    await sweepOn(shop, '2027-02-01');
    expect(await momentGifts(shop, one.id)).toEqual(['hello/1 given 50']);
    expect(await momentGifts(shop, other.id)).toEqual([]);
  });

  it('something to choose stands open, until its last day', async () => {
    const choice = momentRule('joined', {
      key: 'hello',
      offers: [
        { kind: 'points', points: 50 },
        { kind: 'points', points: 60 },
      ],
      openDays: 10,
    });
    const shop = await momentShop([choice]);
    await memberWith(shop, { joined: '2027-02-01' });
    await sweepOn(shop, '2027-02-01', '2027-02-02');
    expect(await momentGifts(shop)).toEqual(['hello/1 open']);
    const { rows } = await pool().query(
      `select offers, "openUntil"::text, "momentKey" from "Gift" where "shopId" = $1`,
      [shop.id],
    );
    expect(rows).toEqual([{ offers: choice.offers, openUntil: '2027-02-11', momentKey: 'hello' }]);
  });

  it('one cause of two who are merged is given once more to nobody', async () => {
    const shop = await momentShop([momentRule('joined', { key: 'hello' })]);
    const [one, other] = [
      await memberWith(shop, { joined: '2027-02-01' }),
      await memberWith(shop, { joined: '2027-02-03' }),
    ];
    await sweepOn(shop, '2027-02-01');
    await merge(shop, other.customerId, one.customerId);
    await sweepOn(shop, '2027-02-03', '2027-02-04');
    expect(await momentGifts(shop)).toEqual(['hello/1 given 50']);
  });

  it('what fell into a pause isn’t given after it', async () => {
    const hello = momentRule('joined', { key: 'hello' });
    const shop = await momentShop([hello]);
    await addVersion(shop.id, 3, rules({ moments: [hello], paused: true }), '2027-02-01T12:00:00Z');
    await memberWith(shop, { joined: '2027-02-03' });
    await sweepOn(shop, '2027-02-03');
    await addVersion(shop.id, 4, rules({ moments: [hello] }), '2027-02-05T12:00:00Z');
    await sweepOn(shop, '2027-02-05', '2027-02-06');
    expect(await momentGifts(shop)).toEqual([]);
  });
});

it('points of a moment are explained in the history, by its title', async () => {
  const shop = await momentShop([momentRule('joined', { key: 'hello' })]);
  await memberWith(shop, { joined: '2027-02-01' });
  await sweepOn(shop, '2027-02-01');
  const { rows } = await pool().query<{ kind: string; explanation: unknown }>(
    'select kind, explanation from "LedgerEntry" where "shopId" = $1',
    [shop.id],
  );
  expect(rows).toMatchObject([
    {
      kind: 'gift',
      explanation: { moment: 'hello', title: { en: 'A moment' }, on: '2027-02-01', points: 50, version: 2 },
    },
  ]);
});
