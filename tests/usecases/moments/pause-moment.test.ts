// One moment paused by itself: it gives nothing from that instant on, nothing of the pause comes later, and what was given stays.
import { describe, expect, it } from 'vitest';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { packingRules } from '#app/core/moments/packing-rules.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { versionInForce } from '#app/db/moments/version-in-force.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { newestVersions, shopProgram } from '#app/db/program/programs.server.ts';
import { pauseMoment } from '#app/usecases/editing/pause-moment.ts';
import { restoreVersion } from '#app/usecases/editing/restore-version.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { readMomentPauses } from '#app/usecases/moments/read-moment-pauses.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, momentGifts, momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const every = (key: string) => momentRule('nth-order', { key, when: { n: 1, every: true } });
const [A, B] = [every('a'), every('b')];

/** Versions 3 and 4: paused on the 10th of January, started again on the 20th. */
async function pausedInJanuary(shop: OccasionShop, moments: MomentRule[], pausedMoments: string[]) {
  await addVersion(shop.id, 3, rules({ moments, pausedMoments }), '2027-01-10T12:00:00Z');
  return () => addVersion(shop.id, 4, rules({ moments }), '2027-01-20T12:00:00Z');
}

async function memberOf(shop: OccasionShop) {
  const member = await memberWith(shop);
  await counted(shop, member.id, 0);
  return member.id;
}

const pause = (shop: { id: number }, moment: string, paused = true) =>
  pauseMoment(shop.id, { moment, paused }, '42');
const versions = (shop: { id: number }) => newestVersions(pool(), shop.id, null, 10);

describe('a moment that is paused', () => {
  it('gives nothing, while the others go on, and nothing of the pause comes later', async () => {
    const shop = await momentShop([A, B]);
    const id = await memberOf(shop);
    await bought(shop, id, ['2027-01-05']);
    await sweepOn(shop, '2027-01-05', '2027-01-06');
    const start = await pausedInJanuary(shop, [A, B], ['a']);
    await bought(shop, id, ['2027-01-15']);
    await sweepOn(shop, '2027-01-15', '2027-01-16');
    expect(await momentGifts(shop)).toEqual(['a/1 given 50', 'b/1 given 50', 'b/2 given 50']);
    await start();
    await bought(shop, id, ['2027-01-21']);
    await sweepOn(shop, '2027-01-21', '2027-01-22');
    expect((await momentGifts(shop)).slice(3)).toEqual(['a/3 given 50', 'b/3 given 50']);
  });

  it('a birthday within the pause brings nothing afterwards, and the next one does', async () => {
    const birthday = [occasion({ daysAfter: 30 })];
    const shop = await momentShop([], { rules: { occasions: birthday } });
    await memberWith(shop, { month: 1, day: 15, setOn: '2026-06-01' });
    const paused = rules({ occasions: birthday, pausedMoments: ['birthday'] });
    await addVersion(shop.id, 3, paused, '2027-01-10T12:00:00Z');
    await sweepOn(shop, '2027-01-15', '2027-01-16');
    await addVersion(shop.id, 4, rules({ occasions: birthday }), '2027-01-20T12:00:00Z');
    await sweepOn(shop, '2027-01-20', '2027-01-21');
    expect(await momentGifts(shop)).toEqual([]);
    await sweepOn(shop, '2028-01-15');
    expect(await momentGifts(shop)).toEqual(['birthday/2028 given']);
  });

  it('puts nothing into parcels of orders of that time', async () => {
    const jar = momentRule('nth-order', {
      key: 'jar',
      offers: [{ kind: 'task', task: 'packing', words: 'Jar' }],
    });
    const shop = await momentShop([jar]);
    const start = await pausedInJanuary(shop, [jar], ['jar']);
    await start();
    const program = await shopProgram(pool(), shop.id);
    expect([...packingRules(program!.versions).keys()].sort()).toEqual([2, 4]);
  });

  it('a list by hand waits, keeps no other one, and goes on afterwards; a new one isn’t begun', async () => {
    const [one, two] = [momentRule('by-hand', { key: 'one' }), momentRule('by-hand', { key: 'two' })];
    const shop = await momentShop([one, two]);
    const id = await memberOf(shop);
    const list = (momentKey: string, requestKey = `list-${momentKey}`) =>
      beginList(shop.id, {
        momentKey,
        memberIds: [id],
        reason: 'Thanks',
        requestKey,
        madeBy: '42',
        again: true,
      });
    await list('one');
    await list('two');
    await pause(shop, 'one');
    await giveLists(shop.id);
    expect(await momentGifts(shop)).toEqual(['two/list-two given 50']);
    expect(await list('one', 'list-again')).toMatchObject({ ok: false, problems: [{ reason: 'no-moment' }] });
    await pause(shop, 'one', false);
    await giveLists(shop.id);
    expect((await momentGifts(shop)).sort()).toEqual(['one/list-one given 50', 'two/list-two given 50']);
  });
});

describe('pausing one', () => {
  it('C03 twice, or five times at once, makes one version, and starting again another', async () => {
    const shop = await momentShop([A, B]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => pause(shop, 'a')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":true,"version":3}']),
    );
    expect((await versions(shop))[0]).toMatchObject({ publishedBy: '42', rules: { pausedMoments: ['a'] } });
    const { since } = await readMomentPauses(shop.id, 'a');
    expect(since).not.toBeNull();
    expect(await readMomentPauses(shop.id, 'b')).toEqual({ since: null, over: [] });
    expect(await pause(shop, 'a', false)).toEqual({ ok: true, version: 4 });
    expect((await versions(shop))[0]!.rules).not.toHaveProperty('pausedMoments');
    // No version is older than the one before, and that one is of 2027.
    const today = dayIn('Europe/Paris', new Date());
    const day = today > '2027-01-01' ? today : '2027-01-01';
    expect(await readMomentPauses(shop.id, 'a')).toEqual({ since: null, over: [{ from: day, until: day }] });
  });

  it('is refused of a moment that isn’t published, and told of a shop that is gone', async () => {
    const shop = await momentShop([A]);
    expect(await pause(shop, 'gone')).toEqual({ ok: false, reason: 'no-moment' });
    expect(await pause({ id: 0 }, 'a')).toEqual({ ok: false, reason: 'no-shop' });
    expect(await versions(shop)).toHaveLength(2);
  });

  it('leaves what waits in the draft, and an older version that comes back is paused as now', async () => {
    const shop = await momentShop([A, B]);
    const draftRevision = async () => {
      const { rows } = await pool().query<{ draftRevision: number; draft: object }>(
        'select "draftRevision", draft from "Shop" where id = $1',
        [shop.id],
      );
      return rows[0]!;
    };
    await pause(shop, 'a');
    const before = await draftRevision();
    expect(before.draft).toMatchObject({ pausedMoments: ['a'] });
    await restoreVersion(shop.id, { number: 2, draftRevision: before.draftRevision });
    expect((await draftRevision()).draft).toMatchObject({
      pausedMoments: ['a'],
      moments: [{ key: 'a' }, { key: 'b' }],
    });
  });

  it('waits for those who give, and whoever gives after it gives nothing: also of a sweep under way', async () => {
    const shop = await momentShop([A, B]);
    const ids = await Promise.all(Array.from({ length: 8 }, () => memberOf(shop)));
    const day = '2027-02-01';
    for (const id of ids) await bought(shop, id, [day]);
    let paused: Promise<unknown> = Promise.resolve();
    await withTransaction(async (client) => {
      expect(await versionInForce(client, shop.id)).toBe(2);
      paused = pause(shop, 'a');
      const isFirst = await Promise.race([paused.then(() => 'paused'), waiting(shop.id)]);
      expect(isFirst).toBe('waits');
    });
    await paused;
    await Promise.all([sweepMoments(shop.id, noon(day)), sweepMoments(shop.id, noon(addDays(day, 1)))]);
    const gifts = await momentGifts(shop);
    expect(gifts).toEqual(ids.map(() => 'b/1 given 50'));
  });

  it('beside a sweep nothing is given after the pause was told', async () => {
    const shop = await momentShop([A]);
    const ids = await Promise.all(Array.from({ length: 12 }, () => memberOf(shop)));
    for (const id of ids) await bought(shop, id, ['2027-02-01']);
    const sweep = sweepMoments(shop.id, noon('2027-02-01'));
    await pause(shop, 'a');
    const atPause = await momentGifts(shop);
    await sweep;
    await sweepOn(shop, '2027-02-02');
    expect(await momentGifts(shop)).toEqual(atPause);
  });
});

/** Resolves once somebody waits to publish. */
async function waiting(shopId: number): Promise<'waits'> {
  for (;;) {
    const { rows } = await pool().query(
      `select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
      [shopId],
    );
    if (rows.length > 0) return 'waits';
  }
}
