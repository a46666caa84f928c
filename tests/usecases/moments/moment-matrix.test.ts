// Every kind of cause brings every kind of gift: made from both lists, so that a further kind of either is tried with all of the other.
import { describe, expect, it } from 'vitest';
import { CAUSE_KINDS, type CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import type { MomentRule, Offer } from '#app/core/moments/moment-rule.ts';
import { projectAskedDates } from '#app/core/storefront/project-life-dates.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { addDays } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { tellLifeDate } from '#app/usecases/life-dates/tell-life-date.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { reward } from '#tests/support/factories.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { addReadyCodes } from '#tests/support/rewards.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const DAY = '2027-03-10';
const KEY = 'the-moment';

type Told = Parameters<typeof memberWith>[1];
const member = async (shop: OccasionShop, told: Told = {}) => (await memberWith(shop, told)).id;

type Way = {
  when?: Record<string, number | boolean>;
  /** Makes somebody due on the day. */
  due: (shop: OccasionShop) => Promise<string>;
  /** The day on which the gift comes. */
  on?: string;
};

/** The day, as a shopper tells it in a block. */
async function tell(shop: OccasionShop, memberId: string): Promise<void> {
  const { rules } = publishedVersion((await shopProgram(pool(), shop.id))!);
  const [asked] = projectAskedDates(rules.moments).dates ?? [];
  const wanted = { momentKey: KEY, date: { month: 3, day: 10, year: null }, agreed: asked?.agreed ?? null };
  const by = { kind: 'shopper' } as const;
  const told = await tellLifeDate(
    shop.id,
    { memberId },
    { ...wanted, by, requestKey: 'told-1' },
    noon('2026-05-01'),
  );
  expect(told).toEqual({ ok: true });
}

/** How somebody is due by each kind. */
const WAYS: Readonly<Record<CauseKind, Way>> = {
  joined: { due: (shop) => member(shop, { joined: DAY }) },
  'nth-order': {
    when: { n: 1 },
    due: async (shop) => {
      const id = await member(shop);
      await counted(shop, id, 0);
      await bought(shop, id, [DAY]);
      return id;
    },
  },
  birthday: { due: (shop) => member(shop, { month: 3, day: 10 }) },
  anniversary: { due: (shop) => member(shop, { joined: '2026-03-10' }) },
  'life-date': {
    when: { daysBefore: 0, daysAfter: 0, waitDays: 30 },
    due: async (shop) => {
      const id = await member(shop);
      await tell(shop, id);
      return id;
    },
  },
  newsletter: {
    due: async (shop) => {
      const id = await member(shop);
      await pool().query('update "Member" set "newsletterOn" = $2 where id = $1', [id, DAY]);
      return id;
    },
  },
  'parcel-arrived': {
    when: { days: 3 },
    due: async (shop) => {
      const id = await member(shop);
      await bought(shop, id, ['2027-03-01'], { deliveredOn: addDays(DAY, -3) });
      return id;
    },
  },
  'parcel-late': {
    when: { days: 2 },
    due: async (shop) => {
      const id = await member(shop);
      await bought(shop, id, ['2027-03-01'], { promisedOn: addDays(DAY, -2) });
      return id;
    },
  },
  silent: {
    when: { factor: 2, leastDays: 45, fallbackDays: 45 },
    due: async (shop) => {
      const id = await member(shop);
      await bought(shop, id, [addDays(DAY, -45)]);
      await sweepOn(shop, DAY);
      return id;
    },
    on: addDays(DAY, 45),
  },
  'by-hand': {
    due: async (shop) => {
      const id = await member(shop);
      const press = { reason: 'So', requestKey: 'list-1', madeBy: '42', again: false };
      const wanted = { ...press, momentKey: KEY, memberIds: [id] };
      await beginList(shop.id, wanted, noon(DAY));
      await giveLists(shop.id, noon(DAY));
      return id;
    },
  },
};

const REWARDS: Reward[] = [
  reward({ key: 'amount' }),
  reward({ key: 'percent', gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: null } }),
  reward({ key: 'capped', gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: 500 } }),
  reward({ key: 'shipping', gives: { kind: 'free-shipping', upToMinor: 500 } }),
  reward({ key: 'product', gives: { kind: 'product', productIds: ['501'], upToMinor: null } }),
];

const OFFERS: [string, Offer[]][] = [
  ['points', [{ kind: 'points', points: 50 }]],
  ...REWARDS.map(({ key }): [string, Offer[]] => [key, [{ kind: 'reward', key }]]),
  ['a note', [{ kind: 'task', task: 'note', words: 'Thank you' }]],
  [
    'a choice',
    [
      { kind: 'points', points: 50 },
      { kind: 'reward', key: 'amount' },
    ],
  ],
];

/** What the member has of it: the gift's state, points, and the reward with its last day. */
async function brought(shop: OccasionShop, memberId: string): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select concat_ws(' ', g.state, g.gives->>'task', e.amount, v."rewardKey", v."validUntil", g."openUntil") as text from "Gift" g
     left join "LedgerEntry" e on e."memberId" = g."memberId" and e."sourceKey" = g.cause and e.kind = 'gift'
     left join "Voucher" v on v."memberId" = g."memberId" and v.cause = g.cause and v.state = 'held' and v.price = 0
     where g."shopId" = $1 and g."memberId" = $2 and g."momentKey" = $3 and g.cause not like '%-ask'`,
    [shop.id, memberId, KEY],
  );
  return rows.map(({ text }) => text);
}

function expected([name, offers]: (typeof OFFERS)[number], day: string, openDays: number): string {
  const [one, ...more] = offers;
  if (more.length > 0) return `open ${addDays(day, openDays)}`;
  if (one?.kind === 'task') return 'given note';
  return one?.kind === 'points' ? 'given 50' : `given ${name} ${addDays(day, openDays)}`;
}

const whenOf = (kind: CauseKind, { when }: Way) => ({ ...momentRule(kind).when, ...when });

describe.each(CAUSE_KINDS)('%s', (kind) => {
  it.each(OFFERS)('brings %s, once', async (name, offers) => {
    const way: Way = WAYS[kind];
    const rule = {
      ...momentRule(kind),
      key: KEY,
      offers,
      openDays: 21,
      when: whenOf(kind, way),
    } as MomentRule;
    const shop = await momentShop([rule], { rules: { rewards: REWARDS } });
    for (const each of REWARDS) await addReadyCodes(shop, each, 2);
    const id = await way.due(shop);
    const day = way.on ?? DAY;
    await sweepOn(shop, addDays(day, -1), day, day, addDays(day, 1));
    expect(await brought(shop, id)).toEqual([expected([name, offers], day, 21)]);
  });
});

it('leaves every balance as its entries say', async () => {
  expect(await checkLedger(pool())).toBeUndefined();
});
