// Nothing was taken that wasn't there, and nothing twice: no redemption went below zero, no lot gave more than it had, and the
// book of open lots adds up to the balance at its entry.
import type { Looked } from './members.ts';
import type { TortureCheck } from './torture-check.ts';

const BELOW_ZERO = `select 'member ' || "memberId" || ' took a reward and was left with ' || "balanceAfter" as said from "LedgerEntry"
  where kind = 'redeem' and "sourceKey" = 'voucher/' || "voucherId" || '/1' and "balanceAfter" < 0`;

const OVERDRAWN = `select 'entry ' || e.id || ' of ' || e.amount || ' is allocated ' || a.sum as said from "LedgerEntry" e
  join (select id, sum(amount) from (
    select "creditId" as id, amount from "LotAllocation" union all select "debitId", amount from "LotAllocation") as parts
    group by 1) as a on a.id = e.id
  where a.sum > abs(e.amount)`;

const OTHER_BOOK = `select 'the book of ' || b."memberId" || ' has ' || l.rest || ' at entry ' || b.through || ', which says ' || e."balanceAfter" as said
  from "LotBook" b
  cross join lateral (select coalesce(sum(rest), 0) as rest from "OpenLot" l where l."memberId" = b."memberId" and l.unit = b.unit) as l
  cross join lateral (select "balanceAfter" from "LedgerEntry" e where e."memberId" = b."memberId" and e.unit = b.unit
    and e.seq <= b.through order by e.seq desc limit 1) as e
  where l.rest <> e."balanceAfter"`;

export const lotsCheck = {
  name: 'lots',
  async look({ database }: Pick<Looked, 'database'>) {
    const wrong: string[] = [];
    for (const sql of [BELOW_ZERO, OVERDRAWN, OTHER_BOOK])
      wrong.push(...(await database.ask<{ said: string }>(sql)).map(({ said }) => said));
    const [all] = await database.ask<{ many: number }>('select count(*)::int as many from "LotBook"');
    return { compared: all?.many ?? 0, wrong };
  },
} satisfies TortureCheck;
