// The roll-up behind the home page: what entries add up to per day, kept in the transaction that writes them.
// Rows are written in one order, so that two transactions never wait for each other in a circle.
import { figuresOfEntry, freedMinor, OF_VOUCHERS } from '#app/core/figures/daily-figures.ts';
import { JOBS, type ShopJobName } from '#app/core/jobs.ts';
import type { Unit } from '#app/core/values/units.ts';
import { enqueue } from '../enqueue.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ADD, ENTRY_FIGURES, FIGURES, FIGURE_AND_BELL, UNITED } from './figure-statements.ts';

export type FigureEntry = {
  /** Who has it, locked. */
  member: { id: string };
  unit: Unit;
  kind: string;
  amount: number;
  filled: number;
  freed: number;
  orderId: string | null;
  explanation: unknown;
  occurredAt: Date;
};

/**
 * An order counts once, with its first entry: call this before the entries are inserted.
 * @param rings a bell for afterwards; not where there are orders
 */
export async function addEntryFigures(
  db: Queryable,
  shopId: number,
  entries: readonly FigureEntry[],
  rings?: ShopJobName,
): Promise<void> {
  const counted = entries.filter(({ kind }) => kind !== 'merge');
  const orders = counted.filter(({ kind, orderId }) => orderId !== null && !OF_VOUCHERS.includes(kind));
  const figures = counted.flatMap((entry) =>
    figuresOfEntry(entry).map((figure) => ({ ...figure, at: entry.occurredAt })),
  );
  if (figures.length === 0 && orders.length === 0) {
    if (rings) await enqueue(db, rings, { shopId });
    return;
  }
  const plain = [
    shopId,
    figures.map(({ at }) => at),
    figures.map(({ kind }) => kind),
    figures.map(({ amount }) => amount),
  ];
  const [figure] = figures;
  if (rings && figure && figures.length === 1 && orders.length === 0) {
    const { at, kind, amount } = figure;
    const values = [shopId, at, kind, amount, rings, JOBS[rings].maxAttempts];
    await db.query({ name: 'add-figure-and-ring', text: FIGURE_AND_BELL, values });
    return;
  }
  if (orders.length === 0) {
    await db.query({ name: 'add-figures', text: FIGURES, values: plain });
    if (rings) await enqueue(db, rings, { shopId });
    return;
  }
  const freed = orders.filter(({ kind }) => kind === 'free-unit');
  await db.query({
    name: 'add-entry-figures',
    text: ENTRY_FIGURES,
    values: [
      ...plain,
      orders.map(({ orderId }) => orderId),
      orders.map(({ occurredAt }) => occurredAt),
      orders.map(({ member }) => member.id),
      freed.map(({ orderId }) => orderId),
      freed.map(({ unit }) => unit),
      freed.map(({ occurredAt }) => occurredAt),
      freed.map((entry) => entry.freed),
      freed.map(({ explanation }) => freedMinor(explanation)),
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
 * Members who are about to be merged or erased no longer count, on the day on which they joined, and whoever of them came
 * back did no longer; whoever they are merged into has come back with the second order of both. Call it while all are
 * locked, before their rows say so, and with nothing but their own rows still to be locked: who holds one of these
 * figures then waits for nobody.
 * @param into the survivor of a merge, beside the member that goes
 */
export async function addLeft(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  into: string | null = null,
): Promise<void> {
  await db.query(UNITED, [shopId, memberIds, into]);
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
