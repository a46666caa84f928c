// Whose file it seems to be, and which column is what: as far as names tell it, and as somebody says it.
import { describe, expect, it } from 'vitest';
import { byOf, columnProblems, fieldsOf, hasPoints, type Columns } from '#app/core/moving-in/columns.ts';
import { readHead, unusedColumns } from '#app/core/moving-in/layouts.ts';

describe('S-34 columns', () => {
  it.each([
    ['email,points', 'email', ['Smile.io', 'LoyaltyLion']],
    ['Email,Points Balance,Birthdate,VIP Tier,Activation Date,Credits Balance', 'email', ['Rivo']],
    ['Full Name,First Name,Last Name,Email,Points Balance,Points Spent,Birthday', 'email', ['Yotpo']],
    ['Emails,Points', 'email', ['Yotpo']],
    ['name,VIP tier,Birthday(MM/DD),e-mail,customer status,point balance,phone', 'email', ['Joy']],
    ['Email,Points Balance,Birthdate,Points Expiry,Created At', 'email', ['Rivyo']],
    ['Email,Birthday,Available Points,VIP Tier', 'email', ['Rijoy']],
    ['email,points,date_of_birth,state,vip_tier', 'email', ['Smile.io']],
    ['memberId,customerId,points,pendingPoints,stamps/coffee,birthday,leftOut', 'customerId', []],
    ['Shopify Customer ID,Points Balance', 'customerId', []],
  ])('%s', (names, by, apps) => {
    const { columns, doubled, ...head } = readHead(names.split(','));
    expect(head).toMatchObject({ isHead: true, apps, isHistory: false });
    expect(byOf(columns)).toBe(by);
    expect(columnProblems(columns, doubled)).toEqual({});
  });

  it('names those that nobody knows, but for what our own file has besides', () => {
    const names = ['\uFEFFEmail', 'Points', 'Shoe size', 'pendingPoints', ''];
    expect(unusedColumns(names, readHead(names).columns)).toEqual(['Shoe size']);
    expect(unusedColumns(names, { ...readHead(names).columns, points: 2 })).toEqual(['Points']);
  });

  it('leaves it open where two columns could be the same', () => {
    const { columns, doubled } = readHead(['email', 'points', 'points balance']);
    expect(columns).toEqual({ email: 0 });
    expect(columnProblems(columns, doubled)).toEqual({ points: 'two' });
    expect(columnProblems({ ...columns, points: 2 }, doubled)).toEqual({});
  });

  it('are none in a first row that is about somebody: LoyaltyLion’s are an address and points', () => {
    expect(readHead(['anna@example.com', '40'])).toMatchObject({
      isHead: false,
      columns: { email: 0, points: 1 },
      apps: ['LoyaltyLion'],
    });
    expect(readHead(['Anna', 'anna@example.com', '40'])).toMatchObject({
      columns: { email: 1 },
      apps: [],
    });
  });

  it('of a list of what happened are no balances', () => {
    const names = 'customer_id,points_amount,source,internal_note,applied_at,expires_at'.split(',');
    expect(readHead(names).isHistory).toBe(true);
  });
});

describe('S-34 columns by hand', () => {
  it.each<[string, Columns, object]>([
    ['nobody', { points: 0 }, { email: 'who' }],
    ['nothing', { email: 0, leftOut: 1 }, { points: 'nothing' }],
    ['one for two', { email: 0, points: 0 }, { points: 'taken' }],
    ['none after all', { email: null, customerId: 0, points: 1 }, {}],
    ['stamps alone', { email: 0, 'stamps/coffee': 1 }, {}],
    ['birthdays alone', { email: 0, birthday: 1 }, {}],
  ])('%s', (_, columns, problems) => {
    expect(columnProblems(columns, [])).toEqual(problems);
  });

  it('can’t be addresses where Shopify gives none', () => {
    expect(columnProblems({ email: 0, points: 1 }, [], false)).toEqual({ email: 'no-emails' });
    expect(columnProblems({ email: 0, customerId: 2, points: 1 }, [], false)).toEqual({});
  });

  it('go by Shopify’s ids where both are there', () => {
    const columns = { email: 0, customerId: 2, points: 1 };
    expect(fieldsOf(columns, 4)).toEqual([null, 'points', 'customerId', null]);
    expect(fieldsOf({ email: 0, birthday: null }, 2)).toEqual(['email', null]);
    expect(hasPoints(columns) && !hasPoints({ points: null })).toBe(true);
  });
});
