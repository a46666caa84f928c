import { OF_MEMBER, text, time, type TakenTable } from '../taking-out/taken-table.ts';

export const DEPARTURES: TakenTable = {
  name: 'departures',
  table: 'Departure',
  member: OF_MEMBER,
  key: [{ sql: 't."requestKey"', type: 'text' }],
  inPerson: 't.at',
  columns: [text('what'), time('at')],
};
