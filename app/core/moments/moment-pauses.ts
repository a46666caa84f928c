// The times for which a moment gave nothing.
import type { Pause } from './running-moments.ts';

export type MomentPauses = {
  /** The instant since which the moment itself is paused; null while it isn't. */
  since: string | null;
  /** Those that are over, in days of the shop's calendar, oldest first. */
  over: Pause[];
};
