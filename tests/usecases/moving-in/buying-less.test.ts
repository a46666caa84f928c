// Members of a file who could buy less here than there are named before it is brought in, and nobody brings them in unasked.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, it } from 'vitest';
import { linesBuyingLess } from '#app/usecases/moving-in/lines-buying-less.ts';
import { readMoving } from '#app/usecases/moving-in/read-moving.ts';
import { reckonAnew } from '#app/usecases/moving-in/reckon-anew.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { pool } from '#app/db/pool.server.ts';
import { at, reward, rules } from '#tests/support/factories.ts';
import { sendMovingFile, workOnMoving } from '#tests/support/moving-file.ts';
import { addVersion } from '#tests/support/shops.ts';

const local = useLocalShopify(10);
let nextShop = 0;
let shop: InstalledShop;
let customers: string[];

/** 500 of theirs were 5.00, and 100 of ours are. */
const WORTH = { theirs: 500, ours: 100, worthMinor: 500 };

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  await addVersion(shop.id, 9, rules({ rewards: [reward()] }), at('08:00'));
  customers = [...shop.local.customers.keys()];
});

const fileOf = (...points: number[]) =>
  ['customer id,points', ...points.map((one, nr) => `${customers[nr]},${one}`)].join('\n');
const less = async () => (await readMoving(shop))!.preview!.buysLess;
const apply = (id: string, despite?: number) => sayAboutMoving(shop.id, { do: 'apply', id, despite });

it('S-34 C136 480 that bought something there and would buy nothing here: named, and asked once more', async () => {
  const id = await sendMovingFile(shop, fileOf(500, 480, 1_000), WORTH);
  expect((await workOnMoving(shop)).preview).toMatchObject({
    ready: 3,
    less: 0,
    buysLess: { count: 1, lines: [3], ours: 104 },
  });
  expect(await apply(id)).toEqual({ ok: false, refused: 'buys-less' });
  expect(await apply(id, 1)).toEqual({ ok: true });
  expect((await workOnMoving(shop)).file).toMatchObject({ step: 'applied', members: 3 });
});

it('S-34 with the factor that is proposed it is nobody', async () => {
  const id = await sendMovingFile(shop, fileOf(500, 480, 730, 1_000), WORTH);
  await workOnMoving(shop);
  const found = (await less())!;
  expect(found).toMatchObject({ count: 2, lines: [3, 4], ours: 137 });
  expect(await reckonAnew(shop.id, { id, ours: found.ours! - 1 })).toEqual({ ok: true });
  expect(await less()).toMatchObject({ count: 1 });
  await reckonAnew(shop.id, { id, ours: found.ours! });
  expect(await less()).toEqual({ count: 0, lines: [], ours: 1 });
  expect(await apply(id)).toEqual({ ok: true });
  expect(await reckonAnew(shop.id, { id, ours: 500 })).toEqual({ ok: false, refused: 'not-now' });
  expect((await workOnMoving(shop)).file).toMatchObject({ step: 'applied', points: 137 + 132 + 201 + 274 });
});

it('S-34 where points there went by steps only, what no step had is nobody’s loss', async () => {
  await sendMovingFile(shop, fileOf(500, 480, 999), { ...WORTH, stepThere: 500 });
  expect((await workOnMoving(shop)).preview!.buysLess).toEqual({ count: 0, lines: [], ours: 1 });
});

it('S-34 nothing is said where nobody told what points were worth, or ours buy no money', async () => {
  const id = await sendMovingFile(shop, fileOf(480), { theirs: 500, ours: 100 });
  expect((await workOnMoving(shop)).preview!.buysLess).toBeNull();
  await sayAboutMoving(shop.id, { do: 'drop', id });
  await addVersion(shop.id, 10, rules(), at('09:00'));
  await sendMovingFile(shop, fileOf(480), WORTH);
  expect((await workOnMoving(shop)).preview!.buysLess).toBeNull();
});

it('S-34 a reward that grew dearer after the look is looked at again; agreeing to one isn’t agreeing to three', async () => {
  const id = await sendMovingFile(shop, fileOf(500, 480, 1_000), WORTH);
  await workOnMoving(shop);
  await addVersion(shop.id, 10, rules({ rewards: [reward({ cost: 300 })] }), at('09:00'));
  expect(await apply(id, 1)).toEqual({ ok: false, refused: 'buys-less' });
  expect(await less()).toMatchObject({ count: 3 });
  expect(await apply(id, 3)).toEqual({ ok: true });
});

it('S-34 all of their rows are there as a file, however many', async () => {
  const many = Array.from({ length: 60 }, (_, nr) => `${9_000_000 + nr},3`);
  const id = await sendMovingFile(shop, ['customer id,points', ...many].join('\n'), WORTH);
  await workOnMoving(shop);
  // As if Shopify had them.
  await pool().query(
    `update "MovingInRow" set "customerId" = 9000000 + line, problem = null where "shopId" = $1`,
    [shop.id],
  );
  const all = [];
  for await (const row of linesBuyingLess(shop.id, id)) all.push(row);
  expect(all).toHaveLength(60);
  expect(all[0]).toEqual({ line: 2, ours: 16_501 });
});
