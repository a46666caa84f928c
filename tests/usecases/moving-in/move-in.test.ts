// Members are brought in from files: found at Shopify, looked at, applied all or nothing, and undone.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { readMovedRow } from '#app/core/moving-in/moved-row.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { hasher } from '#app/ui/moving-in/send-file.ts';
import { takenHead, takenRow } from '#app/ui/taking-out/taken-row.ts';
import { csvFile } from '#app/routes/merchant/csv-file.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { askEmailsGiven } from '#app/usecases/moving-in/ask-emails-given.ts';
import { beginMoving, endSending, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { problemsOfFile } from '#app/usecases/moving-in/problems-of-file.ts';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { takeOutSheet } from '#app/usecases/taking-out/take-out.ts';
import { at, nextId, rules } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { readMovingText } from '#tests/support/read-moving-text.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import { addVersion } from '#tests/support/shops.ts';

const local = useLocalShopify(20);
let nextShop = 0;
let shop: InstalledShop;
let customers: string[];

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  await addVersion(shop.id, 9, rules(), at('08:00'));
  shop.local.emailsGranted = true;
  customers = [...shop.local.customers.keys()];
});

const emailOf = (id: string) => shop.local.customers.get(id)?.email ?? '';
type How = { way?: 'add' | 'set'; theirs?: number; ours?: number };

async function send(text: string, { way = 'add', theirs = 1, ours = 1 }: How = {}) {
  const { rows, by, fileHash } = await readMovingText(text);
  const file = { fileName: 'members.csv', fileHash, way, byEmail: by === 'email', theirs, ours };
  const begun = await beginMoving({ id: shop.id, timeZone: 'Europe/Paris' }, file, '42');
  if (!begun.ok) return begun;
  const hash = by === 'email' ? await hasher(begun.key) : async (who: string) => who;
  const hashed = await Promise.all(rows.map(async (row) => ({ ...row, who: await hash(row.who) })));
  await sendRows(shop.id, begun.id, hashed);
  await sendRows(shop.id, begun.id, hashed);
  return endSending(shop.id, begun.id, rows.length);
}

async function work() {
  for (let turn = 0; turn < 6; turn += 1) await goOnMoving(shop.id);
  return (await readMoving(shop))!;
}

const say = async (what: 'apply' | 'undo' | 'drop') =>
  sayAboutMoving(shop.id, { do: what, id: (await readMoving(shop))!.file!.id });

type Has = { customer: string; points: number };

async function balances(): Promise<Has[]> {
  const { rows } = await pool().query<Has>(
    `select m."customerId"::text as customer, m.points::int, coalesce(c.stamps, 0)::int as stamps, m.blocked,
       m."birthMonth" as month, m."birthDay" as day, m."birthYear" as year
     from "Member" m left join "MemberCard" c on c."memberId" = m.id where m."shopId" = $1 and m."mergedIntoId" is null order by 1`,
    [shop.id],
  );
  return rows;
}

const pointsOf = async (customer: string) =>
  (await balances()).find((row: { customer: string }) => row.customer === customer) as
    { points: number } | undefined;

/** As a new shop has it; entries are deleted by nothing else. */
async function forgetMembers(): Promise<void> {
  const tables = [
    'MovingInRow',
    'MovingIn',
    'OpenLot',
    'LotBook',
    'LedgerEntry',
    'MemberCard',
    'Adjustment',
    'LeftOut',
  ];
  await withTransaction(async (client) => {
    await client.query('set local session_replication_role = replica');
    for (const table of [...tables, 'BirthdayChange', 'DailyFigure', 'Member'])
      await client.query(`delete from "${table}" where "shopId" = $1`, [shop.id]);
  });
}

describe('S-34 members of another app', () => {
  it('are found by address, looked at, applied once, and undone', async () => {
    const [one = '', two = ''] = customers;
    const text = `Email,Points\n${emailOf(one).toUpperCase()},501\n${emailOf(two)},10\nnobody@example.com,7\n`;
    expect(await send(text, { theirs: 5, ours: 1 })).toEqual({ ok: true });
    const page = await work();
    expect(page.file).toMatchObject({ step: 'ready' });
    expect(page.preview).toMatchObject({
      rows: 3,
      ready: 2,
      theirs: 511,
      ours: 103,
      less: 0,
      lines: [{ line: 4, problem: 'not-found' }],
    });
    expect(await balances()).toEqual([]);
    expect(await Promise.all([say('apply'), say('apply')])).toEqual([{ ok: true }, { ok: true }]);
    await Promise.all([goOnMoving(shop.id), goOnMoving(shop.id)]);
    expect((await work()).file).toMatchObject({ step: 'applied', members: 2, points: 103 });
    expect(await pointsOf(one)).toMatchObject({ points: 101 });
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
    expect(await send(text)).toEqual({ ok: false, refused: 'same-file' });
    expect(await say('undo')).toEqual({ ok: true });
    expect((await work()).file).toMatchObject({ step: 'undone', spentMembers: 0 });
    expect((await balances()).map(({ points }) => points)).toEqual([0, 0]);
  });

  it('leave no address and no hash of one behind', async () => {
    const [one = ''] = customers;
    await send(`email,points\n${emailOf(one)},5\nnobody@example.com,5\n`);
    const words = async () =>
      JSON.stringify(
        (
          await pool().query(
            `select * from "MovingIn" m left join "MovingInRow" r on r."movingId" = m.id where m."shopId" = $1`,
            [shop.id],
          )
        ).rows,
      );
    expect(await words()).not.toContain('@');
    await work();
    const { rows } = await pool().query(
      `select m.key, count(r.who)::int as hashes from "MovingIn" m join "MovingInRow" r on r."movingId" = m.id where m."shopId" = $1 group by 1`,
      [shop.id],
    );
    expect(rows).toEqual([{ key: null, hashes: 0 }]);
  });

  it('C136 twice in a file are nobody’s until it is mended; bad rows are named; the others go on', async () => {
    const [one = '', two = ''] = customers;
    await send(
      `customer id,points,stamps/gone\n${one},5,0\n${one},6,0\n${two},x,0\n${customers[2]},7,2\n${customers[3]},8,0\n`,
    );
    const { preview } = await work();
    expect(preview).toMatchObject({ ready: 1, problems: { twice: 2, points: 1, 'no-card': 1 } });
    await say('apply');
    await work();
    expect(await balances()).toMatchObject([{ customer: customers[3], points: 8 }]);
  });

  it('C136 set to a balance never take anything: who would have less keeps the file back', async () => {
    const [one = ''] = customers;
    await send(`customer id,points\n${one},50\n`);
    await work();
    await say('apply');
    await work();
    await send(`customer id,points\n${one},49\n`, { way: 'set' });
    expect((await work()).preview).toMatchObject({ less: 1 });
    expect(await say('apply')).toEqual({ ok: false, refused: 'less' });
    expect(await say('drop')).toEqual({ ok: true });
    await send(`customer id,points\n${one},80\n`, { way: 'set' });
    await work();
    await say('apply');
    await work();
    expect(await pointsOf(one)).toMatchObject({ points: 80 });
  });

  it('C136 undone takes birthdays back that nobody changed since, of members without a balance too', async () => {
    const [one = '', two = '', three = ''] = customers;
    await send(
      `customer id,points,birthday\n${one},50,1990-05-03\n${two},0,1991-06-04\n${three},0,1992-07-05\n`,
    );
    await work();
    await say('apply');
    await work();
    const told = { month: 8, day: 9, year: null };
    await setBirthday(shop.id, { customerId: three }, told, { kind: 'shopper' }, nextId());
    await say('undo');
    await work();
    const dates = (await balances()) as unknown as { customer: string; month: number | null }[];
    expect(dates.map(({ customer, month }) => [customer, month]).sort()).toEqual(
      [
        [one, null],
        [two, null],
        [three, 8],
      ].sort(),
    );
  });

  it('C136 undone after one of them has spent: that one keeps it, and is counted', async () => {
    const [one = '', two = ''] = customers;
    await send(`customer id,points\n${one},50\n${two},60\n`);
    await work();
    await say('apply');
    await work();
    const spent = {
      unit: 'points',
      amount: -1,
      reason: 'x',
      belowZero: false,
      madeBy: '42',
      requestKey: nextId(),
    };
    expect(await adjustMember(shop.id, await memberIdOf(shop, one), spent)).toMatchObject({ ok: true });
    await say('undo');
    expect((await work()).file).toMatchObject({ step: 'undone', spentMembers: 1 });
    expect([await pointsOf(one), await pointsOf(two)]).toMatchObject([{ points: 49 }, { points: 0 }]);
  });

  it('C136 while one file is under way another waits, and half a file is none', async () => {
    const [one = ''] = customers;
    await send(`customer id,points\n${one},50\n`);
    expect(await send(`customer id,points\n${one},51\n`)).toEqual({ ok: false, refused: 'under-way' });
    await work();
    await say('drop');
    const file = {
      fileName: 'x',
      fileHash: 'a'.repeat(64),
      way: 'add',
      byEmail: false,
      theirs: 1,
      ours: 1,
    } as const;
    const begun = await beginMoving({ id: shop.id, timeZone: 'UTC' }, file, '42');
    if (!begun.ok) throw new Error(begun.refused);
    expect(await endSending(shop.id, begun.id, 5)).toEqual({ ok: false, refused: 'not-whole' });
    expect(await send(`customer id,points\n${one},52\n`)).toEqual({ ok: true });
  });

  it('C136 C36 a customer who was merged meanwhile is the one who is kept', async () => {
    const [one = '', two = ''] = customers;
    await send(`customer id,points\n${one},50\n${two},60\n`);
    await work();
    await say('apply');
    await work();
    await send(`customer id,points\n${one},5\n`);
    await work();
    await merge(shop, two, one);
    await say('apply');
    await work();
    expect(await pointsOf(two)).toMatchObject({ points: 115 });
  });

  it('C136 who left the program isn’t given anything, and a file that takes from who has is kept back', async () => {
    const [one = '', two = ''] = customers;
    await send(`customer id,points\n${one},50\n${two},60\n`);
    await work();
    await say('apply');
    await work();
    await pool().query('update "Member" set "leftAt" = now() where "shopId" = $1 and "customerId" = $2', [
      shop.id,
      one,
    ]);
    await send(`customer id,points\n${one},5\n${two},-1\n`);
    expect((await work()).preview).toMatchObject({
      ready: 1,
      less: 1,
      lines: [{ line: 2, problem: 'left' }],
    });
    expect(await say('apply')).toEqual({ ok: false, refused: 'less' });
  });

  it('C136 what came after the look stays: to set never takes', async () => {
    const [one = ''] = customers;
    await send(`customer id,points\n${one},50\n`, { way: 'set' });
    await work();
    await say('apply');
    await work();
    await send(`customer id,points\n${one},60\n`, { way: 'set' });
    await work();
    expect(await say('apply')).toEqual({ ok: true });
    const more = {
      unit: 'points',
      amount: 40,
      reason: 'x',
      belowZero: false,
      madeBy: '42',
      requestKey: nextId(),
    };
    await adjustMember(shop.id, await memberIdOf(shop, one), more);
    await work();
    expect(await pointsOf(one)).toMatchObject({ points: 90 });
  });

  it('C63 who is erased while a file waits is nobody in it', async () => {
    const [one = '', two = ''] = customers;
    await send(`customer id,points\n${one},50\n${two},60\n`);
    await work();
    await say('apply');
    await work();
    await send(`customer id,points\n${one},5\n${two},6\n`);
    await work();
    await redact(shop, one);
    expect((await readMoving(shop))!.preview).toMatchObject({ rows: 1 });
    await say('apply');
    await work();
    expect(await pointsOf(two)).toMatchObject({ points: 66 });
  });

  it('where Shopify gives no addresses, it says so before and after, and nothing is done', async () => {
    expect(await askEmailsGiven(shop.local.domain)).toBe(true);
    shop.local.emailsGranted = false;
    expect(await askEmailsGiven(shop.local.domain)).toBe(false);
    await send(`email,points\n${emailOf(customers[0]!)},50\n`);
    expect((await work()).file).toMatchObject({ step: 'failed', why: 'no-emails' });
    expect(await say('drop')).toEqual({ ok: true });
    expect(await balances()).toEqual([]);
  });

  it('C136 rubbish in Shopify’s file costs one customer at most', async () => {
    shop.local.bulk.trouble.rubbishAt = [1];
    await send(`customer id,points\n${customers[0]},50\n${customers[1]},60\n`);
    expect((await work()).file).toMatchObject({ step: 'ready' });
    shop.local.bulk.trouble.clear();
  });

  it('C136 a file that Shopify breaks off is read again', async () => {
    shop.local.bulk.trouble.breaksAfter = { bytes: 20, times: 2 };
    await send(`customer id,points\n${customers[0]},50\n`);
    for (let turn = 0; turn < 8; turn += 1)
      await goOnMoving(shop.id).catch((error: unknown) => expect(String(error)).toContain('bulk'));
    expect((await readMoving(shop))!).toMatchObject({ file: { step: 'ready' }, preview: { ready: 1 } });
  });
});

it('S-34 what a shop exports and imports again is what it was', async () => {
  const [one = '', two = '', three = ''] = customers;
  await send(
    `customer id,points,birthday,excluded,stamps/coffee\n${one},120,05/03,no,3\n${two},0,,yes,12\n${three},-7,,no,0\n`,
  );
  await work();
  await say('apply');
  await work();
  const extra = { reason: '', belowZero: true, madeBy: '42' };
  await adjustMember(shop.id, await memberIdOf(shop, one), {
    ...extra,
    unit: 'points',
    amount: -20,
    requestKey: nextId(),
  });
  await setBirthday(
    shop.id,
    { customerId: two },
    { month: 2, day: 29, year: null },
    { kind: 'shopper' },
    nextId(),
  );
  await blockMember(shop.id, await memberIdOf(shop, three), true);
  const before = await balances();
  expect(before).toHaveLength(3);
  const { columns, pages } = await takeOutSheet(shop, 'members');
  async function* rows() {
    yield takenHead(columns);
    for await (const page of pages) for (const row of page) yield takenRow(row, columns);
  }
  const text = await csvFile(rows()).text();
  await forgetMembers();
  expect(await send(text)).toEqual({ ok: true });
  expect((await work()).preview).toMatchObject({ rows: 3, ready: 3, lines: [] });
  await say('apply');
  await work();
  expect(await balances()).toEqual(before);
});

it('C136 a file that wasn’t sent whole is gone by the next night, with its key and what stood for addresses', async () => {
  const file = {
    fileName: 'half.csv',
    fileHash: 'h'.repeat(64),
    way: 'add',
    byEmail: true,
    theirs: 1,
    ours: 1,
  } as const;
  const begun = await beginMoving({ id: shop.id, timeZone: 'Europe/Paris' }, file, '42');
  if (!begun.ok) throw new Error(begun.refused);
  const row = readMovedRow(['ada@example.com', '5'], 2, {
    fields: ['email', 'points'],
    by: 'email',
    dates: 'mdy',
    today: '2026-11-27',
  });
  await sendRows(shop.id, begun.id, [{ ...row, who: 'x'.repeat(64) }]);
  const left = async () =>
    (
      await pool().query(
        'select 1 from "MovingIn" f left join "MovingInRow" r on r."movingId" = f.id where f."shopId" = $1',
        [shop.id],
      )
    ).rowCount;
  await deleteOldRecords();
  expect(await left()).toBe(1);
  await pool().query(`update "MovingIn" set "madeAt" = "madeAt" - interval '2 hours' where "shopId" = $1`, [
    shop.id,
  ]);
  await deleteOldRecords();
  expect(await left()).toBe(0);
});

describe('S-34 a look at a file that waits', () => {
  it('counts nothing anew, and agreeing to it does', async () => {
    await send(`Customer ID,Points\n${customers[0]},50\n${customers[1]},20\n`, { way: 'set' });
    const before = await work();
    expect(before.preview).toMatchObject({ ready: 2, ours: 70, less: 0 });
    const memberId = await memberIdOf(shop, await takingPart(customers[0]!));
    const given = { unit: 'points', amount: 80, reason: 'more', belowZero: false } as const;
    await adjustMember(shop.id, memberId, { ...given, requestKey: nextId(), madeBy: '42' });
    expect((await readMoving(shop))!.preview).toEqual(before.preview);
    expect(await say('apply')).toEqual({ ok: false, refused: 'less' });
    expect((await readMoving(shop))!.preview).toMatchObject({ less: 1 });
  });

  it('names every row that isn’t taken, in a file of its own, however many', async () => {
    const unknown = Array.from({ length: 60 }, (_, nr) => `9${String(nr).padStart(11, '0')},5`);
    await send(['Customer ID,Points', `${customers[0]},50`, ...unknown].join('\n'));
    const { file, preview } = await work();
    expect(preview).toMatchObject({ ready: 1, problems: { 'not-found': 60 } });
    expect(preview!.lines).toHaveLength(50);
    const all = await problems(file!.id);
    expect(all).toHaveLength(60);
    expect(all.at(-1)).toEqual({ line: 62, problem: 'not-found' });
    await say('apply');
    expect((await work()).preview).toMatchObject({ problems: { 'not-found': 60 } });
    expect(await problems(file!.id)).toEqual(all);
  });
});

/** Made a member, as by an order. */
async function takingPart(customerId: string): Promise<string> {
  await pool().query(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, now()) on conflict do nothing`,
    [shop.id, customerId],
  );
  return customerId;
}

async function problems(id: string) {
  const all: unknown[] = [];
  for await (const problem of problemsOfFile(shop.id, id)) all.push(problem);
  return all;
}
