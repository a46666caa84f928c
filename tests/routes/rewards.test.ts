// Rewards as a merchant's page sends them, over real HTTP: what is wrong is said beside its field, in words of both languages,
// and neither the draft nor the published program changes.
import { useBuiltApp } from './use-built-app.ts';
import { describe, expect, test } from 'vitest';
import { formOfMoments } from '#app/core/editing/moment-form.ts';
import { formOfRules } from '#app/core/editing/program-form.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { prisma } from '#app/db/client.server.ts';
import { textsOf } from '#app/locales/texts.ts';
import { reward, rules } from '#tests/support/factories.ts';
import { openingPath } from './merchant.ts';

const app = useBuiltApp('rewards');

const [FIVE] = formOfRules(
  rules({ rewards: [reward()] }),
  'EUR',
  { products: {}, collections: {} },
  '',
).rewards!;

const save = (rewards: unknown, revision = 1) => {
  const value = { points: '1', perAmount: '1.00', cards: [], occasions: formOfMoments([]), rewards };
  return answer('/app/program?index', 'app.program._index', { value, revision });
};
const publish = (draftRevision: number) =>
  answer('/app/program/publish', 'app.program.publish', { draftRevision });

async function answer(path: string, route: string, body: unknown): Promise<unknown> {
  const asked = `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(`routes/${route}`)}`;
  return (await app.post(asked, body)).json();
}

const typed = (changes: Partial<RewardForm>): RewardForm => ({ ...FIVE!, key: '', ...changes });
const stored = () =>
  prisma().shop.findUniqueOrThrow({
    where: { domain: app.shop },
    select: { draft: true, draftRevision: true, publishedVersion: true },
  });

type Problem = keyof ReturnType<typeof textsOf>['program']['problems'];
const picks = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index + 1), title: 'x' }));
const CHOSEN = { kind: 'percent', percent: '10', of: 'chosen' } as const;

describe('C43 what a reward may not be', () => {
  test.each<[string, Partial<RewardForm>, string, Problem]>([
    ['costs nothing', { cost: '0' }, 'cost', 'tooSmall'],
    ['costs less than nothing', { cost: '-100' }, 'cost', 'tooSmall'],
    ['costs a part of a point', { cost: '99.5' }, 'cost', 'notWhole'],
    ['costs more points than there are', { cost: '9'.repeat(30) }, 'cost', 'tooLarge'],
    ['gives nothing', { amount: '' }, 'amount', 'required'],
    ['gives nothing at all', { amount: '0.00' }, 'amount', 'tooSmall'],
    ['gives less than nothing', { amount: '-5' }, 'amount', 'tooSmall'],
    ['gives a part of a cent', { amount: '5.001' }, 'amount', 'tooPrecise'],
    ['gives more than money goes', { amount: '9'.repeat(20) }, 'amount', 'tooLarge'],
    ['takes off more than all', { kind: 'percent', percent: '101' }, 'percent', 'percentRange'],
    ['lasts for years', { lastsDays: '3650' }, 'lastsDays', 'lastsRange'],
    ['a person has more often than all', { perPerson: '6', inAll: '5' }, 'perPerson', 'limitAboveAll'],
    [
      'a month has more often than a person',
      { perPerson: '1', perPeriod: '2' },
      'perPeriod',
      'limitAbovePerson',
    ],
    [
      'names more products than pages may hold',
      { ...CHOSEN, products: picks(51) },
      'products',
      'tooManyForReward',
    ],
    ['names products that the shop hasn’t', { ...CHOSEN, products: picks(1) }, 'products', 'notInShop'],
  ])('it %s', async (_what, changes, field, problem) => {
    const before = await stored();
    const errors = { [`rewards.0.${field}`]: problem };
    expect(await save([typed(changes)])).toEqual({ ok: false, reason: 'invalid', errors });
    expect(await stored()).toEqual(before);
    for (const language of ['en', 'fr'] as const)
      expect(textsOf(language).program.problems[problem]).toMatch(/\S/);
  });

  test('nor a list of another shape: nothing is saved', async () => {
    const before = await stored();
    for (const rewards of ['all', [{ key: '', title: 'x', cost: 100 }]]) {
      expect(await save(rewards)).toMatchObject({ ok: false, reason: 'invalid' });
      expect(await stored()).toEqual(before);
    }
  });

  test('without products it is kept as a draft, and isn’t published', async () => {
    expect(await save([typed(CHOSEN)])).toEqual({ ok: true });
    const before = await stored();
    const errors = { 'rewards.0.products': 'noRewardProducts' };
    expect(await publish(before.draftRevision)).toEqual({ ok: false, reason: 'invalid', errors });
    expect(await stored()).toEqual(before);
  });
});

test('C47 a product that was deleted meanwhile stays in the draft, and everything beside it can be saved', async () => {
  const { products } = app.shops.shopify.shop(app.shop);
  const chosen = products.slice(0, 2).map(({ id, title }) => ({ id, title }));
  expect(await save([typed({ ...CHOSEN, products: chosen })])).toEqual({ ok: true });
  products.splice(0, 1);
  const page = await app.get(openingPath(app.shop, { path: '/app/program/rewards/reward-1' }));
  expect(page.status).toBe(200);
  const gone = textsOf('en').program.goneProduct;
  expect(await page.text()).toContain(gone);
  const { draftRevision } = await stored();
  const again = typed({ ...CHOSEN, key: 'reward-1', cost: '120', products: chosen });
  expect(await save([again], draftRevision)).toEqual({ ok: true });
  expect((await stored()).draft).toMatchObject({
    rewards: [{ cost: 120, gives: { of: { productIds: chosen.map(({ id }) => id) } } }],
  });
});

test.each(['/rewards/reward-9', '/rewards/%00'])(
  'GIVEN an address of no reward WHEN %s is opened THEN there is nothing',
  async (path) => {
    expect((await app.get(openingPath(app.shop, { path: `/app/program${path}` }))).status).toBe(404);
  },
);
