// A member's birthday, and who told it when.
import {
  number,
  OF_MEMBER,
  text,
  time,
  type TakenColumn,
  type TakenTable,
} from '../taking-out/taken-table.ts';

/** As text: whole, or without the year that nobody told. */
const TEXT = `case when t."birthMonth" is not null then
  coalesce(lpad(t."birthYear"::text, 4, '0') || '-', '') || lpad(t."birthMonth"::text, 2, '0') || '-' || lpad(t."birthDay"::text, 2, '0') end`;

/** Of a row of "Member". */
export const BIRTHDAY: TakenColumn = {
  name: 'birthday',
  kind: 'json',
  sql: `case when t."birthMonth" is not null then json_build_object('month', t."birthMonth", 'day', t."birthDay",
    'year', t."birthYear", 'setOn', t."birthdaySetOn") end`,
  inCsv: () => [
    { name: 'birthday', kind: 'text', sql: TEXT },
    { name: 'birthdaySetOn', kind: 'day', sql: 't."birthdaySetOn"' },
  ],
};

export const BIRTHDAY_CHANGES: TakenTable = {
  name: 'birthdayChanges',
  table: 'BirthdayChange',
  member: OF_MEMBER,
  key: [{ sql: 't."requestKey"', type: 'text' }],
  inPerson: 't."madeAt", t."requestKey"',
  columns: [
    time('at', 't."madeAt"'),
    number('month'),
    number('day'),
    number('year'),
    text('by', `case when t."madeBy" in ('shopper', 'shopify') then t."madeBy" else 'merchant' end`),
    { ...text('madeBy'), only: 'merchant' },
    text('reason'),
  ],
};
