import {
  day,
  forMerchant,
  id,
  json,
  OF_MEMBER,
  text,
  time,
  type TakenTable,
} from '../taking-out/taken-table.ts';

export const TASKS: TakenTable = {
  name: 'tasks',
  table: 'Task',
  member: OF_MEMBER,
  key: [{ sql: 't.cause', type: 'text' }],
  inPerson: 't."madeAt", t.cause',
  columns: [
    text('cause'),
    text('kind'),
    text('words'),
    json('reason'),
    id('orderId'),
    day('on', 't."on"'),
    text('state'),
    time('doneAt'),
    forMerchant(text('doneBy')),
    time('madeAt'),
  ],
};
