import { id, number, OF_MEMBER, text, type TakenTable } from '../taking-out/taken-table.ts';

/** Members' stamp cards. */
export const CARDS_TAKEN: TakenTable = {
  name: 'cards',
  table: 'MemberCard',
  member: OF_MEMBER,
  key: [{ sql: 't."cardKey"', type: 'text' }],
  inPerson: 't."cardKey", t."memberId"',
  columns: [
    text('card', 't."cardKey"'),
    number('stamps'),
    number('coming'),
    number('size'),
    number('taken'),
    id('endedBy'),
  ],
};
