// Vouchers: rewards as codes. What is theirs is asked for over the person: a merge moves no row. Members must be locked before
// vouchers are.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { POINTS, type Unit } from '#app/core/values/units.ts';
import type { ReleaseReason, VoucherDays, VoucherState } from '#app/core/rewards/voucher.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { readReward } from './read-reward.server.ts';

export type Voucher = VoucherDays & {
  id: string;
  memberId: string;
  cause: string;
  reward: Reward;
  code: string;
  owner: string;
  price: number;
  /** What a reward of money takes off, in minor units of the shop's currency. */
  faceMinor: number | null;
  state: VoucherState;
};

export type VoucherRow = Omit<Voucher, 'reward' | 'price' | 'faceMinor'> & {
  gives: unknown;
  price: string;
  faceMinor: string | null;
};

/** Of a voucher `v`. */
export const VOUCHER_COLUMNS = `v.id::text, v."memberId"::text, v.cause, v.gives, v.code, v.owner, v.price::text, v."faceMinor"::text, v.state,
  to_char(v."validFrom", 'YYYY-MM-DD') as "validFrom", to_char(v."validUntil", 'YYYY-MM-DD') as "validUntil"`;

export function voucherOf({ gives, price, faceMinor: face, ...row }: VoucherRow): Voucher {
  const faceMinor = face === null ? null : Number(face);
  return { ...row, reward: readReward(gives), price: Number(price), faceMinor };
}

export type NewVoucher = Omit<Voucher, 'state' | 'code' | 'owner' | 'validUntil'> & {
  /** Null: it has no last day. */
  validUntil: string | null;
  /** What it is paid in; points where it isn't said. */
  unit?: Unit;
  programVersion: number;
  heldAt: Date;
  /** The day of it in the shop's calendar. */
  heldOn: string;
  /** Codes of this are taken: `reward/<key>/<value hash>/`. */
  value: string;
};

/**
 * Codes were made ahead, so that no shopper waits for Shopify. Of a value only one discount has any that are ready: what ends burns
 * its codes first. Whoever takes one keeps nobody waiting.
 */
const TAKE_CODE = `
  with owned as materialized (
    select owner from "RewardCode" where "shopId" = $1 and state = 'ready' and starts_with(owner, $2) limit 1
  ), ready as materialized (
    select code, owner from "RewardCode" where "shopId" = $1 and owner = (select owner from owned) and state = 'ready'
    limit 1 for update skip locked
  ), taken as (
    update "RewardCode" c set state = 'taken' from ready where c."shopId" = $1 and c.code = ready.code
    returning c.code, c.owner
  )`;

/** After `taken`, which has the code and whose it is. */
export const ADD_VOUCHER = `
  insert into "Voucher" ("shopId", owner, code, id, "memberId", cause, "rewardKey", "programVersion", gives, price, "faceMinor",
    "heldAt", "validFrom", "validUntil", opens, unit)
  select $1, owner, code, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12::date > $14::date, $15 from taken
  returning code, owner`;

export type Code = Pick<Voucher, 'code' | 'owner'>;

/** With a ready code, the member's from now on; null, and nothing written, where none is ready. */
export async function addVoucher(db: Queryable, shopId: number, voucher: NewVoucher): Promise<Code | null> {
  const { rows } = await db.query<Code>({
    name: 'add-voucher',
    text: `${TAKE_CODE} ${ADD_VOUCHER}`,
    values: valuesOf(shopId, voucher),
  });
  return rows[0] ?? null;
}

export function valuesOf(shopId: number, voucher: NewVoucher) {
  const { id, memberId, cause, reward, programVersion, price, faceMinor, heldAt, value } = voucher;
  const { validFrom, validUntil, heldOn, unit = POINTS } = voucher;
  const gives = JSON.stringify(reward);
  const what = [memberId, cause, reward.key, programVersion, gives, price, faceMinor];
  return [shopId, value, id, ...what, heldAt, validFrom, validUntil, heldOn, unit];
}

/** After `taken`, too. @param hash the parameter that is the request's */
export const addGift = (hash: string) => `gift as (
      insert into "Gift" ("shopId", "memberId", cause, "rewardKey", "programVersion", gives, state, "givenAt", "requestHash")
      select $1, $4, $5, $6, $7, $8, 'given', $11, ${hash} from taken
    )`;

/**
 * The same with its gift, in one statement. That the person had nothing by this cause must be known: a second gift of the member's
 * is refused by its key.
 */
export async function redeemVoucher(
  db: Queryable,
  shopId: number,
  voucher: NewVoucher,
  requestHash: string,
): Promise<Code | null> {
  const { rows } = await db.query<Code>({
    name: 'redeem-voucher',
    text: `${TAKE_CODE}, ${addGift('$16')} ${ADD_VOUCHER}`,
    values: [...valuesOf(shopId, voucher), requestHash],
  });
  return rows[0] ?? null;
}

/** A number for a voucher whose debit is written before it. */
export async function nextVoucherId(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ id: string }>({
    name: 'next-voucher-id',
    text: `select nextval(pg_get_serial_sequence('"Voucher"', 'id'))::text as id`,
  });
  if (!rows[0]) throw new Error('no number for a voucher');
  return rows[0].id;
}

/** Vouchers of a shop by their ids, in the order of these. */
export async function lockVouchers(db: Queryable, shopId: number, ids: readonly string[]): Promise<void> {
  await db.query({
    name: 'lock-vouchers',
    text: `select 1 from "Voucher" v
      where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) order by v.id for update`,
    values: [shopId, ids],
  });
}

/** One that the person has or had, locked; null where it is another's, or none. */
export async function lockVoucherOfPerson(
  db: Queryable,
  shopId: number,
  memberId: string,
  id: string,
): Promise<Voucher | null> {
  const { rows } = await db.query<VoucherRow>({
    name: 'lock-voucher-of-person',
    text: `select ${VOUCHER_COLUMNS} from "Voucher" v where ${ofShop('v', '$1')} and v.id = $3
      and v."memberId" in (select id from person_of($1, $2)) for update`,
    values: [shopId, memberId, id],
  });
  return rows[0] ? voucherOf(rows[0]) : null;
}

/** What has become of one that the person has or had, locked; null where it is another's, or none. */
export async function lockStateOfVoucher(
  db: Queryable,
  shopId: number,
  memberId: string,
  id: string,
): Promise<VoucherState | null> {
  const { rows } = await db.query<{ state: VoucherState }>(
    `select v.state from "Voucher" v where ${ofShop('v', '$1')} and v.id = $3
       and v."memberId" in (select id from person_of($1, $2)) for update`,
    [shopId, memberId, id],
  );
  return rows[0]?.state ?? null;
}

/** Another amount, for another price. It and its member must be locked; the entries are the settlement's. */
export async function changeAmount(
  db: Queryable,
  shopId: number,
  { id, price, faceMinor }: { id: string; price: number; faceMinor: number },
): Promise<void> {
  await db.query({
    name: 'change-amount',
    text: `update "Voucher" v set price = $3, "faceMinor" = $4 where ${ofShop('v', '$1')} and v.id = $2 and v.state = 'held'`,
    values: [shopId, id, price, faceMinor],
  });
}

export type BeginRelease = {
  why: ReleaseReason;
  /** Of a merchant who took it back. */
  by?: { userId: string; reason: string };
};

/** Held ones begin to be released, by the database's clock. Both they and their members must be locked; returns whose they are. */
export async function beginRelease(
  db: Queryable,
  shopId: number,
  ids: readonly string[],
  { why, by }: BeginRelease,
): Promise<string[]> {
  const { rows } = await db.query<{ memberId: string }>(
    `update "Voucher" v set state = 'releasing', "releaseWhy" = $3, "releasingSince" = now(), "lookAt" = now(),
       "takenBackBy" = $4, "takenBackReason" = $5
     where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) and v.state = 'held' returning v."memberId"::text`,
    [shopId, ids, why, by?.userId ?? null, by?.reason ?? null],
  );
  return rows.map(({ memberId }) => memberId);
}

/** How many the person holds; those on their way back count, and so do gifts that wait for their code. */
export async function heldByPerson(db: Queryable, shopId: number, memberId: string): Promise<number> {
  const { rows } = await db.query<{ held: number }>(
    `with person as (select id from person_of($1, $2))
     select (
       (select count(*) from "Voucher" v where ${ofShop('v', '$1')} and v."memberId" in (select id from person)
         and v.state in ('held', 'releasing'))
       + (select count(*) from "Gift" g where ${ofShop('g', '$1')} and g."memberId" in (select id from person)
         and g.state = 'waiting')
     )::int as held`,
    [shopId, memberId],
  );
  return rows[0]?.held ?? 0;
}

/** What these members hold, locked; they must be locked themselves. */
export async function heldVouchersOf(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select v.id::text from "Voucher" v
     where ${ofShop('v', '$1')} and v."memberId" = any($2::bigint[]) and v.state = 'held' order by v.id for update`,
    [shopId, memberIds],
  );
  return rows.map(({ id }) => id);
}
