// The rows of a file whose members could buy less here than there, in pages, so that a large file needs no more memory.
import { leastFactor, neededOf } from '#app/core/moving-in/buying-less.ts';
import { oursOf } from '#app/core/moving-in/factor.ts';
import { waysToSpend } from '#app/core/moving-in/ways-to-spend.ts';
import { dayIn } from '#app/core/values/days.ts';
import { now } from '#app/clock.server.ts';
import { readyRows } from '#app/db/moving-in/ready-rows.server.ts';
import type { MovingFile } from '#app/db/moving-in/moving-in.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';

export type ShopOfFile = { id: number; program: ShopProgram };
/** `ours`: of our points for `theirs`, the fewest with which this member could buy as much; null where no number is enough. */
export type RowBuyingLess = { line: number; ours: number | null };

const AT_ONCE = 5_000;

/** Whether it can be reckoned: somebody said what points were worth there, and here they buy something that is money. */
export async function* rowsBuyingLess(
  db: Queryable,
  { id, program }: ShopOfFile,
  file: MovingFile,
): AsyncGenerator<RowBuyingLess> {
  const how = howToCompare(program, file);
  if (how === null) return;
  for (let after = 0; ;) {
    const page = await readyRows(db, id, file.id, { after, limit: AT_ONCE });
    for (const { line, points, has } of page) {
      const needed = neededOf({ points, has }, how);
      if (oursOf(points, file) < needed) yield { line, ours: leastFactor(points, needed, file.theirs) };
    }
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = last.line;
  }
}

/** Null where nobody can say. */
export function howToCompare(program: ShopProgram, { way, theirs, worthMinor, stepThere }: MovingFile) {
  if (worthMinor === null) return null;
  const rewards = publishedVersion(program).rules.rewards ?? [];
  const ways = waysToSpend(rewards, dayIn(program.timeZone, now()));
  const worth = { theirs, minor: worthMinor, step: stepThere };
  return ways.length === 0 ? null : { way, worth, ways };
}
