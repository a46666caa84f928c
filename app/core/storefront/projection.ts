// The small JSON that the storefront may see. Shared by sync, blocks and local Shopify. Never a source of truth.
import type { ChoicesProjection } from './project-choices.ts';
import type { MomentsProjection } from '../moments/project-moments.ts';
import type { CardsProjection } from '../stamps/card-projection.ts';
import type { AskedDate, ToldDate } from './project-life-dates.ts';
import type { OrderBar, OrdersProjection } from './project-order-bars.ts';
import type { NoteProjection } from './project-note.ts';
import type { PointsProjection } from './project-points.ts';
import type { RewardNews } from './project-reward-news.ts';
import type { RewardProjection, VouchersProjection } from './project-rewards.ts';
import type { SavedProjection } from './project-saved.ts';
import type { Moment } from '../moments/moment-rules.ts';
import type { Pause } from '../moments/running-moments.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { StampCard } from '../program/card-rules.ts';

type OwnProjection = {
  /** Those that they told, by the moment's key. */
  dates?: ToldDate[];
  /** Absent while nobody knows their number, and where the program has nothing for them. */
  orders?: OrdersProjection;
  /** What the free items of the last order saved that had some; absent where nobody knows. */
  saved?: SavedProjection;
  /** The merchant's sentence with the last adjustment that had one, of the last 30 days. */
  note?: NoteProjection;
  /** Left out by the merchant: earns and takes nothing, so blocks promise nothing. */
  blocked: boolean;
  /** They left the program themselves, and are blocked by it. */
  left?: true;
  /** The last day on which the cart gives anything for the stamps; absent: it gives nothing, or nobody said (older ones). */
  until?: string;
  /** Grows with every projected change of the member. */
  rev: number;
};

/** One part a feature. */
export type MemberProjection = { v: 1 } & PointsProjection &
  CardsProjection &
  MomentsProjection &
  ChoicesProjection &
  VouchersProjection &
  RewardNews &
  OwnProjection;

/** Which members are meant is nothing for pages. `ordered`: with an order in the 12 months before. */
export type OccasionProjection = Omit<Moment, 'who'> & { who: 'all' | 'ordered' | 'some' };

export type ProgramProjection = {
  v: 1;
  version: number;
  names: ProgramRules['names'];
  /** `points` per `perMinor` minor units of `currency`, whose minor unit is 10^-exponent. */
  earn: { points: number; perMinor: number; currency: string; exponent: number };
  /** Money that earns beside ordinary lines: where Liquid can't know it, blocks state the rule in words. */
  counts: Pick<ProgramRules['counts'], 'shipping' | 'giftCards' | 'tips' | 'tax'>;
  /** `way`: a full one isn't given in the cart, but as a code, or is being changed over. */
  cards: (StampCard & { way?: 'codes' | 'changing' })[];
  occasions: OccasionProjection[];
  /** Days of their own that shoppers may tell. */
  dates?: AskedDate[];
  /** Gifts that a number of orders brings, each a bar. */
  bars?: OrderBar[];
  /** What points can be used for. */
  rewards?: RewardProjection[];
  /** Orders earn no points, so blocks don't speak of any. */
  pointsOff?: true;
  /** Nothing is earned or given for now, so blocks show nothing. */
  paused?: true;
  /** Over, and not long ago: gifts that became due meanwhile don't come. */
  pauses?: Pause[];
  /** Products and collections that earn nothing and fill no card, so blocks promise nothing for them. */
  never?: NonNullable<ProgramRules['neverEarns']>;
  /** Who gives, as the merchant wrote it. */
  signature?: NonNullable<ProgramRules['signature']>;
  /** The path on which the shop's pages reach the app, e.g. `/apps/sixth`. */
  proxyPath: string;
};
