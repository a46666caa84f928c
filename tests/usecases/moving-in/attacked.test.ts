// A file at the edges of what can be kept, and while others are at it.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { shopsWithMoving } from '#app/db/moving-in/moving-in.server.ts';
import { beginMoving, endSending, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { at, nextId, rules } from '#tests/support/factories.ts';
import { movedIn, readyFile, sayOrFail, sendMovingFile, workOnMoving } from '#tests/support/moving-file.ts';
import { uninstall } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';

const local = useLocalShopify(8);
let nextShop = 0;
let shop: InstalledShop;
let one: string;

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  await addVersion(shop.id, 9, rules(), at('08:00'));
  [one = ''] = [...shop.local.customers.keys()];
});

const entries = async () =>
  (await pool().query('select 1 from "LedgerEntry" where "shopId" = $1', [shop.id])).rowCount;

describe('C136 more than can be kept', () => {
  it('stops the file, with nothing of it done, and it can be thrown away and another sent', async () => {
    const rows = Array.from({ length: 9_300 }, (_, nr) => ({
      who: String(700_000_000 + nr),
      points: 1_000_000_000,
    }));
    const id = await readyFile(shop, rows, { theirs: 1, ours: 1_000_000 });
    expect(await sayAboutMoving(shop.id, { do: 'apply', id, despite: 100_000 })).toEqual({ ok: true });
    await goOnMoving(shop.id);
    expect((await readMoving(shop))!.file).toMatchObject({ step: 'failed', why: 'not-applied', members: 0 });
    expect(await entries()).toBe(0);
    expect(await shopsWithMoving(pool(), new Date(Date.now() + 3_600_000))).not.toContain(shop.id);
    expect(await sayAboutMoving(shop.id, { do: 'drop', id })).toEqual({ ok: true });
    await movedIn(shop, `customer id,points\n${one},5\n`);
    expect(await entries()).toBe(1);
  });
});

const file = (fileHash = nextId().padStart(64, '0')) =>
  ({ fileName: 'a.csv', fileHash, way: 'add', byEmail: false, theirs: 1, ours: 1 }) as const;
const place = () => ({ id: shop.id, timeZone: 'Europe/Paris' });
const row = (line: number, who = one) =>
  ({
    line,
    who,
    points: 5,
    stamps: {},
    birthday: null,
    leftOut: false,
    joinedOn: null,
    problem: null,
  }) as const;

describe('C136 one file by two windows', () => {
  it('the later takes over, the earlier is told, and rows of both never mix', async () => {
    const hash = nextId().padStart(64, '0');
    const begun = await Promise.all([
      beginMoving(place(), file(hash), '42'),
      beginMoving(place(), file(hash), '43'),
    ]);
    const ids = begun.map((answer) => (answer.ok ? answer.id : ''));
    const sent = await Promise.all(ids.map((id) => sendRows(shop.id, id, [row(2)])));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    const ended = await Promise.all(ids.map((id) => endSending(shop.id, id, 1)));
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await workOnMoving(shop)).preview).toMatchObject({ rows: 1, ready: 1 });
  });

  it('half sent, it brings nothing, and says so', async () => {
    const begun = await beginMoving(place(), file(), '42');
    if (!begun.ok) throw new Error(begun.refused);
    await sendRows(shop.id, begun.id, [row(2), row(3, '12')]);
    await sendRows(shop.id, begun.id, [row(3, '12')]);
    expect(await endSending(shop.id, begun.id, 3)).toEqual({ ok: false, refused: 'not-whole' });
    await goOnMoving(shop.id);
    expect([(await readMoving(shop))!.file?.step, await entries()]).toEqual(['uploading', 0]);
    expect(await sayAboutMoving(shop.id, { do: 'apply', id: begun.id })).toMatchObject({ ok: false });
  });

  it('agreed to and thrown away at once, it is one of both, whole', async () => {
    const id = await sendMovingFile(shop, `customer id,points\n${one},5\n`);
    await workOnMoving(shop);
    const said = await Promise.all(
      (['apply', 'drop'] as const).map((what) => sayAboutMoving(shop.id, { do: what, id })),
    );
    await workOnMoving(shop);
    const isApplied = said[0]!.ok;
    expect([await entries(), (await readMoving(shop))!.file?.step ?? null]).toEqual(
      isApplied ? [1, 'applied'] : [0, null],
    );
  });
});

describe('C136 a shop that leaves in the middle', () => {
  it('isn’t rung for the file any more, and a file that was agreed to is applied whole when it is back', async () => {
    const id = await readyFile(shop, [{ who: one, points: 5 }]);
    await sayAboutMoving(shop.id, { do: 'apply', id, despite: 9 });
    await uninstall(shop);
    await forgetJobs();
    await ringBells();
    expect(await bellsOf(shop)).not.toContain('move_in');
    shop = await local.install(nextShop - 1);
    await forgetJobs();
    await ringBells();
    expect(await bellsOf(shop)).toContain('move_in');
    await workOnMoving(shop);
    expect(await entries()).toBe(1);
    await sayOrFail(shop, 'undo', id);
    expect(await entries()).toBe(2);
  });
});
