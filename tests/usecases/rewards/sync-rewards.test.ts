import { createHash } from 'node:crypto';
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { publishedOwner } from '#app/db/discounts/reward-discounts.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { uninstallShop } from '#app/usecases/shop/uninstall-shop.ts';
import { reward } from '#tests/support/factories.ts';
import { losingAnswerOf } from '#tests/support/lose-answer.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { holdVoucher } from '#tests/support/vouchers.ts';

const local = useLocalShopify(1);
const five = reward({ key: 'five' });
const ten = { ...five, gives: { kind: 'amount', minor: 1000 } } as const;
let shop: InstalledShop;

const there = (): CodeDiscount[] => shop.local.codeDiscounts.values();
const codesOf = (id = '') => shop.local.codeDiscounts.codesOf(id).map(({ code }) => code);

type Row = {
  owner: string;
  discountId: string | null;
  state: string;
  problem: string | null;
  healed: string | null;
};

const rows = async (): Promise<Row[]> =>
  (
    await pool().query<Row>(
      `select owner, "discountId"::text, state, problem, healed from "ShopDiscount"
       where "shopId" = $1 and owner like 'reward/%' order by owner`,
      [shop.id],
    )
  ).rows;
const ownerOf = (of: Reward, generation = 1) => `reward/${of.key}/${rewardValueHash(of)}/${generation}`;
const liveOwner = (of: Reward) => publishedOwner(pool(), shop.id, of.key, rewardValueHash(of));

async function running(...rewards: Reward[]): Promise<CodeDiscount[]> {
  await publishRewards(shop.id, rewards);
  await syncDiscounts(shop.id);
  return there();
}

async function hold(owner: string): Promise<{ id: string; code: string }> {
  const voucher = await holdVoucher(shop, { price: 0, code: await someCode(owner) });
  await pool().query('update "Voucher" set owner = $3, "rewardKey" = $4 where "shopId" = $1 and id = $2', [
    shop.id,
    voucher.id,
    owner,
    owner.split('/')[1],
  ]);
  return voucher;
}

async function someCode(owner: string): Promise<string> {
  const { rows: found } = await pool().query<{ code: string }>(
    `delete from "RewardCode" where "shopId" = $1 and code = (
       select code from "RewardCode" where "shopId" = $1 and owner = $2 limit 1) returning code`,
    [shop.id, owner],
  );
  return found[0]!.code;
}

const endVoucher = ({ id }: { id: string }) =>
  pool().query(`update "Voucher" set state = 'released' where "shopId" = $1 and id = $2`, [shop.id, id]);

beforeEach(async () => {
  shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  shop.local.codeDiscounts.trouble.clear();
  await publishRewards(shop.id, []);
  await pool().query('delete from "Voucher" where "shopId" = $1', [shop.id]);
  await pool().query('update "RewardCode" set "batchId" = null where "shopId" = $1', [shop.id]);
  for (const table of ['CodeBatch', 'RewardCode', 'ShopDiscount'])
    await pool().query(`delete from "${table}" where "shopId" = $1`, [shop.id]);
  for (const { id } of there()) await shop.local.codeDiscounts.remove(id);
});

describe('the discounts of published rewards', () => {
  it('are none without rewards, and Shopify isn’t even asked', async () => {
    local.shopify().faults(shop.domain).plan('error');
    await syncDiscounts(shop.id);
    expect(await rows()).toEqual([]);
  });

  it('give what each reward gives, with a code each, once an order and to everybody', async () => {
    const [coffee] = shop.local.collections;
    const half = reward({
      key: 'half',
      title: { en: 'Coffee for less', fr: 'Café à prix doux' },
      gives: {
        kind: 'percent',
        percent: 7,
        of: { productIds: [], collectionIds: [coffee!.id] },
        mostMinor: null,
      },
      minimumMinor: null,
    });
    const sent = reward({
      key: 'sent',
      title: { en: 'Sent free', fr: 'Livraison offerte' },
      gives: { kind: 'free-shipping', upToMinor: 490 },
    });
    const made = await running(five, half, sent);
    expect(made).toMatchObject([
      {
        title: '5.00 off',
        gives: { kind: 'amount', amountMinor: 500 },
        items: null,
        minimum: { kind: 'subtotal', minor: 500 },
        usageLimit: 1,
        endsAt: null,
        combinesWith: { productDiscounts: true, orderDiscounts: false, shippingDiscounts: true },
        appliesOnSubscription: false,
        recurringCycleLimit: 1,
      },
      {
        gives: { kind: 'percent', percentBp: 700 },
        items: { productIds: [], collectionIds: [coffee!.id] },
        minimum: null,
      },
      {
        gives: { kind: 'shipping', upToMinor: 490 },
        combinesWith: { productDiscounts: true, shippingDiscounts: false },
      },
    ]);
    expect(made.map(({ id }) => codesOf(id).length)).toEqual([1, 1, 1]);
    expect(await rows()).toMatchObject(
      [five, half, sent].map((of, index) => ({
        owner: ownerOf(of),
        discountId: made[index]?.id,
        state: 'active',
        problem: null,
        healed: null,
      })),
    );
    expect(await liveOwner(five)).toBe(ownerOf(five));
    await syncDiscounts(shop.id);
    expect(there()).toEqual(made);
  });

  it('look untouched to the next release, whose percentages may have a ceiling', async () => {
    const [made] = await running(
      reward({ key: 'tenth', gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: null } }),
    );
    // As releases kept it before.
    const shown = {
      id: made?.id,
      status: 'ACTIVE',
      title: made?.title,
      startsAt: new Date(made!.startsAt).toISOString(),
      endsAt: null,
      tags: made?.tags,
      gives: { kind: 'percent', percent: 10, of: 'order' },
      minimum: { kind: 'subtotal', minor: 500 },
      combinesWith: { product: true, order: false, shipping: true },
      usageLimit: 1,
      oncePerCustomer: false,
      forEverybody: true,
      onSubscriptions: false,
      onOneTimePurchases: true,
    };
    const shownHash = createHash('sha1').update(JSON.stringify(shown)).digest('hex');
    const value = `jsonb_set(value, '{gives}', (value->'gives') - 'mostMinor')`;
    const { rows: kept } = await pool().query<{ shownHash: string }>(
      `update "ShopDiscount" set value = ${value} where "shopId" = $1 returning "shownHash"`,
      [shop.id],
    );
    expect(kept).toEqual([{ shownHash }]);
    await syncDiscounts(shop.id);
    expect(await rows()).toMatchObject([{ healed: null, problem: null, discountId: made?.id }]);
    expect(there()).toMatchObject([{ gives: { kind: 'percent', percentBp: 1000 } }]);
  });

  it('C07 C106 aren’t made again when the answer, or the process, was lost', async () => {
    await publishRewards(shop.id, [five]);
    await losingAnswerOf('CreateRewardDiscount', () => syncDiscounts(shop.id));
    expect([await liveOwner(five), there().length]).toEqual([null, 1]);
    // Shopify's search doesn't know it yet.
    const [made] = there();
    await shop.local.codeDiscounts.change(made!.id, { tags: [] });
    await syncDiscounts(shop.id);
    expect(await rows()).toMatchObject([{ discountId: made?.id, state: 'active', healed: null }]);
    expect([there().length, codesOf(made?.id).length]).toEqual([1, 1]);
  });

  it('C03 stay one each however many at once they are synced', async () => {
    await publishRewards(shop.id, [five, reward({ key: 'other', title: { en: 'Other', fr: 'Autre' } })]);
    await Promise.all(Array.from({ length: 4 }, () => syncDiscounts(shop.id)));
    expect(there()).toHaveLength(2);
  });

  it('C115 stay at Shopify and with us when the app is uninstalled, and are found by their ids', async () => {
    const [made] = await running(five);
    await local.shopify().uninstall(shop.domain);
    await withTransaction((client) => uninstallShop(client, shop.id, new Date()));
    shop = await local.install();
    await syncDiscounts(shop.id);
    expect(there()).toEqual([made]);
    expect(await rows()).toMatchObject([{ discountId: made?.id, healed: null }]);
  });
});

describe('C46 a hand at Shopify', () => {
  type Change = Partial<Omit<CodeDiscount, 'id'>>;
  it.each<[string, Change]>([
    ['renamed', { title: 'Mine now' }],
    ['ended', { endsAt: '2026-01-02T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' }],
    ['dates', { endsAt: '2099-01-01T00:00:00Z' }],
    ['value', { gives: { kind: 'amount', amountMinor: 5000 } }],
    ['value', { minimum: null }],
    ['value', { minimum: { kind: 'quantity', units: 3 } }],
    [
      'combination',
      { combinesWith: { productDiscounts: true, orderDiscounts: true, shippingDiscounts: true } },
    ],
    ['other', { usageLimit: null }],
    ['other', { appliesOnSubscription: true }],
  ])('that changed a discount (%s, %o) is put right and told', async (healed, change) => {
    const [made] = await running(five);
    await shop.local.codeDiscounts.change(made!.id, change);
    await syncDiscounts(shop.id);
    const { updatedAt: _now, startsAt: _start, ...before } = made!;
    expect(there()).toMatchObject([before]);
    expect(await rows()).toMatchObject([{ healed }]);
  });

  it('C75 that deleted one gets it back with a new code, and nobody is given a code that died', async () => {
    const [made] = await running(five);
    const [first] = codesOf(made?.id);
    await pool().query(`update "RewardCode" set state = 'ready' where "shopId" = $1`, [shop.id]);
    await shop.local.codeDiscounts.remove(made!.id);
    await syncDiscounts(shop.id);
    const [again] = there();
    expect(await rows()).toMatchObject([{ discountId: again?.id, healed: 'deleted', state: 'active' }]);
    expect(codesOf(again?.id)).not.toContain(first);
    const { rows: codes } = await pool().query(
      `select state from "RewardCode" where "shopId" = $1 and code = $2`,
      [shop.id, first],
    );
    expect(codes).toEqual([{ state: 'burnt' }]);
  });

  it('that copied one: the copy ends, ours stays', async () => {
    const [made] = await running(five);
    await shop.local.codeDiscounts.duplicate(made!.id, 'BYHAND');
    await syncDiscounts(shop.id);
    expect(there().map(({ id, endsAt }) => [id === made?.id, endsAt === null])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(await rows()).toMatchObject([{ healed: 'copied' }]);
  });

  it('that chose other products has them taken out again', async () => {
    const [beans, cup, pot] = shop.local.products.map(({ id }) => id);
    const of = { productIds: [beans!, cup!], collectionIds: [] };
    const [made] = await running(
      reward({ key: 'half', gives: { kind: 'percent', percent: 50, of, mostMinor: null } }),
    );
    await shop.local.codeDiscounts.change(made!.id, {
      items: { productIds: [cup!, pot!], collectionIds: [] },
    });
    await syncDiscounts(shop.id);
    expect(new Set(there()[0]?.items?.productIds)).toEqual(new Set([beans, cup]));
    expect(await rows()).toMatchObject([{ healed: 'value' }]);
  });
});

describe('C46 a discount of chosen products or of a collection', () => {
  const off = (key: string, of: { productIds: string[]; collectionIds: string[] }) =>
    reward({
      key,
      title: { en: key, fr: key },
      gives: { kind: 'percent', percent: 50, of, mostMinor: null },
    });
  const both = () => [
    off('half', { productIds: [shop.local.products[0]!.id], collectionIds: [] }),
    off('third', { productIds: [], collectionIds: [shop.local.collections[0]!.id] }),
  ];

  it('that was renamed by hand gets its name back, and keeps what was chosen', async () => {
    const made = await running(...both());
    for (const { id } of made) await shop.local.codeDiscounts.change(id, { title: 'Mine now' });
    await syncDiscounts(shop.id);
    expect(there()).toMatchObject(made.map(({ title, items }) => ({ title, items })));
    const healed = { healed: 'renamed', problem: null };
    expect(await rows()).toMatchObject([healed, healed]);
  });

  it('C108 is called as its reward is published anew', async () => {
    const made = await running(...both());
    const anew = both().map((each) => ({ ...each, title: { en: `${each.key} of it`, fr: each.key } }));
    const named = await running(...anew);
    expect(named).toMatchObject(made.map(({ id, title, items }) => ({ id, items, title: `${title} of it` })));
  });
});

describe('C47 products that the shop has no more', () => {
  const off = (...productIds: string[]) =>
    reward({
      key: 'half',
      gives: { kind: 'percent', percent: 50, of: { productIds, collectionIds: [] }, mostMinor: null },
    });

  it('are left out, and the reward goes on with the others', async () => {
    const [beans] = shop.local.products;
    const [made] = await running(off('123', beans!.id));
    expect(made).toMatchObject({ items: { productIds: [beans!.id] } });
    expect(await rows()).toMatchObject([{ problem: null, state: 'active' }]);
    await syncDiscounts(shop.id);
    expect(there()).toEqual([made]);
  });

  it('alone make no discount, which the merchant is told', async () => {
    await running(off('123'));
    expect(there()).toEqual([]);
    expect(await rows()).toMatchObject([{ problem: 'refused', state: 'missing' }]);
    expect(await liveOwner(off('123'))).toBeNull();
  });
});

describe('C74 a value that changes', () => {
  it('is another discount; the old one lives until its last voucher has ended', async () => {
    const [old] = await running(five);
    const voucher = await hold(ownerOf(five));
    await running(ten);
    expect(there().map(({ gives }) => gives)).toMatchObject([{ amountMinor: 500 }, { amountMinor: 1000 }]);
    expect([await liveOwner(ten), there()[0]?.id]).toEqual([ownerOf(ten), old?.id]);
    await endVoucher(voucher);
    await syncDiscounts(shop.id);
    expect(there().map(({ gives }) => gives)).toMatchObject([{ amountMinor: 1000 }]);
    expect(await rows()).toMatchObject(
      [{ owner: ownerOf(ten), state: 'active' }, { state: 'gone' }].sort(byOwner),
    );
  });

  it('C183 and comes back while its discount is ending is a new one; nobody is given a code of the old', async () => {
    await running(five);
    local.shopify().faults(shop.domain).script = ({ operation }) =>
      operation === 'DeleteCodeDiscount' ? { status: 500, body: {} } : null;
    await publishRewards(shop.id, [ten]);
    await expect(syncDiscounts(shop.id)).rejects.toThrow();
    local.shopify().faults(shop.domain).clear();
    await running(five);
    expect(await liveOwner(five)).toBe(ownerOf(five, 2));
    expect(there().map(({ gives }) => gives)).toMatchObject([{ amountMinor: 500 }]);
    const { rows: old } = await pool().query(
      `select 1 from "RewardCode" where "shopId" = $1 and owner = $2 and state in ('ready', 'making')`,
      [shop.id, ownerOf(five)],
    );
    expect(old).toEqual([]);
  });

  it('C108 and comes back while somebody holds a voucher of it is the same discount again', async () => {
    const [old] = await running(five);
    await hold(ownerOf(five));
    await running();
    await running(five);
    expect(there().map(({ id }) => id)).toEqual([old?.id]);
    expect(await liveOwner(five)).toBe(ownerOf(five));
  });

  it('C108 a title alone changes the discount that is there', async () => {
    const [made] = await running(five);
    const [renamed] = await running({ ...five, title: { en: 'Five off', fr: 'Cinq de moins' } });
    expect(renamed).toMatchObject({ id: made?.id, title: 'Five off' });
    expect(await rows()).toMatchObject([{ healed: null }]);
  });

  it('keeps its discount for a gift that waits for a code', async () => {
    const [old] = await running(five);
    const { rows: members } = await pool().query<{ memberId: string }>(
      'select "memberId"::text from "Voucher" where id = $1',
      [(await holdVoucher(shop, { price: 0 })).id],
    );
    await pool().query(
      `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt")
       values ($1, $2, 'hand/1', '', 'five', $3, 1, 'waiting', now())`,
      [shop.id, members[0]?.memberId, JSON.stringify(five)],
    );
    await running();
    expect(there().map(({ id }) => id)).toEqual([old?.id]);
    await pool().query('delete from "Gift" where "shopId" = $1', [shop.id]);
    await syncDiscounts(shop.id);
    expect(there()).toEqual([]);
  });
});

function byOwner(one: { owner?: string }, other: { owner?: string }): number {
  return (one.owner ?? '') < (other.owner ?? '') ? 1 : -1;
}
