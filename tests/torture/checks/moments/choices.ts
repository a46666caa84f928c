// What is to be chosen stands open until its last day and is over from then on, whoever bears it by now; and whoever chose had time left.
// Of each that had so many days somebody is reminded once, five days before its last.
import type { Looked } from '../members.ts';
import type { TortureCheck } from '../torture-check.ts';
import { PEOPLE } from './gifts-of.ts';

/** A day that has just begun isn't followed yet. */
const TODAY = `((torture_clock.now() - interval '10 minutes') at time zone s."timeZone")::date`;

const REMINDED_DAYS = 5;

const CHOICES = `${PEOPLE} select g."memberId" || ' ' || g.cause as name, g.state, g.chosen, g."openUntil" < ${TODAY} as "isOver",
    (g."chosenAt" at time zone s."timeZone")::date > g."openUntil" as "isLate",
    m."mergedIntoId" is not null or m."erasedAt" is not null or m."leftAt" is not null as "isGone",
    ${TODAY} >= g."openUntil" - ${REMINDED_DAYS} and (g."givenAt" at time zone s."timeZone")::date < g."openUntil" - ${REMINDED_DAYS} as "isSoonOver",
    exists (select 1 from people o join "Gift" h on h."memberId" = o.member where o.person = p.person and h.cause = g.cause
      and h."memberId" <> g."memberId" and h.state in ('given', 'waiting')) as "hasIt",
    (select count(*)::int from people o join "Notice" n on n."memberId" = o.member
      where o.person = p.person and n.kind = 'choose-gift' and n.cause = g.cause || '/reminder') as reminders
  from "Gift" g join people p on p.member = g."memberId" join "Member" m on m.id = g."memberId" join "Shop" s on s.id = g."shopId"
  where jsonb_array_length(g.offers) > 1`;

type Row = {
  name: string;
  state: string;
  chosen: number | null;
  isOver: boolean;
  isLate: boolean | null;
  isGone: boolean;
  hasIt: boolean;
  isSoonOver: boolean;
  reminders: number;
};

export const choicesCheck = {
  name: 'choices',
  async look({ database }: Pick<Looked, 'database'>) {
    const rows = await database.ask<Row>(CHOICES);
    const wrong = rows.flatMap((row) => differences(row).map((text) => `gift ${row.name} ${text}`));
    return { compared: rows.length, wrong };
  },
} satisfies TortureCheck;

function differences({ state, chosen, isOver, isLate, isGone, hasIt, isSoonOver, reminders }: Row): string[] {
  const holds: Record<string, boolean> = {
    'is open past its last day': state === 'open' && isOver,
    'is open and chosen': state === 'open' && chosen !== null,
    'is open to somebody who is gone': state === 'open' && isGone,
    'is open to somebody who has it': state === 'open' && hasIt,
    'was over before its time': state === 'lapsed' && !isOver,
    'is over, though it was chosen': state === 'lapsed' && chosen !== null,
    'was chosen too late': isLate === true,
    'was told of more than once': reminders > 1,
    'is soon over, and nobody was reminded': state === 'open' && isSoonOver && reminders === 0,
  };
  return Object.keys(holds).filter((what) => holds[what] === true);
}
