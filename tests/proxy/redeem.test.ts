// POST /proxy/redeem and /proxy/give-back over real HTTP, into a real database.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { pool } from '#app/db/pool.server.ts';
import { textsOf } from '#app/locales/texts.ts';
import { captureLog } from '#tests/support/captured-log.ts';
import { nextId, reward, rules } from '#tests/support/factories.ts';
import { books, FIVE, memberWith, rewardShop } from '#tests/support/rewards.ts';
import { addVersion, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type Answered, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const DOMAIN = 'roaster.myshopify.com';
const LATER = reward({ key: 'later', usable: 'next-day' });
const ONCE = reward({ key: 'once', limits: { perPerson: 1, perPeriod: null, inAll: null } });
const OVER = reward({ key: 'over', endsOn: '2020-01-01' });
const NONE = reward({ key: 'none', gives: { kind: 'free-shipping', upToMinor: 700 } });
let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  shop = await rewardShop({ rewards: [FIVE, LATER, ONCE, OVER, NONE], codes: 50, domain: DOMAIN });
  await pool().query(`delete from "RewardCode" where owner like 'reward/none/%'`);
  pages = await openShopPages();
  return () => pages.stop();
});

type Body = Answered['body'] & {
  refused?: string;
  points?: number;
  voucher?: { id: string; code: string | null; state: string; until: string };
};

const wish = (of = FIVE, change: object = {}) => {
  return { requestKey: randomUUID(), reward: of.key, shown: shownHash(of), language: 'en', ...change };
};

async function send(action: 'redeem' | 'give-back', sent: unknown, request: ProxyRequest) {
  const { status, body } = await pages.send(sent, { action, ...request });
  return { status, body: body as Body };
}

const redeemed = (customerId: string, sent: unknown = wish(), request: ProxyRequest = {}) =>
  send('redeem', sent, { customerId, ...request });

const back = (customerId: string, voucher: unknown, change: object = {}, request: ProxyRequest = {}) =>
  send(
    'give-back',
    { requestKey: randomUUID(), voucher, language: 'en', ...change },
    { customerId, ...request },
  );

describe('a reward that is taken', () => {
  test('is answered with its code, its last day and what is left, in the shopper’s language', async () => {
    const customerId = await memberWith(shop, 120);
    const { status, body } = await redeemed(customerId, wish(FIVE, { language: 'fr' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, points: 20, voucher: { state: 'held' } });
    expect(body.voucher?.code).toMatch(/^[A-Z2-9]{12}$/);
    expect(body.message).toMatch(
      /^À utiliser\. Déduits\u00a0: 100 points\. Il vous reste 20\. À vous jusqu’au /,
    );
  });

  test('C03 twice by one key is taken once, with one answer', async () => {
    const customerId = await memberWith(shop, 500);
    const sent = wish();
    const answers = await Promise.all(Array.from({ length: 10 }, () => redeemed(customerId, sent)));
    expect(new Set(answers.map(({ body }) => body.voucher?.id)).size).toBe(1);
    expect((await books(shop, customerId)).points).toBe(400);
  });

  test('that is good from the next order comes without its code, and says so', async () => {
    const customerId = await memberWith(shop, 100);
    const { body } = await redeemed(customerId, wish(LATER));
    expect(body.voucher?.code).toBeNull();
    expect(body.message).toMatch(/^From your next order\. Ready to use\./);
  });
});

describe('a reward that can’t be had: a sentence, and nothing is taken', () => {
  test.each([
    ['too few points', 40, FIVE, 422, 'not-enough', '60 points to go. Nothing was taken.'],
    ['its days are over', 500, OVER, 422, 'over', 'This reward isn’t offered any more.'],
    ['no code is ready', 500, NONE, 422, 'sold-out', 'Sold out today. Choose another.'],
    ['it never was', 500, reward({ key: 'six' }), 404, 'unknown', 'This reward isn’t offered any more.'],
    [
      'it has changed',
      500,
      { ...FIVE, cost: 90 },
      409,
      'changed',
      'This reward has changed: it now costs 100 points.',
    ],
  ])('%s', async (_why, points, of, status, refused, message) => {
    const customerId = await memberWith(shop, points);
    const answer = await redeemed(customerId, wish(of));
    expect(answer).toMatchObject({ status, body: { ok: false, refused, message } });
    expect(await books(shop, customerId)).toMatchObject({ points, vouchers: [], entries: [] });
  });

  test('C109 once per customer', async () => {
    const customerId = await memberWith(shop, 500);
    await redeemed(customerId, wish(ONCE));
    const { status, body } = await redeemed(customerId, wish(ONCE));
    expect([status, body.message]).toEqual([422, 'Once per customer: you’ve had it.']);
  });

  test('C15 while something is owed', async () => {
    const customerId = await memberWith(shop, -30);
    const { body } = await redeemed(customerId);
    expect(body.message).toBe('Your next points make up for a refund first.');
  });

  test('one key for two rewards is 409', async () => {
    const customerId = await memberWith(shop, 500);
    const sent = wish();
    await redeemed(customerId, sent);
    const answer = await redeemed(customerId, { ...sent, reward: 'later', shown: shownHash(LATER) });
    expect([answer.status, answer.body.refused]).toEqual([409, 'other-contents']);
    expect((await books(shop, customerId)).points).toBe(400);
  });

  test('C79 who is left out is 403', async () => {
    const customerId = await memberWith(shop, 500);
    await pool().query('update "Member" set blocked = true where "customerId" = $1', [customerId]);
    expect(await redeemed(customerId)).toMatchObject({ status: 403, body: { refused: 'excluded' } });
  });
});

/** As a reader reads it: blanks that don't break are blanks. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('each refusal speaks the reader’s language', () => {
  const asked = { language: 'fr' };

  test.each([
    ['too few points', 40, FIVE, 422, 'Encore 60 points. Rien n’a été débité.'],
    ['a debt', -30, FIVE, 422, 'Vos prochains points compensent d’abord un remboursement.'],
    ['its days are over', 500, OVER, 422, 'Cette récompense n’est plus proposée.'],
    ['no code is ready', 500, NONE, 422, 'Épuisé aujourd’hui. Choisissez-en une autre.'],
    ['it never was', 500, reward({ key: 'six' }), 404, 'Cette récompense n’est plus proposée.'],
    [
      'it has changed',
      500,
      { ...FIVE, cost: 90 },
      409,
      'Cette récompense a changé : elle coûte désormais 100 points.',
    ],
  ])('%s', async (_why, points, of, status, message) => {
    const customerId = await memberWith(shop, points);
    const answer = await redeemed(customerId, wish(of, asked));
    expect([answer.status, plain(answer.body.message)]).toEqual([status, message]);
    expect(await books(shop, customerId)).toMatchObject({ points, vouchers: [], entries: [] });
  });

  test('once per customer, one key for two rewards, and too often in a minute', async () => {
    const customerId = await memberWith(shop, 10_000);
    const sent = wish(ONCE, asked);
    await redeemed(customerId, sent);
    const say = async (what: object) => plain((await redeemed(customerId, what)).body.message);
    expect(await say(wish(ONCE, asked))).toBe('Une fois par client : c’est fait.');
    expect(await say({ ...sent, reward: 'later', shown: shownHash(LATER) })).toBe(
      'Cette demande a déjà été envoyée pour autre chose. Rechargez la page, puis réessayez.',
    );
    expect(await say(wish(FIVE, { ...asked, shown: 'x' }))).toBe(plain(textsOf('fr').proxy.unreadable));
    for (let time = 0; time < 27; time += 1) await redeemed(customerId, sent);
    expect(await say(sent)).toBe(plain(textsOf('fr').proxy.tooMany));
    expect((await books(shop, customerId)).points).toBe(9_900);
  });

  test('an account that is left out, and a session that ended', async () => {
    const customerId = await memberWith(shop, 500);
    await pool().query('update "Member" set blocked = true where "customerId" = $1', [customerId]);
    const out = await redeemed(customerId, wish(FIVE, asked));
    expect(out.body.message).toBe('Votre compte ne participe pas au programme. Contactez la boutique.');
    for (const answer of [await redeemed('', wish(FIVE, asked)), await back('', '1', asked)])
      expect([answer.status, answer.body.message]).toEqual([403, 'Connectez-vous pour utiliser vos points.']);
  });

  test('what is another’s, used, or back already', async () => {
    const customerId = await memberWith(shop, 100);
    const { body } = await redeemed(customerId);
    const say = async (of: string) => plain((await back(of, body.voucher!.id, asked)).body.message);
    expect(await say(await memberWith(shop, 1))).toBe('Cette récompense est liée à un autre compte.');
    const become = (state: string) =>
      pool().query('update "Voucher" set state = $2 where id = $1', [body.voucher!.id, state]);
    await become('used');
    expect(await say(customerId)).toBe('Vous l’avez déjà utilisée.');
    await become('released');
    expect(await say(customerId)).toBe('Vos points sont déjà de retour.');
  });
});

test('C108 a reward that was removed while it is held is still theirs, and can be given back', async () => {
  const of = reward({ key: 'short-lived' });
  const domain = 'removed.myshopify.com';
  const small = await rewardShop({ rewards: [of], domain });
  const customerId = await memberWith(small, 250);
  const sent = wish(of);
  const { body } = await redeemed(customerId, sent, { shop: domain });
  await addVersion(small.id, 2, rules(), '2026-11-21T12:00:00Z');
  expect(await redeemed(customerId, wish(of), { shop: domain })).toMatchObject({ status: 404 });
  // The tap of before is answered as it was.
  expect((await redeemed(customerId, sent, { shop: domain })).body).toMatchObject({ voucher: body.voucher });
  const given = await back(customerId, body.voucher?.id, {}, { shop: domain });
  expect(given).toMatchObject({ status: 200, body: { voucher: { state: 'releasing' } } });
  expect(await books(small, customerId)).toMatchObject({ points: 150, vouchers: ['releasing'] });
});

describe('giving back', () => {
  const taken = async () => {
    const customerId = await memberWith(shop, 100);
    const { body } = await redeemed(customerId);
    return { customerId, id: body.voucher!.id };
  };

  test('says that the points come in a while, as often as it is asked', async () => {
    const { customerId, id } = await taken();
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await back(customerId, id);
      expect([status, body.message]).toEqual([200, 'Your 100 points come back within about an hour.']);
      expect(body.voucher).toMatchObject({ id, state: 'releasing', code: null });
    }
  });

  test('C62 another member’s, another shop’s and an unknown one are one sentence', async () => {
    const { customerId, id } = await taken();
    const other = await rewardShop({ domain: 'other.myshopify.com' });
    await memberWith(other, 100, customerId);
    const answers = [
      await back(await memberWith(shop, 1), id),
      await back(customerId, id, {}, { shop: other.domain }),
      await back(customerId, '123456789'),
      await back(nextId(), id),
    ];
    for (const { status, body } of answers) {
      expect([status, body.refused, body.message]).toEqual([
        404,
        'unknown',
        'This reward belongs to another account.',
      ]);
    }
  });

  test.each([
    ['used', 'You’ve used it already.'],
    ['released', 'Your points are back already.'],
  ])('one that is %s is 409', async (state, message) => {
    const { customerId, id } = await taken();
    await pool().query('update "Voucher" set state = $2 where id = $1', [id, state]);
    expect(await back(customerId, id)).toMatchObject({ status: 409, body: { refused: state, message } });
  });

  test('says so of a single point', async () => {
    const of = { ...FIVE, cost: 1 };
    const shop = await rewardShop({ rewards: [of] });
    const customerId = await memberWith(shop, 2);
    const { body } = await redeemed(customerId, wish(of), { shop: shop.domain });
    const said = async (language: string) =>
      plain((await back(customerId, body.voucher?.id, { language }, { shop: shop.domain })).body.message);
    expect(await said('en')).toBe('Your 1 point comes back within about an hour.');
    expect(await said('fr')).toBe('Votre 1 point revient d’ici une heure environ.');
  });

  test('C75 a gift can’t be, be it held or on its way back to the shop', async () => {
    const { customerId, id } = await taken();
    for (const state of ['held', 'releasing', 'released']) {
      await pool().query('update "Voucher" set price = 0, state = $2 where id = $1', [id, state]);
      const message = textsOf('en').redeeming.cantGiveBack;
      expect(await back(customerId, id)).toMatchObject({ status: 409, body: { refused: 'free', message } });
    }
  });

  test('a repeated tap is told what has become of what it took', async () => {
    const customerId = await memberWith(shop, 100);
    const sent = wish();
    const { body } = await redeemed(customerId, sent);
    await back(customerId, body.voucher?.id);
    const again = await redeemed(customerId, sent);
    expect(again.body.message).toBe('Your 100 points come back within about an hour.');
  });
});

describe('what is no wish', () => {
  test.each([
    ['redeem', { requestKey: 'x' }],
    ['redeem', { reward: '../five' }],
    ['redeem', { reward: 5 }],
    ['redeem', { shown: 'x' }],
    ['give-back', { voucher: '-1' }],
    ['give-back', { voucher: 7 }],
    ['give-back', { requestKey: null }],
  ] as const)('%s with %o is 400', async (action, change) => {
    const whole = { ...wish(), voucher: '1', ...change };
    const { status, body } = await send(action, whole, { customerId: '77' });
    expect([status, body.ok]).toEqual([400, false]);
  });

  test.each(['redeem', 'give-back'] as const)(
    '%s as text from any page of the web is 415',
    async (action) => {
      const customerId = await memberWith(shop, 500);
      const { status } = await send(action, wish(), { customerId, contentType: 'text/plain' });
      expect(status).toBe(415);
      expect((await books(shop, customerId)).points).toBe(500);
    },
  );

  test('nobody signed in is 403, in words', async () => {
    const { status, body } = await redeemed('');
    expect([status, body.message]).toEqual([403, 'Sign in to use your points.']);
  });

  test('signed by somebody else is 401', async () => {
    const customerId = await memberWith(shop, 500);
    expect((await redeemed(customerId, wish(), { secret: 'somebody else' })).status).toBe(401);
  });

  test('the thirty-first action of a minute is 429, and takes nothing', async () => {
    const customerId = await memberWith(shop, 10_000);
    const answers = [];
    for (let time = 0; time < 31; time += 1) answers.push((await redeemed(customerId)).status);
    expect(answers).toEqual([...Array<number>(30).fill(200), 429]);
    expect((await books(shop, customerId)).points).toBe(7_000);
  });
});

test('points have the name that the merchant gave them', async () => {
  const names = { en: { one: 'bean', other: 'beans' }, fr: { one: 'grain', other: 'grains' } };
  const beans = await rewardShop({ domain: 'beans.myshopify.com' });
  await addVersion(beans.id, 2, rules({ rewards: [FIVE], names }), '2026-11-21T12:00:00Z');
  const customerId = await memberWith(beans, 99);
  const { body } = await redeemed(customerId, wish(), { shop: beans.domain });
  expect(body.message).toBe('1 bean to go. Nothing was taken.');
});

test('C62 what is logged says neither who it was nor any code', async () => {
  const lines = captureLog();
  const customerId = await memberWith(shop, 150);
  const { body } = await redeemed(customerId);
  await redeemed(customerId);
  await back(customerId, body.voucher?.id);
  const said = JSON.stringify(lines);
  expect(lines.length).toBeGreaterThan(0);
  expect(said).not.toContain(customerId);
  expect(said).not.toContain(body.voucher?.code);
});
