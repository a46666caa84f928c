import { id, json, number, OF_MEMBER, text, time, type TakenTable } from '../taking-out/taken-table.ts';

/** Members' orders as the ledger knows them. Of guests' there is nothing to take: they are no part of the program. */
export const ORDERS: TakenTable = {
  name: 'orders',
  table: 'Order',
  member: OF_MEMBER,
  key: [{ sql: 't."orderId"', type: 'bigint' }],
  inPerson: 't."orderId"',
  columns: [
    id('orderId'),
    { ...text('name'), only: 'merchant' },
    { ...time('placedAt'), only: 'merchant' },
    { ...time('cancelledAt'), only: 'merchant' },
    { ...time('deletedAt'), only: 'merchant' },
    { ...number('programVersion'), only: 'merchant' },
    { ...json('order', 't.snapshot'), only: 'person' },
    json('facts'),
  ],
};
