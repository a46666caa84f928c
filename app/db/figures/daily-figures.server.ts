// The roll-up behind the home page: what entries add up to per day, kept in the transaction that writes them.
// Rows are written in one order, so that two transactions never wait for each other in a circle.
import { figuresOfEntry } from '#app/core/figures/daily-figures.ts';
import type { Unit } from '#app/core/values/units.ts';
import type { Queryable } from '../pool.server.ts';

export type FigureEntry = {
  unit: Unit;
  kind: string;
  amount: number;
  filled: number;
  freed: number;
  orderId: string | null;
  occurredAt: Date;
};

const ADD = `on conflict ("shopId", day, kind) do update set amount = f.amount + excluded.amount`;

/** An order counts once, with its first entry: call this before the entries are inserted. */
export async function addEntryFigures(
  db: Queryable,
  shopId: number,
  entries: readonly FigureEntry[],
): Promise<void> {
  const counted = entries.filter(({ kind }) => kind !== 'merge');
  const orders = counted.filter(({ orderId }) => orderId !== null);
  const figures = counted.flatMap((entry) =>
    figuresOfEntry(entry).map((figure) => ({ ...figure, at: entry.occurredAt })),
  );
  if (figures.length === 0 && orders.length === 0) return;
  await db.query({
    name: 'add-entry-figures',
    text: `with added as (
        select at, kind, amount from unnest($2::timestamptz[], $3::text[], $4::bigint[]) as a(at, kind, amount)
        union all
        select at, 'orders-counted', 1 from (
          select distinct on (o) o, at from unnest($5::bigint[], $6::timestamptz[]) as n(o, at) order by o
        ) as orders
        where not exists (select 1 from "LedgerEntry" e
          where e."shopId" = $1 and e."orderId" = o and e.kind <> 'merge')
      )
      insert into "DailyFigure" as f ("shopId", day, kind, amount)
      select s.id, (at at time zone s."timeZone")::date, kind, sum(added.amount)
      from added join "Shop" s on s.id = $1 group by 1, 2, 3 order by 2, 3 ${ADD}`,
    values: [
      shopId,
      figures.map(({ at }) => at),
      figures.map(({ kind }) => kind),
      figures.map(({ amount }) => amount),
      orders.map(({ orderId }) => orderId),
      orders.map(({ occurredAt }) => occurredAt),
    ],
  });
}

/** Before any member is locked: whoever adds figures of entries holds members already. */
export async function addJoined(db: Queryable, shopId: number, joined: number, at: Date): Promise<void> {
  if (joined === 0) return;
  await db.query(
    `insert into "DailyFigure" as f ("shopId", day, kind, amount)
     select id, ($3::timestamptz at time zone "timeZone")::date, 'members-joined', $2 from "Shop" where id = $1 ${ADD}`,
    [shopId, joined, at],
  );
}

/**
 * Members who are about to be merged or erased no longer count, on the day on which they joined. Call it while they are
 * locked, before their rows say so, and with nothing but their own rows still to be locked: who holds one of these
 * figures then waits for nobody.
 */
export async function addLeft(db: Queryable, shopId: number, memberIds: readonly string[]): Promise<void> {
  await db.query(
    `insert into "DailyFigure" as f ("shopId", day, kind, amount)
     select s.id, (m."joinedAt" at time zone s."timeZone")::date, 'members-left', count(*)
     from "Member" m join "Shop" s on s.id = m."shopId"
     where m."shopId" = $1 and m.id = any($2::bigint[]) and m."mergedIntoId" is null and m."erasedAt" is null
     group by 1, 2 order by 2 ${ADD}`,
    [shopId, memberIds],
  );
}

export type FigureMismatch = { shopId: number; day: string; kind: string; kept: string; entries: string };

/** Days whose roll-up and entries disagree, at most 100; of one shop, or of all. */
export async function figureMismatches(
  db: Queryable,
  shopId: number | null = null,
): Promise<FigureMismatch[]> {
  const { rows } = await db.query<FigureMismatch>(
    `select "shopId", day::text, kind, coalesce(kept.amount, 0)::text as kept, coalesce(e.amount, 0)::text as entries
     from (select * from "DailyFigure" where $1::int is null or "shopId" = $1) as kept
     full join "figures_of_entries"($1::int) e using ("shopId", day, kind)
     where coalesce(kept.amount, 0) <> coalesce(e.amount, 0) limit 100`,
    [shopId],
  );
  return rows;
}
