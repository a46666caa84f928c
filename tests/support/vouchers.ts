// Vouchers as a redemption leaves them: points taken, and a code of the member's own.
import { now } from '#app/clock.server.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { line, nextId, order, reward } from './factories.ts';
import type { TestShop } from './shops.ts';

export type HeldVoucher = { id: string; code: string };

let made = 0;
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Each is another. */
function newCode(): string {
  made += 1;
  const last = `${ALPHABET[Math.floor(made / 961) % 31]}${ALPHABET[Math.floor(made / 29791) % 31]}`;
  const rest = `${ALPHABET[Math.floor(made / 31) % 31]}${ALPHABET[made % 31]}`;
  return `ABCD-EFGH-${last}${rest}`;
}

function points(member: LockedMember, amount: number, more: Partial<Posting>): Posting {
  const rest = {
    unit: 'points',
    cardSize: null,
    orderId: null,
    programVersion: 1,
    explanation: { v: 1 },
  } as const;
  return {
    ...rest,
    member,
    amount,
    kind: 'adjustment',
    sourceKey: `adjustment/${nextId()}`,
    occurredAt: now(),
    ...more,
  };
}

async function post(
  shop: TestShop,
  customerId: string,
  entries: { amount: number; more?: Partial<Posting> }[],
) {
  return withTransaction(async (client) => {
    const [member] = await lockMembers(client, shop.id, { customerIds: [customerId], memberIds: [] }, now());
    const postings = entries.map(({ amount, more = {} }) => points(member!, amount, more));
    await writeLedger(client, shop.id, { postings, pending: [] }, now());
    return member!.id;
  });
}

/** Lots of such amounts. */
export async function givePoints(shop: TestShop, customerId: string, ...amounts: number[]): Promise<void> {
  await post(
    shop,
    customerId,
    amounts.map((amount) => ({ amount })),
  );
}

type Wanted = {
  price: number;
  face?: number | null;
  customerId?: string;
  gives?: Partial<Reward>;
  code?: string;
};

/** The member must have the points. */
export async function holdVoucher(shop: TestShop, wanted: Wanted): Promise<HeldVoucher> {
  const { price, face = null, customerId = '9001', code = newCode() } = wanted;
  const gives = reward({ ...(price > 0 && { cost: price }), ...wanted.gives });
  const { rows } = await pool().query<{ id: string }>(
    `select nextval(pg_get_serial_sequence('"Voucher"', 'id'))::text as id`,
  );
  const id = rows[0]!.id;
  const why = { v: 1, title: gives.title, why: 'redeemed', price, used: price, orders: [] };
  const more = { kind: 'redeem', sourceKey: `voucher/${id}/1`, voucherId: id, explanation: why } as const;
  const memberId = await post(shop, customerId, price > 0 ? [{ amount: -price, more }] : []);
  await pool().query(
    `insert into "Voucher" (id, "shopId", "memberId", cause, "rewardKey", "programVersion", gives, code, owner, price, "faceMinor",
       "heldAt", "validFrom")
     values ($1, $2, $3, 'redeem/' || $1::bigint, $4, 1, $5, $6, 'reward/x/1', $7, $8, now(), current_date)`,
    [id, shop.id, memberId, gives.key, JSON.stringify(gives), code, price, face],
  );
  await addCode(shop, code, 'taken');
  return { id, code };
}

export async function addCode(
  shop: TestShop,
  code: string,
  state: string,
  owner = 'reward/x/1',
): Promise<void> {
  await pool().query(
    `insert into "RewardCode" ("shopId", code, owner, state, "madeAt") values ($1, $2, $4, $3, now())`,
    [shop.id, code, state, owner],
  );
}

/** An order whose lines of 25.00 the code takes so much off, line by line. */
export function orderWith(
  { code }: Pick<HeldVoucher, 'code'>,
  offs: readonly number[],
  more: Partial<OrderSnapshot> = {},
) {
  const lines = offs.map((off, index) =>
    line({
      lineId: String(11 + index),
      priceMinor: 2_500,
      discounts: [{ application: 0, amount: [off, off] }],
    }),
  );
  return order({ lines, discounts: [{ type: 'discount_code', title: code.toLowerCase() }], ...more });
}

/** The same order later, with so many of each line's units kept, and whatever else changed. */
export function later(
  before: OrderSnapshot,
  kept: readonly number[],
  more: Partial<OrderSnapshot> = {},
): OrderSnapshot {
  const lines = before.lines.map((each, index) => ({
    ...each,
    currentQuantity: kept[index] ?? each.currentQuantity,
  }));
  const updatedAt = new Date(new Date(before.updatedAt).getTime() + 60_000).toISOString().replace('.000', '');
  return { ...before, updatedAt, lines, ...more };
}

export type VoucherState = { state: string; flag: string | null; taken: number; uses: number };

export async function voucherState(shop: TestShop, { id }: HeldVoucher): Promise<VoucherState> {
  const { rows } = await pool().query<VoucherState>(
    `select state, flag, (select 0 - coalesce(sum(e.amount), 0)::int from "LedgerEntry" e where e."voucherId" = v.id
       and e.kind in ('redeem', 'back')) as taken,
       (select count(*)::int from "VoucherUse" u where u."voucherId" = v.id) as uses
     from "Voucher" v where v."shopId" = $1 and v.id = $2`,
    [shop.id, id],
  );
  return rows[0]!;
}
