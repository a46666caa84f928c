import { day, id, number, OF_MEMBER, text, type TakenTable } from '../taking-out/taken-table.ts';

/** What is kept of members' orders; money in the shop's minor units. */
export const PURCHASES: TakenTable = {
  name: 'purchases',
  table: 'KeptOrder',
  member: OF_MEMBER,
  key: [{ sql: 't."orderId"', type: 'bigint' }],
  counted: true,
  inPerson: 't.day, t."orderId"',
  columns: [
    id('orderId'),
    day('day'),
    number('kept', 't."keptMinor"'),
    number('ourDiscounts', 't."ourMinor"'),
    number('otherDiscounts', 't."othersMinor"'),
    text('placedAt', 't.source'),
    day('handledOn'),
    day('promisedOn'),
    day('deliveredOn'),
    text('products', `array_to_string(t."productIds", ' ')`),
  ],
};
