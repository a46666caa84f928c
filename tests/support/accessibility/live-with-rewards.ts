// What points buy in the shop of the checks: taken and used, ready to use, used once more than it was paid for, and given but not
// made yet.
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { beginGifts, setGiftState } from '#app/db/rewards/gifts.server.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { MERCHANT } from '#tests/demo/merchant.ts';
import { reward } from '../factories.ts';
import { tap } from '../rewards.ts';
import type { TestApp } from '../use-running-app.ts';
import { givePoints } from '../vouchers.ts';

/** The same name in both languages, by which its buttons are found. */
export const FIVE_OFF = reward({ key: 'five', title: { en: 'Five', fr: 'Five' } });
export const ON_PRODUCTS = reward({
  key: 'tenth',
  title: { en: 'Tenth', fr: 'Tenth' },
  gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: null },
  minimumMinor: null,
  usableOn: { from: '2026-12-01', until: '2026-12-24' },
});

/** The program has it no more, so that nothing makes its code. */
export const WAITS = reward({
  key: 'waits',
  title: { en: 'Waits', fr: 'Waits' },
  gives: { kind: 'amount', minor: 700 },
});

export async function liveWithRewards(app: TestApp, shopId: number, customerId: string): Promise<void> {
  await app.jobsDone();
  const shop = { id: shopId, domain: app.shop.domain };
  await givePoints(shop, customerId, 300);
  const taken = await tap(shop, customerId, { of: FIVE_OFF });
  const ready = await tap(shop, customerId, { of: FIVE_OFF });
  if (!taken.ok || !ready.ok) throw new Error(`refused: ${JSON.stringify([taken, ready])}`);
  const memberId = (await memberIdsOf(pool(), shopId, [customerId])).get(customerId) ?? '';
  const wish = { rewardKey: 'five', reason: 'Her cup came broken.', note: '', madeBy: MERCHANT };
  await giveByHand(shopId, memberId, { ...wish, requestKey: 'accessibility' });
  const { rows } = await pool().query<{ code: string }>(
    'select code from "Voucher" where "shopId" = $1 and price = 0',
    [shopId],
  );
  const gift = rows[0]?.code ?? '';
  for (const code of [taken.voucher.code ?? '', gift, gift]) await buyWith(app, customerId, code);
}

async function buyWith({ shop, jobsDone }: TestApp, customerId: string, title: string): Promise<void> {
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const value = { kind: 'amount', amountMinor: 500 } as const;
  await shop.placeOrder({
    customerId,
    lines: [{ variantId, quantity: 1 }],
    discounts: [{ type: 'discount_code', title, value }],
    payment: 'paid',
    locale: 'en',
  });
  await jobsDone();
}

/** A gift without a code, last of all: whoever asks Shopify for codes next serves it. */
export async function giveWithoutCode(shopId: number, memberId: string): Promise<void> {
  const gift = { memberId, cause: 'hand/waits' };
  const by = { madeBy: MERCHANT, reason: 'Her parcel got wet.', note: null };
  const more = { requestHash: '', programVersion: 1, givenAt: new Date(), by };
  await beginGifts(pool(), shopId, [{ ...gift, ...more, gives: WAITS }]);
  await setGiftState(pool(), shopId, gift, 'waiting');
}
