// Entries, what is left of each, and why a merchant gave or took.
import {
  forMerchant,
  id,
  json,
  number,
  OF_MEMBER,
  text,
  time,
  day,
  type TakenTable,
} from '../taking-out/taken-table.ts';

export const ENTRIES: TakenTable = {
  name: 'entries',
  table: 'LedgerEntry',
  member: OF_MEMBER,
  key: [{ sql: 't.seq', type: 'int' }],
  counted: true,
  inPerson: 't.id',
  columns: [
    forMerchant(number('seq')),
    time('at', 't."occurredAt"'),
    text('unit'),
    text('kind'),
    number('amount'),
    number('balanceAfter'),
    id('orderId'),
    forMerchant(text('sourceKey')),
    forMerchant(number('programVersion')),
    forMerchant(id('voucherId')),
    forMerchant(number('filled')),
    forMerchant(number('freed')),
    forMerchant(day('countedOn')),
    forMerchant(day('keepUntil')),
    forMerchant(time('recordedAt')),
    json('explanation'),
  ],
};

export const OPEN_LOTS: TakenTable = {
  name: 'openLots',
  table: 'OpenLot',
  member: OF_MEMBER,
  key: [
    { sql: 't.unit', type: 'text' },
    { sql: 't.seq', type: 'int' },
  ],
  columns: [
    text('unit'),
    number('seq'),
    number('rest'),
    day('countedOn'),
    day('keepUntil'),
    id('orderId'),
    id('voucherId'),
  ],
};

export const ADJUSTMENTS: TakenTable = {
  name: 'adjustments',
  table: 'Adjustment',
  member: OF_MEMBER,
  key: [{ sql: 't."requestKey"', type: 'text' }],
  inPerson: 't."madeAt", t."requestKey"',
  columns: [
    time('at', 't."madeAt"'),
    text('unit'),
    number('amount'),
    text('reason'),
    text('note'),
    forMerchant(text('madeBy')),
  ],
};
