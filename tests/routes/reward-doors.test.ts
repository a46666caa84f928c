// A merchant's doors to rewards over real HTTP: another shop's members and rewards, wild input, and one click sent many times.
import { useBuiltApp } from './use-built-app.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { addReadyCodes, books, FIVE, memberIdOf, memberWith, tally, tap } from '#tests/support/rewards.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { sessionToken } from './merchant.ts';

const app = useBuiltApp('reward-doors');
let shop: TestShop;
let customerId: string;
let memberId: string;

async function opened(domain: string): Promise<TestShop> {
  const id = (await findShop(pool(), domain))?.id ?? 0;
  await publishRewards(id, [FIVE]);
  await addReadyCodes({ id, domain }, FIVE, 20);
  return { id, domain };
}

beforeEach(async () => {
  shop = await opened(app.shop);
  customerId = await memberWith(shop, 120);
  memberId = await memberIdOf(shop, customerId);
});

const at = (path: string, route: string) =>
  `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(`routes/${route}`)}`;
const ofMember = (body: unknown, { id = memberId, as = app.shop } = {}) =>
  app.post(at(`/app/members/${id}`, 'app.members.$id'), body, sessionToken(as));
const ofProgram = (body: unknown) => app.post(at('/app/program?index', 'app.program._index'), body);
const ofOrders = (body: unknown, as = app.shop) =>
  app.post(at('/app/orders', 'app.orders'), body, sessionToken(as));

let keys = 0;
const gift = (changes: object = {}) => ({
  ...{ do: 'give-reward', reward: 'five', reason: 'The cup came broken', note: '' },
  requestKey: `request-key-${(keys += 1)}`,
  ...changes,
});
const back = (voucher: string) => ({ do: 'take-back-reward', voucher, reason: 'By mistake' });
const json = async (answer: Response): Promise<unknown> => answer.json();
const lastVoucher = async () => {
  const { rows } = await pool().query<{ id: string; state: string; flagSeen: string | null }>(
    'select id::text, state, "flagSeen" from "Voucher" where "shopId" = $1 order by id desc limit 1',
    [shop.id],
  );
  return rows[0];
};

describe('a reward by hand', () => {
  test('C62 isn’t given to another shop’s member, nor taken back by another shop', async () => {
    const other = await opened(await app.openOther());
    expect(await json(await ofMember(gift(), { as: other.domain }))).toMatchObject({
      problems: [{ field: null, reason: 'no-member' }],
    });
    const held = await tap(shop, customerId);
    const voucher = held.ok ? held.voucher.id : '';
    const refused = { ok: false, problems: [{ field: null, reason: 'not-held' }] };
    expect(await json(await ofMember(back(voucher), { as: other.domain }))).toMatchObject(refused);
    // Nor from another member's page of the shop itself.
    const id = await memberIdOf(shop, await memberWith(shop, 1));
    expect(await json(await ofMember(back(voucher), { id }))).toMatchObject(refused);
    expect(await books(shop, customerId)).toMatchObject({ points: 20, vouchers: ['held'] });
  });

  test('one click that is sent twenty times gives one, and takes it back once', async () => {
    const sent = gift();
    const given = await Promise.all(Array.from({ length: 20 }, async () => json(await ofMember(sent))));
    expect(tally(given.map((answer) => JSON.stringify(answer)))).toEqual({ '{"ok":true,"waits":false}': 20 });
    expect(await books(shop, customerId)).toMatchObject({
      points: 120,
      vouchers: ['held'],
      gifts: ['given'],
    });
    const { id = '' } = (await lastVoucher()) ?? {};
    const taken = await Promise.all(Array.from({ length: 20 }, async () => json(await ofMember(back(id)))));
    expect(tally(taken.map((answer) => JSON.stringify(answer)))).toEqual({ '{"ok":true}': 20 });
    expect(await books(shop, customerId)).toMatchObject({ points: 120, vouchers: ['releasing'] });
  });

  test('one key with other contents is another request', async () => {
    const sent = gift();
    expect(await json(await ofMember(sent))).toMatchObject({ ok: true });
    expect(await json(await ofMember({ ...sent, reason: 'Another' }))).toMatchObject({
      problems: [{ field: null, reason: 'other-request' }],
    });
    expect((await books(shop, customerId)).vouchers).toEqual(['held']);
  });

  test('a request whose answer was lost is answered, also where the reward is published no more', async () => {
    const sent = gift();
    await ofMember(sent);
    await publishRewards(shop.id, []);
    expect(await json(await ofMember(sent))).toEqual({ ok: true, waits: false });
    expect(await json(await ofMember(gift()))).toMatchObject({
      problems: [{ field: 'reward', reason: 'no-reward' }],
    });
  });

  test.each([
    [{ reward: '__proto__' }, [{ field: 'reward', reason: 'no-reward' }]],
    [{ reward: 'FIVE' }, [{ field: 'reward', reason: 'no-reward' }]],
    [{ reason: ' \u200b ' }, [{ field: 'reason', reason: 'missing' }]],
    [{ reason: 'x'.repeat(2_000) }, [{ field: 'reason', reason: 'too-long' }]],
    [{ note: '<script>'.repeat(200) }, [{ field: 'note', reason: 'too-long' }]],
  ])('isn’t given by %j', async (changes, problems) => {
    expect(await json(await ofMember(gift(changes)))).toEqual({ ok: false, reason: 'refused', problems });
    expect((await books(shop, customerId)).gifts).toEqual([]);
  });

  test.each([
    gift({ reward: 5 }),
    gift({ reason: ['x'] }),
    gift({ requestKey: '../../etc/passwd' }),
    { ...back('1'), voucher: '1; drop table "Voucher"' },
    { ...back('1'), voucher: '-1' },
    { do: 'take-back-gift', cause: 'hand/1'.repeat(50), reason: 'x' },
    { do: 'give-all' },
    '{"do":"give-reward"',
    '[]',
    'null',
    '',
  ])('a body that no page sends is refused whole: %j', async (body) => {
    const answer = await ofMember(body);
    expect([answer.status, await json(answer)]).toEqual([422, { ok: false, reason: 'malformed' }]);
    expect((await books(shop, customerId)).gifts).toEqual([]);
  });

  test.each(['0', '999999999999999999', 'x', '1e3', '%00', '-1', '9'.repeat(40)])(
    'nobody is at /app/members/%s',
    async (id) => {
      const [given, taken] = [await ofMember(gift(), { id }), await ofMember(back('1'), { id })];
      expect([200, 400, 404]).toContain(given.status);
      expect(given.status).toBe(taken.status);
      if (given.status !== 200) return;
      expect(await json(given)).toMatchObject({ problems: [{ reason: 'no-member' }] });
      expect(await json(taken)).toMatchObject({ problems: [{ reason: 'not-held' }] });
    },
  );

  test('a gift of another’s cause, or of a redemption, isn’t a waiting gift', async () => {
    await tap(shop, customerId);
    for (const cause of ['', 'hand/x', 'redeem/x', "' or 1=1 --", 'birthday/2026']) {
      const answer = await ofMember({ do: 'take-back-gift', cause, reason: 'x' });
      expect(await json(answer)).toMatchObject({ problems: [{ reason: 'not-held' }] });
    }
    expect((await books(shop, customerId)).vouchers).toEqual(['held']);
  });
});

describe('the program', () => {
  test('C62 a flag of another shop’s reward isn’t seen by it', async () => {
    const held = await tap(shop, customerId);
    const id = held.ok ? held.voucher.id : '';
    await pool().query(`update "Voucher" set flag = 'beyond' where id = $1`, [id]);
    const other = await opened(await app.openOther());
    expect(await json(await ofOrders({ do: 'see-reward', id, flag: 'beyond' }, other.domain))).toEqual({
      ok: true,
    });
    expect(await lastVoucher()).toMatchObject({ flagSeen: null });
    // Nor what has become of it since it was shown.
    await ofOrders({ do: 'see-reward', id, flag: 'used-late' });
    expect(await lastVoucher()).toMatchObject({ flagSeen: null });
    await ofOrders({ do: 'see-reward', id, flag: 'beyond' });
    expect(await lastVoucher()).toMatchObject({ flagSeen: 'beyond' });
  });

  const stored = async () => {
    const { rows } = await pool().query<{ draft: unknown; revision: number }>(
      'select draft, "draftRevision" as revision, "publishedVersion" from "Shop" where id = $1',
      [shop.id],
    );
    return rows[0]!;
  };

  test.each(['__proto__', 'constructor', 'reward-9', '', '../five'])(
    'a part called %j is no part: nothing changes',
    async (key) => {
      const before = await stored();
      await ofProgram({ do: 'remove-reward', key, revision: before.revision });
      await ofProgram({ do: 'keep-reward', key, revision: before.revision });
      expect((await stored()).draft).toEqual(before.draft);
    },
  );

  test('a removal that is sent many times at once is one', async () => {
    const { revision } = await stored();
    const sent = { do: 'remove-reward', key: 'five', revision };
    const answers = await Promise.all(Array.from({ length: 10 }, async () => json(await ofProgram(sent))));
    // Asked while the first is being saved, another finds that the draft has changed, or that it is done.
    expect(answers).toContainEqual({ ok: true });
    const after = await stored();
    expect(after.revision).toBe(revision + 1);
    expect(JSON.stringify(after.draft)).not.toContain('"five"');
  });
});
