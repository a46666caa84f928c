// The merchant brings in a file with members, row by row, looks at it, applies it, throws it away, or takes it back.
import { createHash, randomUUID } from 'node:crypto';
import { beginMoving, endSending, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import type { Random } from '../random.ts';
import { dayIn, daysLater } from '../replay/terms.ts';
import type { FileBrought, RowBrought, ShopHistory } from '../shop-history.ts';
import type { TortureEvent } from './torture-event.ts';

const MOST_ROWS = 6;
const FACTORS = [
  { theirs: 1, ours: 1 },
  { theirs: 5, ours: 2 },
  { theirs: 3, ours: 7 },
] as const;

type Row = { shopId: number; timeZone: string; id: string | null; step: string | null };

const ROW = `select s.id as "shopId", s."timeZone", f.id::text, f.step from "Shop" s left join lateral (
    select id, step from "MovingIn" f where f."shopId" = s.id order by id desc limit 1) as f on true where s.domain = $1`;

export const moveIn: TortureEvent = {
  name: 'word about a file with members',
  weight: 2,
  draw(random, history, { merchant }) {
    if (history.away || history.customers.length === 0) return null;
    const [file, goesOn] = [drawFile(random, history), random.chance(0.7)];
    return async () => {
      const [row] = await merchant.look<Row>(ROW, [history.shop.domain]);
      if (!row) return false;
      const { shopId, id, step } = row;
      const say = (what: 'apply' | 'undo' | 'drop') => {
        history.tell(`the file ${id}: ${what}`, []);
        return merchant.whileUp(() => sayAboutMoving(shopId, { do: what, id: id ?? '' }));
      };
      if (step === 'ready') return (await say(goesOn ? 'apply' : 'drop')).ok;
      if (step === 'failed') return (await say('drop')).ok;
      if (step === 'applied' && goesOn) return (await say('undo')).ok;
      if (step !== null && step !== 'applied' && step !== 'undone') return false;
      return merchant.whileUp(() => send(history, row, file));
    };
  },
};

function drawFile(random: Random, history: ShopHistory): Omit<FileBrought, 'id'> {
  const { customers, shop } = history;
  const today = dayIn(shop.setup.timeZone, shop.now());
  const who = new Set(Array.from({ length: random.whole(1, MOST_ROWS) }, () => random.pick(customers)));
  const rows = [...who].map((customerId) => drawRow(random, history, customerId, today));
  return { way: random.chance(0.7) ? 'add' : 'set', ...random.pick(FACTORS), rows };
}

function drawRow(
  random: Random,
  { timesLeftOut }: ShopHistory,
  customerId: string,
  today: string,
): RowBrought {
  const [bornIn, joinedIn, ago] = [random.whole(-30, 12), random.whole(-10, 3), random.whole(2, 9)];
  const [points, stamps] = [random.whole(1, 60), random.chance(0.3) ? random.whole(1, 3) : 0];
  const [isBorn, isOld, isOut] = [random.chance(0.4), random.chance(0.4), random.chance(0.12)];
  return {
    customerId,
    points,
    stamps,
    birthday: isBorn ? daysLater(today, bornIn) : null,
    joinedOn: isOld ? daysLater(today, joinedIn - 365 * ago) : null,
    leftOut: isOut && !timesLeftOut.has(customerId),
  };
}

/** Month and day; a year says nothing here. */
function birthdayOf(date: string | null) {
  if (date === null) return null;
  const [, month = 1, day = 1] = date.split('-').map(Number);
  return { month, day, year: null };
}

async function send(
  history: ShopHistory,
  { shopId, timeZone }: Row,
  { rows, ...file }: Omit<FileBrought, 'id'>,
): Promise<boolean> {
  const fileHash = createHash('sha256').update(randomUUID()).digest('hex');
  const sent = { fileName: 'members.csv', fileHash, byEmail: false, ...file };
  const begun = await beginMoving({ id: shopId, timeZone }, sent, '1');
  if (!begun.ok) return false;
  const { id } = begun;
  for (const { customerId, leftOut } of rows) {
    if (!leftOut) continue;
    history.leftOutByFiles.add(customerId);
    history.unmergeable.add(customerId);
  }
  const all = rows.map(({ customerId, points, stamps, birthday, joinedOn, leftOut }, index) => ({
    line: index + 2,
    who: customerId,
    points,
    stamps: stamps > 0 ? { 'stamps/card-1': stamps } : {},
    birthday: birthdayOf(birthday),
    joinedOn,
    leftOut,
    problem: null,
  }));
  await sendRows(shopId, id, all);
  const { ok } = await endSending(shopId, id, rows.length);
  history.files.push({ id, rows, ...file });
  history.tell(
    `the file ${id} is sent: ${JSON.stringify({ rows, ...file })}`,
    rows.map(({ customerId }) => customerId),
  );
  return ok;
}
