// Rewards as they are typed: what is read from them, and what is said beside which field.
import { describe, expect, it } from 'vitest';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { formOfRules, programForm, type ProgramForm } from '#app/core/editing/program-form.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import type { RewardGives } from '#app/core/rewards/reward-gives.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { reward, rules } from '#tests/support/factories.ts';

const TITLES = { products: { '1': 'Kenya' }, collections: {} };
const USED = ['coffee', 'reward/reward-1'];

const formOf = (rewards: Reward[], currency = 'EUR') =>
  formOfRules(rules({ rewards }), currency, TITLES, 'gone');

function read(form: ProgramForm, base = rules(), currency = 'EUR') {
  return parseProgramForm(form, { base, currency, usedKeys: new Set(USED) });
}

const shown = (changes: Partial<Reward> = {}): RewardForm => formOf([reward(changes)]).rewards![0]!;

function readReward(fields: Partial<RewardForm>, currency = 'EUR') {
  const result = read({ ...formOf([]), rewards: [{ ...shown(), ...fields }] }, rules(), currency);
  return result.ok ? result.rules.rewards?.[0] : null;
}

function errorsOf(...forms: Partial<RewardForm>[]) {
  const rewards = forms.map((fields) => ({ ...shown(), ...fields }));
  const result = read({ ...formOf([]), rewards });
  return result.ok ? {} : result.errors;
}

const chosen: RewardGives & { kind: 'percent' } = {
  kind: 'percent',
  percent: 10,
  of: { productIds: ['1', '9'], collectionIds: [] },
  mostMinor: null,
};

const elevenProducts = Array.from({ length: 11 }, (_, index) => ({ id: String(index + 1), title: 'x' }));

describe('a reward’s form', () => {
  it.each<Partial<Reward>>([
    {},
    { gives: { kind: 'percent', percent: 15, of: 'order', mostMinor: null }, minimumMinor: null },
    { gives: { ...chosen, of: { productIds: [], collectionIds: ['7'] } } },
    {
      gives: { kind: 'free-shipping', upToMinor: 690 },
      combinesWith: { product: true, order: true, shipping: false },
    },
    {
      gives: { kind: 'free-shipping', upToMinor: null },
      combinesWith: { product: true, order: true, shipping: false },
    },
    { gives: { ...chosen, mostMinor: 500 } },
    { gives: { kind: 'product', productIds: ['1', '9'], upToMinor: 950 }, minimumMinor: null },
    { gives: { kind: 'product', productIds: [], upToMinor: null }, minimumMinor: null },
    {
      gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
      minimumMinor: null,
    },
    {
      gives: { kind: 'any-amount', minor: 1, leastMinor: 1, mostMinor: 1, sharePercent: 1 },
      minimumMinor: null,
    },
    { usable: 'next-day', lastsDays: 365, refund: 'nothing' },
    { usableOn: { from: '2026-12-03', until: '2026-12-05' } },
    { startsOn: '2026-12-01', endsOn: '2026-12-01' },
    { limits: { perPerson: 5, perPeriod: { count: 2, period: 'week' }, inAll: 100 } },
  ])('reads back what it showed: %j', (changes) => {
    const rewards = [reward(changes)];
    expect(programForm.safeParse(formOf(rewards)).success).toBe(true);
    expect(read(formOf(rewards), rules({ rewards }))).toEqual({ ok: true, rules: rules({ rewards }) });
  });

  it('C47 shows a product that is gone as gone, and keeps it until the merchant takes it off', () => {
    const form = formOf([reward({ gives: chosen })]);
    expect(form.rewards?.[0]?.products).toEqual([
      { id: '1', title: 'Kenya' },
      { id: '9', title: 'gone' },
    ]);
    expect(read(form)).toMatchObject({ ok: true, rules: { rewards: [{ gives: chosen }] } });
  });

  it('stays as it is where an older page says nothing of rewards, and says nothing of none', () => {
    const base = rules({ rewards: [reward()] });
    const { rewards: _unknown, ...older } = formOf([]);
    expect(read(older, base)).toEqual({ ok: true, rules: base });
    const none = read(formOf([]), base);
    expect(none.ok && JSON.stringify(none.rules)).toBe(JSON.stringify(rules()));
  });

  it.each([
    ['EUR', '5,00', 500],
    ['JPY', '500', 500],
    ['KWD', '1.5', 1_500],
  ])('reads money as people write it: %s %s', (currency, amount, minor) => {
    expect(readReward({ amount, minimum: '' }, currency)).toMatchObject({ gives: { kind: 'amount', minor } });
  });

  it('asks no order to be of a size, and any shipping rate, where nothing is typed', () => {
    expect(readReward({ kind: 'free-shipping', upTo: ' ', minimum: '' })).toMatchObject({
      gives: { kind: 'free-shipping', upToMinor: null },
      minimumMinor: null,
    });
  });

  it('never puts free shipping beside another discount on shipping', () => {
    const combinesWith = { product: false, order: true, shipping: true };
    expect(readReward({ kind: 'free-shipping', combinesWith })?.combinesWith.shipping).toBe(false);
    expect(readReward({ combinesWith })?.combinesWith.shipping).toBe(true);
  });
});

describe('C43 what is wrong with a reward is said beside its field', () => {
  it.each<[Partial<RewardForm>, string, string]>([
    [{ cost: '' }, 'cost', 'required'],
    [{ cost: '0' }, 'cost', 'tooSmall'],
    [{ cost: '-5' }, 'cost', 'tooSmall'],
    [{ cost: '1.5' }, 'cost', 'notWhole'],
    [{ cost: '1e3' }, 'cost', 'notANumber'],
    [{ cost: '10000001' }, 'cost', 'tooLarge'],
    [{ cost: '9'.repeat(40) }, 'cost', 'tooLarge'],
    [{ amount: '' }, 'amount', 'required'],
    [{ amount: '0' }, 'amount', 'tooSmall'],
    [{ amount: '-1' }, 'amount', 'tooSmall'],
    [{ amount: '0.005' }, 'amount', 'tooPrecise'],
    [{ amount: '99999999999' }, 'amount', 'tooLarge'],
    [{ kind: 'percent', percent: '' }, 'percent', 'required'],
    [{ kind: 'percent', percent: '10', most: '0' }, 'most', 'tooSmall'],
    [{ kind: 'product', upTo: '-1' }, 'upTo', 'tooSmall'],
    [{ kind: 'product', products: elevenProducts }, 'products', 'tooManyFree'],
    [{ kind: 'any-amount', amount: '', least: '1' }, 'amount', 'required'],
    [{ kind: 'any-amount', least: '' }, 'least', 'required'],
    [{ kind: 'any-amount', least: '0.001' }, 'least', 'tooPrecise'],
    [{ kind: 'any-amount', least: '2', most: '1.99' }, 'most', 'mostBelowLeast'],
    [{ kind: 'any-amount', least: '1', share: '0' }, 'share', 'percentRange'],
    [{ kind: 'any-amount', least: '1', share: '101' }, 'share', 'percentRange'],
    [{ kind: 'any-amount', least: '1', share: '' }, 'share', 'required'],
    [{ kind: 'any-amount', least: '1', share: '33.3' }, 'share', 'notWhole'],
    [{ kind: 'percent', percent: '0' }, 'percent', 'percentRange'],
    [{ kind: 'percent', percent: '101' }, 'percent', 'percentRange'],
    [{ kind: 'percent', percent: '7.5' }, 'percent', 'notWhole'],
    [{ kind: 'free-shipping', upTo: '0' }, 'upTo', 'tooSmall'],
    [{ minimum: '-3' }, 'minimum', 'tooSmall'],
    [{ lastsDays: '0' }, 'lastsDays', 'lastsRange'],
    [{ lastsDays: '366' }, 'lastsDays', 'lastsRange'],
    [{ lastsDays: '' }, 'lastsDays', 'required'],
    [{ title: { en: '', fr: 'x' } }, 'title.en', 'required'],
    [{ title: { en: 'x', fr: 'y'.repeat(61) } }, 'title.fr', 'tooLong'],
    [{ perPerson: '0' }, 'perPerson', 'tooSmall'],
    [{ inAll: '1.5' }, 'inAll', 'notWhole'],
    [{ startsOn: '2026-02-30' }, 'startsOn', 'notADate'],
    [{ startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'endsOn', 'endsBeforeStart'],
    [{ usable: 'days', usableFrom: '', usableUntil: '2026-12-01' }, 'usableFrom', 'notADate'],
    [
      { usable: 'days', usableFrom: '2026-12-02', usableUntil: '2026-12-01' },
      'usableUntil',
      'endsBeforeStart',
    ],
    [
      { usable: 'days', usableFrom: '2026-12-01', usableUntil: '2026-12-02', startsOn: '2026-12-03' },
      'usableUntil',
      'usableTooEarly',
    ],
  ])('%j', (fields, field, problem) => {
    expect(errorsOf(fields)).toEqual({ [`rewards.0.${field}`]: problem });
  });

  it.each([
    [{ perPerson: '5', inAll: '4' }, { perPerson: 'limitAboveAll' }],
    [{ perPerson: '2', perPeriod: '3' }, { perPeriod: 'limitAbovePerson' }],
    [{ inAll: '2', perPeriod: '3' }, { perPeriod: 'limitAboveAll' }],
    [{ perPerson: '3', perPeriod: '3', inAll: '3' }, {}],
  ])('limits that another makes meaningless: %j', (fields, problems) => {
    const expected = Object.entries(problems).map(([field, problem]) => [`rewards.0.${field}`, problem]);
    expect(errorsOf(fields)).toEqual(Object.fromEntries(expected));
  });

  it('more products, or collections, than shoppers’ pages may hold', () => {
    const picks = (count: number) =>
      Array.from({ length: count }, (_, id) => ({ id: String(id + 1), title: '' }));
    const of = { kind: 'percent', percent: '10', of: 'chosen' } as const;
    expect(errorsOf({ ...of, products: picks(50) })).toEqual({});
    expect(errorsOf({ ...of, collections: picks(20) })).toEqual({});
    // A discount of Shopify's takes the one or the other.
    expect(errorsOf({ ...of, products: picks(1), collections: picks(1) })).toEqual({
      'rewards.0.products': 'eitherKind',
    });
    const tooMany = { 'rewards.0.products': 'tooManyForReward' };
    expect(errorsOf({ ...of, products: picks(51) })).toEqual(tooMany);
    expect(errorsOf({ ...of, collections: picks(21) })).toEqual(tooMany);
    // The same one twice is one.
    expect(errorsOf({ ...of, products: [...picks(50), ...picks(50)] })).toEqual({});
  });

  it('a title that another reward has, and more than twenty rewards', () => {
    const named = (en: string, fr: string) => ({ key: '', title: { en, fr } });
    expect(errorsOf({}, named(' 5.00 OFF', 'Autre'))).toEqual({ 'rewards.1.title.en': 'rewardTitleTwice' });
    const many = Array.from({ length: 21 }, (_, index) => named(`A${index}`, `B${index}`));
    expect(errorsOf(...many)).toEqual({ rewards: 'tooManyRewards' });
  });
});

describe('C108 a reward’s key', () => {
  const keysOf = (...forms: Partial<RewardForm>[]) => {
    const rewards = forms.map((fields, index) => {
      return { ...shown(), title: { en: `A${index}`, fr: `B${index}` }, ...fields };
    });
    const result = read({ ...formOf([]), rewards });
    return result.ok ? result.rules.rewards?.map(({ key }) => key) : null;
  };

  it('is kept, and never given to a second reward, whatever its title', () => {
    expect(keysOf({})).toEqual(['reward-1']);
    expect(keysOf({ key: '' })).toEqual(['reward-2']);
    expect(keysOf({}, { key: 'reward-1' })).toEqual(['reward-1', 'reward-2']);
  });

  it('is made anew where nobody knows it, also a card’s', () => {
    expect(keysOf({ key: 'forged' }, { key: 'coffee' })).toEqual(['reward-2', 'reward-3']);
  });
});
