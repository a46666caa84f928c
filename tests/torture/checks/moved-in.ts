// What a file brought is what it says, once for each member and unit, whole or not at all; and once it was taken back nothing of it is
// left but with who had spent of it.
import type { Adjustment, FileBrought, ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import { PEOPLE } from './moments/gifts-of.ts';
import type { TortureCheck } from './torture-check.ts';

export type Entry = {
  fileId: string;
  undone: boolean;
  memberId: string;
  personId: string;
  customerId: string;
  unit: string;
  amount: number;
  at: string;
};
type FileRow = { id: string; step: string; spentMembers: number };

const ENTRIES = `${PEOPLE} select split_part(e."sourceKey", '/', 2) as "fileId", e."sourceKey" like '%/undone' as undone, e."memberId"::text,
    p.person::text as "personId", p.customer as "customerId", e.unit, e.amount::float8 as amount, e."recordedAt" as at
  from "LedgerEntry" e join "Shop" s on s.id = e."shopId" join people p on p.member = e."memberId"
  where s.domain = $1 and e.kind = 'import' order by e.id`;
const FILES = `select f.id::text, f.step, f."spentMembers" from "MovingIn" f join "Shop" s on s.id = f."shopId" where s.domain = $1`;

export async function entriesOf({ database }: Looked, { shop, erased }: ShopHistory): Promise<Entry[]> {
  const rows = await database.ask<Entry>(ENTRIES, [shop.domain]);
  return rows.map((row) => ({ ...row, customerId: erased.get(row.personId) ?? row.customerId }));
}

/** As the replay adds them up: what whoever left had before counts no more. */
export async function broughtIn(world: Looked, history: ShopHistory): Promise<Adjustment[]> {
  const entries = await entriesOf(world, history);
  return entries.flatMap(({ customerId, unit, amount, at }) => {
    const returnedAt = history.departed.get(customerId);
    const isGone = returnedAt !== undefined && (returnedAt === null || new Date(at) < new Date(returnedAt));
    return isGone ? [] : [{ customerId, unit, amount }];
  });
}

export const movedInCheck = {
  name: 'files with members',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const entries = await entriesOf(world, history);
      const files = await world.database.ask<FileRow>(FILES, [history.shop.domain]);
      const steps = new Map(files.map((file) => [file.id, file]));
      compared += entries.length;
      for (const file of history.files) {
        const ofIt = entries.filter(({ fileId }) => fileId === file.id);
        const said = differences(history, file, steps.get(file.id), ofIt);
        wrong.push(...said.map((text) => `${history.shop.domain}: file ${JSON.stringify(file)} ${text}`));
      }
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

function differences(
  history: ShopHistory,
  file: FileBrought,
  row: FileRow | undefined,
  entries: readonly Entry[],
): string[] {
  const isIn = row !== undefined && ['applied', 'undoing', 'undone'].includes(row.step);
  if (!isIn) return entries.length > 0 ? [`is ${row?.step ?? 'gone'} and brought ${entries.length}`] : [];
  return [
    ...twice(entries),
    ...file.rows.flatMap((one) => amounts(history, file, one, entries)),
    ...(row.step === 'undone' ? keptBack(entries, row) : []),
  ];
}

function twice(entries: readonly Entry[]): string[] {
  const names = entries.map(({ memberId, unit, undone }) => `${memberId} ${unit} ${undone ? 'back' : 'in'}`);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `brought twice: ${name}`);
}

/** Of whoever was one person all the time. A balance that was set gets no more than is missing. */
function amounts(
  { customers, joined, departed }: ShopHistory,
  { way, theirs, ours }: FileBrought,
  { customerId, points, stamps }: FileBrought['rows'][number],
  entries: readonly Entry[],
): string[] {
  if (!customers.includes(customerId) || joined.has(customerId) || departed.has(customerId)) return [];
  const wanted = { points: Math.ceil((points * ours) / theirs), 'stamps/card-1': stamps };
  return Object.entries(wanted).flatMap(([unit, most]) => {
    const of = entries.filter((entry) => entry.customerId === customerId && entry.unit === unit && !entry.undone);
    const amount = of.reduce((sum, entry) => sum + entry.amount, 0);
    const isRight = way === 'add' ? amount === most : amount >= 0 && amount <= most;
    return isRight ? [] : [`brought ${customerId} ${amount} of ${unit} in place of ${most}`];
  });
} // prettier-ignore

function keptBack(entries: readonly Entry[], { spentMembers }: FileRow): string[] {
  const left = new Map<string, number>();
  for (const { memberId, unit, amount } of entries)
    left.set(`${memberId} ${unit}`, (left.get(`${memberId} ${unit}`) ?? 0) + amount);
  const keeping = new Set([...left].flatMap(([name, sum]) => (sum === 0 ? [] : (name.split(' ')[0] ?? ''))));
  return keeping.size > spentMembers ? [`was undone, and ${keeping.size} keep of it; ${spentMembers} spent`] : [];
} // prettier-ignore
