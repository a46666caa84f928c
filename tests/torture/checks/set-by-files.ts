// What files with members say beside balances holds in the end as if those that were taken back, or thrown away, had never been: birthdays
// of whoever told none, since when somebody belongs, and who is left out since when.
import type { FileBrought, RowBrought, ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import { entriesOf, type Entry } from './moved-in.ts';
import type { TortureCheck } from './torture-check.ts';

export type Standing = FileBrought & { step: string; keeping: ReadonlySet<string> };

const STEPS = `select f.id::text, f.step from "MovingIn" f join "Shop" s on s.id = f."shopId" where s.domain = $1`;

/** Files that were applied, in their order, with those customers who keep what was taken back. */
export async function standingFiles(world: Looked, history: ShopHistory): Promise<Standing[]> {
  const rows = await world.database.ask<{ id: string; step: string }>(STEPS, [history.shop.domain]);
  const steps = new Map(rows.map(({ id, step }) => [id, step]));
  const entries = await entriesOf(world, history);
  return history.files.flatMap((file) => {
    const step = steps.get(file.id) ?? 'gone';
    if (!['applied', 'undone'].includes(step)) return [];
    return [{ ...file, step, keeping: keepingOf(entries.filter(({ fileId }) => fileId === file.id)) }];
  });
}

function keepingOf(entries: readonly Entry[]): Set<string> {
  const left = new Map<string, number>();
  for (const { customerId, unit, amount } of entries)
    left.set(`${customerId} ${unit}`, (left.get(`${customerId} ${unit}`) ?? 0) + amount);
  return new Set([...left].flatMap(([name, sum]) => (sum === 0 ? [] : (name.split(' ')[0] ?? ''))));
}

const rowOf = ({ rows }: FileBrought, customerId: string): RowBrought | undefined =>
  rows.find((row) => row.customerId === customerId);

const isBack = ({ step, keeping }: Standing, customerId: string): boolean =>
  step === 'undone' && !keeping.has(customerId);

/** What somebody has who told none themselves: the first file's that told one, until it was taken back. */
export function birthdayByFiles(files: readonly Standing[], customerId: string): string | null {
  let known: string | null = null;
  for (const file of files) {
    const told = rowOf(file, customerId)?.birthday ?? null;
    if (known === null && told !== null && !isBack(file, customerId)) known = told;
  }
  return known;
}

type Row = {
  customerId: string;
  joinedOn: string;
  blocked: boolean;
  spans: { from: string; until: string | null }[];
};

const MEMBERS = `select m."customerId"::text, m."joinedOn"::text, m.blocked,
    (select coalesce(json_agg(json_build_object('from', l."from", 'until', l.until)), '[]') from "LeftOut" l where l."memberId" = m.id) as spans
  from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1 and m."mergedIntoId" is null and m."erasedAt" is null`;

/** By customer, of whom files leave out: since when, in whole seconds, which the app alone knows. */
export async function timesByFiles(
  { database }: Looked,
  history: ShopHistory,
): Promise<Map<string, { from: string; until: string | null }[]>> {
  const rows = await database.ask<Row>(MEMBERS, [history.shop.domain]);
  const out = rows.filter(({ customerId }) => history.leftOutByFiles.has(customerId));
  const cut = (at: string | null) => at && `${new Date(at).toISOString().slice(0, 19)}Z`;
  return new Map(
    out.map(({ customerId, spans }) => [
      customerId,
      spans.map(({ from, until }) => ({ from: cut(from) ?? '', until: cut(until) })),
    ]),
  );
}

export const setByFilesCheck = {
  name: 'what files set on members',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const files = await standingFiles(world, history);
      const rows = await world.database.ask<Row>(MEMBERS, [history.shop.domain]);
      const named = rows.filter((row) => isNamed(history, row));
      compared += named.length;
      for (const row of named)
        wrong.push(...differences(history, files, row).map((text) => `${history.shop.domain}: ${text}`));
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

/** By some file, as one person all the time who took part. */
function isNamed({ customers, joined, departed, files }: ShopHistory, { customerId }: Row): boolean {
  if (!customers.includes(customerId) || joined.has(customerId) || departed.has(customerId)) return false;
  return files.some((file) => rowOf(file, customerId) !== undefined);
}

function differences(history: ShopHistory, files: readonly Standing[], row: Row): string[] {
  const { customerId, joinedOn, blocked, spans } = row;
  const holding = files.filter((file) => !isBack(file, customerId));
  const days = holding.flatMap((file) => rowOf(file, customerId)?.joinedOn ?? []).sort();
  const isOut = files.some(({ step, ...file }) => step === 'applied' && rowOf(file, customerId)?.leftOut === true);
  const isRightDay = days[0] === undefined ? !wasToldOn(history, row) : joinedOn === days[0];
  const isRightOut = history.timesLeftOut.has(customerId) || (blocked === isOut && spans.length === (isOut ? 1 : 0));
  const said = [
    ...(isRightDay ? [] : [`belongs since ${joinedOn} in place of ${days[0] ?? 'when they joined'}`]),
    ...(isRightOut ? [] : [`is ${blocked ? '' : 'not '}left out, with times ${JSON.stringify(spans)}`]),
  ];
  return said.map((text) => `${customerId} ${text}: ${history.toldOf(customerId).join('; ')}`);
} // prettier-ignore

/** By a file that holds no more. */
const wasToldOn = ({ files }: ShopHistory, { customerId, joinedOn }: Row): boolean =>
  files.some((file) => rowOf(file, customerId)?.joinedOn === joinedOn);
