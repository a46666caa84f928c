// Bodies of every topic, each with something in it that Shopify never sends. The same seed gives the same bodies.
import { readFileSync } from 'node:fs';
import { mergePayload } from '#tests/local-shopify/webhooks/app-payloads.ts';
import { orderBody } from './order-body.ts';
import { SHOP } from './shopify-sends.ts';

export type Told = { path: string; topic: string; body: string };

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../support/fixtures/${name}.json`, import.meta.url), 'utf8'));

const shop = { shop_id: 954889, shop_domain: SHOP };
const person = { id: 191167, email: 'john@example.com', phone: '555-625-1199' };

const money = { shop_money: { amount: '2.50' }, presentment_money: { amount: '2.50' } };

/** With a refund, codes and tags. */
const richOrder: object = {
  ...(JSON.parse(orderBody(2)) as object),
  tags: 'wholesale, friends',
  discount_applications: [
    { type: 'discount_code', code: 'SPRING' },
    { type: 'automatic', title: 'Sixth free' },
  ],
  refunds: [
    {
      admin_graphql_api_id: 'gid://shopify/Refund/77',
      refund_line_items: [{ subtotal_set: money, total_tax_set: money }],
      refund_shipping_lines: [{ subtotal_amount_set: money, tax_amount_set: money }],
      transactions: [{ amount: '5.00', kind: 'refund', status: 'success' }],
    },
  ],
};

/** As Shopify sends them. */
const TRUE_BODIES: readonly [path: string, topics: readonly string[], body: unknown][] = [
  [
    'orders',
    ['orders/create', 'orders/paid', 'orders/updated', 'orders/cancelled'],
    fixture('order-webhook'),
  ],
  ['orders', ['orders/create', 'orders/updated'], JSON.parse(orderBody(1))],
  ['orders', ['orders/paid', 'orders/cancelled'], richOrder],
  ['orders', ['refunds/create'], fixture('refund-webhook')],
  ['orders', ['orders/delete'], { id: 4509821234 }],
  ['customers', ['customers/merge'], mergePayload('7055294349312345678', '2')],
  ['discounts', ['discounts/update'], { admin_graphql_api_id: 'gid://shopify/DiscountAutomaticNode/7' }],
  [
    'discounts',
    ['discounts/redeemcode_removed'],
    { admin_graphql_api_id: 'gid://shopify/DiscountCodeNode/7', redeem_code: { code: 'ABCD2345EFGH' } },
  ],
  ['themes', ['themes/publish', 'themes/update'], { id: 828155753, role: 'main' }],
  ['app', ['app/uninstalled'], fixture('app-uninstalled-webhook')],
  [
    'app',
    ['app/scopes_update'],
    { id: 7, previous: ['read_orders'], current: ['read_orders', 'read_themes'] },
  ],
  ['compliance', ['customers/redact'], { ...shop, customer: person, orders_to_redact: [299938, 280263] }],
  ['compliance', ['customers/data_request'], { ...shop, customer: person, orders_requested: [299938] }],
  ['compliance', ['shop/redact'], shop],
];

/** JSON texts. */
const HOSTILE = [
  'null', 'true', '0', '-1', '-7', '1.5', '1e400', '-0', '2147483648', '9007199254740993', '9223372036854775807',
  '9223372036854775808', '12345678901234567890123', '""', '"abc"', '"-7"', '"1.5"', '"\\u0000"', '"a\\u0000b"', '"\\ud800"',
  '"\\udc00x"', '"Infinity"', '"NaN"', '"+010000-01-01T00:00:00Z"', '"0000-01-01T00:00:00Z"', '"10000-01-01T00:00:00Z"',
  '"1969-12-31T23:59:59Z"', '"2100-01-01T00:00:00Z"', '"infinity"', '"now"', '"gid://shopify/Order/0"',
  '"gid://shopify/Order/9223372036854775808"', '"gid://shopify/Customer/9999999999999999999"', '"gid://shopify/Order/-5"',
  '[]', '{}', '[null]', '[[[[]]]]', '{"__proto__":{"id":1}}', '{"constructor":1}', '"💥"', '"999999999999999999.99"', '"1e5"',
  `"${'x'.repeat(9_000)}"`,
]; // prettier-ignore

/** Mulberry32: small, and the same everywhere. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

type Place = { holder: object; key: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value;
  return Object.entries(value).flatMap(([key, inner]) => [{ holder, key }, ...placesIn(inner)]);
}

/** A value put in place of another, or a place taken away. */
function spoil(body: unknown, roll: (sides: number) => number): string {
  const copy: unknown = structuredClone(body);
  const marks: string[] = [];
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const places = placesIn(copy);
    const place = places[roll(places.length)];
    if (!place) break;
    if (roll(8) === 0) Reflect.deleteProperty(place.holder, place.key);
    else Reflect.set(place.holder, place.key, `@${marks.push(HOSTILE[roll(HOSTILE.length)] ?? 'null') - 1}@`);
  }
  return JSON.stringify(copy).replace(/"@(\d+)@"/g, (_, index: string) => marks[Number(index)] ?? 'null');
}

/** The text itself damaged: cut off, a letter changed, said twice. */
function damage(text: string, roll: (sides: number) => number): string {
  const at = roll(text.length);
  const damages = [
    () => text.slice(0, at),
    () => `${text.slice(0, at)}${String.fromCharCode(roll(256))}${text.slice(at + 1)}`,
    () => `${text}${text.slice(0, at)}`,
    () => `\ufeff${text}`,
  ];
  return (damages[roll(damages.length)] ?? (() => text))();
}

export function mutatedBodies(seed: number, count: number): Told[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () => {
    const [path, topics, body] = TRUE_BODIES[roll(TRUE_BODIES.length)] ?? TRUE_BODIES[0]!;
    const spoilt = spoil(body, roll);
    return {
      path: `/webhooks/${path}`,
      topic: topics[roll(topics.length)]!,
      body: roll(10) === 0 ? damage(spoilt, roll) : spoilt,
    };
  });
}
