// Dates of life, and who told them when.
import { day, number, OF_MEMBER, text, time, type TakenTable } from '../taking-out/taken-table.ts';

const MOMENT = { sql: 't."momentKey"', type: 'text' } as const;

export const LIFE_DATES_TAKEN: TakenTable = {
  name: 'lifeDates',
  table: 'MemberDate',
  member: OF_MEMBER,
  key: [MOMENT],
  inPerson: 't."momentKey"',
  columns: [
    text('moment', 't."momentKey"'),
    ...[number('month'), number('day'), number('year')],
    day('setOn'),
    text('agreedTo', 't."consentHash"'),
  ],
};

export const LIFE_DATE_CHANGES: TakenTable = {
  name: 'lifeDateChanges',
  table: 'MemberDateChange',
  member: OF_MEMBER,
  key: [MOMENT, { sql: 't."requestKey"', type: 'text' }],
  inPerson: 't."madeAt", t."momentKey", t."requestKey"',
  columns: [
    text('moment', 't."momentKey"'),
    time('at', 't."madeAt"'),
    ...[number('month'), number('day'), number('year')],
    text('by', `case when t."madeBy" = 'shopper' then 'shopper' else 'merchant' end`),
    { ...text('madeBy'), only: 'merchant' },
    text('reason'),
    text('agreedTo', 't."consentHash"'),
  ],
};
