// The page on which members are brought in.
import type { EarlierFile, MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { waysToSpend, type WayToSpend } from '#app/core/moving-in/ways-to-spend.ts';
import { givenOn } from '#app/core/past-orders/given-on.ts';
import { worthOfBalance } from '#app/core/rewards/worth-of-balance.ts';
import { dayIn } from '#app/core/values/days.ts';
import { mulDivFloor } from '#app/core/values/money.ts';
import { now } from '#app/clock.server.ts';
import { previewOf } from '#app/db/moving-in/moved-rows.server.ts';
import { movedFiles, newestMoving, type MovingFile } from '#app/db/moving-in/moving-in.server.ts';
import { pastOrdersOf } from '#app/db/past-orders/past-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { countFile } from './count-file.ts';

const SHOWN_FILES = 10;

export async function readMoving(shop: { id: number }): Promise<MovingPageData | null> {
  const program = await shopProgram(pool(), shop.id);
  if (!program) return null;
  const found = await newestMoving(pool(), shop.id);
  const past = await pastOrdersOf(pool(), shop.id);
  const today = dayIn(program.timeZone, now());
  const { rewards = [], cards } = publishedVersion(program).rules;
  const worthOf = (points: number) => worthOfBalance(points, rewards, today);
  const isSeen = found !== null && found.step !== 'uploading' && found.step !== 'joining';
  const preview = isSeen
    ? ((await previewOf(pool(), shop.id, found.id)) ??
      (await countFile(pool(), { id: shop.id, program }, found)))
    : null;
  return {
    file: found && {
      id: found.id,
      step: found.step,
      fileName: found.fileName,
      way: found.way,
      why: found.why,
      members: found.members,
      points: found.points,
      spentMembers: found.spentMembers,
      theirs: found.theirs,
      ours: found.ours,
    },
    preview,
    cards: cards.map(({ key, title }) => ({ key, title })),
    pastAwardedOn: past && givenOn(past),
    awardedMembers: preview?.awarded ?? null,
    earlier: (await movedFiles(pool(), shop.id, SHOWN_FILES))
      .filter(({ id }) => id !== found?.id)
      .map(earlierOf),
    worthOf100: worthOf(100) ?? worthByRate(waysToSpend(rewards, today)),
    worth: preview && preview.ours > 0 ? worthOf(preview.ours) : null,
    currency: program.currency,
    today,
  };
}

const earlierOf = ({ id, fileName, day, step, members, spentMembers }: MovingFile): EarlierFile => {
  return { id, fileName, day, step, members, spentMembers };
};

/** Where a hundred points buy nothing yet: what they are worth as a part of the best that more of them buy. */
function worthByRate(ways: readonly WayToSpend[]): number | null {
  return Math.max(0, ...ways.map((one) => mulDivFloor(100, one.minor, one.points))) || null;
}
