// Members as a file that can be brought in again, those who are none any more, and the times for which some were left out.
import pg from 'pg';
import { BIRTHDAY } from '../moments/taken-birthdays.server.ts';
import {
  day,
  forMerchant,
  forPerson,
  id,
  number,
  OF_MEMBER,
  time,
  yes,
  type TakenColumn,
  type TakenTable,
} from '../taking-out/taken-table.ts';

/** As the list of members has it. */
const IS_MEMBER = `coalesce(t."mergedIntoId", 0) = 0 and t."erasedAt" is null`;

const stampsOf = (cardKey: string): TakenColumn => ({
  name: `stamps/${cardKey}`,
  kind: 'number',
  sql: `coalesce((select c.stamps from "MemberCard" c where c."shopId" = $1 and c."memberId" = t.id
    and c."cardKey" = ${pg.escapeLiteral(cardKey)}), 0)`,
});

const STAMPS: TakenColumn = {
  name: 'stamps',
  kind: 'json',
  sql: `(select coalesce(json_object_agg(c."cardKey", c.stamps order by c."cardKey"), '{}') from "MemberCard" c
    where c."shopId" = $1 and c."memberId" = t.id)`,
  inCsv: (cardKeys) => cardKeys.map(stampsOf),
};

export const MEMBERS: TakenTable = {
  name: 'members',
  table: 'Member',
  member: 't.id',
  key: [{ sql: 't.id', type: 'bigint' }],
  where: IS_MEMBER,
  counted: true,
  inPerson: 't.id',
  columns: [
    forPerson(id('customerId')),
    number('points'),
    number('pendingPoints'),
    forMerchant(STAMPS),
    BIRTHDAY,
    yes('leftOut', 't.blocked'),
    time('leftAt'),
    day('joinedOn'),
    time('joinedAt'),
    forMerchant(time('lastOrderAt')),
    number('keptOrders'),
    day('firstOn'),
    day('lastOn'),
    number('spentMinor'),
    number('rhythmDays'),
    number('ordersAtShopify'),
    day('newsletterOn'),
    // Entries with no higher number make up the balances of this row; later ones came while the files were being made.
    forMerchant(number('entries', 't.seq')),
  ],
};

/** Merged into another member, or erased: entries name them. */
export const FORMER_MEMBERS: TakenTable = {
  name: 'formerMembers',
  table: 'Member',
  member: 't.id',
  key: [{ sql: 't.id', type: 'bigint' }],
  where: `not (${IS_MEMBER})`,
  columns: [
    id('mergedInto', 'nullif(t."mergedIntoId", 0)'),
    time('erasedAt'),
    number('points'),
    day('joinedOn'),
    number('entries', 't.seq'),
  ],
};

export const TIMES_LEFT_OUT: TakenTable = {
  name: 'leftOut',
  table: 'LeftOut',
  member: OF_MEMBER,
  key: [{ sql: 't."from"', type: 'timestamptz' }],
  inPerson: 't."from"',
  columns: [time('from', 't."from"'), time('until')],
};
