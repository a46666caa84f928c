// Gifts, rewards with their codes, and the orders that named these.
import {
  forMerchant,
  id,
  json,
  number,
  OF_MEMBER,
  text,
  time,
  day,
  yes,
  type TakenTable,
} from '../taking-out/taken-table.ts';

export const GIFTS: TakenTable = {
  name: 'gifts',
  table: 'Gift',
  member: OF_MEMBER,
  key: [{ sql: 't.cause', type: 'text' }],
  inPerson: 't."givenAt", t.cause',
  columns: [
    time('at', 't."givenAt"'),
    text('cause'),
    forMerchant(text('rewardKey')),
    json('gives'),
    text('state'),
    forMerchant(number('programVersion')),
    text('reason'),
    text('note'),
    forMerchant(text('madeBy')),
    forMerchant(text('takenBackBy')),
    text('takenBackReason'),
  ],
};

const ORDERS = `(select coalesce(json_agg(u."orderId"::text order by u."orderId"), '[]') from "VoucherUse" u
    where u."shopId" = $1 and u."voucherId" = t.id)`;

export const VOUCHERS: TakenTable = {
  name: 'vouchers',
  table: 'Voucher',
  member: OF_MEMBER,
  key: [{ sql: 't.cause', type: 'text' }],
  counted: true,
  inPerson: 't.id',
  columns: [
    forMerchant(id('voucherId', 't.id')),
    text('code'),
    forMerchant(text('cause')),
    forMerchant(text('rewardKey')),
    forMerchant(number('programVersion')),
    json('gives'),
    text('unit'),
    number('price'),
    forMerchant(number('faceMinor')),
    text('state'),
    time('heldAt'),
    day('from', 't."validFrom"'),
    day('until', 't."validUntil"'),
    time('usedAt'),
    time('releasedAt'),
    forMerchant(text('releaseWhy')),
    forMerchant(text('takenBackBy')),
    text('takenBackReason'),
    { ...json('orders', ORDERS), only: 'person' },
  ],
};

export const VOUCHER_USES: TakenTable = {
  name: 'voucherUses',
  table: 'VoucherUse',
  from: '"VoucherUse" t join "Voucher" v on v.id = t."voucherId" and v."shopId" = t."shopId"',
  member: 'v."memberId"',
  key: [
    { sql: 't."voucherId"', type: 'bigint' },
    { sql: 't."orderId"', type: 'bigint' },
  ],
  counted: true,
  columns: [
    id('voucherId'),
    id('orderId'),
    time('seenAt'),
    day('placedOn'),
    number('offMinor'),
    yes('counts'),
  ],
};
