// What the app sends is what its triggers declare, and these are what Shopify takes.
import { expect, it } from 'vitest';
import { NOTICE_KINDS, noticeKind, triggerHandle } from '#app/core/notices/notice-kinds.ts';
import { triggerPayload } from '#app/core/notices/trigger-payload.ts';
import { deployedTriggers } from '#tests/local-shopify/shop/flow-inbox.ts';

const FACTS = { title: { en: 'A gift', fr: 'Un cadeau' }, points: 50, until: '2026-12-24', orderId: '42' };
const SHOP = { today: '2026-11-22', link: 'https://roaster.example/account' };
const TYPES = ['customer_reference', 'order_reference', 'single_line_text_field', 'number_decimal', 'url'];

it('S-80 each kind has a trigger, and no other is deployed', () => {
  expect(
    deployedTriggers()
      .map(({ handle }) => handle)
      .sort(),
  ).toEqual(NOTICE_KINDS.map(triggerHandle).sort());
});

it.each(NOTICE_KINDS)('S-80 %s sends what its trigger declares', (kind) => {
  const trigger = deployedTriggers().find(({ handle }) => handle === triggerHandle(kind))!;
  expect(trigger.handle.length).toBeLessThanOrEqual(30);
  expect(trigger.fields.every(({ type }) => TYPES.includes(type))).toBe(true);
  // References have no key; the others' are letters and blanks.
  for (const { type, key } of trigger.fields) {
    if (type.endsWith('_reference')) expect(key).toBeUndefined();
    else expect(key).toMatch(/^[A-Za-z ]+$/);
  }
  const payload = triggerPayload({ kind, customerId: '9001', facts: FACTS }, SHOP);
  const named = trigger.fields.map(({ type, key }) =>
    type === 'customer_reference' ? 'customer_id' : type === 'order_reference' ? 'order_id' : (key ?? ''),
  );
  expect(Object.keys(payload).sort()).toEqual(named.sort());
  expect(named.length).toBe(noticeKind(kind).fields.length + (noticeKind(kind).ofOrder ? 2 : 1));
});

it('leaves out what isn’t known, and counts the days that are left', () => {
  const of = (until: string) =>
    triggerPayload({ kind: 'reward-lapsing', customerId: '9001', facts: { until } }, SHOP);
  expect(of('2026-11-27')).toEqual({
    customer_id: 9001,
    'Last day': '2026-11-27',
    'Days left': 5,
    Link: SHOP.link,
  });
  expect(of('2026-11-20')).toMatchObject({ 'Days left': 0 });
});
