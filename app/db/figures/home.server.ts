// The home page's queries: the roll-up and the guide's state. Never the entries themselves.
import { dayIn } from '#app/core/values/days.ts';
import {
  firstDayNeeded,
  homeFigures,
  type DayFigures,
  type HomeFigures,
  type Period,
  type SomeFigures,
} from '#app/core/figures/home-figures.ts';
import type { Queryable } from '../pool.server.ts';
import { giftsOfMoments } from './gifts-of-moments.server.ts';
import { rewardDays, type RewardDay } from './reward-days.server.ts';

type DayRow = { day: string | null } & Record<Exclude<keyof DayFigures, keyof RewardDay | 'gifts'>, number>;

/** The row without a day is everything before the first. Sums stay far below 2^53. */
const DAYS = `
  select case when day >= $2::date then day::text end as day,
    coalesce(sum(amount) filter (where kind = 'points-given'), 0)::float8 as given,
    coalesce(sum(amount) filter (where kind = 'points-taken'), 0)::float8 as taken,
    coalesce(sum(amount) filter (where kind = 'points-spent'), 0)::float8 as spent,
    coalesce(sum(amount) filter (where kind = 'orders-counted'), 0)::float8 as orders,
    coalesce(sum(amount) filter (where kind = 'cards-filled'), 0)::float8 as filled,
    coalesce(sum(amount) filter (where kind = 'units-freed'), 0)::float8 as freed,
    coalesce(sum(amount) filter (where kind = 'freed-minor'), 0)::float8 as "freedMinor",
    coalesce(sum(amount) filter (where kind = 'freed-unpriced'), 0)::float8 as unpriced,
    coalesce(sum(amount) filter (where kind = 'members-returned'), 0)::float8 as returned,
    coalesce(sum(case kind when 'members-joined' then amount when 'members-left' then -amount end), 0)::float8 as joined
  from "DailyFigure" where "shopId" = $1 and day <= $3::date group by 1`;

type ShopOfFigures = { id: number; timeZone: string };

export async function readHomeFigures(
  db: Queryable,
  shop: ShopOfFigures,
  period: Period,
  now: Date,
): Promise<HomeFigures> {
  const today = dayIn(shop.timeZone, now);
  const from = firstDayNeeded(today, period);
  const { rows } = await db.query<DayRow>({
    name: 'home-figures',
    text: DAYS,
    values: [shop.id, from, today],
  });
  const rewarded = await rewardDays(db, shop, { from, to: today });
  const gifts = giftsByDay(await giftsOfMoments(db, shop, { from, to: today }));
  const before = rows.find(({ day }) => day === null);
  const days = rows.flatMap((row) => (row.day === null ? [] : [{ ...row, day: row.day }]));
  return homeFigures(period, today, [...days, ...rewarded, ...gifts], {
    outstanding: (before?.given ?? 0) - (before?.taken ?? 0) - (before?.spent ?? 0),
    members: before?.joined ?? 0,
    cameBack: before?.returned ?? 0,
  });
}

function giftsByDay(found: readonly { day: string; gifts: number }[]): SomeFigures[] {
  const sums = new Map<string, number>();
  for (const { day, gifts } of found) sums.set(day, (sums.get(day) ?? 0) + gifts);
  return [...sums].map(([day, gifts]) => ({ day, gifts }));
}

export type GuideState = {
  dismissed: boolean;
  /** Shopify's last word to a browser about the guide's blocks. */
  blocksPlaced: boolean;
  /** As it is stored; whoever reads it says what becomes of a page where it can't be read. */
  draft: unknown;
  /** Whether an order ever brought something. */
  orderCounted: boolean;
  /** Orders from before the program that nobody asked for yet; none where that isn't known. */
  ordersBefore: number;
};

export async function readGuide(db: Queryable, shopId: number): Promise<GuideState> {
  const { rows } = await db.query<GuideState>({
    name: 'home-guide',
    text: `select s."guideDismissedAt" is not null as dismissed,
        s."guideBlocksPlaced" as "blocksPlaced", s.draft,
        exists (select 1 from "DailyFigure" f where f."shopId" = s.id and f.kind = 'orders-counted') as "orderCounted",
        case when exists (select 1 from "PastOrders" p where p."shopId" = s.id) then 0 else coalesce(s."ordersBefore", 0) end as "ordersBefore"
      from "Shop" s where s.id = $1`,
    values: [shopId],
  });
  const row = rows[0];
  if (!row) throw new Error(`shop ${shopId} is missing`);
  return row;
}

/** @param dismissedAt null shows the guide again */
export async function setGuideDismissed(
  db: Queryable,
  shopId: number,
  dismissedAt: Date | null,
): Promise<void> {
  await db.query('update "Shop" set "guideDismissedAt" = $2 where id = $1', [shopId, dismissedAt]);
}

export async function setBlocksPlaced(db: Queryable, shopId: number, placed: boolean): Promise<void> {
  await db.query('update "Shop" set "guideBlocksPlaced" = $2 where id = $1', [shopId, placed]);
}
