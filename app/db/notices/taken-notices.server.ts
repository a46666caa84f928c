import { OF_MEMBER, json, text, time, type TakenTable } from '../taking-out/taken-table.ts';

export const NOTICES: TakenTable = {
  name: 'notices',
  table: 'Notice',
  member: OF_MEMBER,
  key: [
    { sql: 't.kind', type: 'text' },
    { sql: 't.cause', type: 'text' },
  ],
  inPerson: 't."madeAt", t.kind, t.cause',
  columns: [text('kind'), text('cause'), json('facts'), text('state'), time('madeAt'), time('toldAt')],
};
