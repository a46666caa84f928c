// Orders that name a voucher's code, and what becomes of its points.
import { describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { now } from '#app/clock.server.ts';
import { memberOrders } from '#app/db/members/member-page.server.ts';
import { rewardRules } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { keptOrderMismatches } from '#app/usecases/history/compare-kept-orders.ts';
import { settleVouchers } from '#app/usecases/rewards/settle-vouchers.ts';
import { merge, redact } from '#tests/support/people.ts';
import { at, nextId, order, reward } from '#tests/support/factories.ts';
import { balance, entries, installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import {
  addCode,
  givePoints,
  holdVoucher,
  later,
  orderWith,
  voucherState,
  type HeldVoucher,
} from '#tests/support/vouchers.ts';

useDatabase();

/** 2000 points in lots of 1500 and 500, of which 1234 bought 12.34. */
async function shopper(gives = {}): Promise<{ shop: TestShop; voucher: HeldVoucher }> {
  const shop = await installedShop();
  await givePoints(shop, '9001', 1_500, 500);
  const voucher = await holdVoucher(shop, { price: 1_234, face: 1_234, gives });
  return { shop, voucher };
}

const points = async (shop: TestShop, customerId = '9001') => (await balance(shop, customerId)).points;

async function releaseAll(shop: TestShop, { id }: HeldVoucher): Promise<void> {
  await withTransaction(async (client) => {
    const { rows } = await client.query<{ memberId: string }>(
      `update "Voucher" set state = 'released', "releasedAt" = now() where "shopId" = $1 and id = $2 returning "memberId"::text`,
      [shop.id, id],
    );
    const memberIds = rows.map(({ memberId }) => memberId);
    await settleVouchers(client, shop.id, { voucherIds: [id], memberIds, at: now() });
  });
}

async function codeState(shop: TestShop, code: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ state: string }>(
    'select state from "RewardCode" where "shopId" = $1 and code = $2',
    [shop.id, code],
  );
  return rows[0]?.state;
}

/** Asked outside of the transaction, which would see what it saw first. */
async function someoneWaits(): Promise<boolean> {
  const { rows } = await pool().query<{ waits: boolean }>(
    `select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`,
  );
  return rows[0]!.waits;
}

describe('an order that used a reward', () => {
  it('C14 C31 C104 1234 of 2000 points: what goes back brings its share, all of it all, and the part it paid never earned', async () => {
    const { shop, voucher } = await shopper();
    expect(await points(shop)).toBe(766);
    const bought = orderWith(voucher, [617, 617]);
    await tellAndApply(shop, bought);
    expect(await points(shop)).toBe(803);
    const half = later(bought, [1, 0]);
    await tellAndApply(shop, half, half);
    expect(await points(shop)).toBe(1_401);
    const none = later(half, [0, 0]);
    await tellAndApply(shop, none, none);
    expect(await points(shop)).toBe(2_000);
    expect(await voucherState(shop, voucher)).toEqual({ state: 'used', flag: null, taken: 0, uses: 1 });
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C14 by the merchant’s choice a refund brings nothing, and a cancelled order everything', async () => {
    const { shop, voucher } = await shopper({ refund: 'nothing' });
    const bought = orderWith(voucher, [617, 617]);
    const none = later(bought, [0, 0]);
    await tellAndApply(shop, bought, none);
    expect(await points(shop)).toBe(766);
    await tellAndApply(shop, later(none, [0, 0], { cancelledAt: at('11:00') }));
    expect(await points(shop)).toBe(2_000);
  });

  it('C116 what the cart didn’t need comes back at once', async () => {
    const shop = await installedShop();
    await givePoints(shop, '9001', 2_000);
    const voucher = await holdVoucher(shop, { price: 2_000, face: 2_000 });
    await tellAndApply(shop, orderWith(voucher, [1_500]));
    expect(await points(shop)).toBe(510);
    const [, , back] = await entries(shop);
    expect(back).toMatchObject({ amount: 500, explanation: { why: 'in-part', used: 1_500, price: 2_000 } });
  });

  it('C24 what comes back keeps its lot’s order and day, and lives for 14 days at least', async () => {
    const shop = await installedShop();
    const first = order({ processedAt: at('09:00') });
    await tellAndApply(shop, first);
    const voucher = await holdVoucher(shop, { price: 14 });
    const bought = orderWith(voucher, [500], { processedAt: at('12:00'), updatedAt: at('12:00') });
    await tellAndApply(shop, bought, later(bought, [0], { cancelledAt: at('13:00') }));
    const { rows } = await pool().query(
      `select amount::int, "orderId"::text, "countedOn"::text, "keepUntil" >= current_date + 13 as kept from "LedgerEntry"
       where "shopId" = $1 and kind = 'back'`,
      [shop.id],
    );
    expect(rows).toEqual([{ amount: 14, orderId: first.orderId, countedOn: '2026-11-21', kept: true }]);
  });

  it.each([
    ['voided', { status: 'voided' }],
    ['expired', { status: 'expired' }],
    ['cancelled', { cancelledAt: at('11:00') }],
  ] as const)(
    'C04 C104 %s: all comes back; paid after all, it is taken again from what came back',
    async (_, over) => {
      const { shop, voucher } = await shopper();
      const bought = orderWith(voucher, [617, 617], { status: 'pending' });
      const ended = later(bought, [1, 1], over);
      await tellAndApply(shop, bought, ended, ended);
      expect(await points(shop)).toBe(2_000);
      await tellAndApply(shop, later(ended, [1, 1], { status: 'paid', cancelledAt: null }));
      expect(await points(shop)).toBe(803);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 1_234 });
    },
  );

  it('C104 a deleted order brings everything back, once', async () => {
    const { shop, voucher } = await shopper();
    const bought = orderWith(voucher, [617, 617]);
    await tellAndApply(shop, bought);
    for (let twice = 0; twice < 2; twice += 1) {
      await tell(shop, { kind: 'deleted', orderId: bought.orderId });
      await applyToldOrders(shop.id);
    }
    expect(await points(shop)).toBe(2_000);
  });

  it('C04 a code that an edit takes off the order comes back in full, and is said to the merchant', async () => {
    const { shop, voucher } = await shopper();
    const bought = orderWith(voucher, [617, 617]);
    const plain = bought.lines.map((each) => ({ ...each, discounts: [] }));
    await tellAndApply(shop, bought, later({ ...bought, lines: plain }, [1, 1], { discounts: [] }));
    expect(await points(shop)).toBe(2_050);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', flag: 'taken-off', taken: 0 });
  });

  it('free shipping is used while any item is kept, and changes nothing of what goods earn', async () => {
    const shop = await installedShop();
    await givePoints(shop, '9001', 300);
    const voucher = await holdVoucher(shop, {
      price: 300,
      gives: { gives: { kind: 'free-shipping', upToMinor: null } },
    });
    const shippingLines = [
      { gross: [490, 490] as const, discounts: [{ application: 0, amount: [490, 490] as const }] },
    ];
    const bought = orderWith(voucher, [0, 0], { shippingLines });
    const goods = { ...bought, lines: bought.lines.map((each) => ({ ...each, discounts: [] })) };
    await tellAndApply(shop, goods);
    expect(await points(shop)).toBe(50);
    const half = later(goods, [1, 0]);
    await tellAndApply(shop, half);
    expect(await points(shop)).toBe(25);
    await tellAndApply(shop, later(half, [0, 0]));
    expect(await points(shop)).toBe(300);
  });

  it('C102 in whatever case the code was typed; a code that is none of ours is nobody’s', async () => {
    const { shop, voucher } = await shopper();
    const discounts = [{ type: 'discount_code', title: voucher.code } as const];
    await tellAndApply(shop, orderWith(voucher, [617, 617], { discounts }));
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', uses: 1 });
    await tellAndApply(shop, orderWith({ code: 'ABCD-EFGH-9999' }, [500], { orderId: nextId() }));
    expect(await points(shop)).toBe(803 + 20);
  });

  it.each(['manual', 'script'] as const)(
    'C04 a %s discount that bears its code uses nothing and brings nothing, and is said to the merchant',
    async (type) => {
      const { shop, voucher } = await shopper();
      const discounts = [{ type, title: voucher.code } as const];
      const bought = orderWith(voucher, [617, 617], { discounts });
      await tellAndApply(shop, bought, later(bought, [1, 1], { cancelledAt: at('11:00') }));
      expect(await voucherState(shop, voucher)).toEqual({
        state: 'held',
        flag: 'by-hand',
        taken: 1_234,
        uses: 0,
      });
      await tellAndApply(shop, orderWith(voucher, [617, 617], { orderId: nextId() }));
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', flag: 'by-hand', uses: 1 });
    },
  );

  it('C102 two of ours on one order are settled each by its own share', async () => {
    const shop = await installedShop();
    await givePoints(shop, '9001', 500);
    const [one, two] = [await holdVoucher(shop, { price: 300 }), await holdVoucher(shop, { price: 200 })];
    const bought = orderWith(one, [500, 0], {
      discounts: [one, two].map(({ code }) => ({ type: 'discount_code', title: code.toLowerCase() })),
    });
    bought.lines[1]!.discounts = [{ application: 1, amount: [250, 250] }];
    await tellAndApply(shop, bought, later(bought, [1, 0]));
    expect(await voucherState(shop, one)).toMatchObject({ state: 'used', taken: 300 });
    expect(await voucherState(shop, two)).toMatchObject({ state: 'used', taken: 0 });
  });

  it('its line on the member’s page says which reward it used', async () => {
    const { shop, voucher } = await shopper();
    await tellAndApply(shop, orderWith(voucher, [617, 617]), order());
    const { rows } = await pool().query<{ id: string }>('select id::text from "Member" where "shopId" = $1', [
      shop.id,
    ]);
    const shown = await memberOrders(pool(), shop.id, rows[0]!.id);
    expect(shown.map(({ rewards }) => rewards)).toEqual([[], [{ en: '5.00 off', fr: '5,00 de remise' }]]);
  });

  it('C180 a subscription’s renewal repeats the code and uses nothing', async () => {
    const { shop, voucher } = await shopper();
    await tellAndApply(
      shop,
      orderWith(voucher, [617, 617], { source: 'subscription_contract_checkout_one' }),
    );
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'held', uses: 0 });
  });

  it('C180 what a renewal takes off by the code is ours in what is kept of it, whatever is applied beside it', async () => {
    const { shop, voucher } = await shopper();
    await tellAndApply(
      shop,
      orderWith(voucher, [617, 617], { source: 'subscription_contract_checkout_one' }),
    );
    const { rows } = await pool().query(
      'select "ourMinor"::int as ours, "othersMinor"::int as others from "KeptOrder" where "shopId" = $1',
      [shop.id],
    );
    expect(rows).toEqual([{ ours: 1_234, others: 0 }]);
    expect(await keptOrderMismatches(pool(), shop.id, { part: 0, of: 1 })).toEqual([]);
  });
});

describe('a gift whose order is cancelled', () => {
  const cancelled = { cancelledAt: at('11:00') };
  const gifts = async (shop: TestShop) => {
    const { rows } = await pool().query<{ cause: string; state: string; days: number }>(
      `select g.cause, g.state, (select v."validUntil" - current_date from "Voucher" v
         where v."memberId" = g."memberId" and v.cause = g.cause) as days
       from "Gift" g where g."shopId" = $1`,
      [shop.id],
    );
    return rows;
  };

  it('C116 is given once more, for the rest of its days, and never twice', async () => {
    const shop = await installedShop();
    const voucher = await holdVoucher(shop, { price: 0 });
    await addCode(shop, 'ABCD-EFGH-3333', 'ready', `reward/reward-1/${rewardValueHash(reward())}/1`);
    const bought = orderWith(voucher, [500, 0]);
    const gone = later(bought, [1, 1], cancelled);
    await tellAndApply(shop, bought, gone, gone, later(gone, [0, 0]));
    const [given, ...more] = await gifts(shop);
    expect(given).toMatchObject({ cause: `again/${voucher.id}`, state: 'given' });
    expect(given!.days).toBeGreaterThanOrEqual(13);
    expect(more).toEqual([]);
  });

  it('C116 waits where no code is ready', async () => {
    const shop = await installedShop();
    const voucher = await holdVoucher(shop, { price: 0 });
    const bought = orderWith(voucher, [500, 0]);
    await tellAndApply(shop, bought, later(bought, [1, 1], cancelled));
    expect(await gifts(shop)).toMatchObject([{ cause: `again/${voucher.id}`, state: 'waiting' }]);
  });

  it('C116 keeps named days that end years away, and can be read by whoever shows it', async () => {
    const shop = await installedShop();
    const until = '2039-12-31';
    const voucher = await holdVoucher(shop, { price: 0, gives: { usableOn: { from: '2026-11-01', until } } });
    await pool().query('update "Voucher" set "validUntil" = $2 where id = $1', [voucher.id, until]);
    await addCode(shop, 'ABCD-EFGH-4444', 'ready', `reward/reward-1/${rewardValueHash(reward())}/1`);
    const bought = orderWith(voucher, [500]);
    await tellAndApply(shop, bought, later(bought, [1], cancelled));
    const { rows } = await pool().query<{ gives: unknown; until: string }>(
      `select gives, "validUntil"::text as until from "Voucher" where "shopId" = $1 and cause like 'again/%'`,
      [shop.id],
    );
    expect(rows).toMatchObject([{ until }]);
    expect(rewardRules.parse(rows.map(({ gives }) => gives))).toHaveLength(1);
  });

  it('C116 is not while an order may still be paid, nor while another used it, nor for one that cost points', async () => {
    const shop = await installedShop();
    await givePoints(shop, '9001', 100);
    const [one, two] = [await holdVoucher(shop, { price: 0 }), await holdVoucher(shop, { price: 0 })];
    const bought = orderWith(one, [500], { status: 'pending' });
    await tellAndApply(shop, bought, later(bought, [1], { status: 'voided' }));
    const first = orderWith(two, [500], { orderId: nextId() });
    await tellAndApply(
      shop,
      first,
      orderWith(two, [500], { orderId: nextId() }),
      later(first, [1], cancelled),
    );
    const paid = orderWith(await holdVoucher(shop, { price: 100 }), [500], { orderId: nextId() });
    await tellAndApply(shop, paid, later(paid, [1], cancelled));
    expect(await gifts(shop)).toEqual([]);
  });
});

describe('a code on several orders, or on somebody else’s', () => {
  it('C15 C180 a second order of one’s own costs as much again, owed if need be, and comes back with that order', async () => {
    const { shop, voucher } = await shopper();
    const first = orderWith(voucher, [617, 617]);
    const second = orderWith(voucher, [617, 617], { orderId: nextId(), name: '#1002' });
    await tellAndApply(shop, first, second);
    expect(await points(shop)).toBe(2_000 - 2 * 1_234 + 2 * 37);
    const [, , , , again] = await entries(shop);
    const { rows } = await pool().query(
      `select explanation->>'why' as why, explanation->'orders' as orders from "LedgerEntry"
       where "shopId" = $1 and kind = 'redeem' order by id desc limit 1`,
      [shop.id],
    );
    expect(rows).toEqual([{ why: 'used-again', orders: ['#1001', '#1002'] }]);
    expect(again).toBeDefined();
    await tellAndApply(shop, later(first, [1, 1], { cancelledAt: at('11:00') }));
    expect(await points(shop)).toBe(2_000 - 1_234 + 37);
    expect(await voucherState(shop, voucher)).toMatchObject({ taken: 1_234, uses: 2 });
  });

  it('C103 C119 another customer’s order uses it up, and the buyer gets and owes nothing by it', async () => {
    const { shop, voucher } = await shopper();
    const bought = orderWith(voucher, [617, 617], { customerId: '9002' });
    await tellAndApply(shop, bought);
    expect(await points(shop)).toBe(766);
    expect(await points(shop, '9002')).toBe(37);
    await tellAndApply(shop, later(bought, [1, 0]));
    expect(await points(shop)).toBe(766 + 617);
    expect(await points(shop, '9002')).toBe(18);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', flag: null, taken: 617 });
  });

  it('C103 a guest’s order uses it, too', async () => {
    const { shop, voucher } = await shopper();
    await tellAndApply(shop, orderWith(voucher, [617, 617], { customerId: null }));
    expect(await points(shop)).toBe(766);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 1_234 });
  });

  it('C119 two customers’ orders: what is beyond its points is said to the merchant and owed by nobody, either refunded', async () => {
    const { shop, voucher } = await shopper();
    const own = orderWith(voucher, [617, 617]);
    const other = orderWith(voucher, [617, 617], { orderId: nextId(), customerId: '9002' });
    await tellAndApply(shop, own, other);
    expect(await points(shop)).toBe(803);
    expect(await voucherState(shop, voucher)).toMatchObject({ flag: 'beyond', taken: 1_234, uses: 2 });
    await tellAndApply(shop, later(own, [0, 0]));
    expect(await points(shop)).toBe(766);
    expect(await voucherState(shop, voucher)).toMatchObject({ flag: null, taken: 1_234 });
    await tellAndApply(shop, later(other, [0, 0]));
    expect(await points(shop)).toBe(2_000);
  });

  it('C104 C36 an order that moves to another customer and back is settled anew each time', async () => {
    const { shop, voucher } = await shopper();
    const first = orderWith(voucher, [617, 617]);
    const second = orderWith(voucher, [617, 617], { orderId: nextId() });
    await tellAndApply(shop, first, second);
    const moved = later(second, [1, 1], { customerId: '9002' });
    await tellAndApply(shop, moved);
    expect(await voucherState(shop, voucher)).toMatchObject({ flag: 'beyond', taken: 1_234 });
    expect(await points(shop)).toBe(803);
    await tellAndApply(shop, later(moved, [1, 1], { customerId: '9001' }));
    expect(await voucherState(shop, voucher)).toMatchObject({ flag: null, taken: 2_468 });
  });

  it('C36 C180 merged afterwards, the other’s order was one’s own', async () => {
    const { shop, voucher } = await shopper();
    const first = orderWith(voucher, [617, 617]);
    await tellAndApply(
      shop,
      first,
      orderWith(voucher, [617, 617], { orderId: nextId(), customerId: '9002' }),
    );
    await merge(shop, '9002', '9001');
    expect(await voucherState(shop, voucher)).toMatchObject({ flag: null, taken: 2_468 });
    expect(await points(shop, '9002')).toBe(2_000 - 2 * 1_234 + 2 * 37);
    await tellAndApply(shop, later(first, [0, 0]));
    expect(await voucherState(shop, voucher)).toMatchObject({ taken: 1_234 });
    expect(await points(shop, '9002')).toBe(2_000 - 1_234 + 37);
  });

  it.each([
    ['its owner claims: it is their own use', '9001', 'used'],
    ['another claims: it uses it up, and the other owes nothing', '9002', 'used'],
  ])('C36 a guest’s order with the code that %s', async (_, customerId, state) => {
    const { shop, voucher } = await shopper();
    const guests = orderWith(voucher, [617, 617], { customerId: null });
    const own = orderWith(voucher, [617, 617], { orderId: nextId() });
    await tellAndApply(shop, guests, later(guests, [1, 1], { customerId }));
    expect(await voucherState(shop, voucher)).toMatchObject({ state, flag: null, taken: 1_234 });
    await tellAndApply(shop, own);
    const isOwn = customerId === '9001';
    expect(await voucherState(shop, voucher)).toMatchObject(
      isOwn ? { flag: null, taken: 2_468 } : { flag: 'beyond', taken: 1_234 },
    );
    expect(await points(shop)).toBe(2_000 - (isOwn ? 2_468 : 1_234) + (isOwn ? 74 : 37));
  });

  it('C36 a merged member’s reward that is used late settles at the survivor', async () => {
    const { shop, voucher } = await shopper();
    await merge(shop, '9002', '9001');
    const bought = orderWith(voucher, [617, 617], { customerId: '9002' });
    await tellAndApply(shop, bought, later(bought, [0, 0]));
    expect(await points(shop, '9002')).toBe(2_000);
    expect(await points(shop, '9001')).toBe(0);
  });

  it('an erased member’s reward that is used late settles at the row that is nobody’s', async () => {
    const { shop, voucher } = await shopper();
    await redact(shop, '9001');
    const bought = orderWith(voucher, [617, 617], { customerId: '9002' });
    await tellAndApply(shop, bought, later(bought, [0, 0]));
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 0 });
  });
});

describe('a release and an order that cross', () => {
  it('C105 released and not used, the points are back once', async () => {
    const { shop, voucher } = await shopper();
    await releaseAll(shop, voucher);
    await releaseAll(shop, voucher);
    expect(await points(shop)).toBe(2_000);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'released', taken: 0 });
  });

  it('C04 C105 an order that comes after the release takes the points again, and is said to the merchant', async () => {
    const { shop, voucher } = await shopper();
    await releaseAll(shop, voucher);
    await tellAndApply(shop, orderWith(voucher, [617, 617]));
    expect(await points(shop)).toBe(803);
    expect(await voucherState(shop, voucher)).toMatchObject({
      state: 'used',
      flag: 'used-late',
      taken: 1_234,
    });
  });

  it('C105 an order that comes while it is being released makes it used', async () => {
    const { shop, voucher } = await shopper();
    await pool().query(`update "Voucher" set state = 'releasing', "releasingSince" = now() where id = $1`, [
      voucher.id,
    ]);
    await tellAndApply(shop, orderWith(voucher, [617, 617]));
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', flag: null, taken: 1_234 });
  });

  it('C15 C70 a late order of points that were spent meanwhile leaves a debt, which the next award repays first', async () => {
    const { shop, voucher } = await shopper();
    await releaseAll(shop, voucher);
    await holdVoucher(shop, { price: 2_000 });
    await tellAndApply(shop, orderWith(voucher, [617, 617]));
    expect(await points(shop)).toBe(37 - 1_234);
    await givePoints(shop, '9001', 1_200);
    expect(await points(shop)).toBe(3);
  });

  it('C117 redeemed and given back ten times, nothing is lost or won, and a refund of the first order takes its own', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order());
    for (let turn = 0; turn < 10; turn += 1) {
      await releaseAll(shop, await holdVoucher(shop, { price: 10 }));
    }
    expect(await points(shop)).toBe(14);
  });

  it('C103 a ready code that stands on an order is given to nobody any more', async () => {
    const { shop } = await shopper();
    const code = 'ABCD-EFGH-2222';
    await addCode(shop, code, 'ready');
    await tellAndApply(shop, orderWith({ code }, [500]));
    expect(await codeState(shop, code)).toBe('burnt');
  });

  it('C103 a code that is taken while its order is being applied makes the order wait, and then counts', async () => {
    const { shop, voucher } = await shopper();
    const code = 'ABCD-EFGH-4444';
    await addCode(shop, code, 'ready');
    await tell(shop, orderWith({ code }, [617, 617], { customerId: '9002' }));
    const client = await pool().connect();
    await client.query('begin');
    await client.query(`update "RewardCode" set state = 'taken' where "shopId" = $1 and code = $2`, [
      shop.id,
      code,
    ]);
    const applying = applyToldOrders(shop.id);
    await expect.poll(someoneWaits, { timeout: 10_000 }).toBe(true);
    await client.query('update "Voucher" set code = $2 where id = $1', [voucher.id, code]);
    await client.query('commit');
    client.release();
    await applying;
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'held', uses: 0 });
    await applyToldOrders(shop.id);
    expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 1_234, uses: 1 });
  });
});
