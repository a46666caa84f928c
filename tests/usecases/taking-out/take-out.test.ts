// What is taken out, as its files: whole or broken off, of one moment for each member, and nothing that a spreadsheet would run.
import { expect, it } from 'vitest';
import { TAKEN_NAMES } from '#app/core/taking-out/taken-names.ts';
import { isWhole } from '#app/core/taking-out/taken-file.ts';
import { pool } from '#app/db/pool.server.ts';
import { csvFile } from '#app/routes/merchant/csv-file.ts';
import { linesFile } from '#app/routes/merchant/lines-file.ts';
import { takenHead, takenRow } from '#app/ui/taking-out/taken-row.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { takeOutLines, takeOutSheet } from '#app/usecases/taking-out/take-out.ts';
import { fullShop } from '#tests/support/full-shop.ts';
import { nextId } from '#tests/support/factories.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const fileShop = async () => {
  return { ...(await fullShop()), currency: 'EUR', timeZone: 'Europe/Paris' };
};

async function sheetText(shop: { id: number }, name: (typeof TAKEN_NAMES)[number]): Promise<string> {
  const { columns, pages } = await takeOutSheet(shop, name);
  async function* rows() {
    yield takenHead(columns);
    for await (const page of pages) for (const row of page) yield takenRow(row, columns);
  }
  return csvFile(rows()).text();
}

it('begins with what it is, and ends with the number of its rows', async () => {
  const shop = await fileShop();
  const text = await linesFile(takeOutLines(shop, TAKEN_NAMES)).text();
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.at(0)).toMatchObject({ of: 'file', form: 1, shop: shop.domain, has: TAKEN_NAMES });
  expect(lines.at(-1)).toMatchObject({ of: 'end', rows: lines.length - 2 });
  expect(isWhole(text.slice(-200), 'jsonl')).toBe(true);
  expect(new Set(lines.slice(1, -1).map(({ of }) => of))).toEqual(
    new Set(TAKEN_NAMES.filter((name) => name !== 'formerMembers')),
  );
});

it('breaks off where the database goes away', async () => {
  async function* lines() {
    yield '{"of":"file"}\n';
    throw new Error('the database went away');
  }
  await expect(linesFile(lines()).text()).rejects.toThrow('the database went away');
});

it('has no end once nobody waits for it', async () => {
  const shop = await fileShop();
  const gone = new AbortController();
  let text = '';
  for await (const lines of takeOutLines(shop, TAKEN_NAMES, gone.signal)) {
    text += lines;
    gone.abort();
  }
  expect(isWhole(text, 'jsonl')).toBe(false);
});

it('C05 a member’s entries up to its own number make up its balances, whatever is written meanwhile', async () => {
  const shop = await fileShop();
  const found: Record<string, unknown>[] = [];
  for await (const lines of takeOutLines(shop, ['members', 'entries'])) {
    found.push(
      ...lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    );
    const more = { unit: 'points', amount: 7, reason: '', belowZero: false, madeBy: '42' };
    for (const { memberId } of shop.people)
      await adjustMember(shop.id, memberId, { ...more, requestKey: nextId() });
  }
  const members = found.filter(({ of }) => of === 'members');
  expect(members).toHaveLength(2);
  for (const { memberId, points, entries, stamps } of members) {
    const own = found.filter(
      (line) =>
        line['of'] === 'entries' && line['memberId'] === memberId && Number(line['seq']) <= Number(entries),
    );
    const sum = (unit: string) =>
      own.filter((line) => line['unit'] === unit).reduce((all, line) => all + Number(line['amount']), 0);
    expect(own).toHaveLength(Number(entries));
    expect(sum('points')).toBe(points);
    expect({ coffee: sum('stamps/coffee') }).toEqual(stamps);
  }
});

it('a spreadsheet of members has a column for each card, dates without a year, and yes and no', async () => {
  const shop = await fileShop();
  const [head = '', first = ''] = (await sheetText(shop, 'members')).split('\n');
  const columns = head.replace('\uFEFF', '').split(',');
  const cells = first.split(',');
  const of = (name: string) => cells[columns.indexOf(name)];
  expect(columns).toEqual(expect.arrayContaining(['customerId', 'points', 'joinedOn', 'stamps/coffee']));
  expect(of('customerId')).toBe(shop.people[0].customerId);
  expect(of('birthday')).toBe('05-03');
  expect(of('leftOut')).toBe('no');
  expect(Number(of('stamps/coffee'))).toBe(3);
});

it('no cell is a formula, and JSON in a cell is what it was', async () => {
  const shop = await fileShop();
  const nasty = '=HYPERLINK("x");@SUM(1),+1\n-1+cmd';
  await pool().query('update "Adjustment" set reason = $2 where "shopId" = $1', [shop.id, nasty]);
  await pool().query('update "Gift" set reason = $2, gives = $3 where "shopId" = $1', [
    ...[shop.id, nasty],
    JSON.stringify({ title: { en: nasty }, points: -5 }),
  ]);
  for (const name of TAKEN_NAMES) {
    const text = (await sheetText(shop, name)).replace('\uFEFF', '');
    // As Excel parts cells with semicolons, and anything else does.
    const cells = text.split(/[;,\t\n"|]+/);
    expect(
      cells.filter((cell) => /^\s*(?:[=+@＝＋－＠]|-(?![\d.]+$))/.test(cell)),
      name,
    ).toEqual([]);
  }
  const gifts = await sheetText(shop, 'gifts');
  const [json = ''] = /"\{""title"".*?\}"/.exec(gifts) ?? [];
  expect(JSON.parse(json.slice(1, -1).replaceAll('""', '"'))).toEqual({ title: { en: nasty }, points: -5 });
});
