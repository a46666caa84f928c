// A task stands once for each cause of a person, is of a moment of its version's kind, and with an order that is theirs.
import type { Looked } from '../members.ts';
import type { TortureCheck } from '../torture-check.ts';
import { PEOPLE } from './gifts-of.ts';

const TWICE = `${PEOPLE} select p.person || ' ' || t.cause as said from "Task" t join people p on p.member = t."memberId"
  where t.state <> 'gone' and t."orderId" is null group by p.person, t.cause having count(*) > 1 and not exists (
    select 1 from people o where o.person = p.person and o.member <> p.person)`;

/** One jar a parcel. */
const TWO_IN_A_PARCEL = `select t."orderId" || ' ' || t."momentKey" as said from "Task" t
  where t.kind = 'packing' and t.state <> 'gone' group by t."shopId", t."orderId", t."momentKey" having count(*) > 1`;

const OF_THE_GONE = `select t."memberId" || ' ' || t.cause as said from "Task" t join "Member" m on m.id = t."memberId"
  where t.state = 'open' and (m."erasedAt" is not null or m."leftAt" is not null or m."mergedIntoId" is not null)`;

const CHECKS = {
  'stands twice': TWICE,
  'is packed twice': TWO_IN_A_PARCEL,
  'waits for somebody who is gone': OF_THE_GONE,
};

export const tasksCheck = {
  name: 'tasks',
  async look({ database }: Pick<Looked, 'database'>) {
    const wrong: string[] = [];
    for (const [what, sql] of Object.entries(CHECKS))
      wrong.push(...(await database.ask<{ said: string }>(sql)).map(({ said }) => `task ${said} ${what}`));
    const [all] = await database.ask<{ many: number }>('select count(*)::int as many from "Task"');
    return { compared: all?.many ?? 0, wrong };
  },
} satisfies TortureCheck; // prettier-ignore
