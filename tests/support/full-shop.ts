// A shop with a row in every table, and two customers of whom every table about people says something.
import { now } from '#app/clock.server.ts';
import { addShopDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { insertTask } from '#app/db/tasks/made-tasks.server.ts';
import { addDeparture } from '#app/db/leaving/departures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { addNotices } from '#app/db/notices/notices.server.ts';
import { setAside } from '#app/db/orders/set-aside.server.ts';
import { noteHeard } from '#app/db/shop/webhook-deliveries.server.ts';
import { keepCardTitles } from '#app/db/stamps/card-titles.server.ts';
import { saveFlags } from '#app/db/stamps/order-flags.server.ts';
import { countProxyCall } from '#app/db/storefront/proxy-calls.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { setLifeDate } from '#app/db/life-dates/life-dates.server.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { line, nextId, order } from './factories.ts';
import { delivery } from './people.ts';
import type { TestPerson } from './rows-of-tables.ts';
import { installedShop, tellAndApply, type TestShop } from './shops.ts';

export type FullShop = TestShop & { people: [TestPerson, TestPerson] };

/** What people wrote of the customers: it must be gone once everybody was erased. */
export const SECRETS = ['Jane complained', 'jane@example.com'];
/** The name of their orders. */
export const ORDER_NAME = '#90210';

export async function fullShop(): Promise<FullShop> {
  const shop = await installedShop();
  await fillShop(shop);
  return { ...shop, people: [await fillPerson(shop), await fillPerson(shop)] };
}

/** Rows that are about nobody; safe to repeat. */
export async function fillShop(shop: TestShop): Promise<void> {
  await keepCardTitles(pool(), shop.id, [{ cardKey: 'coffee', title: 'Coffee card' }], now());
  await addShopDiscounts(pool(), shop.id, ['card/coffee']);
  await noteHeard(pool(), [shop.domain], now());
  const insert = async (text: string, values: unknown[]) => {
    await pool().query(`${text} on conflict do nothing`, values);
  };
  await insert(`insert into "SyncLease" ("shopId", holder, until) values ($1, 'me', now())`, [shop.id]);
  await insert(`insert into "TokenLease" (shop, holder, until) values ($1, 'me', now())`, [shop.domain]);
  await insert(
    `with batch as (insert into "CodeBatch" ("shopId", owner, "askedAt") values ($1, 'reward/five/x/1', now()) returning id)
     insert into "RewardCode" select $1, 'ABCDEFGHJKMN', 'reward/five/x/1', null, id, 'making', now() from batch`,
    [shop.id],
  );
  await insert(`insert into "RewardCount" values ($1, 'five')`, [shop.id]);
  await insert(`insert into "MomentCount" values ($1, 'third-order')`, [shop.id]);
  await insert(
    `insert into "MomentList" ("shopId", "requestKey", "requestHash", "momentKey", queue, "madeBy", reason, "madeAt")
     values ($1, 'list', '', 'thanks', '{}', '42', 'a reason', now())`,
    [shop.id],
  );
  await insert(
    `insert into "MovingIn" ("shopId", id, step, "fileName", "fileHash", day, way, "byEmail", theirs, ours, "madeBy", "madeAt")
     values ($1, 1, 'undone', 'members.csv', '', now(), 'add', false, 1, 1, '42', now())`,
    [shop.id],
  );
  await insert(
    `insert into "PastOrders" ("shopId", step, "askedBy", "askedAt") values ($1, 'read', '42', now())`,
    [shop.id],
  );
  await insert(`insert into "ThemeSeen" ("shopId", known) values ($1, '{}')`, [shop.id]);
  await insert(`insert into "CardWay" ("shopId", "cardKey") values ($1, 'card-1')`, [shop.id]);
  await insert(`insert into "KeptCollection" ("shopId", "collectionId", "dueAt") values ($1, 601, now())`, [
    shop.id,
  ]);
  await insert(`insert into "KeptCollectionProduct" values ($1, 601, 501, now())`, [shop.id]);
  await insert(`insert into "ProductGroup" values ($1, 501, '{}', '{}', now())`, [shop.id]);
  await insert(
    `insert into "Session" (id, shop, state, "accessToken", email) values ($1, $1, '', 'token', 'staff@example.com')`,
    [shop.domain],
  );
}

/** A reward given by hand, used on an order. */
async function fillReward(shop: TestShop, memberId: string, orderId: string): Promise<void> {
  await pool().query(
    `with gift as (
       insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt",
         "madeBy", reason, note, "takenBackReason")
       values ($1, $2, 'hand/1', 'x', 'five', '{}', 1, 'given', now(), '42', 'Jane complained', 'Jane complained', 'Jane complained')
     ), voucher as (
       insert into "Voucher" ("shopId", "memberId", cause, "rewardKey", "programVersion", gives, code, owner, price, "heldAt",
         "validFrom", state, "usedAt", "takenBackReason")
       values ($1, $2, 'hand/1', 'five', 1, '{}', $4, 'reward/five/x/1', 0, now(), now(), 'used', now(), 'Jane complained')
       returning id
     )
     insert into "VoucherUse" select $1, id, $3, now() from voucher`,
    [shop.id, memberId, orderId, `CODE${nextId()}`],
  );
}

async function fillPerson(shop: TestShop): Promise<TestPerson> {
  const customerId = `7${nextId()}77`;
  const lines = [line({ lineId: '11', priceMinor: 1_000, quantity: 3 })];
  const bought = order({ customerId, name: ORDER_NAME, tags: ['jane@example.com'], lines });
  await tellAndApply(shop, bought);
  const member = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  const memberId = member.rows[0]!.id;
  // So many that a book of their lots is kept.
  for (let entry = 0; entry < 20; entry += 1) {
    const taken = {
      unit: 'points',
      amount: entry % 2 === 0 ? -5 : 4,
      reason: 'Jane complained',
      belowZero: false,
    };
    await adjustMember(shop.id, memberId, { ...taken, requestKey: nextId(), madeBy: '42' });
  }
  await blockMember(shop.id, memberId, true);
  await blockMember(shop.id, memberId, false);
  const departure = { memberId, requestKey: nextId(), what: 'returned', at: now() } as const;
  await addDeparture(pool(), shop.id, departure);
  const told = { memberId, kind: 'gift-given', cause: nextId(), facts: { points: 5 } } as const;
  await addNotices(pool(), shop.id, [told], now());
  const task = {
    memberId,
    cause: `jar/${nextId()}`,
    momentKey: 'jar',
    kind: 'note',
    words: 'Write to Jane',
  } as const;
  const why = { reason: { en: 'First order', fr: 'Première commande' }, orderId: bought.orderId };
  await insertTask(pool(), shop.id, { ...task, ...why }, { on: '2026-11-21', at: now() });
  const date = { month: 5, day: 3, year: null };
  await setBirthday(shop.id, { customerId }, date, { kind: 'shopper' }, nextId(), now());
  const life = { memberId, momentKey: `wedding-${memberId}`, date: { ...date, setOn: '2026-05-01' } };
  const entered = {
    consentHash: null,
    requestKey: nextId(),
    requestHash: '',
    madeBy: 'shopper',
    reason: null,
  };
  await setLifeDate(pool(), shop.id, { ...life, ...entered }, now());
  const seen = { title: 'Coffee card', amountMinor: 1, grossMinor: 2, quantity: 1 };
  const flag = { lineId: '11', cardKey: 'coffee', reason: 'not-whole-units', ...seen } as const;
  await saveFlags(pool(), shop.id, [{ orderId: bought.orderId, flags: [flag] }], now());
  const aside = { orderId: bought.orderId, step: 'apply', revision: 1, reason: 'database 22003' } as const;
  await setAside(pool(), shop.id, aside, now());
  await pool().query(
    `insert into "MovingInRow" ("shopId", "movingId", line, "customerId", points, stamps, "leftOut")
     select $1, 1, 1 + count(*), $2, 1, '{}', false from "MovingInRow" where "shopId" = $1`,
    [shop.id, customerId],
  );
  await pool().query(`insert into "MovedMember" ("shopId", "memberId", "movingId") values ($1, $2, 1)`, [
    shop.id,
    memberId,
  ]);
  await fillReward(shop, memberId, bought.orderId);
  await countProxyCall(pool(), shop.domain, customerId, now());
  await recordPrivacyRequest(delivery(shop, 'customers/data_request'), { customerId, orderIds: [] });
  return { memberId, customerId };
}
