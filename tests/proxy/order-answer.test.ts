// POST /proxy/order-answer over real HTTP: a shopper asks where the points of an order are.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { returnToProgram } from '#app/usecases/leaving/return-to-program.ts';
import { at, card, line, nextId, order, rules } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { addVersion, installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type Answered, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const DOMAIN = 'roaster.myshopify.com';
let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  shop = await installedShop({ domain: DOMAIN });
  pages = await openShopPages();
  return () => pages.stop();
});

type Body = Answered['body'] & { sentences?: string[] };

async function ask(customerId: string, name: string, sent: object = {}, request: ProxyRequest = {}) {
  const wanted = { language: 'en', order: name, ...sent };
  const { status, body } = await pages.send(wanted, { action: 'order-answer', customerId, ...request });
  return { status, body: body as Body };
}

const said = ({ body: { message, sentences = [] } }: { body: Body }) =>
  [message, ...sentences].map((each) => each.replaceAll('\u00a0', ' '));

let last = 2_000;
const named = (overrides: Partial<OrderSnapshot> = {}) => {
  last += 1;
  return order({ name: `#${last}`, ...overrides });
};

async function answered(overrides: Partial<OrderSnapshot>, language = 'en') {
  const customerId = overrides.customerId ?? nextId();
  const snapshot = named({ customerId, ...overrides });
  await tellAndApply(shop, snapshot);
  const lines = said(await ask(customerId, snapshot.name, { language }));
  return lines.map((each) => each.replaceAll(/#? ?2\d\d\d/g, 'N'));
}

const NOT_FOUND = [
  'We can’t find this order in your account.',
  'Check the number, or sign in with the email address that you ordered with.',
];

describe('where an order’s points are', () => {
  test('what each rule gave, in both languages', async () => {
    const lines = [line({ quantity: 2, priceMinor: 1_000 })];
    expect(await answered({ lines })).toEqual(['Order N gave you 20 points, 2 stamps.']);
    expect(await answered({ lines }, 'fr')).toEqual([
      'La commande nºN vous a rapporté 20 points, 2 tampons.',
    ]);
  });

  test.each<[string, Partial<OrderSnapshot>, string[]]>([
    [
      'not paid',
      { status: 'pending' },
      ['Order N has given nothing so far.', '14 points, 1 stamp more once it’s paid.', 'It isn’t paid yet.'],
    ],
    ['cancelled', { cancelledAt: at('11:00') }, ['Order N has given nothing so far.', 'It was cancelled.']],
    [
      'given back',
      { status: 'refunded' },
      ['Order N has given nothing so far.', 'Its payment was refunded.'],
    ],
    [
      'before the program',
      { processedAt: at('07:00') },
      ['Order N has given nothing so far.', 'It was placed before the program began.'],
    ],
    [
      'a gift card',
      { lines: [line({ giftCard: true })] },
      [
        'Order N has given nothing so far.',
        'Gift cards don’t count.',
        'Coffee card: none of its products were in this order.',
      ],
    ],
    [
      'less than a step',
      { lines: [line({ priceMinor: 99 })] },
      ['Order N gave you 1 stamp.', 'It came to less than €1.00, the least that earns.'],
    ],
    [
      'a part went back',
      { lines: [line({ quantity: 2, currentQuantity: 1 })] },
      ['Order N gave you 14 points, 1 stamp.', 'Items that went back don’t count.'],
    ],
    [
      'never paid',
      { status: 'voided' },
      [
        'Order N has given nothing so far.',
        'It was never paid.',
        'Ask the shop if you think that this is wrong.',
      ],
    ],
  ])('%s', async (_, overrides, expected) => {
    expect(await answered(overrides)).toEqual(expected);
  });

  test('an order that isn’t counted yet', async () => {
    const customerId = nextId();
    const snapshot = named({ customerId });
    await tell(shop, snapshot);
    expect(said(await ask(customerId, snapshot.name))).toEqual([
      `Order ${snapshot.name} is here.`,
      'It’s being counted right now. Look again in a minute.',
    ]);
  });

  test('who was left out is told to ask the shop', async () => {
    const customerId = nextId();
    await tellAndApply(shop, named({ customerId }));
    await pool().query(
      `insert into "LeftOut" ("shopId", "memberId", "from") select "shopId", id, $2 from "Member" where "customerId" = $1`,
      [customerId, at('08:00')],
    );
    await pool().query('update "Member" set blocked = true where "customerId" = $1', [customerId]);
    const snapshot = named({ customerId, processedAt: at('12:00') });
    await tellAndApply(shop, snapshot);
    expect(said(await ask(customerId, snapshot.name))).toEqual([
      `Order ${snapshot.name} has given nothing so far.`,
      'Your account wasn’t part of the program when you placed it.',
      'Ask the shop if you think that this is wrong.',
    ]);
  });
});

test('who left the program is told so of what came before and since, and not of what comes after the return', async () => {
  const customerId = nextId();
  const [before, since, after] = [
    named({ customerId }),
    named({ customerId, processedAt: at('12:30') }),
    named({ customerId, processedAt: at('14:00') }),
  ];
  await tellAndApply(shop, before);
  await leaveProgram(shop.id, customerId, randomUUID(), new Date(at('12:00')));
  await tellAndApply(shop, since);
  for (const { name } of [before, since])
    expect(said(await ask(customerId, name))).toEqual([
      `Order ${name} has given nothing so far.`,
      'You left the program, so it no longer counts.',
    ]);
  await returnToProgram(shop.id, customerId, randomUUID(), new Date(at('13:00')));
  await tellAndApply(shop, after);
  expect(said(await ask(customerId, after.name))[0]).toBe(`Order ${after.name} gave you 14 points, 1 stamp.`);
  expect(said(await ask(customerId, before.name))[1]).toBe('You left the program, so it no longer counts.');
});

describe('how an order is called', () => {
  test('with the shop’s signs or without, in any case, and by its number alone', async () => {
    const customerId = nextId();
    await tellAndApply(shop, order({ customerId, name: 'EN-77042/B' }));
    for (const name of ['EN-77042/B', 'en-77042/b', ' 77042 ', '#77042', '７７０４２'])
      expect((await ask(customerId, name)).body.ok).toBe(true);
    expect((await ask(customerId, '7704')).body.ok).toBe(false);
  });

  test('that of somebody who was merged is one’s own', async () => {
    const [from, to] = [nextId(), nextId()];
    const snapshot = named({ customerId: from });
    await tellAndApply(shop, snapshot, named({ customerId: to }));
    await merge(shop, to, from);
    expect((await ask(to, snapshot.name)).body.ok).toBe(true);
  });
});

describe('C62 an order of somebody else', () => {
  test('is told as no order at all, by its name, its number, its id, and where it is a guest’s', async () => {
    const [anna, ben] = [nextId(), nextId()];
    const snapshot = named({ customerId: anna });
    const guests = named({ customerId: null });
    await tellAndApply(shop, snapshot, guests, named({ customerId: ben }));
    const none = await ask(ben, '#999999');
    expect(said(none)).toEqual(NOT_FOUND);
    for (const name of [snapshot.name, snapshot.name.slice(1), snapshot.orderId, guests.name])
      expect(await ask(ben, name)).toEqual(none);
    // Nor is it told to somebody who is no member.
    expect(await ask(nextId(), snapshot.name)).toEqual(none);
    expect((await ask(anna, snapshot.name)).body.ok).toBe(true);
  });

  test('nor one of another shop', async () => {
    const other = await installedShop({ domain: 'other-roaster.myshopify.com' });
    const customerId = nextId();
    const snapshot = named({ customerId });
    await tellAndApply(other, snapshot);
    expect(said(await ask(customerId, snapshot.name))).toEqual(NOT_FOUND);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \u200b '],
    ['a quote', "'"],
    ['SQL', "' or 1=1 --"],
    ['a pattern', '%'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['another alphabet', '注文１'],
    ['a letter in halves', '\ud83d'],
    ['nothing that is told', '\u0000'],
    ['a number beyond all', '9'.repeat(60)],
  ])('%s finds none', async (_, name) => {
    const customerId = nextId();
    await tellAndApply(shop, named({ customerId }));
    const answer = await ask(customerId, name);
    expect(answer.status).toBe(200);
    expect(said(answer)).toEqual(NOT_FOUND);
  });

  test.each([
    ['too long', { order: '1'.repeat(61) }],
    ['a number', { order: 1042 }],
    ['a list', { order: ['#1042'] }],
    ['nothing', { order: undefined }],
  ])('what is %s isn’t read', async (_, sent) => {
    expect((await ask(nextId(), '', sent)).status).toBe(400);
  });

  test('nobody who isn’t signed in is told anything', async () => {
    const { status, body } = await ask('', '#1042');
    expect([status, body.message]).toEqual([403, 'Sign in to ask about your orders.']);
  });
});

test('several cards are named, and one that wasn’t there then isn’t asked of', async () => {
  const tea = card({ key: 'tea', title: { en: 'Tea card', fr: 'Carte thé' } });
  const ofTea = { ...tea, products: { ...tea.products, all: false, productIds: ['7'] } };
  await addVersion(shop.id, 2, rules({ cards: [card(), ofTea] }), at('13:00'));
  expect(await answered({ processedAt: at('14:00') })).toEqual([
    'Order N gave you 14 points, 1 stamp on Coffee card.',
    'Tea card: none of its products were in this order.',
  ]);
});
