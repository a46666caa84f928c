// What a published moment's comparison says today.
import { now } from '#app/clock.server.ts';
import { begunBy, type Holdout } from '#app/core/holdouts/holdout.ts';
import { holdoutResult, type HoldoutResult } from '#app/core/holdouts/holdout-result.ts';
import { dayIn } from '#app/core/values/days.ts';
import { armsOf, publishedOn } from '#app/db/holdouts/arms.server.ts';
import { pool } from '#app/db/pool.server.ts';

const NOT_MEASURED: HoldoutResult = { state: 'not-measured' };

/** @param moment as it is published; null where it isn't */
export async function readHoldout(
  { id, timeZone }: { id: number; timeZone: string },
  moment: { key: string; holdout?: Holdout | undefined } | null,
  at = now(),
): Promise<HoldoutResult> {
  if (!moment?.holdout) return NOT_MEASURED;
  const { until } = moment.holdout;
  const version = begunBy(moment.holdout);
  const since = version === null ? null : await publishedOn(pool(), id, version);
  if (since === null) return NOT_MEASURED;
  const arms = await armsOf(pool(), id, { momentKey: moment.key, since, until, timeZone });
  return holdoutResult(arms, until, dayIn(timeZone, at));
}
