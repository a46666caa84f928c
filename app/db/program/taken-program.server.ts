// The program: every published version, and the shop that it runs in with what is being edited.
import { json, number, text, time, type TakenTable } from '../taking-out/taken-table.ts';

export const VERSIONS: TakenTable = {
  name: 'versions',
  table: 'ProgramVersion',
  member: null,
  key: [{ sql: 't.number', type: 'int' }],
  counted: true,
  columns: [number('number'), time('publishedAt'), text('publishedBy'), text('note'), json('rules')],
};

export const SHOP: TakenTable = {
  name: 'shop',
  table: 'Shop',
  member: null,
  where: 't.id = $1',
  key: [{ sql: 't.id', type: 'int' }],
  columns: [
    text('domain'),
    text('name'),
    text('currency'),
    text('timeZone'),
    number('publishedVersion'),
    time('installedAt'),
    time('earnsFrom'),
    json('draft'),
  ],
};
